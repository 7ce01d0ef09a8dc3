"""From a claim in the making to a suggestion: its quote, scope, speaker, as-of and score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.suggest.frames.goals import read_deadline
from claims.suggest.frames.reported import get_unnamed
from claims.suggest.sentence.belonging import is_of_part
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.sentence.scope import get_modality, is_hedged, is_negated, is_told_as_past
from claims.suggest.sentence.separating import is_average, separate
from claims.suggest.sentence.setting import find_setting
from claims.suggest.sentence.speech import Speech
from claims.suggest.sentence.timing import read_times
from claims.suggest.suggestion import Suggestion
from claims.values.day import Day
from claims.values.edtf import parse_edtf
from claims.values.value import Date, EntityValue, Quantity, Value
from claims.vocabulary import Predicate, Vocabulary

_LEAST = 0.2
_VERBS = frozenset(
    [
        "ist",
        "sind",
        "war",
        "waren",
        "hat",
        "haben",
        "hatte",
        "hatten",
        "wurde",
        "wurden",
        "wird",
        "werden",
        "kann",
        "soll",
        "will",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "can",
    ]
)


def finish(
    reading: Reading,
    drafts: Sequence[Draft],
    acts: Sequence[Speech],
    vocabulary: Vocabulary,
    published: Day | None,
    plain: Mapping[str, str],
) -> list[Suggestion]:
    """Return the suggestions of a sentence in text order, each claim once; `plain` names places alike in all texts."""
    best: dict[tuple[object, ...], Suggestion] = {}
    dated = {draft.value_item for draft in drafts if isinstance(draft.value, Date)}
    for draft in _drop_rivals(drafts, vocabulary.predicates):
        if _is_said_of_a_part(reading, draft) or _tells_an_end(reading, draft, vocabulary.predicates):
            continue
        suggestion = _finish_one(reading, draft, acts, vocabulary, published, dated, plain)
        if suggestion is None:
            continue
        key = _key(suggestion)
        if key not in best or suggestion.score > best[key].score:
            best[key] = suggestion
    return sorted(best.values(), key=lambda s: (s.start, s.end, s.predicate or ""))


def _is_said_of_a_part(reading: Reading, draft: Draft) -> bool:
    """Tell whether a claim is of what belongs to its subject: the subsidiary's seat is not the company's."""
    if draft.subject is None or draft.subject_at is None or draft.subject.kind not in _DIVIDED:
        return False
    place = next((n for n, item in enumerate(reading.items) if item.mention is draft.subject), None)
    return place is not None and is_of_part(reading, place)


_DIVIDED = frozenset({"organisation", "product", "law"})


def _tells_an_end(reading: Reading, draft: Draft, predicates: Mapping[str, Predicate]) -> bool:
    """Tell whether a state that lasts until a change is known is said to hold no longer: that denies nothing before."""
    predicate = predicates.get(draft.predicate or "")
    if predicate is None or predicate.temporal != "state" or predicate.validity_days is not None:
        return False
    clause = reading.items[min(draft.anchor, len(reading.items) - 1)].clause
    words = " ".join(item.low for item in reading.items if item.clause == clause)
    return any(f" {phrase} " in f" {words} " for phrase in reading.language.no_longer)


def _rank(draft: Draft, predicates: Mapping[str, Predicate]) -> tuple[int, int]:
    """Rank rivals: the longer trigger, then the predicate that names the subject's kind earlier."""
    predicate = predicates.get(draft.predicate or "")
    kinds = predicate.subject_kinds if predicate else ()
    kind = draft.subject.kind if draft.subject else ""
    return draft.trigger_width, -kinds.index(kind) if kind in kinds else -len(kinds)


def _drop_rivals(drafts: Sequence[Draft], predicates: Mapping[str, Predicate]) -> Iterable[Draft]:
    """Of dated claims that one trigger word makes of one subject and date keep the likeliest."""
    widest: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        if not isinstance(draft.value, Date) or draft.subject is None or draft.qualifiers:
            continue
        key = (draft.anchor, draft.subject.entity.label, draft.value_item)
        if key not in widest or _rank(draft, predicates) > _rank(widest[key], predicates):
            widest[key] = draft
    kept = {id(draft) for draft in widest.values()}
    for draft in drafts:
        contested = isinstance(draft.value, Date) and draft.subject is not None and not draft.qualifiers
        if not contested or id(draft) in kept:
            yield draft


def _key(suggestion: Suggestion) -> tuple[object, ...]:
    subject = suggestion.subject.label if suggestion.subject else None
    if suggestion.predicate is None:
        return None, subject
    return suggestion.predicate, subject, _identify(suggestion.value), suggestion.polarity


def _identify(value: Value | None) -> object:
    if isinstance(value, EntityValue):
        return value.id or value.label
    if isinstance(value, Date):
        return value.edtf, value.text if value.edtf is None else "", value.modifier
    if isinstance(value, Quantity):
        return value.amount, value.amount_max, value.unit
    return value


