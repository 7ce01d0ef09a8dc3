"""From files of any supported format to articles and revisions."""
