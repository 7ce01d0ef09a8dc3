"""Verdicts that are out of date, since what they rest on changed."""

from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store import tables as t
from claims.store.write import insert, insert_rows, update
from claims.values import parse_edtf
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
    list_messages,
    rule,
    set_up_claim,
)


def test_a_newer_snapshot_with_another_text_makes_a_verdict_stale(session: Session) -> None:
    claim, _ = set_up_claim(session)
    source = add_source(session)
    evidence = cite(session, claim, archive(session, source, "November."))
    judge(session, claim, "true", day=2, evidence=[evidence])
    assert list_messages(session, "stale-verdict") == []
    archive(session, source, "December, corrected.", day=3)
    assert list_messages(session, "stale-verdict") == [
        "Brakwin-9 · released: 2024-11 (true by mk: evidence “Note” changed on 2025-03-03)"
    ]


def test_a_stale_verdict_does_not_name_a_confidential_source(session: Session) -> None:
    claim, _ = set_up_claim(session)
    source = add_source(session, confidential=1)
    evidence = cite(session, claim, archive(session, source, "November."))
    judge(session, claim, "true", day=2, evidence=[evidence])
    archive(session, source, "December.", day=3)
    assert list_messages(session, "stale-verdict") == [
        "Brakwin-9 · released: 2024-11 (true by mk: evidence of a confidential source changed on 2025-03-03)"
    ]


def test_a_snapshot_older_than_the_verdict_makes_it_not_stale(session: Session) -> None:
    claim, _ = set_up_claim(session)
    source = add_source(session)
    evidence = cite(session, claim, archive(session, source, "November."))
    archive(session, source, "November, they say.", day=2)
    judge(session, claim, "true", day=3, evidence=[evidence])
    assert list_messages(session, "stale-verdict") == []


def test_a_new_text_of_another_source_leaves_the_verdict(session: Session) -> None:
    claim, _ = set_up_claim(session)
    source, other = add_source(session), add_source(session)
    evidence = cite(session, claim, archive(session, source, "November."))
    judge(session, claim, "true", day=2, evidence=[evidence])
    archive(session, other, "December.", day=3)
    assert list_messages(session, "stale-verdict") == []


def test_a_later_house_fact_makes_a_verdict_stale(session: Session) -> None:
    first, second = (get_claim(session, mention) for mention in set_up_dates(session, "2024-11", "2025-01"))
    rule(session, second, day=1)
    judge(session, first, "true", day=2)
    assert list_messages(session, "stale-verdict") == []
    rule(session, second, day=4)
    assert list_messages(session, "stale-verdict") == [
        "Brakwin-9 · released: 2024-11 (true by mk: ruling changed on 2025-03-04)"
    ]


def test_a_first_house_fact_that_says_what_the_verdict_found_true_leaves_it(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "true", day=1)
    rule(session, claim, day=2)
    assert list_messages(session, "stale-verdict") == []


def test_a_first_house_fact_that_says_what_the_verdict_found_false_makes_it_stale(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false", day=1)
    rule(session, claim, day=2)
    assert len(list_messages(session, "stale-verdict")) == 1


def replace_text(session: Session, mention: int, body: str, day: int) -> None:
    """Let the mention's article have a new text on a day of March."""
    article = session.scalars(
        select(t.Revision.article_id)
        .join(t.Mention, t.Mention.revision_id == t.Revision.id)
        .where(t.Mention.id == mention)
    ).one()
    digest = f"{len(body):064x}"
    insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, body, len(body))])
    number = session.scalars(select(t.Article.revisions).where(t.Article.id == article)).one() + 1
    insert(
        session,
        t.Revision,
        number=number,
        title=None,
        raw_sha256="b" * 64,
        imported_at=at(day),
        article_id=article,
        text_sha256=digest,
    )
    update(session, t.Article, article, revisions=number)
    reject(session, mention)  # marks its slot, as an import does
    update(session, t.Mention, mention, state="accepted")


def test_a_passage_that_is_gone_from_the_newest_text_makes_a_verdict_stale(session: Session) -> None:
    claim, mention = set_up_claim(session)
    judge(session, claim, "true", day=2, seen=[mention])
    replace_text(session, mention, "Nothing of it is left.", 5)
    assert list_messages(session, "stale-verdict") == [
        "Brakwin-9 · released: 2024-11 (true by mk: revision changed on 2025-03-05)"
    ]


def test_a_new_text_that_keeps_the_passage_leaves_the_verdict(session: Session) -> None:
    claim, mention = set_up_claim(session)
    judge(session, claim, "true", day=2, seen=[mention])
    replace_text(session, mention, f"Corrected elsewhere. {BODY}", 5)
    assert list_messages(session, "stale-verdict") == []


