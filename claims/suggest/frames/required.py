"""What a law or a state requires: "In China müssen …", "the act requires carriers to …"."""

from collections.abc import Iterator

from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.values.value import StringValue

_MUST = {"de": {"müssen", "muss", "dürfen", "darf", "mussten", "musste"}, "en": {"must"}}
_LAW_VERBS = {
    "de": {"verpflichtet", "schreibt", "verlangt", "verbietet", "untersagt", "verpflichten"},
    "en": {"requires", "obliges", "mandates", "prohibits", "require", "required", "obliged"},
}
_IN = {"in", "im"}
_SCORE = 0.62


def propose_required(reading: Reading) -> Iterator[Draft]:
    """Yield a rule for "In X müssen Y …" and for a law that obliges."""
    items, language = reading.items, reading.language
    for place, item in enumerate(items):
        if not item.is_word:
            continue
        if item.low in _MUST[language.code]:
            source = _find_place_before(reading, place)
        elif item.low in _LAW_VERBS[language.code]:
            source = _find_law_before(reading, place)
        else:
            continue
        if source is None or (
            language.code == "de" and item.low in {"dürfen", "darf"} and not _is_denied(reading, place)
        ):
            continue
        last = len(items) - 1
        while last > place and items[last].is_mark:
            last -= 1
        subject = items[source].mention
        if subject is None or last - place < 3:
            continue
        first = place + 1
        text = reading.text[items[first].start : items[last].end]
        yield Draft(
            "requires",
            subject,
            StringValue(text),
            place,
            {source, place, last},
            _SCORE,
            [f"rule word “{item.text}”", f"in force in {subject.entity.label}"],
            value_at=(items[first].start, items[last].end),
            subject_at=(subject.start, subject.end),
            polarity="asserted",
            modality="happened",
            span=(items[max(0, source - 1)].start, items[last].end),
        )


def _find_place_before(reading: Reading, must: int) -> int | None:
    """Return the place that opens the clause: "In China müssen"."""
    items = reading.items
    for place in range(max(1, must - 4), must):
        mention = items[place].mention
        if (
            mention is not None
            and mention.kind == "place"
            and items[place - 1].low in _IN
            and not mention.modifies
        ):
            return place if items[place].clause == items[must].clause else None
    return None


def _find_law_before(reading: Reading, verb: int) -> int | None:
    items = reading.items
    for place in range(verb - 1, max(-1, verb - 4), -1):
        mention = items[place].mention
        if mention is not None and mention.kind == "law" and not mention.owns:
            return place
    return None


def _is_denied(reading: Reading, place: int) -> bool:
    return any(item.low in reading.language.negations for item in reading.items[place : place + 8])
