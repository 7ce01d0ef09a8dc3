"""What the owner of the file can do to a ledger, and small things to fill one with."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims.audit.chain import read_chain
from claims.audit.export import hash_file
from claims.audit.form import SUMS
from claims.audit.head import Head, Heads
from claims.audit.load import open_scratch
from claims.audit.report import Report
from claims.store import tables as t
from claims.store.record import GENESIS, chain, commit_to, record
from claims.store.write import insert, insert_rows, update

HEADER = ("seq", "at", "actor_id", "command", "noun", "noun_id", "action", "format", "commitment")
COLUMNS = (*HEADER, "prev_hash", "hash")
SECRET = "Der Informant sagt, die Brücke sei schon im Februar fertig gewesen."
INFORMANT = "Brief eines Bauleiters"


def tag_things(session: Session, count: int) -> None:
    """Write `count` small events: a label added, or changed."""
    for number in range(count // 2):
        label = insert(session, t.Tag, name=f"series {number}")
        record(session, "tag", label, "add")
        update(session, t.Tag, label, name=f"beat {number}")
        record(session, "tag", label, "edit")


def keep_secret(session: Session) -> None:
    """Add a confidential source with its archived text and evidence from it, an event each."""
    digest = hashlib.sha256(SECRET.encode()).hexdigest()
    insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, SECRET, len(SECRET))])
    source = insert(session, t.Source, title=INFORMANT, kind="interview", confidential=1)
    at = session.info["at"]()
    snapshot = insert(session, t.Snapshot, taken_at=at, source_id=source, text_sha256=digest)
    record(session, "source", source, "add")
    evidence = insert(
        session,
        t.Evidence,
        stance="refutes",
        quote="schon im Februar fertig",
        created_at=at,
        claim_id=1,
        snapshot_id=snapshot,
        reviewer_id=1,
    )
    record(session, "evidence", evidence, "add")


def open_as_owner(path: str) -> sqlite3.Connection:
    """Return a connection on which nothing is refused; it commits every statement."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("CREATE TEMP TABLE dropped (sql)")
    connection.executemany("INSERT INTO dropped VALUES (?)", [(sql,) for _, sql in triggers])
    return connection


def leave(connection: sqlite3.Connection) -> None:
    """Put the triggers back as if nobody had been there."""
    for (sql,) in connection.execute("SELECT sql FROM dropped").fetchall():
        connection.execute(sql)


@dataclass(frozen=True)
class Log:
    """Headers and payloads of a log, event by event."""

    headers: tuple[tuple[Any, ...], ...]
    payloads: tuple[tuple[Any, ...], ...]

    def write_into(self, connection: Any) -> None:
        marks = ", ".join("?" * len(COLUMNS))
        connection.executemany(f"INSERT INTO event VALUES ({marks})", self.headers)
        connection.executemany("INSERT INTO event_payload VALUES (?, ?, ?)", self.payloads)

    @property
    def heads(self) -> list[Head]:
        """Every event as a head that somebody kept."""
        return [Head(row[0], row[-1]) for row in self.headers]


def copy_log(path: Path) -> Log:
    connection = sqlite3.connect(path)
    log = read_all(connection)
    connection.close()
    return log


def copy_short_log(path: Path) -> Log:
    """Return a ledger's log with hardly any vocabulary in it, chained anew."""
    connection = open_scratch()
    copy_log(path).write_into(connection)
    change_body(connection, 2, lambda _: '{"insert":{"unit":{"columns":["id"],"rows":[[1]]}}}')
    rechain(connection)
    log = read_all(connection)
    connection.close()
    return log


def read_all(connection: sqlite3.Connection) -> Log:
    headers = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM event ORDER BY seq").fetchall()
    payloads = connection.execute("SELECT seq, salt, body FROM event_payload ORDER BY seq").fetchall()
    return Log(tuple(headers), tuple(payloads))


def read_log(connection: Any, heads: Iterable[Head] = ()) -> Report:
    """Return what reading the log finds."""
    heads = list(heads)
    report = Report(compared=bool(heads))
    for _ in read_chain(connection, Heads(heads), report):
        pass
    return report


def count_events(connection: Any) -> int:
    return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def rechain(connection: Any) -> None:
    """Write commitments, links and hashes anew from the first event on, as an owner can."""
    prev_hash = GENESIS
    rows = connection.execute(
        f"SELECT {', '.join('event.' + name for name in HEADER)}, salt, body"
        " FROM event JOIN event_payload USING (seq) ORDER BY event.seq"
    ).fetchall()
    for *header, salt, body in rows:
        if body is not None:
            header[-1] = commit_to(salt, body)
        digest = chain(prev_hash, header)
        connection.execute(
            "UPDATE event SET commitment = ?, prev_hash = ?, hash = ? WHERE seq = ?",
            (header[-1], prev_hash, digest, header[0]),
        )
        prev_hash = digest


def change_body(connection: Any, seq: int, change: Callable[[str], str]) -> None:
    (body,) = connection.execute("SELECT body FROM event_payload WHERE seq = ?", (seq,)).fetchone()
    connection.execute("UPDATE event_payload SET body = ? WHERE seq = ?", (change(body), seq))


def list_kinds(report: Report) -> set[str]:
    return set(report.counts)


def list_places(report: Report, *kinds: str) -> list[str]:
    return [one.where for one in report.problems if not kinds or one.kind in kinds]


def seal_again(folder: Path) -> None:
    """Write SHA256SUMS anew, as whoever changed a file can."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = [f"{hash_file(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), "utf-8")


def edit_manifest(folder: Path, **said: Any) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | said), "utf-8")


def drop_line(path: Path, place: int) -> None:
    lines = path.read_bytes().split(b"\r\n")
    del lines[place]
    path.write_bytes(b"\r\n".join(lines))


def read_rows(path: str, query: str, *parameters: Any) -> Sequence[Any]:
    connection = sqlite3.connect(path)
    rows = connection.execute(query, parameters).fetchall()
    connection.close()
    return rows
