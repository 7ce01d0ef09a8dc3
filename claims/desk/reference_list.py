"""Bringing in a list that a source publishes: its rows become claims of that source.

They are no mentions of an article. The cross-check holds what articles say against them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.annotate.source import add_snapshot, add_source
from claims.annotate.value import read_value
from claims.desk.snapshot import read_archived
from claims.errors import DecisionRefused, OptionRefused, ReferenceAmbiguous, RowRefused
from claims.ingest.rows import ListRow, read_rows
from claims.ingest.run import describe_refusals
from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.name import follow
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_dirty
from claims.store.queries.vocabulary import read_predicates
from claims.store.record import record
from claims.store.tables import Alias, Claim, Entity, Slot, Snapshot, SourceClaim
from claims.store.tables import Predicate as PredicateRow
from claims.store.write import allocate_ids, insert_rows, update
from claims.values.value import EntityValue, Value
from claims.vocabulary import Predicate, Vocabulary, get_seed_vocabulary

_COLUMNS = ("id", "line", "as_written", "slot_id", "snapshot_id", "claim_id")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column names what a row is about, and which give what: predicate → column."""

    subject: str
    values: Mapping[str, str]

    @property
    def names(self) -> frozenset[str]:
        """All columns that are read."""
        return frozenset({self.subject, *self.values.values()})


@dataclass
class ListImported:
    """What an import of a list did."""

    source_id: int
    snapshot_id: int
    rows: int = 0
    claims: int = 0
    entities: int = 0
    rejects: list[RowRefused] = field(default_factory=list)
    several: int = 0


def read_columns(given: Sequence[str], predicates: Mapping[str, Predicate]) -> Columns:
    """Return what `--map` says: subject=COLUMN once, PREDICATE=COLUMN at least once.

    Raises:
        OptionRefused: It says something else.
    """
    pairs: dict[str, str] = {}
    for one in given:
        name, sign, column = one.partition("=")
        if not (sign and name and column.strip()) or name in pairs:
            raise OptionRefused(f"--map {one}: write PREDICATE=COLUMN once each, such as --map released=date")
        pairs[name] = column.strip()
    subject = pairs.pop("subject", None)
    if subject is None or not pairs:
        raise OptionRefused(
            "say which column names what a row is about and which says what:"
            " --map subject=model --map released=release_date"
        )
    for name in pairs:
        if name not in predicates:
            raise OptionRefused(f"--map {name}=…: no such predicate; list them with: claims predicate list")
    return Columns(subject, pairs)


def import_list(
    session: Session,
    path: Path,
    mapped: Sequence[str],
    *,
    source_id: int | None = None,
    describe: Mapping[str, Any],
    kind: str | None = None,
    split: str | None = None,
    language: str = "en",
    set_aside: bool = False,
    remark: Callable[[str], None] = lambda _: None,
) -> ListImported:
    """Make a list a source with claims of its own, or a newer text of the source `source_id`.

    `describe` has what `add_source` takes; `kind` is that of the things the list is about, `split` parts
    the names in one cell where a predicate takes several. Bad cells are refused with the whole list, or
    with `set_aside` left out and returned.

    Raises:
        OptionRefused: The columns are not said, or do not fit.
        DecisionRefused: A cell cannot be read; each is named. Or this very list is there already.
        FileRefused: The file cannot be read as a list.
    """
    predicates = {one.key: one for one in read_predicates(session).values()}
    columns = read_columns(mapped, predicates)
    text = read_archived(path, remark)
    if source_id is None:
        source_id = add_source(session, text=text, **describe)
        snapshot_id = session.scalars(
            select(func.max(Snapshot.id)).where(Snapshot.source_id == source_id)
        ).one()
    else:
        snapshot_id, new = add_snapshot(session, source_id, text)
        if not new:
            raise DecisionRefused(f"{path}: this very list is the source's text already; nothing is imported")
        mark_dirty(session, _list_slots_of(session, source_id))
    done = ListImported(source_id, snapshot_id)
    reader = _Reader(session, columns, predicates, kind=kind, split=split, language=language)
    kept = list(_keep_rows(reader, path, done))
    if done.rejects and not set_aside:
        raise DecisionRefused(
            f"{describe_refusals(done.rejects)}\nNothing is imported; set bad cells aside with --rejects FILE"
        )
    _store(session, kept, done, reader)
    record(session, "source", source_id, "import")
    return done


def _list_slots_of(session: Session, source_id: int) -> list[int]:
    """Return the questions that earlier texts of a list answered."""
    slots = session.scalars(
        select(SourceClaim.slot_id)
        .join(Snapshot, Snapshot.id == SourceClaim.snapshot_id)
        .where(Snapshot.source_id == source_id)
        .distinct()
    )
    return list(slots)


