"""Claims that give a date: a trigger, the date of its clause, and what the trigger is said of."""

from collections.abc import Iterator, Sequence

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.answered import choose_answered
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import choose_subject, is_attributive
from claims.suggest.sentence.trigger_sense import (
    is_again,
    is_in_passing,
    is_lift_off,
    is_of_another,
    only_describes,
    strikes_another,
)
from claims.suggest.sentence.triggers import Hit, quote_hit
from claims.suggest.sentence.unknown_runs import find_lead
from claims.values.value import Date

_FARTHEST = 18
_CERTAIN = 0.9
_OWN_FRAMES = frozenset({"target_date"})
"""Dated predicates that need more than a trigger and a date; `goals.py` reads them."""


def propose_dated(reading: Reading, hits: Sequence[Hit], memory: Memory) -> Iterator[Draft]:
    """Yield a claim for each trigger of a dated predicate that has a date in its clause."""
    dates = [
        place for place, item in enumerate(reading.items) if item.value and isinstance(item.value.value, Date)
    ]
    if not dates:
        yield from _propose_never(reading, hits, memory)
        return
    if len(dates) > 1:
        dates = [place for place in dates if not _is_of_name(reading, place)]
    dated = [
        hit
        for hit in hits
        if hit.trigger.predicate.value_type == "date" and hit.trigger.predicate.key not in _OWN_FRAMES
    ]
    for hit in dated:
        if is_again(reading, hit) or strikes_another(reading, hit) or only_describes(reading, hit):
            continue
        for place in _choose_dates(reading, hit, dates, dated):
            yield from _make_drafts(reading, hit, place, memory)


def _is_of_name(reading: Reading, place: int) -> bool:
    """Tell whether a year only says which edition is meant ("The Harl Games 2020 were held in July 2021")."""
    item, before = reading.items[place], reading.items[place - 1] if place else None
    event = before is not None and before.mention is not None and before.mention.kind == "event"
    return before is not None and event and item.text.isdigit() and item.start - before.end == 1


def _choose_dates(reading: Reading, hit: Hit, dates: Sequence[int], rivals: Sequence[Hit]) -> list[int]:
    """Return the dates a trigger speaks of: the nearest, and the one it is corrected to."""
    best, best_cost = -1, 3.0
    for place in dates:
        cost = _price(reading, hit, place)
        taken = any(
            _price(reading, rival, place) + 0.3 < cost
            for rival in rivals
            if rival.trigger.predicate is not hit.trigger.predicate and rival.first != hit.first
        )
        if not taken and cost < best_cost:
            best, best_cost = place, cost
    if best < 0:
        return []
    return [best, *_find_corrections(reading, best, dates)]


def _price(reading: Reading, hit: Hit, place: int) -> float:
    items = reading.items
    distance = min(abs(place - hit.first), abs(place - hit.last))
    if distance > _FARTHEST:
        return 99.0
    cost = distance * 0.05
    clauses = {items[hit.first].clause, items[hit.last].clause}
    gap = min(abs(items[place].clause - clause) for clause in clauses)
    if gap and _is_of_speech(reading, items[place].clause, clauses):
        return 99.0
    if gap:
        cost += 1.0 + gap if gap > 1 or not _has_no_verb(reading, items[place].clause) else 0.6
    elif items[place].segment not in {items[hit.first].segment, items[hit.last].segment}:
        cost += 99.0 if _has_own_verb(reading, place, hit) else 0.5
    return cost


def _is_of_speech(reading: Reading, clause: int, others: set[int]) -> bool:
    """Tell whether a clause only says who spoke and when ("…, his publisher said on Tuesday")."""
    saying = reading.language.saying.values()
    spoken = {
        item.clause for item in reading.items if item.is_word and any(item.low in forms for forms in saying)
    }
    return clause in spoken and not others & spoken


def _has_own_verb(reading: Reading, place: int, hit: Hit) -> bool:
    """Tell whether the half of an English sentence that a date stands in has a verb before it ("and was ordained in 1998")."""
    items, language = reading.items, reading.language
    own = [n for n, item in enumerate(items[:place]) if item.segment == items[place].segment]
    return language.code == "en" and hit.last < place and any(items[n].low in language.passives for n in own)


def _has_no_verb(reading: Reading, clause: int) -> bool:
    """Tell whether a clause is a mere addition ("…, im Mai 2019, …")."""
    return sum(1 for item in reading.items if item.clause == clause and item.is_word) <= 3


def _find_corrections(reading: Reading, place: int, dates: Sequence[int]) -> list[int]:
    """Return the date behind "sondern" or "but" in "not in November, but in January"."""
    items, language = reading.items, reading.language
    denied = any(item.low in language.negations for item in items[:place] if item.is_word)
    for turn in range(place + 1, min(len(items), place + 5)):
        if denied and items[turn].low in language.corrections:
            return [later for later in dates if turn < later <= turn + 4][:1]
    return []


