"""Reading German places that nobody has listed: by how they end, by the bare "in" before them, by whose mayor it is."""

from collections.abc import Sequence

from claims.suggest.entities.name_forms import HYPHENS, Candidate, is_capital, join_name, looks_like_name
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

_GERMAN_LEADS = frozenset({"in", "bei", "nahe", "aus", "nach"})
_SHORTEST_PLACE = 6


def read_german_place(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A German place behind a bare preposition: one word that ends as towns do, or "Bad" and a further word."""
    if place == 0 or not is_capital(tokens[place]):
        return None
    seat = (
        place > 1
        and tokens[place - 1].text in {"von", "Stadt", "Gemeinde"}
        and tokens[place - 2].text.lower() in language.town_bodies
    )
    if seat and looks_like_name(tokens[place].text, language):
        return place, place + 1, EntityValue(tokens[place].text, None, "place")
    if tokens[place - 1].text.lower() not in _GERMAN_LEADS:
        return None
    low, end = tokens[place].text.lower(), place + 1
    if tokens[place].text in language.place_openings and end < len(tokens) and is_capital(tokens[end]):
        return place, end + 1, EntityValue(join_name(tokens, place, end + 1), None, "place")
    goes_on = end < len(tokens) and (
        (tokens[end].start == tokens[place].end and tokens[end].text in HYPHENS)
        or (is_capital(tokens[end]) and tokens[end].start == tokens[place].end + 1)
    )
    fits = low.endswith(tuple(language.place_endings)) and len(low) >= _SHORTEST_PLACE
    fits = fits or _can_only_be_place(tokens, place, language)
    if goes_on or low in language.no_places or not fits:
        return None
    return place, end, EntityValue(tokens[place].text, None, "place")


_SHORTEST_BARE = 4
_PLURALS = ("n", "s", "er")


def _can_only_be_place(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Tell whether a noun behind "in" without an article is no common one: in whole sentences those are few."""
    low = tokens[place].text.lower()
    common = low in language.unknown_common or low.endswith(
        tuple(language.unknown_noun_endings | language.noun_endings)
    )
    if tokens[place - 1].text != "in" or len(low) < _SHORTEST_BARE or common or low.endswith(_PLURALS):
        return False
    if (
        language.get_descriptor_kind(tokens[place].text) not in {None, "place"}
        or language.is_office(low)
        or not low.isalpha()
    ):
        return False
    return any(token.text == "." for token in tokens[place : place + _SENTENCE])


_SENTENCE = 60