class _Reader:
    """Turns cells into claims of the ledger."""

    def __init__(
        self,
        session: Session,
        columns: Columns,
        predicates: Mapping[str, Predicate],
        *,
        kind: str | None,
        split: str | None,
        language: str,
    ) -> None:
        self.columns = columns
        self._session, self._predicates = session, predicates
        self._split, self._language = split, language
        first = predicates[next(iter(columns.values))]
        self._kind = kind or (first.subject_kinds or ("topic",))[0]
        vocabulary = Vocabulary(dict(predicates), get_seed_vocabulary().units, (), (), ())
        self.keeper = ClaimKeeper(session, vocabulary)
        self.last_entity = session.scalar(select(func.max(Entity.id))) or 0

    def read(self, subject: str, key: str, cell: str) -> Iterator[int]:
        """Yield the claims of one cell.

        Raises:
            DecisionRefused: It is none of the predicate's values.
        """
        predicate = self._predicates[key]
        about = self._name(subject, self._kind)
        several = self._split is not None and predicate.cardinality != "single"
        for part in dict.fromkeys(cell.split(self._split) if several else [cell]):
            if part.strip():
                value = self._read_value(part.strip(), predicate)
                yield self.keeper.keep(Statement(about, key, value), part)

    def _name(self, written: str, kind: str) -> EntityValue:
        """Return what a cell names; lists write "Falcon-180B" where the ledger may have "Falcon 180B"."""
        return EntityValue(written, self._known.get((_fold(written), kind)), kind)

    @cached_property
    def _known(self) -> dict[tuple[str, str], str]:
        """The entity of each name whatever its hyphens; nothing for a name that several have."""
        parent = dict(self._session.execute(select(Entity.id, Entity.merged_into_id)).all())
        rows = self._session.execute(
            select(Alias.name, Alias.entity_id, Entity.kind)
            .join(Entity, Entity.id == Alias.entity_id)
            .where(Alias.kind == "name")
        )
        found: dict[tuple[str, str], set[int]] = {}
        for row in rows:
            found.setdefault((_fold(row.name), row.kind), set()).add(follow(parent, row.entity_id))
        return {name: write_id("entity", min(ids)) for name, ids in found.items() if len(ids) == 1}

    def _read_value(self, cell: str, predicate: Predicate) -> Value:
        if predicate.value_type == "entity":
            return self._name(cell, (predicate.value_kinds or ("topic",))[0])
        return read_value(self._session, cell, predicate, self._language, None)


def _fold(name: str) -> str:
    return " ".join(re.sub(r"[-‐‑–_]", " ", name).split()).casefold()


def _keep_rows(reader: _Reader, path: Path, done: ListImported) -> Iterator[tuple[int, str, int]]:
    """Yield line, cell and claim of all that the list says; what cannot be read is noted."""
    for row in read_rows(path, reader.columns.names):
        if isinstance(row, RowRefused):
            done.rejects.append(row)
            continue
        done.rows += 1
        yield from _keep_row(reader, path, row, done)


def _keep_row(
    reader: _Reader, path: Path, row: ListRow, done: ListImported
) -> Iterator[tuple[int, str, int]]:
    subject = row.cells.get(reader.columns.subject)
    if subject is None:
        reason = "empty: nothing says what the row is about"
        done.rejects.append(RowRefused(reason, path=str(path), line=row.line, column=reader.columns.subject))
        return
    for key, column in reader.columns.values.items():
        if (cell := row.cells.get(column)) is None:
            continue
        try:
            for claim in reader.read(subject, key, cell):
                yield row.line, cell, claim
        except (DecisionRefused, ReferenceAmbiguous) as refused:
            done.rejects.append(RowRefused(str(refused), path=str(path), line=row.line, column=column))


def _store(
    session: Session, kept: Sequence[tuple[int, str, int]], done: ListImported, reader: _Reader
) -> None:
    """Write the source's claims, and accept the names that its list brought."""
    first = allocate_ids(session, SourceClaim, len(kept)) if kept else 0
    slots = _read_slots(session, {claim for *_, claim in kept})
    rows = [
        (first + n, line, cell, slots[claim], done.snapshot_id, claim)
        for n, (line, cell, claim) in enumerate(kept)
    ]
    insert_rows(session, SourceClaim, _COLUMNS, rows)
    done.claims = len({claim for *_, claim in kept})
    new = session.scalars(select(Entity.id).where(Entity.id > reader.last_entity)).all()
    for entity_id in new:
        update(session, Entity, entity_id, state="accepted")
    done.entities = len(new)
    done.several = _count_several(session, done.snapshot_id)
    mark_dirty(session, reader.keeper.take_touched())


def _read_slots(session: Session, claims: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    ordered = sorted(claims)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        found |= {
            row.id: row.slot_id
            for row in session.execute(select(Claim.id, Claim.slot_id).where(Claim.id.in_(part)))
        }
    return found


def _count_several(session: Session, snapshot_id: int) -> int:
    """Return how many questions of single answers the list answers in several ways."""
    answers = (
        select(Claim.slot_id)
        .join(SourceClaim, SourceClaim.claim_id == Claim.id)
        .join(Slot, Slot.id == Claim.slot_id)
        .join(PredicateRow, PredicateRow.id == Slot.predicate_id)
        .where(SourceClaim.snapshot_id == snapshot_id, PredicateRow.cardinality == "single")
        .group_by(Claim.slot_id)
        .having(func.count(Claim.id.distinct()) > 1)
        .subquery()
    )
    return session.scalar(select(func.count()).select_from(answers)) or 0
