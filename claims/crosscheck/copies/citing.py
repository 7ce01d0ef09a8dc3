"""Whether a text names an article as where it has something from."""

import re

_SHORTEST_TITLE = 8
"""Characters of a title that is known again wherever it stands; a shorter one in quotation marks."""

_TOLD = 4
"""Words beside the outlet's name by which a sentence tells what it reported, and is no bare credit."""

_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_WORD = re.compile(r"[^\W\d_]{2,}")

_BEFORE = (
    r"(?:laut|according to|nach (?:angaben|informationen)(?: von)?|unter berufung auf|quellen?:|sources?:|via|"
    r"(?:first )?reported (?:by|in)|as (?:told|reported) (?:by|in)|citing|berichtete?|meldete?|schrieb|schreibt|zitiert|"
    r"(?:bericht|artikel|report|article) (?:von|in|im|by)|(?:bericht|artikel)(?= (?:der|des))|wrote|"
    r"(?:told|in an interview with|im interview mit|wie))"
)
_AFTER = r"(?:zufolge|berichtet(?:e)?|meldete?|schrieb|schreibt|reported|reports|wrote|said)"
_ARTICLE = r"(?:(?:der|die|das|dem|den|des|the) )?[„“\"'‚‘]?"


def cites(text: str, title: str | None, outlet: str | None, said: str = "") -> bool:
    """Tell whether a text gives an outlet as its source, or names an article by title and outlet.

    A photographer's credit is none, nor is what the outlet is said to have reported of something else than
    `said`, the value in question.
    """
    if not outlet:
        return False
    name = re.escape(outlet)
    pattern = rf"\b{_BEFORE} {_ARTICLE}{name}s?\b|\b{name}[“”\"'’‘]? {_AFTER}\b"
    for told in re.finditer(pattern, text, re.IGNORECASE):
        if not _is_of_something_else(text, told, said):
            return True
    return outlet.casefold() in text.casefold() and title is not None and _names_title(text, title)


def _is_of_something_else(text: str, told: re.Match[str], said: str) -> bool:
    """Tell whether a sentence that cites an outlet tells at length what it said, and not `said`, which stands elsewhere."""
    sentence = text[_find_end(text[: told.start()]) :]
    ended = _SENTENCE_END.search(sentence, told.end() - told.start())
    sentence = sentence[: ended.start() + 1] if ended else sentence
    rest = sentence.replace(told[0], " ")
    return bool(said) and said in text and said not in sentence and len(_WORD.findall(rest)) >= _TOLD


def _find_end(before: str) -> int:
    """Return where the last sentence of a text begins."""
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    return ends[-1] if ends else 0


def _names_title(text: str, title: str) -> bool:
    if len(title) >= _SHORTEST_TITLE:
        return title.casefold() in text.casefold()
    return re.search(rf"[„“\"»‚‘']{re.escape(title)}[“”\"«’']", text, re.IGNORECASE) is not None
