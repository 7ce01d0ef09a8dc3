"""Shares, changes and ranks: figures that are said of a class of things or within a ranking."""

from collections.abc import Iterator, Mapping, Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.frames.measured import get_dimension
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.subjects import choose_subject
from claims.suggest.sentence.triggers import Hit
from claims.values.value import EntityValue, Quantity
from claims.vocabulary import Unit, Vocabulary

_LONGEST_CLASS = 6
_OF = {"der", "des", "aller", "von", "of"}
_AMONG = {"de": ("zu", "den"), "en": ("among", "the")}
_SUPERLATIVE = {"de": ("sten", "ste", "ster", "stes", "ßten", "ßte"), "en": ("est",)}


def propose_classes(
    reading: Reading, hits: Sequence[Hit], memory: Memory, vocabulary: Vocabulary, units: Mapping[str, Unit]
) -> Iterator[Draft]:
    """Yield shares of a class and ranks of a name."""
    for place, item in enumerate(reading.items):
        if item.value is None or not isinstance(item.value.value, Quantity):
            continue
        dimension = get_dimension(item.value.value, units)
        is_fraction = "/" in item.value.value.amount
        if "share" in vocabulary.predicates and (dimension == "percent" or is_fraction):
            yield from _propose_share(reading, place, item.value.value, hits)
        if "rank" in vocabulary.predicates:
            yield from _propose_rank(reading, place, item.value.value, dimension, memory, vocabulary)


def _propose_share(reading: Reading, place: int, value: Quantity, hits: Sequence[Hit]) -> Iterator[Draft]:
    """Read "31 percent of smokers reported X": a share with its base, said of X."""
    items = reading.items
    taken = {"vote_share", "change", "rate", "profit", "revenue", "owner"}
    led = items[place - 1].low if place else ""
    if led in {"in", "auf", "mit", "um", "bei", "by", "to", "at", "with"}:
        return
    near = [
        h for h in hits if h.trigger.predicate.key in taken and items[h.last].clause == items[place].clause
    ]
    told = None if near or place + 2 >= len(items) else read_base(reading, place)
    if told is None:
        return
    base, where, behind = told
    base_last = behind - 1 - 2 * (where is not None)
    said = (
        _read_rest(reading, behind)
        or _read_inverted(reading, place, behind)
        or _read_clause_before(reading, place)
    )
    where = where or _read_where(reading, _find_clause(reading, place))
    reasons = [f"share “{items[place].text}” of “{base}”"]
    qualifiers = {"of": base, **_find_study(reading), **({"place": where} if where else {})}
    if said is None:
        yield Draft(None, None, value, place, set(range(place, base_last + 1)), 0.5, [*reasons, "what it is a share in is not clear"],
                    value_item=place, value_at=(items[place].start, items[place].end), qualifiers=qualifiers, snak="untyped")  # fmt: skip
        return
    first, last = said
    label = reading.text[items[first].start : items[last].end]
    subject = Mention(items[first].start, items[last].end, EntityValue(label, None, "class"), 0, 0, "pattern")
    yield Draft("share", subject, value, place, set(range(min(place, first), max(base_last, last) + 1)), 0.7, reasons, value_item=place,
                value_at=(items[place].start, items[place].end), subject_at=(subject.start, subject.end),
                qualifiers=qualifiers)  # fmt: skip


def read_base(reading: Reading, place: int) -> tuple[str, str | None, int] | None:
    """Return what the share at item `place` is of, where, and the first item behind both."""
    items = reading.items
    first = place + 1
    if first >= len(items):
        return None
    if items[first].low in _OF:
        first += 1
    elif not (items[first].is_word and items[place].low.startswith(("jede", "every", "one in"))):
        return None
    last = _read_noun_phrase(reading, first)
    if last is None:
        return None
    base = reading.text[items[first].start : items[last].end]
    where = _read_where(reading, last + 1)
    plain = _to_nominative(base) if reading.language.code == "de" else base
    return plain, where, last + 1 + 2 * (where is not None)


