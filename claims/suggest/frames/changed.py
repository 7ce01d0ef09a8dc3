"""Changes of a measure in percent: "Der Umsatz von X stieg um 12 Prozent", "exports fell by a third"."""

from collections.abc import Iterator, Mapping, Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.frames.measured import get_dimension
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.triggers import Hit
from claims.values.value import EntityValue, Quantity
from claims.vocabulary import Unit

_BY = frozenset({"um", "by"})
_FALLING = frozenset({
    *("verbilligte", "verbilligten", "verbilligt", "verlor", "verloren", "verliert", "sank"),
    *("sanken", "fiel", "fielen", "gesunken", "gefallen", "sinkt", "sinken", "fällt", "fallen"),
    *("schrumpfte", "schrumpften", "geschrumpft", "schrumpft", "eingebrochen", "einbrach"),
    *("brach", "brachen", "zurückgegangen", "zurückging", "verringerte", "verringerten"),
    *("verringert", "reduzierte", "reduzierten", "reduziert", "abgenommen", "abnahm", "minus"),
    *("rückgang", "einbruch", "fell", "falling", "dropped", "dropping", "declined", "shrank", "shrunk"),
    *("shrinking", "shrink", "shrinks", "down", "decreased", "slumped", "plunged", "sunk", "slid"),
    *("contracted", "tumbled", "reduced", "cut", "lost", "decline", "drop"),
})  # fmt: skip
_SPLIT = {"zurück": {"ging", "gingen", "geht", "gehen"}, "ab": {"nahm", "nahmen", "nimmt"}}
"""Verbs that tell of a fall only with their particle."""
_OF_COMPANIES = (
    *(
        "umsatz",
        "umsätze",
        "gewinn",
        "ergebnis",
        "einnahmen",
        "absatz",
        "auslieferungen",
        "kosten",
        "schulden",
    ),
    *("verschuldung", "auftragseingang", "produktion", "aktie", "aktien", "kurs", "mitarbeiterzahl"),
    *(
        "revenue",
        "revenues",
        "profit",
        "income",
        "sales",
        "shares",
        "earnings",
        "debt",
        "orders",
        "deliveries",
        "shipments",
    ),
)
"""How the words end that measure a company."""
_ONWARD = frozenset({"that", "dass"})
_LINKS = frozenset({"von", "der", "des", "aus", "an", "in", "of", "the", "from", "for", "für", "mit"})
_SCORE = 0.66
_LONGEST = 7


