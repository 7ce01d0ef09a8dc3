"""Verdicts that disagree, and that rest on nothing."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store import tables as t
from claims.store.write import update
from tests.crosscheck.factory import revise, set_up_dates
from tests.crosscheck.judging import (
    add_reviewer,
    add_source,
    archive,
    at,
    cite,
    get_claim,
    judge,
    list_messages,
    set_up_claim,
)


def test_reviewers_of_different_truth_classes_disagree(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "true")
    judge(session, claim, "false", reviewer=add_reviewer(session, "ab"))
    assert list_messages(session, "verdict-disagreement") == [
        "Brakwin-9 · released: 2024-11 (false by ab, true by mk)"
    ]


def test_reviewers_of_one_truth_class_agree(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "true")
    judge(session, claim, "mostly_true", reviewer=add_reviewer(session, "ab"))
    assert list_messages(session, "verdict-disagreement") == []


def test_a_reviewer_who_changes_their_mind_does_not_disagree(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "true")
    judge(session, claim, "false", day=2)
    assert list_messages(session, "verdict-disagreement") == []


def test_a_verdict_taken_back_disagrees_with_nobody(session: Session) -> None:
    claim, _ = set_up_claim(session)
    other = add_reviewer(session, "ab")
    judge(session, claim, "true")
    judge(session, claim, "false", reviewer=other)
    judge(session, claim, None, reviewer=other, day=2)
    assert list_messages(session, "verdict-disagreement") == []


def test_verdicts_about_different_things_do_not_disagree(session: Session) -> None:
    claim, mention = set_up_claim(session)
    judge(session, claim, "true")
    judge(session, claim, "false", reviewer=add_reviewer(session, "ab"), about="attribution", mention=mention)
    assert list_messages(session, "verdict-disagreement") == []


def test_verdicts_of_one_reviewer_about_different_things_do_not_disagree(session: Session) -> None:
    claim, mention = set_up_claim(session)
    judge(session, claim, "true")
    judge(session, claim, "missing_context", mention=mention)
    assert list_messages(session, "verdict-disagreement") == []


def test_verdicts_on_the_attribution_do_not_disagree_by_content(session: Session) -> None:
    claim, mention = set_up_claim(session)
    for handle, code in (("ab", "true"), ("cd", "false")):
        judge(
            session, claim, code, reviewer=add_reviewer(session, handle), about="attribution", mention=mention
        )
    assert list_messages(session, "verdict-disagreement") == []


def test_an_adjudication_that_considers_all_settles_them(session: Session) -> None:
    claim, _ = set_up_claim(session)
    given = [
        judge(session, claim, "true"),
        judge(session, claim, "false", reviewer=add_reviewer(session, "ab")),
    ]
    judge(session, claim, "false", reviewer=add_reviewer(session, "cd"), day=2, considers=given)
    assert list_messages(session, "verdict-disagreement") == []


def test_an_adjudication_that_leaves_one_out_settles_nothing(session: Session) -> None:
    claim, _ = set_up_claim(session)
    first = judge(session, claim, "true")
    judge(session, claim, "false", reviewer=add_reviewer(session, "ab"))
    judge(session, claim, "false", reviewer=add_reviewer(session, "cd"), day=2, considers=[first])
    assert len(list_messages(session, "verdict-disagreement")) == 1


def test_a_verdict_against_an_adjudication_disagrees_again(session: Session) -> None:
    claim, _ = set_up_claim(session)
    other = add_reviewer(session, "ab")
    given = [judge(session, claim, "true"), judge(session, claim, "false", reviewer=other)]
    judge(session, claim, "false", reviewer=add_reviewer(session, "cd"), day=2, considers=given)
    judge(session, claim, "true", reviewer=other, day=3)
    assert list_messages(session, "verdict-disagreement") == [
        "Brakwin-9 · released: 2024-11 (false by cd, true by ab)"
    ]


def test_an_adjudication_taken_back_settles_nothing(session: Session) -> None:
    claim, _ = set_up_claim(session)
    third = add_reviewer(session, "cd")
    given = [
        judge(session, claim, "true"),
        judge(session, claim, "false", reviewer=add_reviewer(session, "ab")),
    ]
    judge(session, claim, "false", reviewer=third, day=2, considers=given)
    judge(session, claim, None, reviewer=third, day=3)
    assert len(list_messages(session, "verdict-disagreement")) == 1


def test_claims_of_one_question_share_a_finding(session: Session) -> None:
    claims = [get_claim(session, mention) for mention in set_up_dates(session, "2024-11", "2025-01")]
    other = add_reviewer(session, "ab")
    for claim in claims:
        judge(session, claim, "true")
        judge(session, claim, "false", reviewer=other)
    assert list_messages(session, "verdict-disagreement") == [
        "Brakwin-9 · released: 2024-11 (false by ab, true by mk); 2025-01 (false by ab, true by mk)"
    ]


def test_a_verdict_without_evidence_is_unsupported(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false", none_found=False)
    assert list_messages(session, "unsupported-verdict") == [
        "Brakwin-9 · released: 2024-11 (false by mk, no evidence)"
    ]


@pytest.mark.parametrize(
    ("code", "stances", "lack"),
    [
        ("true", ["supports"], None),
        ("true", ["refutes", "supports"], None),
        ("true", ["refutes"], "all evidence refutes"),
        ("true", ["no answer"], "all evidence gives no answer"),
        ("true", ["refutes", "no answer"], "all evidence gives no answer or refutes"),
        ("false", ["refutes"], None),
        ("false", ["supports"], "all evidence supports"),
        ("partly_false", ["qualifies"], None),
        ("partly_false", ["no answer"], "all evidence gives no answer"),
        ("unproven", ["no answer"], None),
    ],
)
def test_evidence_bears_a_verdict_that_it_speaks_for(
    session: Session, code: str, stances: list[str], lack: str | None
) -> None:
    claim, _ = set_up_claim(session)
    snapshot = archive(session, add_source(session), "November.")
    evidence = [cite(session, claim, snapshot, stance=stance) for stance in stances]
    judge(session, claim, code, none_found=False, evidence=evidence)
    told = f"Brakwin-9 · released: 2024-11 ({code} by mk, {lack})"
    assert list_messages(session, "unsupported-verdict") == ([told] if lack else [])


@pytest.mark.parametrize("code", ["true", "false"])
def test_a_vain_search_shows_nothing_and_is_worth_knowing(session: Session, code: str) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, code, none_found=True)
    assert list_messages(session, "unsupported-verdict") == [
        f"Brakwin-9 · released: 2024-11 ({code} by mk, looked for evidence in vain)"
    ]
    assert session.scalars(select(t.Finding.severity)).all() == ["info"]


def test_a_verdict_without_any_search_beside_one_with_is_graver(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "true", none_found=True)
    judge(session, claim, "true", none_found=False, reviewer=add_reviewer(session, "ab"))
    assert len(list_messages(session, "unsupported-verdict")) == 1
    assert session.scalars(select(t.Finding.severity)).all() == ["warning"]


def test_a_vain_search_bears_what_decides_nothing(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "unproven", none_found=True)
    assert list_messages(session, "unsupported-verdict") == []


def test_a_verdict_that_decides_nothing_needs_no_evidence(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "unproven", none_found=False)
    assert list_messages(session, "unsupported-verdict") == []


def test_verdicts_on_claims_of_withdrawn_articles_are_left_alone(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false", none_found=False)
    update(session, t.Article, 1, withdrawn_at=at(1))
    assert list_messages(session, "unsupported-verdict") == []


def test_verdicts_on_claims_that_an_earlier_revision_made_are_looked_at(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false", none_found=False)
    revise(session, 1)
    assert len(list_messages(session, "unsupported-verdict")) == 1
