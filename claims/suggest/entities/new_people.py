"""Reading persons that nobody has listed: behind a title or office, by given name, or as what somebody is."""

from collections.abc import Sequence

from claims.suggest.entities.name_forms import (
    HYPHENS,
    Candidate,
    find_run_end,
    is_capital,
    is_initial,
    join_name,
    looks_like_name,
)
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

_MOST_TITLES = 9
"""How many tokens of titles ("Prof. Dr. Dr.") are stepped over."""


def read_office_holder(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A person after a title or an office: "Außenminister Wang Yi", "Dr. Smith"."""
    width = match_office(tokens, place, language)
    titled = tokens[place].text.lower() in language.title_words
    announced = language.get_descriptor_kind(tokens[place].text) == "person"
    if not (width or titled or announced):
        return None
    first = place + max(width, 1)
    while first < min(len(tokens), place + _MOST_TITLES) and (
        tokens[first].text == "." or tokens[first].text.lower() in language.title_words
    ):
        first += 1
    if (
        first >= len(tokens)
        or not is_capital(tokens[first])
        or tokens[first].start - tokens[first - 1].end != 1
    ):
        return None
    end = find_run_end(tokens, first, language, 3, particles=True)
    words = [token.text for token in tokens[first:end] if token.text not in HYPHENS | {"."}]
    if words and words[-1].lower() in language.org_heads | language.org_tails | language.legal_forms:
        return None  # "der Investor Kolibri Capital"
    enough = len(words) >= 2 or (titled and len(words) == 1)
    if not enough or not all(
        is_initial(word) or looks_like_name(word, language) for word in words if word[0].isupper()
    ):
        return None
    return first, end, EntityValue(join_name(tokens, first, end), None, "person")


def match_office(tokens: Sequence[Token], place: int, language: Language) -> int:
    """Return how many tokens at `place` name an office, 0 for none; compounds count by their last part."""
    for width in language.list_office_widths(tokens[place].text.lower()):
        if place + width > len(tokens):
            continue
        phrase = " ".join(token.text.lower() for token in tokens[place : place + width])
        if language.is_office(phrase):
            return width
    return 0


def read_full_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A given name and what follows it: "Anna Lehmann"."""
    token = tokens[place]
    if not is_capital(token) or not (
        token.text.lower() in language.first_names or _is_what_somebody_is(tokens, place, language)
    ):
        return None
    end = find_run_end(tokens, place, language, 3, particles=True)
    whole = find_run_end(tokens, place, language, 6, particles=True)
    words = [part.text for part in tokens[place + 1 : whole] if part.text not in HYPHENS]
    if not words or any(
        language.get_descriptor_kind(word) or language.is_office(word.lower()) for word in words
    ):
        return None
    return place, end, EntityValue(join_name(tokens, place, end), None, "person")


def read_aged_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Two or three capitalised words and an age behind them: "Ida Korn, 23,", "Marta Ehlert (61)"."""
    if not is_capital(tokens[place]) or (place and is_capital(tokens[place - 1])):
        return None
    end = find_run_end(tokens, place, language, 3, particles=True)
    if end - place < 2 or end + 2 >= len(tokens) or tokens[end].text not in {",", "("}:
        return None
    age = tokens[end + 1].text
    closed = tokens[end + 2].text in {",", ")"}
    if not (closed and age.isdigit() and _YOUNGEST <= int(age) <= _OLDEST and len(age) < 4):
        return None
    words = [token.text for token in tokens[place:end] if token.text not in HYPHENS | {"."}]
    named = all(
        is_initial(word) or looks_like_name(word, language) or word in language.name_particles
        for word in words
    )
    return (place, end, EntityValue(join_name(tokens, place, end), None, "person")) if named else None


_YOUNGEST, _OLDEST = 10, 110
_TO_BE = frozenset({"ist", "sind", "war", "waren", "heißt", "heißen", "is", "are", "was", "were"})


def _is_what_somebody_is(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Tell whether a name must stand here: "Gründerin von X ist …", "the founder of X is …"."""
    if place < 3 or tokens[place - 1].text.lower() not in _TO_BE:
        return False
    before = [token.text for token in tokens[max(0, place - 9) : place - 1]]
    return any(
        language.get_descriptor_kind(word) == "person" or language.is_office(word.lower()) for word in before
    )
