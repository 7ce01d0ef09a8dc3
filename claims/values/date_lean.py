"""Which way a clause looks: back, or ahead; it decides for times that leave the year out."""

import re

from claims.values.date_context import Scan

_PARTICIPLE = re.compile(r"(?!geplant)[a-zäöüß]{0,9}ge[a-zäöüß]{3,20}(?:t|en)")
CLAUSE, CLAUSE_MARKS = 40, frozenset("|.,")
"""Words on either side among which a tense is looked for, and the marks that end a clause."""


def get_lean(scan: Scan, place: int) -> int:
    """Say whether the clause around a token tells of the past (-1) or of what is to come (1)."""
    words = set(_list_words(scan, place, -1))
    words.update(_list_words(scan, place, 1))
    sets = scan.lexicon.sets
    future = not words.isdisjoint(sets["future"]) or any(word.endswith(("'ll", "’ll")) for word in words)
    past = not words.isdisjoint(sets["past"]) or _tells_regularly(scan, words) or _leads_to_past(scan, place)
    return future - past


def _leads_to_past(scan: Scan, place: int) -> bool:
    """Say whether a German verb of the past stands behind the token: "Im Winter sammelte die Firma Geld ein"."""
    behind = scan.tokens[place + 1] if place + 1 < len(scan.tokens) else None
    if scan.lexicon.language != "de" or behind is None or behind.kind != "x":
        return False
    return scan.text[behind.start].islower() and behind.word.endswith(("te", "ten"))


def _tells_regularly(scan: Scan, words: set[str]) -> bool:
    """Say whether an English past in -ed, or a German "ist" with a participle, is among the words."""
    if scan.lexicon.language == "de":
        return bool(words & {"ist", "sind"}) and any(_PARTICIPLE.fullmatch(word) for word in words)
    if words & {"is", "are", "be"}:
        return False  # "when she is sentenced"
    regular = (word for word in words if word.endswith("ed") and len(word) > 4)
    return any(word not in scan.lexicon.sets["future"] for word in regular)


def _list_words(scan: Scan, place: int, step: int) -> list[str]:
    tokens, ends, words = scan.tokens, scan.lexicon.sets["clause"], []
    last = min(len(tokens), place + CLAUSE) if step > 0 else max(-1, place - CLAUSE)
    for here in range(place, last, step):
        token = tokens[here]
        if token.kind in CLAUSE_MARKS or token.word in ends:
            break
        words.append(token.word)
    return words
