"""Who holds or held which office: "Außenminister Wang Yi", "Clara Voss, CEO of Arden"."""

from collections.abc import Iterator

from claims.suggest.entities.mention import BY_PLACE, Mention
from claims.suggest.entities.names import NameTable
from claims.suggest.frames.seats import find_seat_before
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language
from claims.suggest.words.offices import name_office
from claims.values.value import EntityValue, StringValue

_FORMER_PREFIXES = ("ex-", "former-")
_TRUST = 0.85
_DOUBT = 0.2
_SEATS = ("organisation", "place")


def propose_offices(reading: Reading, names: NameTable, memory: Memory) -> Iterator[Draft]:
    """Yield the holder of each office that a sentence names together with a person.

    "Konzernchef" without a name beside it is that of the company that the sentences before were about.
    """
    behind = 0
    for place in range(len(reading.items)):
        office = _read_office(reading, place) if place >= behind else None
        if office is None:
            continue
        title, width, seat_in_compound = office
        behind = place + width  # "finance minister" is no "minister" besides
        person = _find_person(reading, place, place + width)
        if person is None:
            continue
        seat = seat_in_compound or _find_seat(reading, place, place + width, names)
        before = reading.items[place - 1].low if place else ""
        if seat is None and before not in reading.language.deputy and not _is_former(reading, place, title):
            yield from _make_from_before(reading, (place, width, title), person, memory)
            continue
        yield from _make_drafts(reading, place, title, width, person, seat)


def _make_from_before(
    reading: Reading, office: tuple[int, int, str], person_at: int, memory: Memory
) -> Iterator[Draft]:
    place, width, title = office
    found = find_seat_before(reading, place, title, memory)
    if found is None:
        return
    for draft in _make_drafts(reading, place, title, width, person_at, found.entity):
        draft.score -= _DOUBT
        draft.reasons.append(f"of {found.entity.label}, from a sentence before")
        yield draft


def _read_office(reading: Reading, place: int) -> tuple[str, int, Mention | None] | None:
    """Return title, number of items, and the seat of an office in a compound ("OpenAI-Chef")."""
    items = reading.items
    item = items[place]
    if item.mention is not None:
        head = (item.mention.head or "").lower()
        return (
            (item.mention.head or "", 1, item.mention)
            if head
            and reading.language.is_office(head)
            and item.mention.kind in _SEATS
            and not _is_of_government(head, item.mention, reading.language)
            else None
        )
    if not item.is_word:
        return None
    for width in reading.language.list_office_widths(item.low):
        run = items[place : place + width]
        phrase = " ".join(word.low for word in run)
        if len(run) == width and reading.language.is_office(phrase):
            return reading.text[run[0].start : run[-1].end], width, None
    for prefix in _FORMER_PREFIXES:
        if item.low.startswith(prefix) and reading.language.is_office(item.low.removeprefix(prefix)):
            return item.text, 1, None
    return None


def _is_of_government(head: str, seat: Mention, language: Language) -> bool:
    """Tell whether a party only says of which colour somebody in office is: "SPD-Wirtschaftsminister"."""
    return head.endswith(_GOVERNING) and seat.entity.label.lower() in language.parties


_GOVERNING = (
    *("minister", "ministerin", "ministerpräsident", "ministerpräsidentin", "kanzler", "kanzlerin"),
    *(
        "bürgermeister",
        "bürgermeisterin",
        "senator",
        "senatorin",
        "landrat",
        "landrätin",
        "kommissar",
        "kommissarin",
    ),
    *("mayor", "governor", "congressman", "congresswoman"),
)


def _find_person(reading: Reading, first: int, behind: int) -> int | None:
    """Return the item of the person who is named beside the office: behind it, or before a comma."""
    items = reading.items
    for place in range(behind, min(len(items), behind + 6)):
        item = items[place]
        if item.mention is not None and item.mention.kind == "person" and item.mention.origin != "pronoun":
            return place
        linking = (
            item.low in reading.language.links | reading.language.articles | _BEING
            or item.text == ","
            or (item.descriptor in _SEATS and item.is_word)
        )
        if not linking and item.mention is None:
            break
    for place in range(first - 1, max(-1, first - 5), -1):
        item = items[place]
        if item.mention is not None and item.mention.kind == "person":
            between = {items[n].low for n in range(place + 1, first)}
            return place if between & ({","} | _BEING | _AS) else None
        describing = reading.language.determiners | reading.language.former | _BEING | _AS | _NEW
        if item.text != "," and item.low not in describing and item.mention is None and item.value is None:
            break
    return None


_BEING = frozenset({"ist", "heißt", "bleibt", "wird", "is", "remains"})
_NEW = frozenset(
    {"new", "next", "first", "neue", "neuen", "neuer", "erste", "ersten", "künftige", "künftiger"}
)
_AS = frozenset({"as", "als", "zum", "zur"})


