"""The verdicts that stand on the claims of the examined slots, and what changed since under them.

A verdict stands until its reviewer replaces or retracts it, or an adjudication settles it: one that
considers every verdict that stood before it. Only claims that an article makes, or made in an
earlier revision, are looked at, and not articles that were withdrawn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.conflict.alternatives import Conflict, Member
from claims.crosscheck.copies.archived import read_origins
from claims.crosscheck.held.ruling import Ruled
from claims.crosscheck.query import read_sql, run
from claims.store.queries.origin import read_cited
from claims.store.tables import VerdictConsidered

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """A standing verdict; `changed` tells when which part of its basis did.

    A source whose text is another now is named. A house fact and the text of an article need no name,
    since the finding shows them. `stances` are those of the evidence that it used, without any where
    there is none; `none_found`: that it was looked for in vain.
    """

    verdict: int
    claim: int
    about: str
    mention: int
    reviewer: str
    rating: str
    truth_class: str
    none_found: bool
    stances: frozenset[str]
    changed: tuple[tuple[str, str], ...]
    created_at: str
    origins: str = ""


def read_judged(session: Session, rulings: Sequence[Ruled]) -> dict[int, tuple[int, list[Judged]]]:
    """Return for each examined slot with standing verdicts its subject after merges, and the verdicts.

    `rulings` are those of the examined slots, superseded ones as well.
    """
    ruled: dict[int, list[Ruled]] = {}
    for ruling in rulings:
        ruled.setdefault(ruling.slot, []).append(ruling)
    rows = run(session, read_sql("standing_verdicts")).all()
    considered = _read_considered(session, [row.verdict_id for row in rows])
    origins = read_origins(session, read_cited(session, [row.verdict_id for row in rows]))
    found: dict[int, tuple[int, list[Judged]]] = {}
    for slot, together in groupby(rows, key=lambda row: row.canonical_id):
        of_slot = list(together)
        judged = [
            replace(_make(row, ruled.get(slot, ())), origins=origins.get(row.verdict_id, ""))
            for row in of_slot
        ]
        found[slot] = (of_slot[0].root, _leave_out_settled(judged, considered))
    return found


def _read_considered(session: Session, verdicts: Sequence[int]) -> dict[int, set[int]]:
    considered: dict[int, set[int]] = {}
    for start in range(0, len(verdicts), _AT_ONCE):
        rows = session.execute(
            select(VerdictConsidered.verdict_id, VerdictConsidered.considered_id).where(
                VerdictConsidered.verdict_id.in_(verdicts[start : start + _AT_ONCE])
            )
        )
        for row in rows:
            considered.setdefault(row.verdict_id, set()).add(row.considered_id)
    return considered


def _make(row: Any, rulings: Iterable[Ruled]) -> Judged:
    ruled_at = max((ruling.created_at for ruling in rulings if _unsettles(ruling, row)), default=None)
    return Judged(
        verdict=row.verdict_id,
        claim=row.claim_id,
        about=row.about,
        mention=row.mention_key,
        reviewer=row.reviewer,
        rating=row.rating,
        truth_class=row.truth_class,
        none_found=bool(row.none_found),
        stances=frozenset(row.stances.split(",") if row.stances else ()),
        changed=tuple(_list_changes(row, ruled_at)),
        created_at=row.created_at,
    )


def _list_changes(row: Any, ruled_at: str | None) -> Iterator[tuple[str, str]]:
    if row.revision_at is not None:
        yield row.revision_at, f"revision changed on {row.revision_at[:10]}"
    if row.evidence_at is not None:
        yield row.evidence_at, f"evidence {row.evidence_name} changed on {row.evidence_at[:10]}"
    if row.later_at is not None:
        yield (
            row.later_at,
            f"evidence {row.later_name} that {row.later_stance} it came on {row.later_at[:10]}",
        )
    if ruled_at is not None:
        yield ruled_at, f"ruling changed on {ruled_at[:10]}"
    if row.printed_on is not None:
        yield row.printed_on, f"print of {row.printed_on}, checked as of {row.as_of}"


def _unsettles(ruling: Ruled, verdict: Any) -> bool:
    """Tell whether a ruling changes what a verdict rests on: it is later, and more than the verdict's own outcome."""
    confirms = ruling.is_first and ruling.claim == verdict.claim_id and verdict.truth_class == "true"
    return ruling.created_at > verdict.created_at and not confirms


def _leave_out_settled(judged: Sequence[Judged], considered: Mapping[int, set[int]]) -> list[Judged]:
    """Return the verdicts that no standing adjudication settles.

    An adjudication settles what it considers, if that is all that others had said before it.
    """
    settled: set[int] = set()
    for one in judged:
        before = {
            other.verdict
            for other in judged
            if (other.claim, other.about, other.mention) == (one.claim, one.about, one.mention)
            and other.verdict < one.verdict
            and other.reviewer != one.reviewer
        }
        if before and before <= considered.get(one.verdict, set()):
            settled |= before
    return [one for one in judged if one.verdict not in settled]


def list_outdated(judged: Iterable[Judged]) -> list[Judged]:
    """Return the verdicts under which something changed, with those changes that no later word knew of.

    A later word is any reviewer's verdict about the same thing.
    """
    outdated = []
    newest: dict[tuple[int, str, int], str] = {}
    for one in sorted(judged, key=lambda verdict: verdict.verdict, reverse=True):
        known = newest.setdefault((one.claim, one.about, one.mention), "")
        changed = tuple(change for change in one.changed if change[0] > known)
        if changed:
            outdated.append(replace(one, changed=changed))
        newest[one.claim, one.about, one.mention] = max(known, one.created_at)
    return outdated[::-1]


def gather_by_claim(judged: Iterable[Judged]) -> dict[int, list[Judged]]:
    """Return the verdicts of each claim."""
    by_claim: dict[int, list[Judged]] = {}
    for one in judged:
        by_claim.setdefault(one.claim, []).append(one)
    return by_claim


def note_claims(notes: Mapping[int, str]) -> Conflict | None:
    """Return the claims as what a rule found, each with what is to say of it; they take no sides."""
    if not notes:
        return None
    return Conflict(tuple(Member(claim, None, ()) for claim in sorted(notes)), firm=True, notes=notes)
