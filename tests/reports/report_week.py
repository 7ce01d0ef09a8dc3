"""A small desk's week, each step at its own time: what the reports are asked about.

Monday to Thursday of one week. Two articles disagree about when a bridge was opened; the desk checks it,
finds the second one misread, rules, sees its source change, corrects itself.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.decide import accept_mentions, reject_mentions
from claims.annotate.retype import retype_mention
from claims.store import tables as t
from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.reviewer import add_reviewer
from claims.store.queries.slot import mark_dirty
from claims.store.record import record
from claims.store.transaction import writing
from claims.store.write import insert, insert_rows, update
from claims.values import find
from claims.values.value import EntityValue, StringValue
from claims.vocabulary import get_seed_vocabulary
from tests.reports.report_parts import (
    act,
    acting_as,
    add_mention,
    add_revision,
    add_sentences,
    add_text,
    add_verdict,
    opened,
    rating,
    sha,
    write_members,
)
from tests.reports.report_times import (
    ACCEPTED,
    ARCHIVE,
    ARCHIVE_AGAIN,
    ARCHIVED,
    ATTRIBUTED,
    CHECKED,
    CORRECTED,
    COST,
    FEAST,
    FIRST,
    FIRST_AGAIN,
    FIXED,
    GAIN,
    IMPORTED,
    JUDGED,
    OPENED,
    OPENED_EARLIER,
    OPENED_LATER,
    OVERRULED,
    PROVEN,
    REASONS,
    REJECTED,
    REJUDGED,
    REPHRASED,
    RETRACTED,
    RETYPED,
    REVISED,
    RULED,
    SECOND,
    WAIVED,
)


def make_week(path: str) -> None:
    """Fill a ledger that holds the vocabulary and reviewer mk.

    Mentions m1 to m6 are those quoted above in that order, m7 stands in the first article's second
    text; claims c1 to c6 likewise, and c7.
    """
    for at, command, step in _STEPS:
        with writing(path, actor="mk", command=command, clock=lambda now=at: now) as session:  # type: ignore[misc]
            step(session)


def _import(session: Session) -> None:
    insert(
        session, t.Article, identity="id:004", external_id="004", outlet="Blatt", published="2025-02-01",
        language="de", revisions=1,
    )  # fmt: skip
    insert(session, t.Article, identity="id:x2", external_id="x2", outlet="Echo", language="de", revisions=1)
    first = add_revision(session, 1, 1, "Brücke auf", FIRST)
    second = add_revision(session, 2, 1, "Ein Fest", SECOND)
    kinds = ("claims", "claims", "claims", "open", "opinion", "boilerplate")
    add_sentences(session, first, FIRST, kinds)
    add_sentences(session, second, SECOND, ("claims", "claims"))
    keeper = ClaimKeeper(session, get_seed_vocabulary())
    ada = EntityValue("Ada Lenz", kind="person")
    cost = find(COST, "de")[-1].value
    bridge = EntityValue("Lenzbrücke", kind="building")
    add_mention(session, keeper, first, FIRST, OPENED, opened("2020-05"))
    add_mention(session, keeper, first, FIRST, COST, Statement(bridge, "development_cost", cost), hedged=1)
    said = Statement(ada, "said", StringValue("ein Gewinn"))
    add_mention(session, keeper, first, FIRST, GAIN, said, speaker=ada, voice="indirect")
    untyped = Statement(None, None, None, snak="untyped")
    add_mention(session, keeper, first, FIRST, REASONS, untyped, speaker=EntityValue(""), voice="indirect")
    add_mention(session, keeper, second, SECOND, OPENED_LATER, opened("2021-06"))
    said = Statement(ada, "said", StringValue("ein Fest"))
    add_mention(session, keeper, second, SECOND, FEAST, said, speaker=ada, voice="quote")
    mark_dirty(session, keeper.take_touched())
    record(session, "import_batch", None, "import")
    add_reviewer(session, "lz", None)


def _check(session: Session) -> None:
    """Find the contradiction; by hand, so that a new rule of the cross-check changes nothing here."""
    slot = session.scalar(select(t.Claim.slot_id).where(t.Claim.id == 1))
    insert(
        session, t.Finding, rule="value-contradiction", severity="violation", state="open", fingerprint="a" * 64,
        content_hash="x", message="Two dates.", slot_id=slot,
    )  # fmt: skip
    write_members(session, 1, 5)
    act(session, "open", "open")
    record(session, "check_run", 1, "run")


def _fix(session: Session) -> None:
    act(session, "fix", "fixed")
    record(session, "check_run", 2, "run")


def _waive(session: Session) -> None:
    act(session, "waive", "waived", reason="Typo there.", reviewer_id=1)
    insert(
        session, t.Assignment, created_at=session.info["at"](), due_at="2025-02-05T17:00:00.000000Z", claim_id=2,
        reviewer_id=2, created_by_id=1,
    )  # fmt: skip
    record(session, "finding", 1, "waive")


def _retype(session: Session) -> None:
    with acting_as(session, "lz"):
        assert retype_mention(session, 5, value="2020-05") == 1


def _prove(session: Session) -> None:
    now = session.info["at"]()
    insert(
        session, t.Source, title="Protokoll des Bauamts", kind="official", url="https://example.org/p",
        publisher="Bauamt", confidential=0,
    )  # fmt: skip
    insert(session, t.Source, title="Agentur", kind="agency", confidential=0, origin_id=1)
    insert(session, t.Source, title="Ein Mitarbeiter", kind="interview", confidential=1)
    add_text(session, ARCHIVE)
    for source in (1, 2, 3):
        insert(session, t.Snapshot, taken_at=now, source_id=source, text_sha256=sha(ARCHIVE))
    for snapshot, stance in ((2, "supports"), (1, "supports"), (3, "refutes")):
        insert(
            session, t.Evidence, stance=stance, quote="9. Mai 2020", created_at=now, claim_id=1,
            snapshot_id=snapshot, reviewer_id=1,
        )  # fmt: skip
    record(session, "evidence", None, "add")


def _judge(session: Session) -> None:
    number = insert(
        session, t.Verdict, about="content", mention_key=0, rationale="Laut Protokoll; -5 Tage.",
        as_of="2025-02-04", none_found=0, basis_hash="a" * 64, created_at=session.info["at"](), claim_id=1,
        reviewer_id=1, rating_id=rating(session, "true"),
    )  # fmt: skip
    columns = ("verdict_id", "evidence_id", "snapshot_sha256")
    rows = [(number, 1, sha(ARCHIVE)), (number, 2, sha(ARCHIVE))]
    insert_rows(session, t.VerdictEvidence, columns, rows)
    insert_rows(session, t.VerdictMention, ("verdict_id", "mention_id"), [(number, 1)])
    record(session, "verdict", number, "add")


def _attribute(session: Session) -> None:
    add_verdict(
        session, about="attribution", mention_key=3, mention_id=3, claim_id=3, reviewer_id=2,
        rating_id=rating(session, "false"), rationale="Sie sagte es nie.",
    )  # fmt: skip


def _rule(session: Session) -> None:
    slot = session.scalar(select(t.Claim.slot_id).where(t.Claim.id == 1))
    number = insert(
        session, t.Ruling, reason="Protokoll.", retracts=0, created_at=session.info["at"](), slot_id=slot,
        claim_id=1, reviewer_id=1, valid_until="2030-12-31",
    )  # fmt: skip
    insert_rows(session, t.RulingEvidence, ("ruling_id", "evidence_id"), [(number, 2), (number, 3)])
    record(session, "ruling", number, "add")


def _revise(session: Session) -> None:
    second = add_revision(session, 1, 2, "Brücke auf", FIRST_AGAIN)
    update(session, t.Article, 1, revisions=2)
    add_sentences(session, second, FIRST_AGAIN, ("claims",))
    keeper = ClaimKeeper(session, get_seed_vocabulary())
    add_mention(session, keeper, second, FIRST_AGAIN, OPENED_EARLIER, opened("2020-04"))
    mark_dirty(session, keeper.take_touched())
    record(session, "article", 1, "import")


def _archive(session: Session) -> None:
    add_text(session, ARCHIVE_AGAIN)
    now = session.info["at"]()
    insert(session, t.Snapshot, taken_at=now, source_id=1, text_sha256=sha(ARCHIVE_AGAIN))
    update(session, t.Source, 1, dead_at=now)
    record(session, "snapshot", None, "add")


def _rephrase(session: Session) -> None:
    number = session.scalars(select(t.Predicate.id).where(t.Predicate.key == "completed")).one()
    update(session, t.Predicate, number, validity_days=7)
    record(session, "predicate", number, "edit")


def _overrule(session: Session) -> None:
    slot = session.scalar(select(t.Claim.slot_id).where(t.Claim.id == 1))
    insert(
        session, t.Ruling, reason="Nachtrag.", retracts=0, created_at=session.info["at"](), slot_id=slot,
        claim_id=7, reviewer_id=2, supersedes_id=1,
    )  # fmt: skip
    record(session, "ruling", 2, "add")
    write_members(session, 7, 1)
    act(session, "reopen", "reopened")
    record(session, "check_run", 3, "run")


def _rejudge(session: Session) -> None:
    add_verdict(session, supersedes_id=1, rating_id=rating(session, "false"), rationale="Nachtrag.")


def _retract(session: Session) -> None:
    add_verdict(
        session, about="attribution", mention_key=3, mention_id=3, claim_id=3, reviewer_id=2, supersedes_id=2,
        rationale="Doch gefunden.",
    )  # fmt: skip


def _correct(session: Session) -> None:
    insert(
        session, t.Correction, kind="correction", reason="Falscher Monat.", quote_before="Mai 2020",
        quote_after="April 2020", noticed_at=ARCHIVED, published_at=CORRECTED, article_id=1,
        from_revision_id=1, to_revision_id=3, finding_id=1, decided_by_id=1,
    )  # fmt: skip
    insert(
        session,
        t.SignOff,
        at=CORRECTED,
        text_sha256=sha(FIRST_AGAIN),
        article_id=1,
        revision_id=3,
        reviewer_id=2,
    )
    insert(
        session, t.Inquiry, asked="Bauamt", question="Wann?", asked_at=CORRECTED, article_id=1, reviewer_id=2
    )
    record(session, "correction", 1, "add")


_STEPS: tuple[tuple[str, str, Callable[[Session], Any]], ...] = (
    (IMPORTED, "import", _import),
    (CHECKED, "cross-check", _check),
    (ACCEPTED, "mention accept", lambda session: accept_mentions(session, [1])),
    (REJECTED, "mention reject", lambda session: reject_mentions(session, [4])),
    (WAIVED, "finding waive", _waive),
    (RETYPED, "mention retype", _retype),
    (FIXED, "cross-check", _fix),
    (PROVEN, "evidence add", _prove),
    (JUDGED, "verdict add", _judge),
    (ATTRIBUTED, "verdict add", _attribute),
    (RULED, "ruling add", _rule),
    (REVISED, "import", _revise),
    (ARCHIVED, "source add", _archive),
    (REPHRASED, "predicate edit", _rephrase),
    (OVERRULED, "ruling add", _overrule),
    (REJUDGED, "verdict add", _rejudge),
    (RETRACTED, "verdict retract", _retract),
    (CORRECTED, "correction add", _correct),
)
