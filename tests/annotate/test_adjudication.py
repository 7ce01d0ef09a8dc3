"""Settling verdicts that disagree."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.annotate.adjudication import adjudicate
from claims.annotate.evidence import add_evidence
from claims.annotate.verdict import add_verdict, retract_verdict
from claims.errors import DecisionRefused, OptionRefused
from claims.store.queries.verdict import list_verdicts
from tests.annotate.sample import Sample, acting_as, count_events, refused


@pytest.fixture
def disputed(session: Session, sample: Sample) -> tuple[int, int]:
    """Return two verdicts on the winter claim that disagree, the second one zz's."""
    mine = add_verdict(
        session, sample.winter, rating="true", rationale="The note.", evidence_ids=[sample.evidence]
    )
    with acting_as(session, sample.zz):
        theirs = add_verdict(session, sample.winter, rating="false", rationale="None.", none_found=True)
    return mine, theirs


def test_an_adjudication_lists_what_it_settles_and_rests_on_all_of_its_evidence(
    session: Session, sample: Sample, disputed: tuple[int, int]
) -> None:
    more = add_evidence(session, sample.winter, source_id=sample.source, stance="qualifies")
    number = adjudicate(
        session,
        sample.winter,
        rating="mostly_true",
        rationale="To the month.",
        considered_ids=disputed,
        evidence_ids=[more],
    )
    [one] = list_verdicts(session, ids=[number])
    assert one["considers"] == [f"j{number}" for number in disputed]
    assert one["evidence"] == [f"v{sample.evidence}", f"v{more}"]
    assert (one["rating"], one["about"], one["supersedes"]) == ("mostly_true", "content", f"j{disputed[0]}")
    assert count_events(session, "verdict", "adjudicate") == 1


def test_where_nobody_found_anything_the_adjudication_says_so(session: Session, sample: Sample) -> None:
    mine = add_verdict(session, sample.winter, rating="unproven", rationale="None.", none_found=True)
    with acting_as(session, sample.zz):
        theirs = add_verdict(session, sample.winter, rating="false", rationale="None.", none_found=True)
    number = adjudicate(
        session, sample.winter, rating="unproven", rationale="Open.", considered_ids=[mine, theirs]
    )
    assert list_verdicts(session, ids=[number])[0]["none_found"]


def test_it_is_about_what_they_are_about(session: Session, sample: Sample) -> None:
    considered = []
    for reviewer in (session.info["actor_id"], sample.zz):
        with acting_as(session, reviewer):
            considered.append(
                add_verdict(
                    session,
                    sample.winter,
                    rating="missing_context",
                    rationale="Half of it.",
                    none_found=True,
                    mention_id=sample.winter_mention,
                )
            )
    number = adjudicate(
        session, sample.winter, rating="missing_context", rationale="Yes.", considered_ids=considered
    )
    [one] = list_verdicts(session, ids=[number])
    assert (one["about"], one["mention"]) == ("context", f"m{sample.winter_mention}")


def test_what_cannot_be_settled_together_is_refused(
    session: Session, sample: Sample, disputed: tuple[int, int]
) -> None:
    def settle(*considered: int, claim: int = sample.winter, **given: Any) -> None:
        adjudicate(
            session, claim, **({"rating": "true", "rationale": "So.", "considered_ids": considered} | given)
        )

    mine, theirs = disputed
    with refused(session, DecisionRefused, "at least two"):
        settle(mine)
    with refused(session, DecisionRefused, "at least two"):
        settle(mine, mine)
    with refused(session, DecisionRefused, f"about c{sample.winter}, not c{sample.autumn}"):
        settle(mine, theirs, claim=sample.autumn)
    with refused(session, OptionRefused, "--rationale is blank"):
        settle(mine, theirs, rationale="")
    with refused(session, DecisionRefused, "names a passage"):
        settle(mine, theirs, rating="missing_context")
    other = add_verdict(
        session,
        sample.winter,
        rating="false",
        rationale="No.",
        none_found=True,
        about="context",
        mention_id=sample.winter_mention,
    )
    with refused(session, DecisionRefused, "one by one"):
        settle(mine, other)
    back = retract_verdict(session, mine, reason="Wrong page.")
    for gone in (mine, back):
        with refused(session, DecisionRefused, "does not stand any more"):
            settle(gone, theirs)


def test_adjudicating_from_the_command_line(read: Callable[..., Any]) -> None:
    read("reviewer", "add", "zz")
    for who, rating in (("mk", "true"), ("zz", "false")):
        read("verdict", "add", "c1", "--rating", rating, "--rationale", "So.", "--none-found", "--as", who)
    given = ("c1", "--rating", "unproven", "--rationale", "Open.", "--considers", "j1")
    assert read("verdict", "adjudicate", *given, "--as", "mk").code == 2
    settled = read("verdict", "adjudicate", *given, "--considers", "j2", "--as", "mk", "--json")
    assert (settled.code, settled.json) == (0, {"id": "j3"})
    assert "settles j1, j2" in read("verdict", "show", "j3").out
    [standing] = [row for row in read("verdict", "list", "--standing", "--json").json if row["considers"]]
    assert standing["id"] == "j3"