def _read_where(reading: Reading, place: int) -> str | None:
    """Return the place behind the group that a share is of ("of households in Dunmore")."""
    items = reading.items
    if place + 1 >= len(items) or items[place].low not in {"in", "im"}:
        return None
    mention = items[place + 1].mention
    return mention.entity.label if mention is not None and mention.kind == "place" else None


def _find_clause(reading: Reading, place: int) -> int:
    """Return the first item of the clause of item `place`."""
    items = reading.items
    return next(n for n, item in enumerate(items) if item.clause == items[place].clause)


def _read_inverted(reading: Reading, place: int, behind: int) -> tuple[int, int] | None:
    """Return what the group has where the German verb stands before the figure: "heizen 64 Prozent … mit Gas"."""
    items, language = reading.items, reading.language
    verb = items[place - 1] if place else None
    told = verb is not None and verb.is_word and verb.text[0].islower() and verb.low.endswith("en")
    if language.code != "de" or not told or verb is None or verb.low in language.function_words:
        return None
    first = behind
    while first < len(items) and items[first].low in language.prepositions | language.determiners:
        first += 1
    last = _read_noun_phrase(reading, first)
    ends = last is not None and (last + 1 == len(items) or items[last + 1].is_mark)
    return (first, last) if last is not None and ends else None