def propose_changed(
    reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit], memory: Memory
) -> Iterator[Draft]:
    """Yield the change of the measure that the clause begins with.

    A measure without a name of its own is that of what the sentences before were about.
    """
    changing = [hit for hit in hits if hit.trigger.predicate.key == "change"]
    if not changing:
        return
    items = reading.items
    for place, item in enumerate(items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        if get_dimension(item.value.value, units) != "percent" or place == 0:
            continue
        near = [
            hit for hit in changing if items[hit.last].clause == item.clause and _says_by(reading, hit, place)
        ]
        phrase = _read_subject(reading, near[0], place) if near else None
        if phrase is None:
            continue
        first, last = phrase
        label = _name_measure(reading, phrase, hits, memory)
        if label is None:
            continue
        subject = Mention(
            items[first].start, items[last].end, EntityValue(label, None, "class"), 0, 0, "pattern"
        )
        value = _sign(item.value.value, {other.low for other in items if other.clause == item.clause})
        trigger = items[near[0].first]
        yield Draft("change", subject, value, near[0].last, {first, last, place, near[0].first, near[0].last}, _SCORE,
                    [f"trigger “{trigger.text}”", f"figure “{item.text}”", f"measure “{label}”"], value_item=place,
                    value_at=(item.start, item.end), subject_at=(subject.start, subject.end))  # fmt: skip


def _says_by(reading: Reading, hit: Hit, place: int) -> bool:
    """Tell whether the figure says by how much: behind "um", or right behind an English verb ("fell 5 percent")."""
    items = reading.items
    if items[place - 1].low in _BY:
        return True
    if hit.first == place - 1 and items[place - 1].low in _LOSING:
        return True
    return reading.language.code == "en" and hit.last == place - 1 and items[place - 1].low not in _NOUNS


_LOSING = frozenset({"verlor", "verloren", "verliert"})
_NOUNS = frozenset({"of", "a", "to", "growth", "rise", "decline", "drop", "fall"})


def _name_measure(
    reading: Reading, phrase: tuple[int, int], hits: Sequence[Hit], memory: Memory
) -> str | None:
    """Return the measure's name with whose it is ("Umsatz (SAP)"), None where nobody says whose."""
    first, last = phrase
    items = reading.items
    label = reading.text[items[first].start : items[last].end]
    if any(items[place].mention is not None for place in range(first, last + 1)):
        return label
    kinds = [hit.trigger.predicate.subject_kinds for hit in hits if first <= hit.first <= last]
    tail = items[last].low if first == last or reading.language.code == "en" else items[first].low
    of_a_company = ("organisation",) in {tuple(kind) for kind in kinds} or tail.endswith(_OF_COMPANIES)
    owner = memory.find_last(
        ("organisation",) if of_a_company else ("place", "product"), reach=3, paragraphs=0
    )
    specific = reading.language.code == "de" and _is_specific(items[last].low)
    named = any(items[place].low in _LINKS for place in range(first, last + 1))
    if owner is None and of_a_company and not specific and not named:
        return None
    if owner is None or ((first < last or specific) and not of_a_company):
        return label if first < last or specific else None
    return f"{label} ({owner[0].entity.label})"


def _is_specific(noun: str) -> bool:
    """Tell whether a compound says itself of what it is a measure ("Kaffeepreis")."""
    return any(noun.endswith(end) and len(noun) > len(end) + 2 for end in _MEASURES)


_MEASURES = (
    *(
        "preis",
        "preise",
        "preisen",
        "miete",
        "mieten",
        "verbrauch",
        "ernte",
        "nachfrage",
        "gebühren",
        "tarife",
    ),
    *("löhne", "renten", "exporte", "importe", "ausstoß", "ausfuhren", "einfuhren", "beiträge"),
)


def _sign(value: Quantity, words: set[str]) -> Quantity:
    """Return a fall as a negative figure; its bounds change sides."""
    split = any(particle in words and words & verbs for particle, verbs in _SPLIT.items())
    if not (words & _FALLING or split) or value.amount.startswith("-"):
        return value
    lo = None if value.hi is None else -value.hi
    hi = None if value.lo is None else -value.lo
    turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
    comparator = turned.get(value.comparator, value.comparator)
    return Quantity("-" + value.amount, lo, hi, comparator, value.unit, None, value.text)  # type: ignore[arg-type]  # turned maps comparators to comparators


def _read_subject(reading: Reading, hit: Hit, figure: int) -> tuple[int, int] | None:
    """Return the noun phrase that opens the figure's clause, with the name that belongs to it."""
    items, language = reading.items, reading.language
    clause = items[figure].clause
    if language.code == "de" and items[hit.first].text[0].isupper():
        return _read_genitive(reading, hit.last + 1)
    start = max((n for n in range(hit.first) if _leads_on(reading, n, clause)), default=-1) + 1
    places = [n for n in range(start, len(items)) if items[n].clause == clause and not items[n].is_mark]
    if language.code == "de" and places and items[places[0]].low in language.prepositions:
        places = [n for n in places if hit.first < n < figure]
    first = next((place for place in places if items[place].low not in language.articles), None)
    if first is None or items[first].low in language.prepositions | language.function_words:
        return None
    if hit.first == first or items[first].value is not None:
        return None
    if language.code == "en" and hit.first > first:
        end = _find_english_end(reading, first, hit.first)
        return None if end is None or _is_bare_name(reading, first, end) else (first, end)
    last = first
    while last - first < _LONGEST and last + 1 < len(items) and items[last + 1].clause == clause:
        following = items[last + 1]
        links = following.low in _LINKS
        noun = following.mention is not None or (following.is_word and following.text[0].isupper())
        owner = items[last].mention
        owned = owner is not None and owner.owns and language.code == "en"
        if not (links or noun or owned or (items[last].low in _LINKS and leads_to_name(following, language))):
            break
        last += 1
    while last > first and items[last].low in _LINKS:
        last -= 1
    if language.code == "en" and hit.first > last and not _follows(reading, last, hit.first):
        return None
    if _is_bare_name(reading, first, last):
        return None
    is_noun = any(items[n].mention or items[n].text[0].isupper() for n in range(first, last + 1))
    return (first, last) if is_noun or language.code == "en" else None


def _find_english_end(reading: Reading, first: int, verb: int) -> int | None:
    """Return the last item of the noun phrase before an English verb: "Consumer prices in Britain rose"."""
    items, language = reading.items, reading.language
    last = verb - 1
    while last > first and (items[last].low in language.function_words or items[last].low.endswith("ly")):
        last -= 1
    if items[last].value is not None and last - 2 >= first:
        last -= 2  # "prices in March rose"
    inside = items[first : last + 1]
    plain = all(item.value is None and not (item.is_mark and item.text not in "'’") for item in inside)
    verbs = any(item.is_word and item.low.endswith("ed") and item.text.islower() for item in inside)
    return last if plain and not verbs and last - first < _LONGEST else None


def _read_genitive(reading: Reading, first: int) -> tuple[int, int] | None:
    """Return what a noun such as "Rückgang" is of: "Rückgang der Ausfuhren um 3 Prozent"."""
    items = reading.items
    if first + 1 >= len(items) or items[first].low not in {"der", "des", "von", "bei", "beim"}:
        return None
    last = first + 1
    while (
        last + 1 < len(items)
        and leads_to_name(items[last], reading.language)
        and items[last].text[0].islower()
    ):
        last += 1
    noun = items[last]
    return (last, last) if noun.is_word and noun.text[0].isupper() else None


def _is_bare_name(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a phrase only names somebody ("der Verband BGA"), who is no measure."""
    items = reading.items
    named = items[last].mention
    return (
        named is not None
        and not named.owns
        and named.kind in {"organisation", "person"}
        and all(items[n].descriptor is not None or items[n].mention is not None for n in range(first, last))
    )


def _leads_on(reading: Reading, place: int, clause: int) -> bool:
    """Tell whether a clause of what was said begins behind an item ("said revenue rose", "predicted that")."""
    item, saying = reading.items[place], reading.language.saying
    said = reading.language.code == "en" and any(item.low in forms for forms in saying.values())
    return item.clause == clause and (item.low in _ONWARD or said)


def _follows(reading: Reading, last: int, verb: int) -> bool:
    """Tell whether only auxiliaries and adverbs stand between a noun phrase and its verb."""
    between = reading.items[last + 1 : verb]
    return all(item.low in reading.language.function_words or item.low.endswith("ly") for item in between)
