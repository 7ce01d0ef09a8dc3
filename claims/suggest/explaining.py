"""Telling an editor what was seen in a sentence, and why a claim came out or none did."""

from dataclasses import dataclass
from datetime import date

from claims.suggest.proposing import SentenceRead, read_text
from claims.suggest.suggestion import Suggestion
from claims.vocabulary import Vocabulary

_KIND_REASONS = {
    "question": "a question claims nothing",
    "boilerplate": "boilerplate of the page, no part of the article",
    "open": "too short to claim anything",
    "opinion": "an opinion: only a clause that is free of it can claim something",
    "heading": "a heading: claims in it score less",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was seen in a sentence, in words; `outcome` says why claims came out or none did."""

    sentence: str
    kind: str
    entities: tuple[str, ...]
    values: tuple[str, ...]
    triggers: tuple[str, ...]
    speech: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    outcome: tuple[str, ...]


def explain(
    sentence: str, language: str, published: date | str | None = None, vocabulary: Vocabulary | None = None
) -> Explanation:
    """Explain what `suggest` sees in a sentence (or a few): names, values, triggers, and what they led to."""
    reads = list(read_text(sentence, language, published, (), vocabulary))
    return Explanation(
        sentence,
        ", ".join(dict.fromkeys(read.sentence.kind for read in reads)) or "open",
        tuple(line for read in reads for line in _describe_names(read)),
        tuple(line for read in reads for line in _describe_values(read)),
        tuple(line for read in reads for line in _describe_triggers(read)),
        tuple(line for read in reads for line in _describe_speech(read)),
        tuple(suggestion for read in reads for suggestion in read.suggestions),
        tuple(line for read in reads for line in _describe_outcome(read)),
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
    lines = []
    for item in read.reading.items:
        if item.value is not None:
            value = item.value.value
            meaning = (
                value.edtf or "not resolved"
                if value.type == "date"
                else f"{value.amount} {value.unit or ''}".strip()
            )
            lines.append(f"“{item.text}”: {value.type} {meaning}")
    return lines


def _describe_triggers(read: SentenceRead) -> list[str]:
    items = read.reading.items
    return [
        f"“{items[hit.first].text}” for {hit.trigger.predicate.key} (“{hit.trigger.text}”)"
        for hit in read.hits
    ]


def _describe_speech(read: SentenceRead) -> list[str]:
    return [
        f"“{read.reading.items[act.verb].text}”: {act.predicate} by "
        f"{act.speaker.entity.label if act.speaker else act.unnamed}, {act.voice}"
        for act in read.acts
    ]


def _describe_outcome(read: SentenceRead) -> list[str]:
    """Say why a sentence led to claims or to none."""
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
