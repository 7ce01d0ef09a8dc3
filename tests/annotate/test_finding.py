"""What reviewers do with findings, step by step, and findings made by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.finding import acknowledge_finding, add_finding, reopen_finding, waive_finding
from claims.crosscheck import cross_check
from claims.errors import ClaimsError, DecisionRefused, OptionRefused
from claims.store import tables as t
from claims.store.queries.finding import list_findings
from claims.store.queries.finding_act import list_acts
from claims.store.queries.slot import mark_dirty
from claims.values import parse_edtf
from tests.annotate.sample import Sample, count_events, refused, say_untyped
from tests.crosscheck.factory import accept, add_article, reject, say


@pytest.fixture
def found(session: Session, sample: Sample) -> int:
    """Return the finding that the cross-check makes of the two dates."""
    cross_check(session)
    return session.scalars(select(t.Finding.id)).one()


def get_state(session: Session, finding: int) -> str:
    return session.scalars(select(t.Finding.state).where(t.Finding.id == finding)).one()


def act(session: Session, finding: int, action: str) -> None:
    if action == "acknowledge":
        acknowledge_finding(session, finding)
    elif action == "waive":
        waive_finding(session, finding, reason="Two editions.")
    elif action == "reopen":
        reopen_finding(session, finding, reason="One edition after all.")


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (("acknowledge",), "acknowledged"),
        (("waive",), "waived"),
        (("acknowledge", "waive"), "waived"),
        (("waive", "reopen"), "reopened"),
        (("acknowledge", "reopen", "acknowledge"), "acknowledged"),
        (("waive", "reopen", "waive"), "waived"),
    ],
)
def test_each_step_is_a_row_and_an_event(
    session: Session, found: int, steps: tuple[str, ...], state: str
) -> None:
    for step in steps:
        act(session, found, step)
        assert count_events(session, "finding", step) > 0
    assert get_state(session, found) == state
    assert [one["action"] for one in list_acts(session, found)] == ["open", *steps]
    assert list_acts(session, found)[-1]["reviewer"] == "mk"


@pytest.mark.parametrize(
    ("before", "step", "said"),
    [
        ((), "reopen", "f1 is open, nothing to reopen"),
        (("acknowledge",), "acknowledge", "somebody works on it already"),
        (("waive",), "acknowledge", "claims finding reopen f1"),
        (("waive",), "waive", "claims finding reopen f1"),
        (("waive", "reopen"), "reopen", "it is open as it is"),
    ],
)
def test_a_step_that_the_state_does_not_allow_is_refused(
    session: Session, found: int, before: tuple[str, ...], step: str, said: str
) -> None:
    for one in before:
        act(session, found, one)
    with refused(session, DecisionRefused, said):
        act(session, found, step)


@pytest.mark.parametrize("step", ["acknowledge", "waive", "reopen"])
def test_what_is_fixed_is_left_to_the_cross_check(
    session: Session, sample: Sample, found: int, step: str
) -> None:
    reject(session, sample.autumn_mention)
    cross_check(session)
    with refused(session, DecisionRefused, "f1 is fixed.*the cross-check reopens it"):
        act(session, found, step)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": " "}, "--reason is blank"),
        ({"until": "soon"}, "--until 'soon' is no day"),
        ({"until": "2025-02-28"}, "past already"),
    ],
)
def test_a_waiver_without_a_reason_or_for_the_past_is_refused(
    session: Session, found: int, given: dict[str, str], said: str
) -> None:
    with refused(session, OptionRefused, said):
        waive_finding(session, found, **({"reason": "Two editions."} | given))


def test_reopening_and_acknowledging_take_no_blank_reason(session: Session, found: int) -> None:
    with refused(session, OptionRefused, "--reason is blank"):
        acknowledge_finding(session, found, reason="")
    with refused(session, OptionRefused, "--reason is blank"):
        reopen_finding(session, found, reason="")


def test_a_waiver_binds_to_what_the_finding_says_that_day(
    session: Session, sample: Sample, found: int
) -> None:
    waive_finding(session, found, reason="Two editions.")
    [*_, waived] = list_acts(session, found)
    assert waived["content_hash"] == session.scalar(select(t.Finding.content_hash))
    say(session, add_article(session, "three"), sample.product, "released", parse_edtf("2025-01"))
    cross_check(session)
    assert get_state(session, found) == "waived"
    say(session, add_article(session, "four"), sample.product, "released", parse_edtf("2023-05"))
    cross_check(session)
    assert get_state(session, found) == "reopened"


def test_a_waiver_holds_up_to_and_with_its_last_day(session: Session, found: int) -> None:
    waive_finding(session, found, reason="An answer is due.", until="2025-03-01")
    cross_check(session)
    assert get_state(session, found) == "waived"
    session.info["at"] = lambda: "2025-03-02T00:00:00.000000Z"
    cross_check(session)
    assert get_state(session, found) == "reopened"


def test_claims_can_be_linked_by_hand(session: Session, sample: Sample) -> None:
    number = add_finding(session, [sample.winter, sample.autumn], reason="Two  launches?", severity="info")
    [one] = list_findings(session, ids=[number])
    assert (one["rule"], one["severity"], one["state"]) == ("manual", "info", "open")
    assert one["message"] == "Two launches?"
    assert one["slot"]["predicate"] == "released"
    assert [(m["claim"], m["alternative"], m["fits"]) for m in one["members"]] == [
        (f"c{sample.winter}", 0, [0]),
        (f"c{sample.autumn}", 1, [1]),
    ]
    assert count_events(session, "finding", "add") == 1


def test_claims_about_different_questions_can_be_linked_too(session: Session, sample: Sample) -> None:
    untyped, _ = say_untyped(session, sample.article)
    number = add_finding(session, [sample.winter, untyped], reason="Theses in tension.")
    [one] = list_findings(session, ids=[number])
    assert (one["slot"], one["severity"], len(one["members"])) == (None, "warning", 2)


def test_the_cross_check_leaves_a_finding_made_by_hand_alone(session: Session, sample: Sample) -> None:
    number = add_finding(session, [sample.winter, sample.autumn], reason="Two launches?")
    cross_check(session)
    reject(session, sample.autumn_mention)
    cross_check(session)
    accept(session, sample.autumn_mention)
    cross_check(session, scope="all")
    assert [one["action"] for one in list_acts(session, number)] == ["open"]
    waive_finding(session, number, reason="Two editions.")
    mark_dirty(session, session.scalars(select(t.Slot.id)).all())
    cross_check(session)
    assert get_state(session, number) == "waived"


@pytest.mark.parametrize(
    ("claims", "given", "error", "said"),
    [
        ("w", {}, DecisionRefused, "at least two different claims"),
        ("ww", {}, DecisionRefused, "at least two different claims"),
        ("wa", {"reason": ""}, OptionRefused, "--reason is blank"),
        ("wa", {"severity": "grave"}, OptionRefused, "info, warning or violation"),
    ],
)
def test_what_links_nothing_is_refused(
    session: Session, sample: Sample, claims: str, given: dict[str, str], error: type[ClaimsError], said: str
) -> None:
    numbers = [sample.winter if letter == "w" else sample.autumn for letter in claims]
    with refused(session, error, said):
        add_finding(session, numbers, **({"reason": "Two launches?"} | given))


def test_the_same_link_again_is_refused_with_the_id_that_has_it(session: Session, sample: Sample) -> None:
    add_finding(session, [sample.winter, sample.autumn], reason="Two launches?")
    with refused(session, DecisionRefused, "f1 links these claims already, it is open"):
        add_finding(session, [sample.autumn, sample.winter], reason="Really two?")


def test_the_life_of_findings_from_the_command_line(read: Callable[..., Any]) -> None:
    assert read("cross-check").code == 1
    assert read("finding", "acknowledge", "f1").out == "f1 is acknowledged: it still counts as open\n"
    assert read("cross-check").code == 1
    waived = read("finding", "waive", "f1", "--reason", "Two editions.", "--until", "2999-01-01", "--json")
    assert waived.json == {"id": "f1", "state": "waived"}
    assert read("cross-check").code == 0
    again = read("finding", "waive", "f1", "--reason", "Two editions.")
    assert (again.code, "claims finding reopen f1" in again.err) == (2, True)
    assert read("finding", "reopen", "f1", "--reason", "One edition.").out == "f1 is open again\n"
    assert read("cross-check").code == 1
    shown = read("finding", "show", "f1")
    assert "waived by mk, until 1 January 2999: Two editions." in " ".join(shown.out.split())
    assert [one["action"] for one in read("finding", "show", "f1", "--json").json["acts"]] == [
        "open",
        "acknowledge",
        "waive",
        "reopen",
    ]


def test_linking_from_the_command_line(read: Callable[..., Any]) -> None:
    given = ("--reason", "Theses in tension.", "--severity", "violation")
    assert read("finding", "add", "c1", "c2", *given, "--json").json == {"id": "f1"}
    assert read("finding", "list", "--rule", "manual", "--json").json["findings"][0]["id"] == "f1"
    assert read("finding", "add", "m1", "c1", *given).code == 2
    for wrong in (("add", "c1", "c99", *given), ("waive", "f9", "--reason", "So.")):
        ran = read("finding", *wrong)
        assert (ran.code, ran.err[:11]) == (2, "claims: no ")
