"""An article is no evidence for what it says itself, nor is one that copies it."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.copies.citing import cites
from claims.store import tables as t
from claims.store.queries.slot import mark_dirty
from claims.store.write import insert, update
from claims.values import parse_edtf
from tests.crosscheck.factory import BODY, add_article, add_entity, reject, say
from tests.crosscheck.judging import archive, cite, get_claim, get_slot, judge

RULE = "circular-evidence"
URL = "https://example.org/brakwin"


def list_found(session: Session) -> list[tuple[str, str]]:
    cross_check(session)
    session.expire_all()
    return [
        (one.severity, one.message)
        for one in session.scalars(
            select(t.Finding).where(t.Finding.rule == RULE, t.Finding.state != "fixed")
        )
    ]


def add_source(session: Session, kind: str = "reporting", **columns: Any) -> int:
    return insert(session, t.Source, title="Report", kind=kind, confidential=0, **columns)


def claim_in(session: Session, *names: str, **columns: Any) -> tuple[int, list[int]]:
    """Let articles make one claim; return it and their mentions. The first has the address `URL`."""
    product = add_entity(session, "Brakwin-9")
    mentions = []
    for place, name in enumerate(names):
        article = add_article(session, name, "2025-02-01")
        if place == 0:
            update(session, t.Article, article, url=URL, **columns)
        mentions.append(say(session, article, product, "released", parse_edtf("2025-01")))
    return get_claim(session, mentions[0]), mentions


def test_an_article_that_makes_the_claim_is_no_evidence_for_it(session: Session) -> None:
    claim, _ = claim_in(session, "a")
    source = archive(session, add_source(session, url=URL), "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    assert list_found(session) == [
        (
            "warning",
            "Brakwin-9 · released: 2025-01 (true by mk: evidence “Report” is “A title”, which makes the claim)",
        )
    ]


def test_an_archived_text_is_known_as_the_article_whatever_its_address(session: Session) -> None:
    claim, _ = claim_in(session, "a")
    source = add_source(session)
    snapshot = insert(
        session,
        t.Snapshot,
        taken_at="2025-03-01T12:00:00.000000Z",
        source_id=source,
        text_sha256=session.scalars(select(t.Text.sha256).where(t.Text.body == BODY)).one(),
    )
    judge(session, claim, "true", evidence=[cite(session, claim, snapshot)], none_found=False)
    assert len(list_found(session)) == 1


def test_an_article_of_the_same_origin_is_none_either(session: Session) -> None:
    claim, _ = claim_in(session, "a")
    agency, copy = add_article(session, "agency"), add_article(session, "copy")
    update(session, t.Article, copy, url=f"{URL}/copy", origin_id=agency)
    source = archive(session, add_source(session, url=f"{URL}/copy"), "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    assert list_found(session) == []
    update(session, t.Article, 1, origin_id=agency)
    mark_dirty(session, [get_slot(session, claim)])
    ((_, message),) = list_found(session)
    assert "evidence “Report” is of one origin with “A title”, which makes the claim" in message


def test_a_source_that_repeats_the_article_is_none_either(session: Session) -> None:
    claim, _ = claim_in(session, "a")
    repeats = add_source(session, origin_id=add_source(session, url=URL))
    snapshot = archive(session, repeats, "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, snapshot)], none_found=False)
    assert len(list_found(session)) == 1


def test_other_evidence_beside_it_makes_it_information(session: Session) -> None:
    claim, _ = claim_in(session, "a")
    circular = cite(session, claim, archive(session, add_source(session, url=URL), "As archived."))
    other = cite(session, claim, archive(session, add_source(session, "official"), "From the register."))
    judge(session, claim, "true", evidence=[circular, other], none_found=False)
    assert [severity for severity, _ in list_found(session)] == ["info"]


@pytest.mark.parametrize(
    "columns",
    [{"kind": "official", "url": URL}, {"url": "https://example.org/other"}, {"kind": "own test"}],
)
def test_first_hand_sources_and_other_articles_are_evidence(
    session: Session, columns: dict[str, str]
) -> None:
    claim, _ = claim_in(session, "a")
    source = archive(session, add_source(session, **columns), "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    assert list_found(session) == []


def test_an_article_that_does_not_make_the_claim_any_more_is_evidence(session: Session) -> None:
    claim, mentions = claim_in(session, "a")
    source = archive(session, add_source(session, url=URL), "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    assert len(list_found(session)) == 1
    reject(session, mentions[0])
    assert list_found(session) == []


def test_it_closes_with_a_verdict_on_other_evidence(session: Session) -> None:
    claim, _ = claim_in(session, "a")
    source = archive(session, add_source(session, url=URL), "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    assert len(list_found(session)) == 1
    judge(session, claim, "true", day=2)
    assert list_found(session) == []


def test_the_own_report_of_another_outlet_is_evidence(session: Session) -> None:
    claim, _ = claim_in(session, "a", "b")
    source = archive(session, add_source(session, url=URL), "As archived.")
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    assert list_found(session) == []


def test_a_copy_of_an_article_that_makes_the_claim_is_none_though_others_make_it(session: Session) -> None:
    claim, _ = claim_in(session, "copy", "original", "another")
    update(session, t.Article, 1, origin_id=2)
    copy = cite(session, claim, archive(session, add_source(session, url=URL), "As archived."))
    judge(session, claim, "true", evidence=[copy], none_found=False)
    ((_, message),) = list_found(session)
    assert "evidence “Report” repeats “A title”, which makes the claim" in message


def test_a_copy_of_what_is_cited_beside_it_is_a_question_of_their_origin(session: Session) -> None:
    claim, _ = claim_in(session, "copy", "original", "another")
    update(session, t.Article, 1, origin_id=2)
    update(session, t.Article, 2, url=f"{URL}/original")
    evidence = [
        cite(session, claim, archive(session, add_source(session, url=url), f"As archived of {url}."))
        for url in (URL, f"{URL}/original")
    ]
    judge(session, claim, "true", evidence=evidence, none_found=False)
    assert list_found(session) == []


@pytest.mark.parametrize(
    ("kind", "body", "circular"),
    [
        ("reporting", "It came in January 2025, according to the Harbour Post.", True),
        ("reporting", "Es kam im Januar 2025, wie die „Harbour Post“ berichtete.", True),
        ("agency", "Laut Harbour Post kam es im Januar 2025.", True),
        ("reference", "January 2025.[1] References: [1] “A title”, Harbour Post, 1 March 2025.", True),
        ("reference", "January 2025.[1] References: [1] County Yearbook, 1951.", False),
        ("reporting", "Es kam im Januar 2025, wie die Akte zeigt. Foto: Harbour Post.", False),
        ("official", "It came in January 2025, according to the Harbour Post.", False),
    ],
)
def test_a_source_that_names_the_article_as_its_own_leads_back_to_it(
    session: Session, kind: str, body: str, circular: bool
) -> None:
    claim, _ = claim_in(session, "a", outlet="Harbour Post")
    source = archive(session, add_source(session, kind), body)
    judge(session, claim, "true", evidence=[cite(session, claim, source)], none_found=False)
    told = (
        "Brakwin-9 · released: 2025-01 (true by mk: evidence “Report” cites “A title” (Harbour Post),"
        " which makes the claim)"
    )
    assert [message for _, message in list_found(session)] == ([told] if circular else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Built in 1869, the ledger shows. The Echo reported last week that the mill is for sale.", False),
        ("As The Echo reported, the mill dates from 1869.", True),
        ("Built in 1869. Source: The Echo.", True),
        ("The mill dates from 1869, as an article in The Echo has it.", True),
        ("Nach Informationen des The Echo stammt die Mühle von 1869.", True),
        ("Die Mühle stammt von 1869, schreibt The Echo.", True),
        ("Built in 1869. We like The Echo.", False),
        ("The Echo reported last week that the mill is for sale.", True),
    ],
)
def test_a_paper_that_is_cited_for_something_else_is_no_source_of_the_value(
    text: str, *, found: bool
) -> None:
    assert cites(text, "Rails in the reeds", "The Echo", "1869") is found
