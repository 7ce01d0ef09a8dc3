"""Verdicts that disagree, and that rest on nothing."""

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


def test_a_verdict_with_evidence_or_a_vain_search_is_supported(session: Session) -> None:
    claim, _ = set_up_claim(session)
    evidence = cite(session, claim, archive(session, add_source(session), "November."))
    judge(session, claim, "true", none_found=False, evidence=[evidence])
    judge(session, claim, "true", none_found=True, reviewer=add_reviewer(session, "ab"))
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
