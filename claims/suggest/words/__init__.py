"""Words of a language, and how a text is cut into words and sentences."""
