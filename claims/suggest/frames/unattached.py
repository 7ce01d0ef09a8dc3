"""What is worth checking although no predicate fits: comparisons without figures, figures without a subject."""

from collections.abc import Iterator, Mapping, Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.frames.measured import get_dimension
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.speech import Speech
from claims.values.value import Quantity
from claims.vocabulary import Unit

_SUBJECTS = (
    "product",
    "organisation",
    "person",
    "building",
    "project",
    "event",
    "plan",
    "work",
    "incident",
    "law",
    "place",
)
_SCORE = 0.35
_LARGE = 1000
"""The smallest sum or count that is worth checking although nothing types it."""


def propose_unattached(
    reading: Reading, drafts: Sequence[Draft], acts: Sequence[Speech], units: Mapping[str, Unit]
) -> Iterator[Draft]:
    """Yield at most one claim without predicate for a sentence's comparison, figure or reported finding."""
    covered = {place for draft in drafts if draft.predicate for place in draft.covers}
    figure = _find_figure(reading, drafts, units)
    if figure is not None:
        yield from _make(reading, figure, f"figure “{reading.items[figure].text}” that no predicate fits")
        return
    comparison = _find_comparison(reading)
    if comparison is not None and comparison not in covered and _find_subject(reading, comparison, None):
        yield from _make(reading, comparison, f"comparison “{reading.items[comparison].text}”")
        return
    for act in acts:
        if act.speaker is None and act.unnamed is not None:
            said = [n for n, item in enumerate(reading.items) if item.start >= act.content[0]]
            if said:
                reason = f"finding of an unnamed source (“{act.unnamed}”)"
                yield from _make(reading, said[0], reason, span=act.content)


def _find_figure(reading: Reading, drafts: Sequence[Draft], units: Mapping[str, Unit]) -> int | None:
    """Return the item of a percentage, a sum or a large count that no claim uses."""
    used = {draft.value_item for draft in drafts}
    for place, item in enumerate(reading.items):
        if place in used or item.value is None or not isinstance(item.value.value, Quantity):
            continue
        quantity = item.value.value
        dimension = get_dimension(quantity, units)
        large = quantity.hi is None or quantity.hi >= _LARGE
        if dimension == "percent" or (dimension in {"money", "count"} and large):
            return place
        if dimension not in {"money", "count", "time", "rank", "percent"} and _find_subject(
            reading, place, None
        ):
            return place
    return None


def _find_comparison(reading: Reading) -> int | None:
    """Return the item of a comparative that is tied to something measured ("geringere Kosten", "cheaper than")."""
    items, language = reading.items, reading.language
    for place, item in enumerate(items):
        if not item.is_word or item.low not in language.comparisons:
            continue
        near = items[max(0, place - 9) : place + 5]
        measured = any(other.low in language.measured_words for other in near)
        linked = any(other.low in language.comparison_links and other is not item for other in near)
        following = items[place + 1].low if place + 1 < len(items) else ""
        if (
            item.low in {"mehr", "more", "weniger", "less", "fewer", "halb", "half", "besser", "better"}
            and not measured
        ):
            continue
        if (
            measured
            or (linked and following in {"als", "than"})
            or (linked and item.low.startswith(("konkurr", "vergleich", "compar")))
        ):
            return place
    return None


def _make(
    reading: Reading, place: int, reason: str, *, span: tuple[int, int] | None = None
) -> Iterator[Draft]:
    subject = _find_subject(reading, place, span)
    covers = {
        number for number, item in enumerate(reading.items) if item.clause == reading.items[place].clause
    }
    subject_at = (
        (subject.start, subject.end) if subject and reading.start <= subject.start < reading.end else None
    )
    yield Draft(
        None,
        subject,
        None,
        place,
        covers,
        _SCORE + (0.1 if subject else 0.0),
        [reason],
        subject_at=subject_at,
        snak="untyped",
        span=span,
    )


def _find_subject(reading: Reading, place: int, span: tuple[int, int] | None) -> Mention | None:
    """Return the name that can be a subject, by kind: inside `span`, else before item `place`; None if none."""
    named = [
        item.mention
        for number, item in enumerate(reading.items)
        if item.mention is not None
        and not item.mention.modifies
        and item.mention.kind in _SUBJECTS
        and (span[0] <= item.start < span[1] if span else number < place)
    ]
    for kind in _SUBJECTS:
        for mention in named:
            if mention.kind == kind and not mention.owns:
                return mention
    return None
