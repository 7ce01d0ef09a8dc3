"""Reading events, buildings, laws, incidents and places that nobody has listed, by the nouns they are made of."""

from collections.abc import Sequence

from claims.suggest.language import Language
from claims.suggest.name_forms import Candidate, drop_genitive, find_run_end, is_capital, join_name, looks_like_name
from claims.suggest.tokens import Token
from claims.values.value import EntityValue


def read_event(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Capitalised words that end in a word such as "Summit", or a compound such as "Hafengipfel"."""
    token = tokens[place]
    if not is_capital(token):
        return None
    low = token.text.lower()
    for ending, kind in language.suffix_kinds:
        if low.endswith(ending) and len(low) > len(ending) + 3 and low not in language.common_compounds:
            return place, place + 1, EntityValue(drop_genitive(token.text, language), None, kind)
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




def read_placed_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A noun for a plant, rule or vote with the place that tells it apart: "Stahlwerk Norden", "Ratswahl in Norden"."""
    token = tokens[place]
    if not is_capital(token) or place + 1 >= len(tokens):
        return None
    low = token.text.lower()
    kind = next((k for ending, k in language.placed_kinds if low.endswith(ending)), None)
    if kind is None:
        return None
    linked = tokens[place + 1].text.lower() in {"in", "von"} and kind in {"event", "law"}
    first = place + 2 if linked else place + 1
    if first >= len(tokens) or not is_capital(tokens[first]) or tokens[first].start - tokens[first - 1].end != 1:
        return None
    if not looks_like_name(tokens[first].text, language):
        return None
    return place, first + 1, EntityValue(join_name(tokens, place, first + 1), None, kind)


def read_incident(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A place and what befell it: "the Port Ellery ferry fire"."""
    if language.code != "en" or not is_capital(tokens[place]) or tokens[place].text.lower() in language.never_names:
        return None
    last = find_run_end(tokens, place, language, 3)
    for end in range(last, min(len(tokens), last + 3)):
        if end > place and language.get_descriptor_kind(tokens[end].text) == "incident":
            return place, end + 1, EntityValue(join_name(tokens, place, end + 1), None, "incident")
        if not tokens[end].text.isalpha() or tokens[end].text in language.function_words:
            return None
    return None