def _finish_one(
    reading: Reading,
    draft: Draft,
    acts: Sequence[Speech],
    vocabulary: Vocabulary,
    published: Day | None,
    dated: set[int],
    plain: Mapping[str, str],
) -> Suggestion | None:
    predicate = vocabulary.predicates.get(draft.predicate) if draft.predicate else None
    if draft.predicate and predicate is None:
        return None
    value = settle_value(draft.value, predicate)
    if predicate is not None and value is None and draft.snak != "novalue":
        return None
    start, end = draft.span or _find_span(reading, draft)
    speaker, voice = _find_voice(reading, draft, acts, start)
    qualifiers, as_of = read_times(reading, draft, predicate, dated)
    if draft.of_today and published is not None:
        as_of = as_of or str(published)
    if predicate is not None:
        qualifiers |= separate(reading, draft, predicate, plain)
        if predicate.key == "price" and as_of is None and published and is_average(reading, draft):
            as_of = str(published)  # averages are taken anew each day or week
    anchor = min(draft.anchor, len(reading.items) - 1)
    modality = draft.modality or get_modality(reading, anchor)
    ahead = published and isinstance(value, Date) and value.lo and value.lo > published
    if modality == "happened" and ahead and not is_told_as_past(reading, anchor, value):
        modality = "planned"
    polarity = draft.polarity or ("negated" if is_negated(reading, anchor, draft.value_item) else "asserted")
    hedged = is_hedged(reading, anchor)
    score = draft.score - 0.1 * hedged - 0.15 * (reading.kind == "heading")
    if score < _LEAST:
        return None
    if predicate is not None and "event" in predicate.separators and "event" not in draft.qualifiers:
        qualifiers |= find_setting(reading, anchor)
    subject = draft.subject
    return Suggestion(
        start,
        end,
        subject.entity if subject else None,
        draft.predicate,
        value,
        {**qualifiers, **draft.qualifiers},
        speaker,
        "untyped" if predicate is None else "novalue" if value is None else "value",
        polarity,  # type: ignore[arg-type]  # both words come from this expression
        modality,  # type: ignore[arg-type]  # get_modality returns one of the four words
        voice,  # type: ignore[arg-type]  # one of the five words of Voice
        hedged,
        as_of,
        round(max(0.0, min(1.0, score)), 2),
        tuple(draft.reasons),
        *(draft.value_at or (None, None)),
        *(draft.subject_at or (None, None)),
    )


def settle_value(value: Value | None, predicate: Predicate | None) -> Value | None:
    """Read a date as the predicate needs it: a deadline by its end, a beginning by its start."""
    if predicate is None or not isinstance(value, Date) or value.edtf is None:
        return value
    if predicate.temporal == "deadline":
        return read_deadline(value) or value
    if value.edtf.endswith("/..") and predicate.temporal in {"instant", "none"}:
        start = parse_edtf(value.edtf.removesuffix("/.."))
        return Date(start.edtf, start.lo, start.hi, value.modifier, value.text)
    if predicate.temporal == "period" and value.edtf.startswith("{"):
        days = value.edtf.strip("{}").split(",")
        return Date(f"{days[0]}/{days[-1]}", value.lo, value.hi, value.modifier, value.text)
    return None if value.edtf.startswith("../") else value


def _find_span(reading: Reading, draft: Draft) -> tuple[int, int]:
    """Return the clause of the claim: the anchor's clause, and what of others the claim needs."""
    items = reading.items
    covers = draft.covers or {draft.anchor}
    first, last = min(covers), max(covers)
    anchor = items[min(draft.anchor, len(items) - 1)]
    while first > 0 and _belongs(items, first - 1, first, anchor):
        first -= 1
    while last + 1 < len(items) and _belongs(items, last + 1, last, anchor):
        last += 1
    first = _take_lead(reading, first)
    while first < last and (
        (items[first].is_mark and items[first].text not in "\"„“»'") or items[first].low in {"und", "and"}
    ):
        first += 1
    while last > first and items[last].is_mark and items[last].text not in "\"“”«')":
        last -= 1
    return items[first].start, items[last].end


def _belongs(items: Sequence[Item], place: int, beside: int, anchor: Item) -> bool:
    """Tell whether the item at `place` carries on the anchor's clause beside what is already taken."""
    item = items[place]
    if item.clause != anchor.clause and items[beside].clause != item.clause:
        return False
    if item.clause != anchor.clause or (item.is_mark and item.text in ",;:–—()"):
        return False
    if item.segment == items[beside].segment:
        return True
    return not any(other.low in _VERBS for other in items if other.segment == item.segment)


def _take_lead(reading: Reading, first: int) -> int:
    """Step back over the articles, adjectives and nouns that lead to a name."""
    items = reading.items
    while (
        first > 0
        and items[first].clause == items[first - 1].clause
        and leads_to_name(items[first - 1], reading.language)
    ):
        first -= 1
    return first


_INTRODUCING = frozenset({"office_holder", "former_office", "age"})


def _find_voice(
    reading: Reading, draft: Draft, acts: Sequence[Speech], start: int
) -> tuple[EntityValue | None, str]:
    if draft.speaker is not None:
        return draft.speaker.entity, draft.voice or "indirect"
    position = draft.value_at[0] if draft.value_at else start
    for act in acts:
        anchor = reading.items[min(draft.anchor, len(reading.items) - 1)].start
        if act.content[0] <= anchor < act.content[1] and act.content[0] <= position < act.content[1]:
            speaker = act.speaker.entity if act.speaker else get_unnamed(act)
            introduced = (
                draft.value
                if isinstance(draft.value, EntityValue)
                else draft.subject and draft.subject.entity
            )
            if draft.predicate in _INTRODUCING and speaker == introduced:
                break  # the article says itself who is speaking
            if speaker is not None and (
                draft.subject is None or speaker.label != draft.subject.entity.label or act.voice == "quote"
            ):
                return speaker, act.voice
            return speaker, act.voice
    return None, "headline" if reading.kind == "heading" else "article"


def lower_score(suggestion: Suggestion, by: float, reason: str) -> Suggestion:
    """Return a suggestion that is trusted less, with the reason added."""
    return replace(
        suggestion, score=round(max(0.0, suggestion.score - by), 2), reasons=(*suggestion.reasons, reason)
    )
