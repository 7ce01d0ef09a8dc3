"""Of what somebody holds an office when the sentence does not say: what the sentences before were about.

"Bürgermeisterin Jana Tiedemann" governs the one town that was named, "Konzernchef Sam Altman" leads the one company.
Where two come in question nothing is said.
"""

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.reading import Reading
from claims.suggest.words.language import Language

_REACH = 3


def find_seat_before(reading: Reading, place: int, title: str, memory: Memory) -> Mention | None:
    """Return what the office at item `place` must be of, None where that is not clear."""
    named = _find_named_kind(reading, place, title.lower(), memory)
    if named is not None:
        return named
    kind = get_seat_kind(title.lower(), reading.language)
    if kind is None:
        return None
    here = [
        item.mention
        for item in reading.items
        if item.mention is not None and item.mention.kind == kind and not item.mention.modifies
    ]
    found = memory.find_only(kind, reach=_REACH)
    if found is None or any(mention.entity.label != found.entity.label for mention in here):
        return None
    if title.lower().startswith("landr") and not any(
        "kreis" in word for word in (*memory.recent_words, found.entity.label.lower())
    ):
        return None  # a district's, and only a town was named
    return found if kind == "place" or _may_preside(title.lower(), found, reading.language) else None


def _may_preside(title: str, seat: Mention, language: Language) -> bool:
    """Tell whether a president can be of that body: banks and clubs have one, companies a chief."""
    if title not in _PRESIDENTS:
        return True
    return any(word.endswith(tuple(language.presided)) for word in seat.entity.label.lower().split())


_PRESIDENTS = frozenset({"präsident", "präsidentin", "president", "governor"})


def _find_named_kind(reading: Reading, place: int, title: str, memory: Memory) -> Mention | None:
    """Return the one thing whose name has the noun of the office in it: "Museum director", "Museumsdirektorin"."""
    language = reading.language
    if language.code == "en":
        before = reading.items[place - 1] if place else None
        noun = before.low if before is not None and before.descriptor in {"organisation", "building"} else ""
    else:
        noun = _strip_office(title)
        noun = "" if noun in language.company_openings else noun
    if not noun:
        return None
    found = {
        mention.entity.label: mention
        for kind in ("organisation", "building")
        for mention in memory.list_near(kind, _REACH)
        if any(word.startswith(noun) or word.endswith(noun) for word in mention.entity.label.lower().split())
    }
    return next(iter(found.values())) if len(found) == 1 else None


_OFFICES = (
    "chefin",
    "chef",
    "direktorin",
    "direktor",
    "leiterin",
    "leiter",
    "präsidentin",
    "präsident",
    "vorstand",
)
_SHORTEST_NOUN = 4


def _strip_office(title: str) -> str:
    """Return what a German compound says the office is of: "flughafen" of "flughafenchef", "museum" of "museumsdirektor"."""
    for office in _OFFICES:
        if title.endswith(office) and len(title) - len(office) >= _SHORTEST_NOUN:
            return title[: -len(office)].removesuffix("s")
    return ""


def get_seat_kind(title: str, language: Language) -> str | None:
    """Return what an office is of: a town or state, a company or other body; None where the word does not tell."""
    word = title.removeprefix("ober").removeprefix("stadt")
    if title in language.town_offices or word in language.town_offices:
        return "place"
    if title in language.company_offices | _PRESIDENTS:
        return "organisation"
    openings = language.company_openings if language.code == "de" else ()
    return "organisation" if any(title.startswith(opening) for opening in openings) else None