def _make_drafts(reading: Reading, hit: Hit, place: int, memory: Memory) -> Iterator[Draft]:
    predicate, found = hit.trigger.predicate, reading.items[place].value
    if found is None or not isinstance(found.value, Date) or not _suits(reading, hit, found.value, place):
        return
    choice = choose_subject(
        reading,
        predicate.subject_kinds,
        hit.last,
        place,
        memory,
        attributive=is_attributive(reading, hit.last),
        first=hit.first,
    )
    choice = choice or choose_answered(reading, predicate.key, memory)
    if (
        choice is None
        or _is_only_where(reading, choice.item, hit)
        or is_of_another(reading, choice.item, hit)
        or is_lift_off(reading, hit)
        or is_in_passing(reading, hit, place)
    ):
        return
    covers = {hit.first, hit.last, place} | ({choice.item} if choice.item >= 0 else set())
    far = abs(place - hit.last) > 8
    for mention in choice.mentions:
        reasons = [f"trigger “{quote_hit(reading, hit)}”", f"date “{reading.items[place].text}”"]
        if choice.reason:
            reasons.append(choice.reason)
        yield Draft(
            predicate.key,
            mention,
            found.value,
            hit.last,
            covers,
            _CERTAIN - choice.doubt - 0.1 * far - 0.25 * (found.value.edtf is None),
            reasons,
            value_item=place,
            value_at=(found.start, found.end),
            subject_at=(mention.start, mention.end) if choice.item >= 0 else None,
            trigger_width=len(hit.trigger.stems),
        )


_WHERE = frozenset({"in", "im", "am", "an", "auf", "bei", "beim", "at", "on"})


def _is_only_where(reading: Reading, place: int, hit: Hit) -> bool:
    """Tell whether a name only says where it was, and a noun without a name is what it was said of.

    "Am Museum Folkwang beginnt eine Ausstellung", "die Studie erschien in der Zeitschrift X".
    """
    items, language = reading.items, reading.language
    if place < 0:
        return False
    lead = find_lead(reading, place)
    leads = {items[n].low for n in (lead, lead - 1) if n >= 0}
    if not leads & _WHERE or items[place].clause != items[hit.last].clause:
        return False
    clause = [
        n for n in range(1, len(items)) if items[n].clause == items[hit.last].clause and items[n].is_word
    ]
    owner = (lead - 1 if lead and items[lead - 1].low in _WHERE else lead) - 1
    taken = {hit.first, hit.last, owner}  # "die Arbeiten an der Brücke" are the bridge's
    nouns = (n for n in clause if n not in taken and items[n - 1].low in _SUBJECT_ARTICLES)
    return any(
        (items[n].text[0].isupper() or language.code == "en")
        and not (n > 1 and items[n - 2].low in language.prepositions)
        for n in nouns
    )


_SUBJECT_ARTICLES = frozenset(
    {"der", "die", "das", "ein", "eine", "the", "a", "an", "their", "its", "seine", "ihre"}
)


def _suits(reading: Reading, hit: Hit, value: Date, place: int) -> bool:
    """Refuse a deadline for what happens once, and a duration's end for a beginning."""
    before = reading.items[place - 1].low if place else ""
    own = reading.items[place].low.split(" ", 1)[0]
    until = {"bis", "until", "by", "spätestens"}
    if hit.trigger.predicate.temporal == "deadline":
        return value.edtf is not None and (
            bool({before, own} & until) or hit.trigger.predicate.key != "target_date"
        )
    done = hit.trigger.predicate.key == "completed" and hit.trigger.stems[-1] not in {"bau", "build"}
    if {before, own} & {"seit", "since"} and hit.trigger.predicate.key in _ENDED and not done:
        return False
    return not {before, own} & (until - {"by"})


_ENDED = frozenset({"held_on", "completed", "dissolved", "died", "left_office", "happened_on"})
"""What does not go on: "held every September since 1953" tells no day."""


def _propose_never(reading: Reading, hits: Sequence[Hit], memory: Memory) -> Iterator[Draft]:
    """Yield "has no date" where a sentence without a date denies that something happened ("was never released")."""
    items, language = reading.items, reading.language
    for hit in hits:
        predicate = hit.trigger.predicate
        foretold = {"would", "will"} & set(hit.trigger.text.split())
        if predicate.temporal != "instant" or foretold or items[hit.last].text[0].isupper():
            continue
        denied = next(
            (
                n
                for n, item in enumerate(items)
                if item.low in language.denials and item.segment == items[hit.last].segment
            ),
            None,
        )
        choice = (
            choose_subject(reading, predicate.subject_kinds, hit.last, -1, memory)
            if denied is not None
            else None
        )
        if (
            denied is None
            or choice is None
            or choice.item < 0
            or items[choice.item].segment != items[denied].segment
            or _denies_how(reading, denied, choice.item)
        ):
            continue
        mention = choice.mentions[0]
        reasons = [f"trigger “{quote_hit(reading, hit)}”", f"denied by “{items[denied].text}”"]
        yield Draft(predicate.key, mention, None, hit.last, {hit.first, hit.last, choice.item, denied}, 0.6 - choice.doubt,
                    reasons, subject_at=(mention.start, mention.end), polarity="asserted", snak="novalue")  # fmt: skip


def _denies_how(reading: Reading, denied: int, subject: int) -> bool:
    """Tell whether only by whom or where it happened is denied ("was not founded by Jack Ma", "nicht in Hangzhou")."""
    items, language = reading.items, reading.language
    return any(
        items[n].mention is not None
        and n != subject
        and items[n].segment == items[denied].segment
        and items[n - 1].low in language.prepositions | language.agents
        for n in range(denied + 1, len(items))
    )
