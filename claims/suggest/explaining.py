"""Telling an editor what was seen in a sentence, and why a claim came out or none did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claims.suggest.lacking import Lacking, find_lacking, find_unnamed_source
from claims.suggest.proposing import SentenceRead, read_text
from claims.suggest.suggestion import Suggestion
from claims.values.value import Date, EntityValue, Found, Quantity
from claims.vocabulary import Vocabulary, get_seed_vocabulary

_KIND_REASONS = {
    "question": "a question claims nothing",
    "boilerplate": "boilerplate of the page, no part of the article",
    "open": "too short to claim anything",
    "opinion": "an opinion: only a clause that is free of it can claim something",
    "heading": "a heading: claims in it score less",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was seen in a sentence, in words; `outcome` says why claims came out or none did.

    `found` are its values with their places, `lacking` the claims that only miss something.
    """

    sentence: str
    kind: str
    entities: tuple[str, ...]
    values: tuple[str, ...]
    triggers: tuple[str, ...]
    speech: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    outcome: tuple[str, ...]
    found: tuple[Found, ...] = ()
    lacking: tuple[Lacking, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return all of it with the keys and values of the JSON contract."""
        return {
            "sentence": self.sentence,
            "kind": self.kind,
            "names": list(self.entities),
            "values": [{"start": one.start, "end": one.end, **one.value.to_json()} for one in self.found],
            "triggers": list(self.triggers),
            "speech": list(self.speech),
            "suggestions": [_write_suggestion(self.sentence, one) for one in self.suggestions],
            "lacking": [
                {
                    "predicate": one.predicate,
                    "value": one.value.to_json(),
                    "trigger": one.trigger,
                    "speaker": one.speaker,
                    "missing": one.missing,
                }
                for one in self.lacking
            ],
            "outcome": list(self.outcome),
        }


def _write_suggestion(sentence: str, one: Suggestion) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "quote": sentence[one.start : one.end],
        "subject": _write_name(one.subject),
        "predicate": one.predicate,
        "value": one.value.to_json() if one.value else None,
        "qualifiers": dict(one.qualifiers),
        "polarity": one.polarity,
        "modality": one.modality,
        "speaker": _write_name(one.speaker),
        "voice": one.voice,
        "score": one.score,
        "reasons": list(one.reasons),
    }


def _write_name(named: EntityValue | None) -> dict[str, Any] | None:
    return {"id": named.id, "label": named.label} if named else None


def explain(
    sentence: str, language: str, published: date | str | None = None, vocabulary: Vocabulary | None = None
) -> Explanation:
    """Explain what `suggest` sees in a sentence (or a few): names, values, triggers, and what they led to."""
    vocabulary = vocabulary or get_seed_vocabulary()
    reads = list(read_text(sentence, language, published, (), vocabulary))
    lacking = {
        number: find_lacking(read.reading, read.hits, vocabulary.units)
        for number, read in enumerate(reads)
        if not any(one.predicate for one in read.suggestions)
    }
    return Explanation(
        sentence,
        ", ".join(dict.fromkeys(read.sentence.kind for read in reads)) or "open",
        tuple(line for read in reads for line in _describe_names(read)),
        tuple(line for read in reads for line in _describe_values(read)),
        tuple(line for read in reads for line in _describe_triggers(read)),
        tuple(line for read in reads for line in _describe_speech(read)),
        tuple(suggestion for read in reads for suggestion in read.suggestions),
        tuple(
            line
            for number, read in enumerate(reads)
            for line in _describe_outcome(read, lacking.get(number, []))
        ),
        tuple(item.value for read in reads for item in read.reading.items if item.value is not None),
        tuple(one for found in lacking.values() for one in found),
    )


def _describe_names(read: SentenceRead) -> list[str]:
    lines = []
    for item in read.reading.items:
        for mention in item.group:
            how = {"known": "known", "pattern": "by its form", "short": "short form"}.get(
                mention.origin, mention.origin
            )
            role = (
                ", only describes another noun" if mention.modifies else ", genitive" if mention.owns else ""
            )
            text = read.reading.text[mention.start : mention.end]
            lines.append(f"“{text}”: {mention.entity.label} ({mention.kind}, {how}{role})")
    return lines


def _describe_values(read: SentenceRead) -> list[str]:
    return [
        f"“{item.text}”: {describe_value(item.value.value)}"
        for item in read.reading.items
        if item.value is not None
    ]


def describe_value(value: Date | Quantity) -> str:
    """Return type, value and bounds in words: "quantity 5600000 USD, [5100000, 6100000)"."""
    if isinstance(value, Date):
        bounds = f", {value.lo or 'open'} to {value.hi or 'open'}" if value.edtf else ""
        return (
            f"date {value.edtf or 'not resolved'}{f' ({value.modifier})' if value.modifier else ''}{bounds}"
        )
    amount = value.amount + (f" to {value.amount_max}" if value.amount_max else "")
    lower = "(-∞" if value.lo is None else f"[{value.lo:.12g}"
    upper = "∞" if value.hi is None else f"{value.hi:.12g}"
    return f"quantity {f'{amount} {value.unit or str()}'.strip()}, {lower}, {upper})"


def _describe_triggers(read: SentenceRead) -> list[str]:
    items = read.reading.items
    return [
        f"“{items[hit.first].text}” for {hit.trigger.predicate.key} (“{hit.trigger.text}”)"
        for hit in read.hits
    ]


def _describe_speech(read: SentenceRead) -> list[str]:
    lines = [
        f"“{read.reading.items[act.verb].text}”: {act.predicate} by "
        f"{act.speaker.entity.label if act.speaker else act.unnamed}, {act.voice}"
        for act in read.acts
    ]
    unnamed = find_unnamed_source(read.reading)
    if not lines and unnamed is not None:
        lines.append(f"“{unnamed[1]}”: said by an unnamed {unnamed[0]}")
    return lines


def _describe_lacking(one: Lacking) -> str:
    says = f", said by {one.speaker}" if one.speaker else ""
    return f"{one.predicate} would fit: “{one.trigger}” with {describe_value(one.value)}{says}; {one.missing}"


def _describe_outcome(read: SentenceRead, lacking: Sequence[Lacking]) -> list[str]:
    """Say why a sentence led to claims or to none."""
    if lacking:
        kept = [f"untyped {one.score}: kept as worth checking" for one in read.suggestions]
        return [*(kept or ["nothing typed"]), *map(_describe_lacking, lacking)]
    if read.suggestions:
        return [
            f"{suggestion.predicate or 'untyped'} {suggestion.score}: {'; '.join(suggestion.reasons)}"
            for suggestion in read.suggestions
        ]
    if read.sentence.kind in _KIND_REASONS:
        return [f"nothing: {_KIND_REASONS[read.sentence.kind]}"]
    names = any(item.mention for item in read.reading.items)
    values = any(item.value for item in read.reading.items)
    if read.drafts:
        return ["nothing: the claims that were tried did not score enough"]
    if not names:
        return ["nothing: no name that a claim could be about"]
    if read.hits and not values:
        return ["nothing: a trigger, but no date or figure beside it"]
    if values and not read.hits:
        return ["nothing: a date or figure, but no trigger that says what it is"]
    return ["nothing: no pattern relates the names to each other"]
