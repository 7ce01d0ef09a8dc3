"""What was reported before it can have happened, by the day on which an article was published."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict, oppose
from claims.crosscheck.held.judged import note_claims
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import VALUE
from claims.crosscheck.rows.row import make_key
from claims.store.queries.mention import read_qualifiers
from claims.values.day import Day

_SHOWN = 20


def list_reported_early(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the dates that lie after the publication of an article which says that they have passed."""
    rows = run(look.session, read_sql("reported_early"))
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        first: dict[int, str] = {}
        for row in of_slot:
            first.setdefault(row.claim_id, row.published[:10])
        conflict = note_claims({claim: f"reported on {day}" for claim, day in first.items()})
        if conflict is not None:
            yield slot, conflict


def list_scored_early(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the releases that lie after an article had reported how what was released scored.

    They warn only: what is tested may be a version that is not out yet.
    """
    rows = run(look.session, read_sql("scored_early")).all()
    separators = read_qualifiers(
        look.session, {row.slot_id for row in rows} | {row.scored_slot_id for row in rows}
    )
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        own = separators.get(slot, {})
        for row in of_slot:
            other = separators.get(row.scored_slot_id, {})
            if any(own[key] != other[key] for key in own.keys() & other.keys()):
                continue
            late = _read_later(look, slot, row.day + 1)
            if late:
                note = f"reported on {Day.from_number(row.day)}"
                yield slot, oppose([[row.claim_id], late], firm=False, notes={row.claim_id: note})
            break


def _read_later(look: Look, slot: int, bound: int) -> list[int]:
    rows = run(look.session, read_sql("latest_claims"), make_key(slot, VALUE, planned=0), bound, _SHOWN)
    return [row.claim for row in rows if row.bound >= bound]
