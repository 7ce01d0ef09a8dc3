"""Bringing the inflected forms of a word together, so that one trigger word finds them all.

A light stemmer with a table of strong verbs: enough to match "vorgestellt" with "stellte … vor" and
"rolling out" with "rolled out". Stems are compared with stems only and never shown.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

_GERMAN_ENDINGS = (
    "terinnen", "tete", "teten", "tern", "ete", "eten", "test", "tet", "ten", "ter", "tes", "tem", "ern",
    "te", "en", "er", "em", "es", "et", "e", "t", "n", "s",
)  # fmt: skip
_BY_LENGTH = tuple(sorted(_GERMAN_ENDINGS, key=len, reverse=True))
_PARTICIPLE_ENDINGS = ("t", "te", "ten", "ter", "tes", "tem", "en", "ene", "enen", "ener", "enes", "enem")
_SHORTEST = 3


def build_stemmer(
    language: str, irregular: Mapping[str, str], particles: tuple[str, ...], keep: frozenset[str]
) -> Callable[[str], str]:
    """Return the cached stemmer of a language.

    `irregular` maps a full form to its stem ("erschien": "erschein"), `particles` are what German
    verbs split off ("vor"), `keep` are words whose "ge" is no participle prefix ("gehört").
    """
    if language != "de":
        return lru_cache(maxsize=65_536)(lambda word: _stem_english(word, irregular))
    longest_first = tuple(sorted(particles, key=len, reverse=True))
    return lru_cache(maxsize=65_536)(lambda word: _stem_german(word, irregular, longest_first, keep))


def _stem_german(
    word: str, irregular: Mapping[str, str], longest_first: tuple[str, ...], keep: frozenset[str]
) -> str:
    low = word.lower()
    if low in irregular:
        return irregular[low]
    if low in keep:
        return low
    for particle in longest_first:
        rest = low[len(particle) :]
        if not low.startswith(particle) or len(rest) < _SHORTEST:
            continue
        if rest in irregular:
            return particle + irregular[rest]
        marked = rest[:2] in {"ge", "zu"} and len(rest) > _SHORTEST + 2 and rest.endswith(_PARTICIPLE_ENDINGS)
        if marked and rest[:2] == "zu" and rest[2:] in irregular:
            return particle + irregular[rest[2:]]
        return particle + _cut(rest[2:] if marked else rest)
    if low.startswith("ge") and len(low) > _SHORTEST + 3 and low.endswith(_PARTICIPLE_ENDINGS[:6]):
        return _cut(low[2:])
    return _cut(low)


def _stem_english(word: str, irregular: Mapping[str, str]) -> str:
    low = word.lower()
    if low in irregular:
        return irregular[low]
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("e", ""),
    ):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST and not low.endswith("ss"):
            low = low[: len(low) - len(ending)] + instead
            break
    doubled = len(low) > _SHORTEST and low[-1] == low[-2] and low[-1] not in "lseo"
    return low[:-1] if doubled else low


def _cut(low: str) -> str:
    if low.endswith("innen") and len(low) > _SHORTEST + 5:
        low = low[:-5]
    for ending in _BY_LENGTH:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low[: -len(ending)]
    return low
