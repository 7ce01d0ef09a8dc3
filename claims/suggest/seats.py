"""Of what somebody holds an office when the sentence does not say: what the sentences before were about.

"Bürgermeisterin Jana Tiedemann" governs the one town that was named, "Konzernchef Sam Altman" leads the one company.
Where two come in question nothing is said.
"""

from claims.suggest.anaphora import Memory
from claims.suggest.language import Language
from claims.suggest.mention import Mention
from claims.suggest.reading import Reading

_REACH = 3


def find_seat_before(reading: Reading, place: int, title: str, memory: Memory) -> Mention | None:
    """Return what the office `title` at item `place` must be of, None where that is not clear."""
    kind = get_seat_kind(title.lower(), reading.language)
    if kind is None:
        return None
    here = [
        item.mention
        for item in reading.items
        if item.mention is not None and item.mention.kind == kind and not item.mention.modifies
    ]
    if any(mention.start < reading.items[place].start for mention in here):
        return None
    found = memory.find_only(kind, reach=_REACH)
    return None if found is None or here else found


def get_seat_kind(title: str, language: Language) -> str | None:
    """Return what an office is of: a town or state, a company or other body; None where the word does not tell."""
    word = title.removeprefix("ober").removeprefix("stadt")
    if title in language.town_offices or word in language.town_offices:
        return "place"
    if title in language.company_offices:
        return "organisation"
    openings = language.company_openings if language.code == "de" else ()
    return "organisation" if any(title.startswith(opening) for opening in openings) else None
