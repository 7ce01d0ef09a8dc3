"""Bringing the ledger's rows back to what its log says, where somebody changed them past the program.

The log is what counts; the tables are what it left. So rebuilding changes nothing on record, and a
replay of the log passes over it. It is an event all the same, which keeps each row as it stood there:
whoever put a file in order must not be able to hide what had been done to it.

Append-only tables refuse what is needed here. The triggers that refuse are taken down, rows are put
right one by one, and the triggers that the program ships are put back and compared word for word, all
in one transaction: nobody ever sees the ledger without them, and if anything is left over nothing is done.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims.audit.chain import read_chain
from claims.audit.head import Heads
from claims.audit.mirror import shorten
from claims.audit.query import open_room, take_connection
from claims.audit.replay import replay
from claims.audit.report import Report
from claims.audit.restore import is_plain, restore_rows
from claims.audit.state import Difference, list_differences
from claims.audit.structure import check_file, check_triggers
from claims.errors import DatabaseDamaged, FileRefused
from claims.settings import MAX_TEXT_BYTES
from claims.store.record import record
from claims.store.transaction import name_actor
from claims.store.write import note_rebuilt

Progress = Callable[[int], None]
_EVERY = 1000
_RULES = ("CHECK constraint failed", "NULL value in")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was, or would be, put right: rows, texts by hash, triggers by name; `lost` are texts nobody has."""

    differences: tuple[Difference, ...]
    texts: tuple[str, ...]
    triggers: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to put right."""
        return bool(self.differences or self.texts or self.triggers)

    def describe(self) -> list[str]:
        """Return a line for each thing."""
        return [
            *(str(one) for one in self.differences),
            *(f"text {shorten(digest, 16)} is not the text that this hash names" for digest in self.texts),
            *(f"trigger {name} is missing, altered or none of the program's" for name in self.triggers),
        ]

    def to_json(self) -> dict[str, Any]:
        """Return all of it as JSON."""
        return {
            "rows": [
                {"table": one.mirror.name, "key": list(one.key), "what": one.what} for one in self.differences
            ],
            "texts": list(self.texts),
            "triggers": list(self.triggers),
            "lost": list(self.lost),
        }


def list_rebuilding(session: Session, texts: Path | None = None, *, progress: Progress) -> Rebuilt:
    """Return what `rebuild` would put right, writing nothing.

    Raises:
        DatabaseDamaged: The log does not hold, or the file is broken.
        FileRefused: There is no such folder of texts.
    """
    connection = take_connection(session)
    with _replayed(connection, progress) as differences:
        found = tuple(differences())
    return _plan(connection, found, texts)


def rebuild(session: Session, actor: str | None, texts: Path | None = None, *, progress: Progress) -> Rebuilt:
    """Put right every row that differs from the log, and record that as one event by `actor`.

    The bodies of texts are in no event. `texts` is the folder of those of an export, from which a lost
    or altered one is taken if it fits its hash.

    Raises:
        DatabaseDamaged: The log does not hold, or the file is broken: only a backup helps then.
        FileRefused: A row of a text is missing and nobody has its body.
        ReviewerUnknown: `actor` is not on the list, as the log has it.
    """
    connection = take_connection(session)
    with _replayed(connection, progress) as differences:
        plan = _plan(connection, tuple(differences()), texts)
        if not plan.any:
            return plan
        bodies = _read_bodies(connection, plan, texts)
        restore_rows(connection, plan.differences, bodies)
        left = [str(one) for one in differences()]
        left += [
            f"{row[0]} {row[1]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")
        ]
    if left:
        raise DatabaseDamaged(f"nothing was rebuilt: {left[0]} even so; restore the ledger from a backup")
    name_actor(session, actor)
    _record(session, plan)
    return plan


@contextmanager
def _replayed(connection: Any, progress: Progress) -> Iterator[Callable[[], Iterator[Difference]]]:
    """Do the log again, and give the way to compare the tables with it.

    Raises:
        DatabaseDamaged: The log does not hold.
    """
    _check_pages(connection)
    report = Report()
    with closing(open_room()) as copies:
        unknown_from = replay(copies, _count(read_chain(connection, Heads(()), report), progress), report)
        if not report.holds:
            raise DatabaseDamaged(
                f"the log itself does not hold, so nothing can be rebuilt from it ({report.problems[0]});"
                " restore the ledger from a backup"
            )
        yield lambda: list_differences(connection, copies, unknown_from, Report())


def _check_pages(connection: Any) -> None:
    """Refuse a file that is broken; cells that break a rule of their table are what is put right here."""
    report = Report()
    whole = check_file(connection, report)
    for problem in report.problems:
        if not whole or not problem.what.startswith(_RULES):
            raise DatabaseDamaged(f"{problem}; restore the ledger from a backup")


def _count(events: Iterator[Any], progress: Progress) -> Iterator[Any]:
    for number, event in enumerate(events, 1):
        if number % _EVERY == 0:
            progress(number)
        yield event


def _plan(connection: Any, differences: tuple[Difference, ...], texts: Path | None) -> Rebuilt:
    if texts is not None and not texts.is_dir():
        raise FileRefused(f"{texts}: no such folder; name the folder texts of an export")
    report = Report()
    check_triggers(connection, report)
    wrong = [
        digest
        for digest, body in connection.execute("SELECT sha256, body FROM text ORDER BY sha256")
        if not _fits(digest, body) and isinstance(digest, str)
    ]
    gone = {one.key[0] for one in differences if one.mirror.name == "text" and one.held is None}
    strange = {one.key[0] for one in differences if one.mirror.name == "text" and one.told is None}
    found = {digest for digest in (*wrong, *gone) if _find_body(texts, digest) is not None}
    return Rebuilt(
        differences,
        tuple(digest for digest in wrong if digest in found and digest not in strange),
        tuple(dict.fromkeys(problem.where for problem in report.problems)),
        tuple(sorted({*wrong, *gone} - found - strange)),
    )


def _fits(digest: Any, body: Any) -> bool:
    try:
        return bool(hashlib.sha256(body.encode()).hexdigest() == digest)
    except (AttributeError, UnicodeEncodeError):
        return False


def _find_body(texts: Path | None, digest: str) -> str | None:
    """Return a text from the folder of an export, if it is there and fits its hash."""
    path = texts and texts / f"{digest}.txt"
    if not path or not path.is_file() or path.stat().st_size > MAX_TEXT_BYTES * 4:
        return None
    body = path.read_bytes().decode("utf-8", "replace")
    return body if _fits(digest, body) else None


def _read_bodies(connection: Any, plan: Rebuilt, texts: Path | None) -> dict[str, str]:
    """Return the bodies of the texts whose rows are put right.

    Raises:
        FileRefused: A row is missing and nobody has its body.
    """
    bodies = {}
    for digest in plan.texts:
        body = _find_body(texts, digest)
        if body is not None:
            bodies[digest] = body
    for one in plan.differences:
        if one.mirror.name != "text" or one.told is None or one.key[0] in bodies:
            continue
        held = connection.execute("SELECT body FROM text WHERE sha256 = ?", one.key).fetchone()
        body = held[0] if held else _find_body(texts, one.key[0])
        if body is None:
            raise FileRefused(
                f"the text {one.key[0]} is missing, and no event holds texts; name the folder of an"
                " export that has it: claims audit rebuild --texts out/texts"
            )
        bodies[one.key[0]] = body
    return bodies


def _record(session: Session, plan: Rebuilt) -> None:
    for one in plan.differences:
        key = dict(zip(one.mirror.key, map(_write_down, one.key), strict=True))
        was = one.held and {name: _write_down(cell) for name, cell in one.held.items()}
        note_rebuilt(session, one.mirror.name, key, was)
    for digest in plan.texts:
        note_rebuilt(session, "text", {"sha256": digest}, None)
    for name in plan.triggers:
        note_rebuilt(session, "trigger", {"name": name}, None)
    record(session, "ledger", None, "rebuild")


def _write_down(cell: Any) -> Any:
    """Return a cell as JSON can hold it; bytes, and what is no UTF-8, in escapes."""
    if isinstance(cell, bytes):
        return cell.hex()
    if isinstance(cell, str) and not is_plain(cell):
        return cell.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return cell
