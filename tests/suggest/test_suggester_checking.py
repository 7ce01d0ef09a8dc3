"""One check for what any suggester returns."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.suggest import Suggestion, suggest
from claims.suggest.checking import check
from claims.values import parse_edtf
from claims.values.day import Day
from claims.values.value import Date, EntityValue, Quantity, StringValue
from claims.vocabulary import get_seed_vocabulary

TEXT = "Kelvora wurde 2019 gegründet."
KELVORA = EntityValue("Kelvora", None, "organisation")
SOUND = Suggestion(0, 28, KELVORA, "founded", parse_edtf("2019"), reasons=("a reason",))
MONEY = Quantity("30000000", 29_500_000.0, 30_500_000.0, "=", "EUR")


def find_fault(**changes: Any) -> str | None:
    kept, dropped = check(TEXT, [replace(SOUND, **changes)], get_seed_vocabulary())
    assert len(kept) + sum(dropped.values()) == 1
    return next(iter(dropped), None)


def test_a_sound_suggestion_is_kept_as_it_is() -> None:
    assert check(TEXT, [SOUND], get_seed_vocabulary()) == ([SOUND], {})


@pytest.mark.parametrize(
    "span", [(-1, 5), (5, 5), (9, 3), (0, 30), ("0", 5), (0, None), (0.0, 5), (False, True), (math.nan, 5), (0, 10**30)]
)  # fmt: skip
def test_a_quote_lies_within_the_text(span: tuple[Any, Any]) -> None:
    assert find_fault(start=span[0], end=span[1]) == "offsets outside the text"


def test_a_quote_has_words() -> None:
    assert find_fault(start=7, end=8) == "empty quote"


@pytest.mark.parametrize("score", [-0.01, 1.01, math.nan, math.inf, None, "1", True])
def test_a_score_is_a_share(score: Any) -> None:
    assert find_fault(score=score) == "score not between 0 and 1"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"predicate": "mood"}, "unknown predicate"),
        ({"predicate": ["founded"]}, "unknown predicate"),
        ({"predicate": None}, "no predicate"),
        ({"subject": None}, "no subject"),
        ({"subject": EntityValue(" ")}, "no subject"),
        ({"subject": "Kelvora"}, "a name that is no text"),
        ({"subject": EntityValue("Kel\ud800vora")}, "a name that is no text"),
        ({"subject": EntityValue("Kelvora", None, "gadget")}, "unknown kind of entity"),
        ({"subject": EntityValue("Kelvora", "e99; DROP TABLE entity")}, "unknown entity"),
        ({"speaker": EntityValue("Anna", "e1")}, "unknown entity"),
        ({"value": None}, "value does not fit the predicate"),
        ({"value": "2019"}, "value does not fit the predicate"),
        ({"value": StringValue("2019")}, "value does not fit the predicate"),
        ({"value": MONEY}, "value does not fit the predicate"),
        ({"value": MONEY, "predicate": "staff"}, "value does not fit the predicate"),
        ({"value": replace(MONEY, unit="DUBLOON"), "predicate": "revenue"}, "value not readable"),
        ({"value": replace(MONEY, unit=["EUR"]), "predicate": "revenue"}, "value not readable"),
        ({"value": replace(MONEY, lo=math.nan), "predicate": "revenue"}, "value not readable"),
        ({"value": replace(MONEY, hi=1.0), "predicate": "revenue"}, "value not readable"),
        ({"value": replace(MONEY, amount="many"), "predicate": "revenue"}, "value not readable"),
        ({"value": replace(MONEY, amount="1/0"), "predicate": "revenue"}, "value not readable"),
        ({"value": replace(MONEY, comparator="<>"), "predicate": "revenue"}, "value not readable"),
        ({"value": Date("soon", None, None)}, "value not readable"),
        ({"value": Date("2019", Day(2020, 1, 1), Day(2019, 1, 1))}, "value not readable"),
        ({"value": Date("2019", None, None, "sometime")}, "value not readable"),
        ({"snak": "untyped"}, "unknown kind of answer"),
        ({"snak": "novalue"}, "a value where there is none"),
        ({"polarity": "true"}, "unknown polarity"),
        ({"modality": "proven"}, "unknown modality"),
        ({"voice": "god"}, "unknown voice"),
        ({"hedged": "no"}, "unknown hedge"),
        ({"as_of": "yesterday"}, "as-of is no date"),
        ({"reasons": "because"}, "reasons are no texts"),
        ({"reasons": (5,)}, "reasons are no texts"),
        ({"qualifiers": {"place": 5}}, "qualifiers are no texts"),
        ({"qualifiers": [("place", "China")]}, "qualifiers are no texts"),
        ({"value_start": 3}, "value outside the text"),
        ({"value_start": 14, "value_end": 99}, "value outside the text"),
    ],
)
def test_what_the_ledger_cannot_keep_is_named(changes: dict[str, Any], reason: str) -> None:
    assert find_fault(**changes) == reason


@pytest.mark.parametrize(
    "changes",
    [
        {"predicate": None, "value": None, "snak": "untyped"},
        {"predicate": None, "value": None, "snak": "untyped", "subject": None},
        {"value": None, "snak": "novalue"},
        {"predicate": "revenue", "value": MONEY},
        {"score": 1},
    ],
)
def test_other_sound_forms_are_kept(changes: dict[str, Any]) -> None:
    assert find_fault(**changes) is None


def test_all_that_the_rules_find_in_the_samples_passes() -> None:
    vocabulary = get_seed_vocabulary()
    for path in sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.[mt][dx]*")):
        text = path.read_text("utf-8")
        for language in ("de", "en"):
            found = suggest(text, language, "2025-06-01", vocabulary=vocabulary)
            assert check(text, found, vocabulary) == (found, {}), path.name