def _find_seat(reading: Reading, first: int, behind: int, names: NameTable) -> EntityValue | None:
    """Return the organisation or state of the office: "von X" behind it, "X's" or an adjective before it."""
    items, language = reading.items, reading.language
    for place in range(behind, min(len(items), behind + 4)):
        mention = items[place].mention
        if mention is not None:
            linked = place > behind and mention.kind in _SEATS and items[behind].low in language.links
            if linked:
                department = any(items[n].low in language.prepositions for n in range(behind + 1, place))
                return None if department else mention.entity  # "head of sales at Siemens" heads a part of it
            if mention.kind != "person":
                break
    owner = _find_owner(reading, first)
    if owner is not None:
        return owner
    for place in range(first - 1, max(-1, first - 5), -1):
        item = items[place]
        if item.low in names.adjectives:
            return names.adjectives[item.low]
        if item.mention is not None:
            beside = item.mention.owns or place == first - 1
            named = item.mention.kind in _SEATS and not _ends_name(reading, place)
            return item.mention.entity if named and beside else None
        if item.is_mark or item.low in language.function_words:
            break
    return None


_OWN = frozenset({"its", "their", "seine", "seinen", "seinem", "seiner", "ihre", "ihren", "ihrem", "ihrer"})


def _find_owner(reading: Reading, first: int) -> EntityValue | None:
    """Return whose office "its new chancellor" or "the company's chief" is: the name that the words stand for."""
    items = reading.items
    before = items[first - 2 : first] if first > 1 else []
    if [item.text for item in before] in (["'", "s"], ["’", "s"]):
        owner = items[first - 3].mention if first > 2 else None
        return owner.entity if owner is not None and owner.kind in _SEATS else None
    own = next((n for n in range(first - 1, max(-1, first - 3), -1) if items[n].low in _OWN), None)
    if own is None:
        return None
    named = [i.mention for i in items[:own] if i.mention is not None and i.mention.kind == "organisation"]
    return named[0].entity if len({mention.entity.label for mention in named}) == 1 else None


def _ends_name(reading: Reading, place: int) -> bool:
    """Tell whether a country is the end of a name that nobody knows: "Environment Canada spokesperson"."""
    item, before = reading.items[place], reading.items[place - 1] if place else None
    if (
        item.mention is None
        or item.mention.kind != "place"
        or before is None
        or reading.language.code != "en"
    ):
        return False
    described = reading.language.former | reading.language.function_words | reading.language.determiners
    return (
        before.is_word and before.mention is None and before.text[0].isupper() and before.low not in described
    )


def _is_former(reading: Reading, first: int, title: str) -> bool:
    near = reading.items[max(0, first - 3) : first]
    return title.lower().startswith(_FORMER_PREFIXES) or any(
        item.low in reading.language.former for item in near
    )


def _make_drafts(
    reading: Reading, first: int, title: str, width: int, person_at: int, seat: Mention | EntityValue | None
) -> Iterator[Draft]:
    items = reading.items
    person = items[person_at].mention
    if person is None:
        return
    held_by = seat.entity if isinstance(seat, Mention) else seat
    plain = title[title.index("-") + 1 :] if title.lower().startswith(_FORMER_PREFIXES) else title
    start = _find_phrase_start(items, first, person_at, reading)
    covers = set(range(min(start, person_at), max(first + width, person_at + 1)))
    covers |= _cover_seat(items, first, width, held_by)
    if _is_former(reading, first, title):
        office = f"{plain} ({held_by.label})" if held_by else plain
        reasons = [f"office “{title}” of the past"]
        value = StringValue(office)
        yield Draft("former_office", person, value, first, covers, _TRUST, reasons, subject_at=(person.start, person.end),
                    value_at=(items[first].start, items[first + width - 1].end), span=_span(items, covers), polarity="asserted", modality="happened")  # fmt: skip
    elif held_by is not None:
        subject = Mention(items[first].start, items[first + width - 1].end, held_by, 0, 0)
        near = [m for n in sorted(covers) if (m := items[n].mention) is not None]
        placed = any(m.origin == "place" and m.entity in (held_by, person.entity) for m in near)
        reasons = [f"office “{title}” beside a name", *([BY_PLACE] if placed else [])]
        yield Draft("office_holder", subject, person.entity, first, covers, _TRUST - _DOUBT * placed, reasons,
                    value_item=person_at, value_at=(person.start, person.end), qualifiers={"office": name_office(plain, reading.language)},
                    span=_span(items, covers), polarity="asserted", modality=_get_modality(items, covers))  # fmt: skip


def _get_modality(items: list[Item], covers: set[int]) -> str:
    """Return "planned" for an office that somebody is to hold ("X wird neue Direktorin des Museums")."""
    return "planned" if any(items[n].low == "wird" for n in covers) else "happened"


def _span(items: list[Item], covers: set[int]) -> tuple[int, int]:
    return items[min(covers)].start, items[max(covers)].end


def _find_phrase_start(items: list[Item], first: int, person_at: int, reading: Reading) -> int:
    start = min(first, person_at)
    while start > 0 and start > first - 4:
        item = items[start - 1]
        adjective = item.is_word and item.text[0].islower() and item.low.endswith(("en", "e", "er"))
        describes = (
            item.low in reading.language.determiners or item.low in reading.language.former or adjective
        )
        owner = item.mention is not None and item.mention.owns
        if (
            not (describes or owner)
            or item.low in reading.language.function_words - reading.language.determiners
        ):
            break
        start -= 1
    return start


def _cover_seat(items: list[Item], first: int, width: int, seat: EntityValue | None) -> set[int]:
    if seat is None:
        return set()
    near = range(first + width, min(len(items), first + width + 4))
    named = [n for n in near if (m := items[n].mention) is not None and m.entity == seat]
    return set(range(first, named[0] + 1)) if named else set()
