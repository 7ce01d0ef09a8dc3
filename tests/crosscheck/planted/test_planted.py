"""The planted cases are sound, and those of the open half are found as well as they were when last measured."""

import pytest

from bench.planted import judge, play_all, show_table
from claims.crosscheck.rules import RULES
from tests.crosscheck.planted.case import HALVES, Case, divide, is_seen, read_cases, read_shown

FOUND_AT_LEAST = {
    "attribution-conflict": 6,
    "changed-fact-in-near-duplicate": 3,
    "circular-evidence": 5,
    "duplicate-claim": 1,
    "headline-against-body": 7,
    "impossible-time": 2,
    "magnitude-slip": 2,
    "overdue-prediction": 2,
    "polarity-contradiction": 3,
    "possibly-same-question": 2,
    "reference-mismatch": 4,
    "revision-changed-fact": 6,
    "ruling-violation": 3,
    "single-origin": 4,
    "stale-verdict": 4,
    "sum-and-share": 8,
    "unsupported-verdict": 4,
    "value-contradiction": 9,
    "verdict-disagreement": 4,
}
"""Planted cases of the open half that each rule found when last measured."""

FALSE_ALARMS_AT_MOST: dict[str, int] = {}
"""False alarms in the cases of each rule in the open half when last measured; those left out had none."""

CASES = {half: read_cases(half) for half in HALVES}

pytestmark = pytest.mark.no_cover
"""Measuring which lines are reached doubles the time, and these cases reach none that others do not."""


def test_there_are_a_hundred_and_twenty_of_each_kind_over_nineteen_rules() -> None:
    every = [case for half in HALVES for case in CASES[half]]
    planted = [case for case in every if case.is_planted]
    assert min(len(planted), len(every) - len(planted)) >= 120
    assert len({case.rule for case in planted}) == 19
    assert {case.rule for case in planted} == {case.rule for case in every if not case.is_planted}


def test_a_case_lies_in_the_half_that_its_id_says() -> None:
    halves = divide([case.id for half in HALVES for case in CASES[half]])
    assert halves == {case.id: half for half in HALVES for case in CASES[half]}


def test_the_halves_are_as_large_as_each_other() -> None:
    first, second = ([case for case in CASES[half] if not is_seen(case.id)] for half in HALVES)
    assert len(first) == len(second)


def test_german_english_and_pairs_across_are_planted() -> None:
    spoken = [
        frozenset(article.language for article in case.article)
        for half in HALVES
        for case in CASES[half]
        if case.is_planted
    ]
    for languages in ({"de"}, {"en"}, {"de", "en"}):
        assert spoken.count(frozenset(languages)) >= 15


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_in_the_open_half_what_it_found_when_last_measured(rule: str) -> None:
    played = play_all(case for case in CASES["open"] if case.rule == rule)
    crashed = [(one.case.id, one.said) for one in played if one.outcome == "crashed"]
    alarms = [(one.case.id, one.said) for one in played for _ in one.alarms]
    found = sum(one.outcome == "found" for one in played)
    assert crashed == []
    assert len(alarms) <= FALSE_ALARMS_AT_MOST.get(rule, 0), alarms
    assert found >= FOUND_AT_LEAST.get(rule, 0), show_table(played)


PLANTED = Case.model_validate(
    {
        "id": "value-contradiction-p0",
        "about": "Two years.",
        "predicate": "founded",
        "sides": ["1: in 1901", "1: in 1902"],
        "article": [
            {"dateline": "en 2025-01-01 Paper", "title": "One", "text": "It began in 1901, or in 1902."}
        ],
    }
)
ALIKE = PLANTED.model_copy(
    update={"id": "value-contradiction-l0", "about": None, "trap": "None.", "sides": ()}
)
SIDES: list[dict[int, str | None]] = [{1: "founded"}, {2: "founded"}]


def find(rule: str, *claims: str, severity: str = "violation") -> dict[str, object]:
    return {
        "rule": rule,
        "severity": severity,
        "message": "…",
        "members": [{"claim": claim} for claim in claims],
    }


@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        ([find("value-contradiction", "c1", "c2")], "found"),
        ([find("magnitude-slip", "c1", "c2")], "by another rule"),
        ([find("value-contradiction", "c1", "c9")], "in part"),
        ([find("stale-verdict", "c1")], "missed"),
        ([], "missed"),
    ],
)
def test_a_planted_case_is_found_by_its_rule_with_both_sides(
    findings: list[dict[str, object]], outcome: str
) -> None:
    assert judge(PLANTED, findings, SIDES).outcome == outcome


def test_a_side_that_is_typed_otherwise_counts_as_not_suggested() -> None:
    assert judge(PLANTED, [], [{1: "founded"}, {2: "completed", 3: None}]).outcome == "not suggested"


def test_a_violation_that_touches_no_side_is_a_false_alarm() -> None:
    elsewhere = find("value-contradiction", "c7", "c8")
    assert judge(PLANTED, [elsewhere], SIDES).alarms == ("value-contradiction",)


@pytest.mark.parametrize(
    ("finding", "alarms"),
    [
        (find("magnitude-slip", "c1"), ("magnitude-slip",)),
        (find("value-contradiction", "c1", severity="info"), ("value-contradiction",)),
        (find("magnitude-slip", "c1", severity="warning"), ()),
    ],
)
def test_a_look_alike_may_have_no_violation_and_nothing_of_its_own_rule(
    finding: dict[str, object], alarms: tuple[str, ...]
) -> None:
    assert judge(ALIKE, [finding], []).alarms == alarms


def test_every_rule_of_the_program_is_planted() -> None:
    planted = {case.rule for case in CASES["open"]}
    assert set(RULES) <= planted


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_the_docs_show_and_leaves_alone_what_is_near_it(rule: str) -> None:
    found, silent = play_all(read_shown()[rule])
    assert (found.outcome, silent.outcome) == ("found", "silent"), (found.said, silent.said)
