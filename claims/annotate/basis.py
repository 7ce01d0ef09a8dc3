"""What a verdict rests on: the claim, the evidence as it was archived, the mentions that the reviewer saw.

A new mention of the claim elsewhere does not change any of it; a changed passage does.
"""

import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from claims.store.queries.claim_key import read_claim_keys
from claims.store.queries.reference import write_id
from claims.store.queries.verdict import Seen
from claims.store.record import canonical
from claims.store.tables import VerdictEvidence, VerdictMention
from claims.store.write import insert_rows


def hash_basis(session: Session, claim_id: int, evidence: Mapping[int, str], seen: Sequence[Seen]) -> str:
    """Return the SHA-256 of the basis as canonical JSON, in hex.

    It covers the claim's natural key, each piece of evidence by id with its snapshot's hash, and the
    place of each mention seen: article, revision, hash of its text, offsets.
    """
    basis = [
        read_claim_keys(session, [claim_id])[claim_id],
        [[write_id("evidence", number), evidence[number]] for number in sorted(evidence)],
        sorted(list(one.place) for one in seen),
    ]
    return hashlib.sha256(canonical(basis)).hexdigest()


def keep_basis(session: Session, verdict_id: int, evidence: Mapping[int, str], seen: Sequence[Seen]) -> None:
    """Write down for a verdict the evidence it used, with snapshot hashes, and the mentions seen."""
    insert_rows(
        session,
        VerdictEvidence,
        ("verdict_id", "evidence_id", "snapshot_sha256"),
        [(verdict_id, number, digest) for number, digest in sorted(evidence.items())],
    )
    insert_rows(
        session,
        VerdictMention,
        ("verdict_id", "mention_id"),
        [(verdict_id, one.mention_id) for one in seen],
    )
