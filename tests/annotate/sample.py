"""The ledger that the tests of judging start from, and how to see that nothing was written."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.evidence import add_evidence
from claims.annotate.source import add_source
from claims.annotate.verdict import add_verdict
from claims.errors import ClaimsError
from claims.store import tables as t
from claims.store.queries.reviewer import add_reviewer
from claims.store.queries.verdict import list_verdicts
from claims.store.record import record
from claims.store.write import allocate_ids, insert
from claims.values import parse_edtf
from tests.crosscheck.factory import BODY, add_article, add_entity, say

NOW = "2025-03-01T12:00:00.000000Z"
TODAY = "2025-03-01"
NOTE = "The maker says in a note: it was released\non 20 January 2025. Nobody else was asked."


@dataclass(frozen=True, slots=True)
class Sample:
    """Numbers of rows: `winter` and `autumn` are claims about one slot, with their mentions; `zz` a reviewer."""

    article: int
    product: int
    winter: int
    winter_mention: int
    autumn: int
    autumn_mention: int
    source: int
    evidence: int
    zz: int


def set_up(session: Session) -> Sample:
    """Let two articles date one release, one claim each, with a source for the first."""
    product = add_entity(session, "Brakwin-9")
    article = add_article(session, "one")
    winter = say(session, article, product, "released", parse_edtf("2025-01"))
    autumn = say(session, add_article(session, "two"), product, "released", parse_edtf("2024-11"))
    record(session, "test", None, "set up")
    claim = get_claim(session, winter)
    source = add_source(session, title="A note", kind="official", url="https://example.org/note", text=NOTE)
    evidence = add_evidence(session, claim, source_id=source, stance="supports", quote="20 January 2025")
    zz = add_reviewer(session, "zz", None)
    return Sample(
        article,
        product,
        claim,
        winter,
        get_claim(session, autumn),
        autumn,
        source,
        evidence,
        zz,
    )


def get_claim(session: Session, mention: int) -> int:
    return session.scalars(select(t.Mention.claim_id).where(t.Mention.id == mention)).one()


def say_untyped(session: Session, article: int) -> tuple[int, int]:
    """Let an article make a claim that nobody typed yet; return claim and mention."""
    revision = session.scalars(select(t.Revision.id).where(t.Revision.article_id == article)).one()
    claim = allocate_ids(session, t.Claim)
    insert(
        session,
        t.Claim,
        id=claim,
        snak="untyped",
        value_key=f"untyped:{hashlib.sha256(str(claim).encode()).hexdigest()}",
        value_text=BODY[:3],
        polarity="asserted",
        modality="happened",
        as_of="",
    )
    mention = insert(
        session,
        t.Mention,
        field="text",
        start_cp=0,
        end_cp=3,
        quote=BODY[:3],
        prefix="",
        suffix="",
        state="accepted",
        voice="article",
        hedged=0,
        reasons="[]",
        created_at=NOW,
        claim_id=claim,
        revision_id=revision,
    )
    record(session, "test", None, "untyped")
    return claim, mention


def judge(session: Session, sample: Sample, **given: Any) -> int:
    """Give a verdict on the winter claim, of which only what is given differs from a plain one."""
    plain = {"rating": "true", "rationale": "The note says so.", "evidence_ids": [sample.evidence]}
    return add_verdict(session, given.pop("claim", sample.winter), **(plain | given))


def get_verdict(session: Session, number: int) -> dict[str, Any]:
    [one] = list_verdicts(session, ids=[number])
    return one


@contextmanager
def acting_as(session: Session, reviewer: int) -> Iterator[None]:
    """Let another reviewer act for a while."""
    before = session.info["actor_id"]
    session.info["actor_id"] = reviewer
    yield
    session.info["actor_id"] = before


@contextmanager
def refused(session: Session, error: type[ClaimsError], said: str) -> Iterator[None]:
    """Expect a refusal with these words in it, and that not a row was written before it came."""
    before = dump(session)
    with pytest.raises(error, match=said):
        yield
    assert dump(session) == before


def dump(session: Session) -> Mapping[str, list[Any]]:
    """Return all rows of all tables, events and derived ones too."""
    return {
        name: sorted(map(tuple, session.execute(table.select())), key=repr)
        for name, table in t.Table.metadata.tables.items()
    }


def count_events(session: Session, noun: str, action: str) -> int:
    query = select(t.Event.seq).where(t.Event.noun == noun, t.Event.action == action)
    return len(session.scalars(query).all())
