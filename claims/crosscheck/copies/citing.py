"""Whether a text names an article as where it has something from."""

import re

_SHORTEST_TITLE = 8
"""Characters of a title that is known again wherever it stands; a shorter one in quotation marks."""

_BEFORE = (
    r"(?:laut|according to|nach (?:angaben|informationen)(?: von)?|unter berufung auf|quellen?:|sources?:|via|"
    r"(?:first )?reported (?:by|in)|as (?:told|reported) (?:by|in)|citing|berichtete|meldete|schrieb|zitiert|"
    r"(?:told|in an interview with|im interview mit|wie))"
)
_AFTER = r"(?:zufolge|berichtet(?:e)?|meldete?|schrieb|schreibt|reported|reports|wrote|said)"
_ARTICLE = r"(?:(?:der|die|das|dem|den|the) )?[„“\"'‚‘]?"


def cites(text: str, title: str | None, outlet: str | None) -> bool:
    """Tell whether a text gives an outlet as its source, or names an article by title and outlet.

    A photographer's credit is none.
    """
    if not outlet:
        return False
    name = re.escape(outlet)
    said = rf"\b{_BEFORE} {_ARTICLE}{name}\b|\b{name}[“”\"'’‘]? {_AFTER}\b"
    if re.search(said, text, re.IGNORECASE):
        return True
    return outlet.casefold() in text.casefold() and title is not None and _names_title(text, title)


def _names_title(text: str, title: str) -> bool:
    if len(title) >= _SHORTEST_TITLE:
        return title.casefold() in text.casefold()
    return re.search(rf"[„“\"»‚‘']{re.escape(title)}[“”\"«’']", text, re.IGNORECASE) is not None
