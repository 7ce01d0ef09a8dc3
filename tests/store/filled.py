"""A ledger with a row in every table, for rules that hold only where there is something to break."""

import hashlib

from sqlalchemy.orm import Session

from claims.store import tables as t
from claims.store.record import record
from claims.store.write import insert, insert_rows

TEXT = "😀 R1 erschien im Januar 2025. 👩‍👩‍👧 Danach nichts."
QUOTE = "R1 erschien im Januar 2025"
SNAPSHOT = "R1 was released on 20 January 2025."
NOW = "2025-02-01T12:00:00.000000Z"
HEX = "a" * 64


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def fill(session: Session) -> None:
    """Insert at least one row into every table; ids are 1 where the vocabulary has none."""
    _fill_articles(session)
    _fill_claims(session)
    _fill_decisions(session)
    _fill_findings(session)
    record(session, "test", None, "fill")


def _fill_articles(session: Session) -> None:
    for text in (TEXT, SNAPSHOT):
        insert_rows(session, t.Text, ("sha256", "body", "length"), [(sha(text), text, len(text))])
    insert(session, t.ImportBatch, started_at=NOW, arguments="[]")
    insert(session, t.ImportReject, path="x.csv", line=3, field="text", reason="empty", batch_id=1)
    insert(session, t.Article, identity="id:x", external_id="x", language="de", revisions=1)
    insert(
        session,
        t.Revision,
        number=1,
        title="R1 ist da",
        raw_sha256=HEX,
        imported_at=NOW,
        article_id=1,
        text_sha256=sha(TEXT),
        batch_id=1,
    )
    insert(session, t.Sentence, number=1, start_cp=2, end_cp=29, kind="claims", revision_id=1)


def _fill_claims(session: Session) -> None:
    insert(session, t.Slot, id=1, qualifiers_hash=HEX, subject_id=1, predicate_id=1, canonical_id=1)
    insert_rows(session, t.Qualifier, ("slot_id", "key", "value"), [(1, "place", "China")])
    insert(session, t.Slot, id=2, qualifiers_hash="b" * 64, subject_id=1, predicate_id=1, canonical_id=2)
    insert(session, t.SlotDecision, same=0, reason="Two.", at=NOW, slot_id=2, other_id=1, reviewer_id=1)
    insert_rows(session, t.DirtySlot, ("slot_id",), [(1,)])
    insert_rows(session, t.Wording, ("id", "digest", "words"), [(1, 11, "erschien"), (2, 12, "kam")])
    insert_rows(session, t.WordingPlace, ("sentence_id", "wording_id"), [(1, 1)])
    insert_rows(session, t.WordingWord, ("word", "wordings"), [(5, 1)])
    insert_rows(session, t.WordingKey, ("key", "wording_id"), [(5, 1)])
    insert_rows(session, t.WordingName, ("word", "wording_id", "other_id"), [(5, 1, 2)])
    insert_rows(
        session, t.WordingPair, ("wording_id", "other_id", "score", "unlike", "apart"), [(1, 2, 0.5, "[]", 0)]
    )
    insert(session, t.Claim, **DATE)
    insert(session, t.Claim, **{**DATE, "value_key": "date:2024-11|", "edtf": "2024-11"})
    insert(session, t.SuggestionRun, tool="rules", version="0", started_at=NOW)
    insert(session, t.Mention, **MENTION)
    insert_rows(session, t.DirtyMention, ("claim_id", "mention_id"), [(1, 1)])
    insert(session, t.Decision, state="accepted", at=NOW, mention_id=1, claim_id=1, reviewer_id=1)


DATE = {
    "snak": "value",
    "value_type": "date",
    "value_key": "date:2025-01|",
    "value_text": "Januar 2025",
    "edtf": "2025-01",
    "date_lo": "2025-01-01",
    "date_hi": "2025-01-31",
    "day_lo": 20089,
    "day_hi": 20120,
    "polarity": "asserted",
    "modality": "happened",
    "as_of": "",
    "slot_id": 1,
}

