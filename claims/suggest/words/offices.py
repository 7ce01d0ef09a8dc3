"""What an office is called in the question who holds it, however a text names it."""

from collections.abc import Mapping
from functools import cache

from claims.suggest.words.language import Language, read_table

_FEMININE = "in"


def name_office(title: str, language: Language) -> str:
    """Return the name that an office has in all texts: "CEO" for "Vorstandschefin", "Klinikchef" for "Klinikchefin".

    Args:
        title: The office as the text names it.
        language: That of the text.
    """
    plain = " ".join(title.split())
    man = _name_mans_office(plain, language) if language.code == "de" else plain
    return _list_names().get(man.casefold(), man)


def _name_mans_office(title: str, language: Language) -> str:
    low = title.lower()
    for ending, instead in _list_endings().items():
        if low.endswith(ending):
            return _fit(title, len(title) - len(ending), instead)
    if low.endswith(_FEMININE) and language.is_office(low.removesuffix(_FEMININE)):
        return title[: -len(_FEMININE)]
    return title


def _fit(title: str, kept: int, ending: str) -> str:
    """Return the first letters of a title with another ending, which begins as a noun does where nothing stands before it."""
    return title[:kept] + (ending if kept else ending.capitalize())


@cache
def _list_endings() -> Mapping[str, str]:
    endings: dict[str, str] = read_table("offices.toml")["german_endings"]
    return endings


@cache
def _list_names() -> Mapping[str, str]:
    """Return the ways to name an office, in lower case, with the name that it has here."""
    return {
        way.casefold(): name
        for name, ways in read_table("offices.toml")["offices"].items()
        for way in ways.split(", ")
    }
