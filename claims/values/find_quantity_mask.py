"""Stretches whose figures say no amount by their shape: links, dates, times, paragraphs, numbers of calls.

The patterns read the text in lower case and are sorted by what they begin with, a digit, a word or
a sign: where none of a kind can begin, none of that kind is tried.
"""

import re

from claims.values.beside import fold

_MONTHS = {
    "de": "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|jan\\.|feb\\.|mär\\.|apr\\.|jun\\.|jul\\.|aug\\.|sept?\\.|okt\\.|nov\\.|dez\\.",
    "en": "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan\\.?|feb\\.?|mar\\.|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?",
}
_LINKS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,24}")

_MARKED = (
    r"(?<!\.)\d{1,4}[.](?:\d{1,4}[.]){2,}\d{1,4}",
    r"(?<!\.)\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}(?!\d))?(?!\d)",
    r"(?<!/)\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)",
    r"(?<!-)\d{4}-\d{2}(?:-\d{2})?(?![\d-])",
    r"(?<!:)\d{1,3}:\d{2}(?::\d{2})?(?! ?[\d:])(?: ?[ap]\.?m\.?(?!\w))?",
    r"(?<!:)\d{1,2}:\d{1,2}(?![\d:])",
)
"""Figures with a mark behind the first."""
_IN_FIGURES = (
    rf"(?=\d{{1,4}}[.:/-])(?:{'|'.join(_MARKED)})",
    r"(?<![.,])0\d{2,5} ?[/– -][ \d()/–-]{4,24}\d",
    r"(?:1[5-9]|20)\d{2} ?[/–-] ?\d{2}(?:\d{2})?(?!\d)",
    r"24/7(?!\d)|9/11(?!\d)",
    r"(?:1[5-9]|20)?\d0(?:s|er|iger|-er)(?: jahren?)?\b",
)
_PARAGRAPH = (
    r" ?\d{1,5}[a-z]?(?: ?(?:abs\.|absatz|satz|nr\.|i\. ?v\. ?m\.) ?\d{1,4}[a-z]?)*(?: ?/ ?\d{1,4})?(?!\w)"
)
_IN_WORDS = (
    rf"(?:art\.|artikel|paragra(?:ph|f)(?:en)?|abs\.|absatz|satz|nr\.|article|section|gg){_PARAGRAPH}",
    r"az\.?:? ?(?:\d{1,3} )?[a-z]{1,6} \d{1,5} ?/ ?\d{2,4}",
)
_IN_SIGNS = (
    r"\+\d{1,3}[ \d()/–-]{4,24}\d",
    rf"§{{1,2}}{_PARAGRAPH}",
    r"['’]\d{2}s\b",
)
_FIGURES_FIRST = {
    "de": (
        rf"\d{{1,2}}\. ?(?:{_MONTHS['de']})(?: \d{{4}}(?!\d))?",
        r"\d{1,2}(?:[.:]\d{2})? ?(?:bis|–|-) ?\d{1,2}(?:[.:]\d{2})? uhr(?: \d{2})?\b",
        r"\d{1,2}(?:[.:]\d{2})? uhr(?: \d{2})?\b",
    ),
    "en": (
        rf"(?<![.,])\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS['en']})(?!\w)(?:,? \d{{4}}(?!\d))?",
        r"\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\.?(?!\w)",
        r"(?<!\w)\d{1,2} o['’]clock\b",
    ),
}
_WORDS_FIRST = {
    "de": (
        rf"(?:{_MONTHS['de']}) (?:1[0-9]|20)\d{{2}}(?!\d)",
        r"(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) uhr\b",
        r"halb (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b",
        r"(?:außer|in) acht\b|acht (?:geben|gibt|gab|nehmen)\b|(?:herr|frau|dr\.|prof\.) (?:acht|neun|sieben|null)\b",
    ),
    "en": (
        rf"(?:{_MONTHS['en']}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d|[.,]\d| ?(?:%|percent|per cent))(?:,? \d{{4}}(?!\d))?",
        rf"(?:{_MONTHS['en']})(?: of)? (?:1[0-9]|20)\d{{2}}(?!\d)",
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock\b",
        r"(?:half past|quarter past|quarter to) \w{1,6}\b",
    ),
}


def _compile(language: str) -> re.Pattern[str]:
    figures = "|".join((*_FIGURES_FIRST[language], *_IN_FIGURES))
    words = "|".join((*_WORDS_FIRST[language], *_IN_WORDS))
    return re.compile(rf"(?=\d)(?<!\d)(?:{figures})|\b(?=[a-zäöü])(?:{words})|(?:{'|'.join(_IN_SIGNS)})")


_MASKS = {language: _compile(language) for language in ("de", "en")}


def list_masks(text: str, language: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` whose digits are no amounts: links, dates, times, paragraphs, calls."""
    lower = fold(text)
    masks = [found.span() for found in _MASKS[language].finditer(lower)]
    if "@" in lower or "://" in lower or "www." in lower:
        masks += [found.span() for found in _LINKS.finditer(lower)]
    return masks
