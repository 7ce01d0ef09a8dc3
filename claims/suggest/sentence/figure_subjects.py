"""What a figure is said of where the rule is not the nearest name: fines, investments, lists of figures."""

from collections.abc import Collection, Sequence

from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import Choice
from claims.suggest.sentence.triggers import Hit


def is_fining(reading: Reading, hit: Hit) -> bool:
    """Tell whether the sentence says who lays a fine on whom, so that the nearest name may be the court."""
    against = any(item.low in {"gegen", "against"} for item in reading.items)
    return against or _is_active(reading, hit)


def _is_active(reading: Reading, hit: Hit) -> bool:
    items, before = reading.items, reading.items[max(0, hit.first - 3) : hit.first]
    passive = any(item.low in reading.language.passives for item in before)
    return items[hit.first].low in {"fined", "fines"} and not passive


def choose_fined(reading: Reading, kinds: Collection[str], hit: Hit) -> Choice | None:
    """Return on whom a fine is laid: "fined X 22 million", "verurteilte X zu", "verhängte gegen X"."""
    items = reading.items
    active = _is_active(reading, hit)
    leads = range(hit.first + 1, len(items)) if active else ()
    against = [n + 1 for n, item in enumerate(items) if item.low in {"gegen", "against"}]
    for place in (*leads, *(n for lead in against for n in range(lead, min(len(items), lead + 5)))):
        mention = items[place].mention
        if mention is not None and mention.kind in kinds and not mention.modifies and not mention.owns:
            return Choice(place, items[place].group, _DOUBT if mention.origin == "place" else 0.0, None)
    return None


_DOUBT = 0.2


def choose_invested(reading: Reading, kinds: Collection[str], hit: Hit) -> Choice | None:
    """Return in what somebody invests: the name behind "in" and the verb."""
    for place in range(hit.last + 1, len(reading.items)):
        mention = reading.items[place].mention
        if mention is not None and mention.kind in kinds and mention.origin != "described":
            led = any(item.low in {"in", "into"} for item in reading.items[max(0, place - 4) : place])
            return Choice(place, reading.items[place].group, 0.1, None) if led else None
    return None


def choose_between(
    reading: Reading, kinds: Collection[str], answered: Sequence[int], place: int
) -> Choice | None:
    """Return the name between this figure and the one answered before ("A got 28 percent, B 20")."""
    before = max((other for other in answered if other < place), default=place)
    for number in range(place - 1, before, -1):
        mention = reading.items[number].mention
        if mention is not None and not mention.modifies and mention.kind in kinds:
            return Choice(number, reading.items[number].group, 0.1, None)
    return None


def find_voted(reading: Reading, place: int) -> int | None:
    """Return the item behind "for" that says for whom a share of votes is: "38 percent would vote for X"."""
    items, segment = reading.items, reading.items[place].segment
    for number in range(place + 1, len(items) - 1):
        if items[number].segment != segment or items[number].value is not None:
            return None
        if items[number].low in {"for", "für"}:
            behind = number + 1 + (items[number + 1].low in reading.language.articles)
            return behind if behind < len(items) and items[behind].text[0].isupper() else None
    return None


def choose_voted(reading: Reading, place: int) -> Choice | None:
    """Return the name at an item that a share of votes is for; None where nobody knows it."""
    return Choice(place, reading.items[place].group, 0.05, None) if reading.items[place].group else None
