"""Quotation marks, as the language of what is quoted writes them."""


def quote(text: str, language: str | None = None) -> str:
    """Return text in one line between quotation marks: German ones for German, English ones for all else."""
    words = " ".join(text.split())
    return f"„{words}“" if language == "de" else f"“{words}”"
