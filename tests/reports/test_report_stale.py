"""The report on stale verdicts and the rule of the cross-check call the same verdicts stale, for the same reasons."""

import hashlib
import re
from collections.abc import Callable
from fractions import Fraction

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.reports.run import run_report
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import writing
from claims.store.write import insert, insert_rows, update
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import BODY, add_article, add_entity, reject, say, set_up_dates
from tests.crosscheck.judging import (
    add_reviewer,
    add_source,
    archive,
    at,
    cite,
    get_claim,
    judge,
    rule,
    set_up_claim,
)

PARTS = ("revision", "evidence", "ruling")


def change_text(session: Session, mention: int, body: str, *, day: int) -> None:
    """Give the article of a mention another text."""
    article = session.scalars(
        select(t.Revision.article_id)
        .join(t.Mention, t.Mention.revision_id == t.Revision.id)
        .where(t.Mention.id == mention)
    ).one()
    number = session.scalars(select(t.Article.revisions).where(t.Article.id == article)).one() + 1
    digest = hashlib.sha256(body.encode()).hexdigest()
    if session.scalar(select(t.Text.length).where(t.Text.sha256 == digest)) is None:
        insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, body, len(body))])
    insert(
        session, t.Revision, number=number, title="A title", raw_sha256="a" * 64, imported_at=at(day),
        article_id=article, text_sha256=digest,
    )  # fmt: skip
    update(session, t.Article, article, revisions=number)


def judge_seen(session: Session) -> int:
    claim, mention = set_up_claim(session)
    judge(session, claim, "true", seen=[mention])
    return mention


def lose_the_passage(session: Session) -> None:
    change_text(session, judge_seen(session), "All is different.", day=5)


def keep_the_passage(session: Session) -> None:
    change_text(session, judge_seen(session), f"A note on top. {BODY}", day=5)


def lose_it_and_take_it_back(session: Session) -> None:
    mention = judge_seen(session)
    change_text(session, mention, "All is different.", day=5)
    change_text(session, mention, BODY + " Again.", day=6)


def lose_it_before_judging(session: Session) -> None:
    claim, mention = set_up_claim(session)
    change_text(session, mention, "All is different.", day=2)
    judge(session, claim, "true", seen=[mention], day=3)


def lose_it_and_withdraw(session: Session) -> None:
    mention = judge_seen(session)
    change_text(session, mention, "All is different.", day=5)
    update(session, t.Article, 1, withdrawn_at=at(6))


def change_the_source(session: Session) -> None:
    claim, _ = set_up_claim(session)
    source = add_source(session)
    judge(session, claim, "true", evidence=[cite(session, claim, archive(session, source, "Old."))])
    archive(session, source, "New.", day=4)


def confirm_by_a_ruling(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "true")
    rule(session, claim, day=4)


def overrule_a_false(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false")
    rule(session, claim, day=4)


def rule_on_another_date(session: Session) -> None:
    first, second = set_up_dates(session, "2024-11", "2025-01")
    judge(session, get_claim(session, first), "true")
    rule(session, get_claim(session, second), day=4)


def settle_by_another(session: Session) -> None:
    mention = judge_seen(session)
    change_text(session, mention, "All is different.", day=5)
    claim = get_claim(session, mention)
    judge(session, claim, "false", reviewer=add_reviewer(session, "ab"), day=6, considers=[1])


def judge_again(session: Session) -> None:
    mention = judge_seen(session)
    change_text(session, mention, "All is different.", day=5)
    judge(session, get_claim(session, mention), "false", day=6)


def judge_by_another_before(session: Session) -> None:
    mention = judge_seen(session)
    judge(session, get_claim(session, mention), "false", reviewer=add_reviewer(session, "ab"), day=2)
    change_text(session, mention, "All is different.", day=5)


def judge_by_another_since(session: Session) -> None:
    mention = judge_seen(session)
    change_text(session, mention, "All is different.", day=5)
    judge(session, get_claim(session, mention), "false", reviewer=add_reviewer(session, "ab"), day=6)


def reject_the_only_mention(session: Session) -> None:
    mention = judge_seen(session)
    change_text(session, mention, "All is different.", day=5)
    reject(session, mention)


def change_everything(session: Session) -> None:
    claim, mention = set_up_claim(session)
    source = add_source(session)
    evidence = cite(session, claim, archive(session, source, "Old."))
    judge(session, claim, "false", seen=[mention], evidence=[evidence])
    archive(session, source, "New.", day=4)
    rule(session, claim, day=5)
    change_text(session, mention, "All is different.", day=6)
    add_article(session, "another")


def find_another_source(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false")
    cite(session, claim, archive(session, add_source(session), "A poster."), day=4)


def print_a_state_again(session: Session) -> None:
    app = add_entity(session, "Milchkanne")
    users = make_quantity(Fraction(40_000))
    for name, published in (("early", "2025-03-01"), ("late", "2025-09-01")):
        mention = say(session, add_article(session, name, published), app, "users", users)
    judge(session, get_claim(session, mention), "true")


CASES: tuple[tuple[Callable[[Session], None], tuple[str, ...]], ...] = (
    (lose_the_passage, ("revision",)),
    (keep_the_passage, ()),
    (lose_it_and_take_it_back, ()),
    (lose_it_before_judging, ()),
    (lose_it_and_withdraw, ()),
    (change_the_source, ("evidence",)),
    (confirm_by_a_ruling, ()),
    (overrule_a_false, ("ruling",)),
    (rule_on_another_date, ("ruling",)),
    (settle_by_another, ()),
    (judge_again, ()),
    (judge_by_another_before, ("revision",)),
    (judge_by_another_since, ()),
    (reject_the_only_mention, ()),
    (change_everything, PARTS),
    (find_another_source, ("evidence",)),
    (print_a_state_again, ("print",)),
)


@pytest.mark.parametrize(("happen", "parts"), CASES, ids=[case[0].__name__ for case in CASES])
def test_the_report_and_the_rule_call_the_same_parts_changed(
    ledger: str, happen: Callable[[Session], None], parts: tuple[str, ...]
) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        happen(session)
        record(session, "test", None, "happen")
    with writing(ledger, actor="mk", command="cross-check") as session:
        cross_check(session)
        messages = session.scalars(select(t.Finding.message).where(t.Finding.rule == "stale-verdict"))
        by_rule = {
            part
            for message in messages
            for part in re.findall(r"\b(?:revision|evidence|ruling|print)\b", message)
        }
        answer = run_report(session, "stale-verdicts", {})
        place = answer.columns.index("changed_part")
        by_report = {row[place] for row in answer.rows}
    assert by_report == set(parts)
    assert by_rule == set(parts)


def test_the_report_answers_as_of_the_moment_before_the_passage_went(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        lose_it_and_take_it_back(session)
        record(session, "test", None, "happen")
        for day, found in ((4, 0), (5, 1), (6, 0)):
            answer = run_report(session, "stale-verdicts", {"as_of": f"2025-03-{day:02}T13:00Z"})
            assert len(list(answer.rows)) == found, day
