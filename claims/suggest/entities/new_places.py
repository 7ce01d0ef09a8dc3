"""Reading events, buildings, laws, incidents and places that nobody has listed, by the nouns they are made of."""

from collections.abc import Sequence

from claims.suggest.entities.german_places import read_german_place
from claims.suggest.entities.name_forms import (
    HYPHENS,
    Candidate,
    find_run_end,
    is_capital,
    join_name,
    looks_like_name,
    read_compound,
)
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue


def read_event(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Capitalised words that end in a word such as "Summit", or a compound such as "Hafengipfel"."""
    token = tokens[place]
    if not is_capital(token):
        return None
    genitive = place > 0 and tokens[place - 1].text.lower() in {"des", "eines"}
    name = token.text.removesuffix("s") if genitive else token.text
    low = token.text.lower()
    plain = name.lower()
    if place + 1 < len(tokens) and tokens[place + 1].text in '"„“»':
        return None  # 'die Landwirtschaftsmesse "Agrotec"'
    for ending, kind in language.suffix_kinds if plain.endswith(language.suffix_endings) else ():
        if plain.endswith(ending) and len(plain) > len(ending) + 3 and plain not in language.common_compounds:
            return place, place + 1, EntityValue(name, None, kind)
    if low in language.never_names or low in language.function_words:
        return None
    end = find_run_end(tokens, place, language, 5)
    for last in range(end, place + 1, -1):
        head = tokens[last - 1].text.lower()
        if head in language.event_heads:
            return place, last, EntityValue(join_name(tokens, place, last), None, "event")
        if language.code == "en" and head in language.work_heads and last - place > 1:
            kind = language.get_descriptor_kind(head) or "work"
            return place, last, EntityValue(join_name(tokens, place, last), None, kind)
    return None


_INSTITUTIONS = frozenset({"university", "institute", "college", "academy", "hospital", "zoo", "orchestra"})


def read_sited(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """An English building or institution that is named after its town: "London Bridge", "Kassel University"."""
    end = find_run_end(tokens, place, language, 4)
    head = tokens[end - 1].text if end - place > 1 else ""
    kind = language.get_descriptor_kind(head) if head else None
    if kind != "building" and head.lower() not in _INSTITUTIONS:
        return None  # "BYD Company" is BYD
    return place, end, EntityValue(join_name(tokens, place, end), None, kind or "organisation")


def read_placed_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A noun for a plant, rule or vote with the place that tells it apart: "Stahlwerk Norden", "Ratswahl in Norden"."""
    if not is_capital(tokens[place]):
        return None
    last = place
    while (
        last + 2 < min(len(tokens), place + 9)
        and tokens[last + 1].text in HYPHENS
        and tokens[last + 2].start == tokens[last].end + 1
    ):
        last += 2
    low = tokens[last].text.lower()
    if not low.endswith(language.placed_endings):
        return None
    kind = next((k for ending, k in language.placed_kinds if low.endswith(ending)), None)
    if kind is None or last + 1 >= len(tokens):
        return None
    linked = tokens[last + 1].text.lower() in {"in", "von"} and kind in {"event", "law"}
    first = last + 2 if linked else last + 1
    if (
        first >= len(tokens)
        or not is_capital(tokens[first])
        or tokens[first].start - tokens[first - 1].end != 1
    ):
        return None
    if not looks_like_name(tokens[first].text, language):
        return None
    return place, first + 1, EntityValue(join_name(tokens, place, first + 1), None, kind)


def read_place_of(label: str, language: Language) -> str | None:
    """Return the place in a name that `read_placed_name` read ("Norden" of "Stahlwerk Norden")."""
    words = label.split()
    tells = len(words) in {2, 3} and any(
        words[0].lower().endswith(ending) for ending, _ in language.placed_kinds
    )
    return words[-1] if tells and (len(words) == 2 or words[1] in {"in", "von"}) else None


def read_organisation(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Capitalised words that end like an organisation's name ("Arden Foundation"), or that are explained as one."""
    if (
        not is_capital(tokens[place])
        or tokens[place].text.lower() in language.never_names | language.function_words
    ):
        return None
    if not looks_like_name(tokens[place].text, language):
        return None
    end = find_run_end(tokens, place, language, 4)
    if any(
        language.get_descriptor_kind(tokens[n].text)
        for n in range(place, end - 1)
        if tokens[n].text != "Group"
    ):
        return None
    head = tokens[end - 1].text.lower()
    if end - place > 1 and head in language.org_heads and tokens[end - 1].text not in HYPHENS:
        return place, end, EntityValue(join_name(tokens, place, end), None, "organisation")
    shortened = _is_shortened(tokens, end) and tokens[end - 1].text.lower().endswith(
        tuple(language.org_endings)
    )
    kind = "organisation" if shortened else _read_explanation(tokens, end, language)
    return (place, end, EntityValue(join_name(tokens, place, end), None, kind)) if kind else None


def _is_shortened(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether brackets with capitals stand behind a name ("Internationale Hafenbehörde (IHB)")."""
    if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 2].text != ")":
        return False
    word = tokens[end + 1].text
    return len(word) > 1 and word.isalpha() and sum(char.isupper() for char in word) > 1


def _read_explanation(tokens: Sequence[Token], end: int, language: Language) -> str | None:
    """Return the kind that an apposition gives: "X, a chip maker", "X, ein Start-up aus"."""
    if end + 2 >= len(tokens) or tokens[end].text != ",":
        return None
    the = tokens[end + 1].text == "the"
    if not the and tokens[end + 1].text.lower() not in _ARTICLES:
        return None
    for place in range(end + 2, min(len(tokens), end + 7)):
        word = tokens[place].text
        kind = language.get_descriptor_kind(read_compound(tokens, place))
        is_noun = word[0].isupper() or language.code == "en"
        goes_on = place + 1 < len(tokens) and language.get_descriptor_kind(tokens[place + 1].text) is not None
        if kind in {"organisation", "product"} and is_noun and not goes_on:
            closed = place + 1 < len(tokens) and tokens[place + 1].text == ","
            return kind if closed or not the else None
        if (not word[0].isalpha() and word not in HYPHENS) or word.lower() in language.function_words:
            return None
    return None


_ARTICLES = frozenset({"a", "an", "ein", "eine"})


_DISTRICTS = frozenset({"Landkreis", "Kreis", "Bistum", "Erzbistum", "Regierungsbezirk", "Verbandsgemeinde"})


def read_district(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A German district by its kind and name: the town of that name has other figures."""
    if language.code != "de" or tokens[place].text not in _DISTRICTS or place + 1 == len(tokens):
        return None
    if not is_capital(tokens[place + 1]) or language.get_descriptor_kind(tokens[place + 1].text):
        return None
    return place, place + 2, EntityValue(join_name(tokens, place, place + 2), None, "place")


def read_place(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A place behind "in" or what kind of place it is: "in Port Ellery", "the city of Ellery", "bei Lautersee"."""
    if language.code == "de":
        return read_german_place(tokens, place, language)
    if place == 0 or not is_capital(tokens[place]):
        return None
    lead = tokens[place - 1].text.lower()
    opened = (
        tokens[place].text in language.place_openings
        and place + 1 < len(tokens)
        and is_capital(tokens[place + 1])
    )
    if opened and lead in {"in", "on", "at", "near", "of", "from", "off"}:
        return place, place + 2, EntityValue(join_name(tokens, place, place + 2), None, "place")
    kind = language.get_descriptor_kind(tokens[place - 2].text) if place > 1 and lead == "of" else None
    seat = lead == "of" and place > 1 and tokens[place - 2].text.lower() in _SEATS
    if lead != "in" and kind != "place" and not seat:
        return None
    if lead == "in" and place > 1 and tokens[place - 2].text.lower() in _HELD:
        return None
    end = find_run_end(tokens, place, language, 3)
    if end == place or any(word in language.never_names for word in (tokens[place].text.lower(),)):
        return None
    followed = end < len(tokens) and tokens[end].text[0].isdigit()
    return None if followed else (place, end, EntityValue(join_name(tokens, place, end), None, "place"))


_HELD = frozenset(
    {
        "shares",
        "share",
        "stake",
        "stakes",
        "invested",
        "invest",
        "invests",
        "investment",
        "investor",
        "interest",
    }
)
"""What one has in a company: "shares in Finch" lie nowhere."""
_SEATS = frozenset(
    {
        "council",
        "mayor",
        "bishop",
        "bank",
        "government",
        "parliament",
        "republic",
        "kingdom",
        "president",
        "capital",
    }
)
"""What belongs to a state, so that "of" leads to the state's name: "the central bank of Estovia"."""


def read_incident(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A place and what befell it: "the Port Ellery ferry fire"."""
    if (
        language.code != "en"
        or not is_capital(tokens[place])
        or tokens[place].text.lower() in language.never_names
    ):
        return None
    last = find_run_end(tokens, place, language, 3)
    if last == place + 1 and (place == 0 or tokens[place - 1].text in ".:!?"):
        return None  # "Bus crash kills seven": a capital that only begins the sentence
    for end in range(last, min(len(tokens), last + 3)):
        if end > place and language.get_descriptor_kind(tokens[end].text) == "incident":
            return place, end + 1, EntityValue(join_name(tokens, place, end + 1), None, "incident")
        if not tokens[end].text.isalpha() or tokens[end].text in language.function_words:
            return None
    return None


def read_club(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A sports club by what stands before its town or behind it: "VfL Oldern", "1. FC Oldern", "Oldern United"."""
    if tokens[place].text in language.clubs_before:
        first = place + 1
        end = (
            find_run_end(tokens, first, language, 2)
            if first < len(tokens) and is_capital(tokens[first])
            else first
        )
        numbered = place >= 2 and tokens[place - 1].text == "." and tokens[place - 2].text == "1"
        start = place - 2 if numbered else place
        return (
            (start, end, EntityValue(join_name(tokens, start, end), None, "organisation"))
            if end > first
            else None
        )
    if (
        is_capital(tokens[place])
        and tokens[place].text.lower() not in language.articles
        and place + 1 < len(tokens)
        and tokens[place + 1].text in language.clubs_behind
    ):
        return place, place + 2, EntityValue(join_name(tokens, place, place + 2), None, "organisation")
    return None
