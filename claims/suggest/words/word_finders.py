"""Finding out what a word announces by itself or as the last part of a compound: a kind of thing, an office."""

from collections.abc import Callable, Mapping
from functools import lru_cache

_SHORTEST_COMPOUND = 9
_OFFICE_ENDINGS = (
    *("minister", "präsident", "sprecher", "direktor", "leiter", "chef", "meister", "sekretär", "führer"),
    *(
        "ministerin",
        "präsidentin",
        "sprecherin",
        "direktorin",
        "leiterin",
        "chefin",
        "meisterin",
        "sekretärin",
        "führerin",
    ),
    *("vorsitzende", "vorsitzender"),
)


def build_descriptor_finder(
    kinds: Mapping[str, str], never_short: frozenset[str]
) -> Callable[[str], str | None]:
    """Return a finder of the kind that a noun or the last part of a compound announces."""

    @lru_cache(maxsize=65_536)
    def get_descriptor_kind(word: str) -> str | None:
        low = word.lower()
        for ending in ("", "s", "es", "n", "en", "e"):
            whole = low[: len(low) - len(ending)] if ending and low.endswith(ending) else low
            if whole in kinds:
                return kinds[whole]
        for start in range(2, min(len(low) - 3, 30)):
            part = low[start:]
            for whole in (part, part.removesuffix("s"), part.removesuffix("en")):
                if (
                    len(whole) > 4
                    and whole in kinds
                    and whole not in never_short
                    and low[0] != low[0].upper()
                ):
                    return kinds[whole]
        return None

    return get_descriptor_kind


def build_office_finder(code: str, offices: frozenset[str]) -> Callable[[str], bool]:
    """Return a finder of lower-case words and phrases that name an office, in German also as a compound's last part."""

    @lru_cache(maxsize=65_536)
    def is_office(phrase: str) -> bool:
        if phrase in offices or phrase.removesuffix("s") in offices:
            return True
        if code != "de" or " " in phrase or len(phrase) < _SHORTEST_COMPOUND:
            return False
        return phrase.endswith(_OFFICE_ENDINGS)

    return is_office
