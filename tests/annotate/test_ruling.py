"""House facts: one per question at a time, its whole history kept."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.entity import merge_entities, split_entity
from claims.annotate.evidence import add_evidence
from claims.annotate.ruling import add_ruling, retract_ruling
from claims.errors import DecisionRefused, OptionRefused
from claims.store import tables as t
from claims.store.queries.ruling import list_rulings
from claims.store.record import record
from claims.values import EntityValue, parse_edtf
from tests.annotate.sample import Sample, count_events, get_claim, refused, say_untyped
from tests.crosscheck.factory import add_article, add_entity, say


def get(session: Session, number: int) -> dict[str, Any]:
    [one] = list_rulings(session, ids=[number])
    return one


def test_a_ruling_names_claim_ground_and_days(session: Session, sample: Sample) -> None:
    number = add_ruling(
        session,
        sample.winter,
        reason="The maker's note.",
        evidence_ids=[sample.evidence],
        valid_from="2025-01-01",
        valid_until="2025-01-01",
    )
    one = get(session, number)
    assert (one["claim"], one["evidence"], one["standing"]) == (
        f"c{sample.winter}",
        [f"v{sample.evidence}"],
        True,
    )
    assert (one["valid_from"], one["valid_until"]) == ("2025-01-01", "2025-01-01")
    assert count_events(session, "ruling", "add") == 1


def test_a_second_ruling_on_a_question_supersedes_the_first(session: Session, sample: Sample) -> None:
    first = add_ruling(session, sample.winter, reason="The note.")
    second = add_ruling(session, sample.autumn, reason="A better note.")
    assert (get(session, first)["standing"], get(session, first)["superseded_by"]) == (False, f"h{second}")
    assert [one["id"] for one in list_rulings(session, standing_only=True)] == [f"h{second}"]


def test_a_ruling_marks_its_slot_for_the_cross_check(session: Session, sample: Sample) -> None:
    session.connection().exec_driver_sql("DELETE FROM dirty_slot")
    add_ruling(session, sample.winter, reason="The note.")
    slot = session.scalar(select(t.Claim.slot_id).where(t.Claim.id == sample.winter))
    assert list(session.scalars(select(t.DirtySlot.slot_id))) == [slot]


def test_what_refutes_another_answer_is_a_ground(session: Session, sample: Sample) -> None:
    against = add_evidence(session, sample.autumn, source_id=sample.source, stance="refutes")
    number = add_ruling(session, sample.winter, reason="The note.", evidence_ids=[against])
    assert get(session, number)["evidence"] == [f"v{against}"]


def test_evidence_on_another_question_is_refused(session: Session, sample: Sample) -> None:
    maker = add_entity(session, "Hesswerk", "organisation")
    other = say(session, sample.article, sample.product, "developer", EntityValue("Hesswerk", f"e{maker}"))
    record(session, "test", None, "other")
    with refused(session, DecisionRefused, "answers another question"):
        add_ruling(session, get_claim(session, other), reason="So.", evidence_ids=[sample.evidence])


def test_an_untyped_claim_is_no_house_fact(session: Session, sample: Sample) -> None:
    claim, _ = say_untyped(session, sample.article)
    with refused(session, DecisionRefused, "not typed.*claims mention retype"):
        add_ruling(session, claim, reason="So.")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": " "}, "--reason is blank"),
        ({"valid_from": "2025"}, "--valid-from '2025' is no day"),
        ({"valid_until": "2025-02-30"}, "no day"),
        ({"valid_from": "2025-01-02", "valid_until": "2025-01-01"}, "lies before"),
    ],
)
def test_what_is_no_ruling_is_refused(
    session: Session, sample: Sample, given: dict[str, str], said: str
) -> None:
    with refused(session, OptionRefused, said):
        add_ruling(session, sample.winter, **({"reason": "The note."} | given))


def test_a_retraction_is_a_row_and_the_chain_goes_on_from_it(session: Session, sample: Sample) -> None:
    first = add_ruling(session, sample.winter, reason="The note.")
    back = retract_ruling(session, first, reason="It was taken back.")
    assert list_rulings(session, standing_only=True) == []
    assert count_events(session, "ruling", "retract") == 1
    again = add_ruling(session, sample.autumn, reason="Another note.")
    assert get(session, again)["supersedes"] == f"h{back}"


def test_only_the_standing_ruling_can_be_taken_back(session: Session, sample: Sample) -> None:
    first = add_ruling(session, sample.winter, reason="The note.")
    with refused(session, OptionRefused, "--reason is blank"):
        retract_ruling(session, first, reason="")
    back = retract_ruling(session, first, reason="It was taken back.")
    with refused(session, DecisionRefused, "superseded since"):
        retract_ruling(session, first, reason="Again.")
    with refused(session, DecisionRefused, "is a retraction itself"):
        retract_ruling(session, back, reason="Again.")


def test_after_a_merge_a_question_keeps_one_house_fact(session: Session, sample: Sample) -> None:
    twin = add_entity(session, "Brakwin 9")
    told = say(session, add_article(session, "three"), twin, "released", parse_edtf("2025-02"))
    record(session, "test", None, "twin")
    standing = add_ruling(session, sample.winter, reason="The note.")
    merge_entities(session, twin, sample.product)
    with refused(session, DecisionRefused, f"claims ruling retract h{standing}"):
        add_ruling(session, get_claim(session, told), reason="A note.")
    split_entity(session, twin)
    assert add_ruling(session, get_claim(session, told), reason="A note.") == standing + 1


def test_rulings_from_the_command_line(read: Callable[..., Any]) -> None:
    winter, autumn = (
        next(one["id"] for one in read("mention", "list", "--json").json if word in one["quote"])
        for word in ("Januar", "November")
    )
    assert read("ruling", "add", winter, "--reason", "The note.", "--json").json == {"id": "h1"}
    given = ("--reason", "Better.", "--valid-from", "2024-11-01")
    assert read("ruling", "add", autumn, *given).out == "h2\n"
    assert [row["id"] for row in read("ruling", "list", "--json").json] == ["h2"]
    assert [row["id"] for row in read("ruling", "list", "--every", "--json").json] == ["h1", "h2"]
    assert read("ruling", "retract", "h2", "--reason", "Withdrawn.").out == "h3\n"
    shown = read("ruling", "show", "h1")
    assert ("→ h1" in shown.out, "(withdrawn)" in shown.out) == (True, True)
    assert len(read("ruling", "show", "h3", "--json").json["history"]) == 3


@pytest.mark.parametrize(
    "arguments", [("add", "c99", "--reason", "So."), ("retract", "h9", "--reason", "So."), ("show", "h9")]
)
def test_an_unknown_id_is_refused(read: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    ran = read("ruling", *arguments)
    assert (ran.code, ran.err[:11]) == (2, "claims: no ")
