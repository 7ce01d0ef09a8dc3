"""Reading names that the words beside them give away: "a test called SepQuick", "der Deutsche Wetterdienst", "the Jadar mine"."""

from collections.abc import Sequence

from claims.suggest.entities.name_forms import Candidate, find_run_end, is_capital, join_name, read_compound
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

_CALLED = frozenset({"called", "named", "dubbed", "namens", "genannt"})
_REACH = 5
_KINDS = frozenset({"product", "organisation", "plan", "project", "building", "work", "event", "law"})


def read_called_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A name behind "called" or "namens", of the kind that the noun before tells."""
    if place < 2 or not is_capital(tokens[place]):
        return None
    lead = place - 1 - (tokens[place - 1].text in "\"„“'»«")
    known_as = tokens[lead].text == "as" and tokens[lead - 1].text == "known"
    if tokens[lead].text not in _CALLED and not known_as:
        return None
    end = find_run_end(tokens, place, language, 4)
    for back in range(lead - 1, max(-1, lead - 1 - _REACH), -1):
        kind = language.get_descriptor_kind(read_compound(tokens, back))
        noun = language.code == "en" or tokens[back].text[0].isupper()
        if kind in _KINDS and noun and end > place:
            return place, end, EntityValue(join_name(tokens, place, end), None, kind)
        if tokens[back].text in ".;:!?":
            return None
    return None


_NOMINATIVE = {"der": "er", "die": "e", "das": "es"}
_STEMS = ("isch", "deutsch")


def read_adjective_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A German organisation by the capital of its adjective: "der Deutsche Wetterdienst", "die Rheinische Landesbank"."""
    token = tokens[place]
    if language.code != "de" or place == 0 or place + 1 >= len(tokens) or not is_capital(token):
        return None
    article = tokens[place - 1].text.lower()
    stem = token.text[:-1] if token.text.endswith("e") else ""
    if not stem.lower().endswith(_STEMS) or article not in _NOMINATIVE or not is_capital(tokens[place + 1]):
        return None
    if tokens[place + 1].start - token.end != 1:
        return None
    noun = tokens[place + 1].text
    if language.get_descriptor_kind(noun) not in {None, "organisation"} or noun.lower().endswith(_NO_BODIES):
        return None
    label = f"{stem}{_NOMINATIVE[article]} {noun}"
    return place, place + 2, EntityValue(label, None, "organisation")


_NO_BODIES = (
    "meer",
    "ozean",
    "union",
    "reich",
    "krieg",
    "revolution",
    "republik",
    "sprache",
    "staaten",
    "bucht",
    "see",
)


def read_possessive_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """An English name with a genitive inside: "St. Hilda's Hospital", "King's College"."""
    if language.code != "en" or not is_capital(tokens[place]) or place + 3 >= len(tokens):
        return None
    first = place
    saint = tokens[place].text == "St" and tokens[place + 1].text == "." and place + 5 < len(tokens)
    owner = place + 2 if saint else place
    marked = tokens[owner + 1].text in {"'", "’"} and tokens[owner + 2].text == "s"
    if not (marked and is_capital(tokens[owner]) and is_capital(tokens[owner + 3])):
        return None
    end = find_run_end(tokens, owner + 3, language, 3)
    head = tokens[end - 1].text.lower() if end > owner + 3 else ""
    if head not in language.work_heads | language.org_heads or not (saint or end == owner + 4):
        return None
    kind = language.get_descriptor_kind(head) or "organisation"
    return first, end, EntityValue(join_name(tokens, first, end), None, kind)


def read_named_building(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """An English building or party by the small noun behind its name: "the Port Elara terminal", "the Homeland party"."""
    led = place > 0 and (
        tokens[place - 1].text.lower() == "the"
        or "-" in tokens[place - 1].text
        or tokens[place - 1].text in {"right", "left", "ruling", "opposition"}
    )
    if language.code != "en" or not led:
        return None
    if not is_capital(tokens[place]) or tokens[place].text.lower() in language.never_names:
        return None
    end = find_run_end(tokens, place, language, 3)
    if end >= len(tokens) or tokens[end].start - tokens[end - 1].end != 1:
        return None
    kind = "organisation" if tokens[end].text == "party" else language.get_descriptor_kind(tokens[end].text)
    if (kind != "building" and tokens[end].text != "party") or tokens[end].text.endswith("s"):
        return None
    return place, end + 1, EntityValue(join_name(tokens, place, end + 1), None, kind)
