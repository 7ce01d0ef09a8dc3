"""How many claims of the gold labels the suggester proposes, typed.

The labels were given before the vocabulary had its names, so theirs are mapped to ours. A claim is
covered where a suggestion that overlaps it has its predicate, its speaker and its value.
"""

import re
from pathlib import Path
from typing import Any

from bench.quality_dates import list_cases
from claims.suggest import Suggestion, suggest
from claims.suggest.words.language import get_language
from claims.suggest.words.offices import name_office
from claims.values.value import Date, EntityValue, StringValue

Gold = dict[str, Any]

SAYING = ("said", "demanded", "criticised", "predicted", "denied")
PREDICATES: dict[str, tuple[str, ...]] = {
    "presented_on": ("presented",),
    "presented_by": ("initiator",),
    "launched_by": ("initiator",),
    "launched_at": ("location", "event", "initiator"),
    "role": ("office_holder", "former_office"),
    "partnership_with": ("partner",),
    "shows_error_for": ("refuses_topic",),
    "supported_by": ("funded_by",),
    "restricts_access_of": ("restricted_in",),
    "export_controls": ("restricted_in",),
    "developed": ("developer",),
    "presented": ("presented", "developer"),
    "announced": ("said", "announced"),
    "criticised_for": SAYING,
    "should": SAYING,
    "seen_as": SAYING,
}
"""The names that the labels use, and the predicates of the vocabulary that say the same."""


def measure_gold(path: Path, articles: Path) -> dict[str, int]:
    """Return counts over the hard and attributed claims (tiers A and B).

    `claims`, of them `covered`; `subjects`, the covered ones whose subject is right too; `entities`,
    the claims whose value is an entity, and of them `named`: the same entity under the right predicate.
    Of the suggestions, `answering` overlap a label of any tier and have its predicate, and `confirmed` of
    those have its value and speaker too; what nobody labelled is not judged.
    """
    suggested: dict[str, list[Suggestion]] = {}
    counts = {"claims": 0, "covered": 0, "subjects": 0, "entities": 0, "named": 0}
    answering: set[int] = set()
    confirmed: set[int] = set()
    for gold in list_cases(path):
        if gold["doc"] not in suggested:
            text = (articles / gold["doc"]).read_text("utf-8")
            suggested[gold["doc"]] = suggest(text, gold["lang"])
        answering |= {id(one) for one in suggested[gold["doc"]] if answers(one, gold)}
        confirmed |= {id(one) for one in suggested[gold["doc"]] if covers(one, gold)}
        if gold["tier"] not in {"A", "B"}:
            continue
        covering = [one for one in suggested[gold["doc"]] if covers(one, gold)]
        counts["claims"] += 1
        counts["covered"] += bool(covering)
        counts["subjects"] += any(_has_subject(one, gold) for one in covering)
        if gold["value_type"] == "entity":
            counts["entities"] += 1
            counts["named"] += any(_names_entity(one, gold) for one in covering)
    return counts | {"answering": len(answering), "confirmed": len(confirmed)}


def answers(one: Suggestion, gold: Gold) -> bool:
    """Say whether a suggestion lies in a label's passage and speaks of the same."""
    if not (one.start < gold["end"] and gold["start"] < one.end):
        return False
    saying = gold["value_type"] == "quote_attribution"
    return one.predicate in (SAYING if saying else PREDICATES.get(gold["predicate"], (gold["predicate"],)))


def covers(one: Suggestion, gold: Gold) -> bool:
    """Say whether a suggestion is the label's claim: its predicate, speaker and value."""
    if not answers(one, gold):
        return False
    if gold["speaker"] and _fold(_get_label(one.speaker)) != _fold(gold["speaker"]):
        return False
    return _has_value(one, gold)


def _has_subject(one: Suggestion, gold: Gold) -> bool:
    """Say whether a suggestion is about what the label is about.

    Where somebody says something, the vocabulary's subject is who says it; an office is held by its value.
    """
    subject = _get_label(one.subject)
    if one.predicate in SAYING and gold["speaker"]:
        return _is_alike(subject, gold["speaker"])
    holder = (
        _get_label(one.value) if isinstance(one.value, EntityValue) and gold["predicate"] == "role" else ""
    )
    return _is_alike(subject, gold["subject"]) or _is_alike(holder, gold["subject"])


def _has_value(one: Suggestion, gold: Gold) -> bool:
    if gold["value_type"] == "date":
        return isinstance(one.value, Date) and one.value.edtf == gold["normalized"]
    if gold["value_type"] == "entity" and _names_entity(one, gold):
        return True
    overlaps = (
        one.value_start is not None
        and one.value_end is not None
        and one.value_start < gold["value_end"]
        and gold["value_start"] < one.value_end
    )
    return overlaps or (
        gold["value_type"] != "entity"
        and any(
            _is_alike(value, gold["value_text"]) or _fold(gold["value_text"])[:30] in _fold(value)
            for value in one.qualifiers.values()
        )
    )


def _names_entity(one: Suggestion, gold: Gold) -> bool:
    """Say whether the value or a qualifier of a suggestion is the entity that the label names."""
    wanted = gold["normalized"]
    if isinstance(one.value, EntityValue) and _is_alike(one.value.label, wanted):
        return True
    if gold["predicate"] == "role":
        return _holds_office(one, wanted.partition(" (")[0]) or (
            isinstance(one.value, StringValue) and _is_alike(one.value.text.split(" (")[0], wanted)
        )
    return gold["predicate"] == "launched_at" and _is_alike(one.qualifiers.get("event", ""), wanted)


def _holds_office(one: Suggestion, title: str) -> bool:
    """Say whether a suggestion is of the office that the German label names; offices are named alike in all texts."""
    office = name_office(title, get_language("de"))
    return _is_alike(one.qualifiers.get("office", ""), office)


def _get_label(entity: Any) -> str:
    return "" if entity is None else str(entity.label)


def _is_alike(name: str, other: str) -> bool:
    """Say whether two names are the same or one holds the other as whole words."""
    first, second = _fold(name), _fold(other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None


def _fold(text: str) -> str:
    return text.lower().strip(" '\"„“.").replace("-", " ")
