"""Claims about what was said: who said, demanded, criticised, predicted or denied what."""

from collections.abc import Iterator

from claims.suggest.entities.mention import Mention
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.speech import Speech
from claims.values.value import EntityValue, StringValue

_SCORE = {"said": 0.72, "demanded": 0.74, "criticised": 0.76, "predicted": 0.66, "denied": 0.74}


_OF_SOMEBODY = frozenset({"accused", "accuses", "warf"})
"""Verbs whose object is whom one blames: without a name for it nothing is said."""


def propose_reported(reading: Reading, acts: list[Speech]) -> Iterator[Draft]:
    """Yield what each speaker said, demanded, criticised, predicted or denied."""
    for act in acts:
        content = reading.text[act.content[0] : _close_quotation(reading, act.content)].strip().rstrip(",")
        verb = reading.items[act.verb]
        start, end = _find_span(reading, act)
        if act.content == (reading.start, reading.end) or not content:
            continue
        if act.speaker is None:
            continue
        reasons = [f"speech verb “{verb.text}”", f"speaker {act.speaker.entity.label}"]
        if act.speaker.origin in {"pronoun", "described"}:
            reasons.append(f"“{reading.items[act.speaker_at].text}” read as {act.speaker.entity.label}")
        value, predicate = StringValue(content), act.predicate
        target = _find_target(reading, act) if predicate == "criticised" else None
        qualifiers = {"reason": content} if target else {}
        if predicate == "criticised" and target is None:
            if verb.low in _OF_SOMEBODY:
                continue
            predicate = "said"
        yield Draft(
            predicate,
            act.speaker,
            target.entity if target else value,
            act.verb,
            set(),
            _SCORE[act.predicate] - (0.1 if act.speaker.origin == "pronoun" else 0.0),
            reasons,
            value_at=(target.start, target.end) if target else act.content,
            subject_at=(act.speaker.start, act.speaker.end),
            qualifiers={**qualifiers, **_find_event(reading, act)},
            speaker=act.speaker,
            voice=act.voice,
            polarity="asserted",
            modality="happened",
            span=(start, end),
        )


def _close_quotation(reading: Reading, content: tuple[int, int]) -> int:
    """Return where the content ends, with the mark that closes a quotation begun inside it."""
    start, end = content
    inside = reading.text[start:end]
    is_open = inside.count('"') % 2 or inside.count("„") > inside.count("“")
    at = next((n for n in range(end, min(reading.end, end + 2)) if reading.text[n] in '"“”'), None)
    return at + 1 if is_open and at is not None else end


def _find_span(reading: Reading, act: Speech) -> tuple[int, int]:
    verb = reading.items[act.verb]
    starts, ends = [act.content[0], verb.start], [act.content[1], verb.end]
    if act.speaker_at >= 0 and abs(act.speaker_at - act.verb) < 16:
        starts.append(reading.items[act.speaker_at].start)
        ends.append(reading.items[act.speaker_at].end)
    start, end = max(reading.start, min(starts)), min(reading.end, max(ends))
    while end < reading.end and reading.text[end] in "“”\"«»'’":
        end += 1
    while start > reading.start and reading.text[start - 1] in "„“\"»«'":
        start -= 1
    return start, end


def _find_target(reading: Reading, act: Speech) -> Mention | None:
    """Return whom or what the criticism names first."""
    for item in reading.items:
        inside = act.content[0] <= item.start < act.content[1]
        if (
            inside
            and item.mention is not None
            and item.mention.origin != "pronoun"
            and item.mention != act.speaker
        ):
            return item.mention
    return None


def _find_event(reading: Reading, act: Speech) -> dict[str, str]:
    """Return the event at which it was said, if the sentence names one outside the content."""
    for item in reading.items:
        mention = item.mention
        if (
            mention is not None
            and mention.kind == "event"
            and not act.content[0] <= item.start < act.content[1]
        ):
            return {"event": mention.entity.label}
    return {}


def get_unnamed(act: Speech) -> EntityValue | None:
    """Return the unnamed source of a speech act ("Tests") as a value without identity."""
    return EntityValue(act.unnamed, None, None) if act.unnamed and act.speaker is None else None