def test_another_mention_makes_no_verdict_stale(session: Session) -> None:
    claim, mention = set_up_claim(session)
    judge(session, claim, "true", day=2, seen=[mention])
    product = session.scalars(select(t.Slot.subject_id)).one()
    say(session, add_article(session, "later"), product, "released", parse_edtf("2024-11"))
    assert list_messages(session, "stale-verdict") == []


def test_a_word_of_anybody_since_the_change_settles_it(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false", day=1)
    rule(session, claim, day=2)
    judge(session, claim, "true", reviewer=add_reviewer(session, "ab"), day=3)
    assert list_messages(session, "stale-verdict") == []


def test_a_later_word_that_knew_nothing_of_the_change_does_not_hide_it(session: Session) -> None:
    claim, _ = set_up_claim(session)
    judge(session, claim, "false", day=1)
    judge(session, claim, "unproven", reviewer=add_reviewer(session, "ab"), day=2)
    rule(session, claim, day=3)
    [message] = list_messages(session, "stale-verdict")
    assert "false by" in message
    assert "unproven by ab" in message


def test_a_waived_finding_about_a_verdict_comes_back_when_more_changes(session: Session) -> None:
    first, second = (get_claim(session, mention) for mention in set_up_dates(session, "2024-11", "2025-01"))
    judge(session, first, "true", day=1)
    rule(session, second, day=2)
    list_messages(session, "stale-verdict")
    finding = session.scalars(select(t.Finding.id).where(t.Finding.rule == "stale-verdict")).one()
    update(session, t.Finding, finding, state="waived")
    assert list_messages(session, "stale-verdict") == []
    rule(session, second, day=3)
    assert len(list_messages(session, "stale-verdict")) == 1


@pytest.mark.parametrize(
    ("code", "stance", "stale"),
    [
        ("false", "supports", True),
        ("false", "qualifies", True),
        ("false", "refutes", False),
        ("true", "refutes", True),
        ("true", "supports", False),
        ("true", "no answer", False),
        ("unproven", "supports", True),
        ("unproven", "qualifies", False),
    ],
)
def test_evidence_that_came_later_and_says_otherwise_makes_a_verdict_stale(
    session: Session, code: str, stance: str, stale: bool
) -> None:
    claim, _ = set_up_claim(session)
    snapshot = archive(session, add_source(session), "A poster.")
    judge(session, claim, code, day=2)
    assert list_messages(session, "stale-verdict") == []
    cite(session, claim, snapshot, stance=stance, day=3)
    told = (
        f"Brakwin-9 · released: 2024-11 ({code} by mk: evidence “Note” that {stance} it came on 2025-03-03)"
    )
    assert list_messages(session, "stale-verdict") == ([told] if stale else [])


def test_evidence_that_was_there_before_the_verdict_leaves_it(session: Session) -> None:
    claim, _ = set_up_claim(session)
    cite(session, claim, archive(session, add_source(session), "A poster."), stance="refutes", day=1)
    judge(session, claim, "true", day=2)
    assert list_messages(session, "stale-verdict") == []


def tell_users(session: Session, published: str | None, **rest: Any) -> int:
    """Let a new article say how many users an app has; return the claim."""
    apps = session.scalars(select(t.Entity.id).where(t.Entity.label == "Milchkanne")).all()
    app = apps[0] if apps else add_entity(session, "Milchkanne")
    article = add_article(session, f"u{published}", published)
    return get_claim(session, say(session, article, app, "users", make_quantity(Fraction(40_000)), **rest))


def test_a_state_that_passes_makes_a_verdict_stale_when_it_is_printed_long_after(session: Session) -> None:
    claim = tell_users(session, "2025-03-02")
    judge(session, claim, "true")
    assert list_messages(session, "stale-verdict") == []
    tell_users(session, "2025-07-10")
    assert list_messages(session, "stale-verdict") == [
        "Milchkanne · users: 40000 (true by mk: print of 2025-07-10, checked as of 2025-03-01)"
    ]


@pytest.mark.parametrize(
    ("published", "rest"),
    [("2025-05-10", {}), (None, {}), ("2025-07-10", {"as_of": "2025-02"})],
    ids=["while it holds", "undated", "of a stated time"],
)
def test_a_state_that_is_printed_while_it_holds_leaves_a_verdict(
    session: Session, published: str | None, rest: dict[str, Any]
) -> None:
    claim = tell_users(session, "2025-03-02", **rest)
    judge(session, claim, "true")
    tell_users(session, published, **rest)
    assert list_messages(session, "stale-verdict") == []