def _read_clause_before(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the class that the "dass" clause before the figure is about."""
    items, language = reading.items, reading.language
    that = next((n for n in range(place - 1, -1, -1) if items[n].low in {"dass", "that"}), None)
    if that is None or language.code != "de":
        return None
    last = _read_noun_phrase(reading, that + 1)
    plain = last is not None and not any(
        items[n].low in language.function_words for n in range(that + 1, last)
    )
    return (that + 1, last) if last is not None and plain else None


def _find_study(reading: Reading) -> dict[str, str]:
    """Return the study that a share comes from, if the sentence says whose it is."""
    items, language = reading.items, reading.language
    for number in range(len(items) - 2):
        item, owner = items[number], items[number + 2].mention
        if (
            item.low in language.object_sayers
            and items[number + 1].low in language.links
            and owner is not None
        ):
            return {"study": f"{item.text} {items[number + 1].text} {owner.entity.label}"}
    return {}


def _to_nominative(phrase: str) -> str:
    """Return a German genitive plural with its adjective as in the nominative ("untersuchten Fälle")."""
    *adjectives, noun = phrase.split()
    plain = [word[:-1] if word.endswith("en") and word[0].islower() else word for word in adjectives]
    return " ".join([*plain, noun])


def _read_noun_phrase(reading: Reading, first: int) -> int | None:
    """Return the last item of the class named from item `first` on, None if there is no noun."""
    items, language = reading.items, reading.language
    for place in range(first, min(len(items), first + _LONGEST_CLASS)):
        item = items[place]
        if item.is_mark or item.value is not None:
            return None
        if language.code == "de" and (item.text[0].isupper() or item.mention is not None):
            return place
        if (
            (
                language.code == "en"
                and item.is_word
                and item.low.endswith(("s", "people", "men", "women", "children"))
            )
            and item.low not in language.function_words
            and len(item.low) > 3
        ):
            return place
    return None


def _is_apostrophe(items: Sequence[Item], place: int) -> bool:
    """Tell whether a mark stands inside a word ("the mayor's plan")."""
    inside = 0 < place < len(items) - 1
    return inside and items[place].text in {"'", "’"} and items[place + 1].start == items[place].end


def _read_rest(reading: Reading, first: int) -> tuple[int, int] | None:
    """Return the items of what the group did or has, without the verb: "breathlessness at night"."""
    items, language = reading.items, reading.language
    if (
        first >= len(items)
        or items[first].is_mark
        or items[first].low in language.joiners | language.prepositions
    ):
        return None
    last = first
    while (
        last + 1 < len(items)
        and (not items[last + 1].is_mark or _is_apostrophe(items, last + 1))
        and (items[last + 1].segment == items[first].segment)
    ):
        last += 1
    start = first + 1 if items[first].is_word else first
    if items[start : start + 1] and items[start].low == "laut":
        start = _skip_source(items, start, last)
    while start < last and (
        items[start].low in language.function_words or items[start].low in language.determiners
    ):
        start += 1
    if language.code == "de" and last > start and items[last].is_word and items[last].text[0].islower():
        last -= 1
    if (
        any(item.value is not None for item in items[start : last + 1])
        or items[last].low in language.prepositions
    ):
        return None
    return (start, last) if start <= last and items[first].is_word and last - start < 8 else None


def _skip_source(items: Sequence[Item], place: int, last: int) -> int:
    """Return the item behind who is cited for a share in the midst of it: "nutzen laut einer Umfrage KI"."""
    while place < last and not items[place].text[0].isupper():
        place += 1
    return place + 1


def _propose_rank(
    reading: Reading, place: int, value: Quantity, dimension: str, memory: Memory, vocabulary: Vocabulary
) -> Iterator[Draft]:
    """Read "drittgrößte", "Platz 3" and "zu den drei größten": a rank, or at most a rank."""
    items = reading.items
    rank = value if dimension == "rank" else _read_top(reading, place, value)
    if rank is None:
        return
    predicate = vocabulary.predicates["rank"]
    choice = choose_subject(reading, predicate.subject_kinds, place, place, memory)
    if choice is None:
        return
    mention = choice.mentions[0]
    category = _read_category(reading, place)
    covers = {place} | ({choice.item} if choice.item >= 0 else set())
    covers |= {category[1]} if category else set()
    reasons = [f"rank “{items[place].text}”", *([choice.reason] if choice.reason else [])]
    before_name = 0 < choice.item - place <= _NAME_WITHIN  # "world number one X will not play" denies no rank
    yield Draft("rank", mention, rank, place, covers, 0.75 - choice.doubt, reasons, value_item=place,
                value_at=(items[place].start, items[place].end), qualifiers={"category": category[0]} if category else {},
                subject_at=(mention.start, mention.end) if choice.item >= 0 else None,
                polarity="asserted" if before_name else None, modality="happened" if before_name else None)  # fmt: skip


_NAME_WITHIN = 3
"""How far behind its rank the name stands that the rank only introduces."""


def _read_top(reading: Reading, place: int, value: Quantity) -> Quantity | None:
    """Return the rank that "zu den drei größten" implies: at most the number."""
    items, code = reading.items, reading.language.code
    if value.unit is not None or not value.amount.isdigit() or place + 1 >= len(items):
        return None
    lead = tuple(item.low for item in items[max(0, place - 2) : place])
    follows = items[place + 1].low.endswith(_SUPERLATIVE[code])
    top = bool(lead) and lead[-1] == "top"
    if not (
        top
        or (lead == _AMONG[code] and follows)
        or (lead[-1:] == ("der",) and lead[:1] == ("einer",) and follows)
    ):
        return None
    text = reading.text[items[place].start : items[place + 1].end]
    return Quantity(value.amount, 1.0, float(int(value.amount) + 1), "<=", "rank", None, text)


def _read_category(reading: Reading, place: int) -> tuple[str, int] | None:
    """Return what the ranking is of: the noun behind the superlative."""
    items = reading.items
    for number in range(place + 1, min(len(items), place + 5)):
        item: Item = items[number]
        if item.is_mark or (item.mention is not None and not item.mention.modifies):
            return None
        is_noun = (
            item.text[0].isupper()
            if reading.language.code == "de"
            else item.text[0].islower() and item.low not in reading.language.function_words
        )
        if item.is_word and is_noun and not item.low.endswith(_SUPERLATIVE[reading.language.code]):
            return item.text, number
    return None