MENTION = {
    "field": "text",
    "start_cp": 2,
    "end_cp": 2 + len(QUOTE),
    "quote": QUOTE,
    "prefix": "😀 ",
    "suffix": ". ",
    "state": "accepted",
    "voice": "article",
    "hedged": 0,
    "score": 0.9,
    "reasons": "[]",
    "created_at": NOW,
    "claim_id": 1,
    "revision_id": 1,
    "sentence_id": 1,
    "run_id": 1,
}

VERDICT = {
    "about": "content",
    "mention_key": 0,
    "rationale": "The lab's own note says so.",
    "as_of": "2025-02-01",
    "none_found": 0,
    "basis_hash": HEX,
    "created_at": NOW,
    "claim_id": 1,
    "reviewer_id": 1,
    "rating_id": 1,
}


def _fill_decisions(session: Session) -> None:
    insert(session, t.Source, title="Note", kind="official", confidential=0)
    insert(session, t.Snapshot, taken_at=NOW, source_id=1, text_sha256=sha(SNAPSHOT))
    insert(session, t.SourceClaim, line=1, as_written="2025-01-20", slot_id=1, snapshot_id=1, claim_id=1)
    insert(
        session,
        t.Evidence,
        stance="supports",
        quote="20 January 2025",
        created_at=NOW,
        claim_id=1,
        snapshot_id=1,
        reviewer_id=1,
    )
    insert(session, t.Verdict, **VERDICT)
    insert(session, t.Verdict, **{**VERDICT, "rating_id": 2, "supersedes_id": 1})
    insert_rows(
        session, t.VerdictEvidence, ("verdict_id", "evidence_id", "snapshot_sha256"), [(1, 1, sha(SNAPSHOT))]
    )
    insert_rows(session, t.VerdictMention, ("verdict_id", "mention_id"), [(1, 1)])
    insert_rows(session, t.VerdictConsidered, ("verdict_id", "considered_id"), [(2, 1)])
    insert(
        session,
        t.Ruling,
        reason="It is the lab's own date.",
        retracts=0,
        created_at=NOW,
        slot_id=1,
        claim_id=1,
        reviewer_id=1,
    )
    insert_rows(session, t.RulingEvidence, ("ruling_id", "evidence_id"), [(1, 1)])
    insert(
        session, t.Inquiry, asked="press office", question="When?", asked_at=NOW, article_id=1, reviewer_id=1
    )
    insert(session, t.SignOff, at=NOW, text_sha256=sha(TEXT), article_id=1, revision_id=1, reviewer_id=1)
    insert(session, t.Tag, name="AI")
    insert_rows(session, t.Tagging, ("tag_id", "noun", "noun_id"), [(1, "article", 1)])
    insert(session, t.Assignment, created_at=NOW, article_id=1, reviewer_id=1, created_by_id=1)


def _fill_findings(session: Session) -> None:
    columns = ("id", "key", "lo", "hi", "claim", "kind", "unscoped")
    insert_rows(session, t.CheckRow, columns, [(1, 16, 20089.0, 20120.0, 1, "asserted", 0)])
    insert(session, t.CheckRun, started_at=NOW, scope="all", slots=1, opened=1, closed=0)
    insert(
        session,
        t.Finding,
        rule="value-contradiction",
        severity="violation",
        state="open",
        fingerprint=HEX,
        content_hash=HEX,
        message="Two dates.",
        slot_id=1,
    )
    insert_rows(
        session, t.FindingMember, ("finding_id", "claim_id", "alternative", "fits"), [(1, 1, 0, "[0]")]
    )
    insert(session, t.RuleSetting, rule="impossible-time", name="severity", value="info")
    insert_rows(session, t.FindingSlot, ("slot_id", "finding_id"), [(1, 1)])
    insert_rows(session, t.CheckOutline, ("slot_id", "content_hash", "body"), [(1, HEX, "[]")])
    insert(session, t.FindingAct, action="open", at=NOW, content_hash=HEX, reason="", finding_id=1, run_id=1)
    insert(session, t.Correction, kind="correction", reason="Wrong month.", article_id=1, decided_by_id=1)
