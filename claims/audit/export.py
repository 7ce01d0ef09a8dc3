"""Writing an audit bundle: the ledger's rows, its log and its texts as plain files, with pages to read.

Nothing in it depends on the time or the machine: the same ledger gives the same bytes.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims import __version__
from claims.audit import form
from claims.audit.csv_file import write_csv
from claims.audit.mirror import list_mirrors
from claims.audit.page import write_pages
from claims.audit.query import read_sql, take_connection
from claims.audit.scope import Scope
from claims.errors import DatabaseDamaged
from claims.exchange.folder import building, opened
from claims.store.queries.reference import write_id

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many files, events and payloads withheld; the head; the hash of SHA256SUMS."""

    folder: Path
    files: int
    events: int
    withheld: int
    head: str | None
    sums: str


def export_bundle(
    session: Session,
    folder: Path,
    *,
    article_ids: Sequence[int] | None = None,
    texts: bool = True,
    confidential: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Exported:
    """Write the bundle of a ledger open for reading into a new or empty folder.

    Args:
        session: The ledger; nothing else may be asked of it afterwards.
        folder: Where to.
        article_ids: Show only what these articles concern; every other payload is withheld.
        texts: Whether the texts come along.
        confidential: Whether confidential sources are shown, with their texts and the events about them.
        progress: Is told the number of events written.

    Raises:
        FileRefused: The folder cannot be used.
        DatabaseDamaged: A cell cannot be written down; nothing is left behind.
    """
    connection = take_connection(session)
    scope = Scope(connection)
    scope.fill(article_ids, confidential=confidential)
    try:
        with building(folder) as place:
            rows, hidden = _write_tables(connection, scope, place)
            shown = (lambda _: True) if not any(hidden.values()) else scope.holds
            log = _write_events(connection, shown, place, progress)
            if texts:
                _write_texts(connection, place)
            manifest = form.Manifest(
                format=form.FORMAT,
                program=f"claims {__version__}",
                head=log.head,
                events=log.events,
                withheld_events=log.withheld,
                articles=None if article_ids is None else [write_id("article", one) for one in article_ids],
                texts=texts,
                confidential=confidential,
                rows=rows,
                withheld_rows={name: count for name, count in hidden.items() if count},
            )
            write_pages(session, place, manifest)
            with opened(place, form.MANIFEST) as file:
                file.write(
                    json.dumps(manifest.to_json(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
                )
            files, sums = _write_sums(place)
    except UnicodeEncodeError as error:
        raise DatabaseDamaged(
            "the ledger holds text that is damaged; see: claims audit verify. Nothing was exported"
        ) from error
    return Exported(folder, files, log.events, log.withheld, log.head, sums)


def _write_tables(connection: Any, scope: Scope, place: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Write a CSV file per table; return how many rows each shows and how many it does not."""
    shown, hidden = {}, {}
    for mirror in list_mirrors().values():
        with opened(place, f"{form.TABLES}/{mirror.name}.csv") as file:
            rows = connection.execute(scope.list_rows(mirror))
            shown[mirror.name] = write_csv(file, mirror.columns, rows)
        hidden[mirror.name] = scope.count_hidden(mirror)
    return shown, hidden


@dataclass(slots=True)
class _Log:
    head: str | None = None
    events: int = 0
    withheld: int = 0


def _write_events(
    connection: Any, shown: Callable[[str], bool], place: Path, progress: Callable[[int], None]
) -> _Log:
    log = _Log()
    with opened(place, form.EVENTS) as file:
        for row in connection.execute(read_sql("export_events")):
            *header, salt, body = row
            if body is None or not shown(body):
                salt = body = None
                log.withheld += 1
            line = dict(zip(form.EVENT_KEYS, (*header, salt, body), strict=True))
            file.write(write_line(line) + "\n")
            log.events += 1
            log.head = f"{row[0]}:{row[10]}"
            if log.events % 1000 == 0:
                progress(log.events)
    return log


def write_line(line: dict[str, Any]) -> str:
    """Return a line of the log: its keys in the order of the header, no spaces."""
    return json.dumps(line, separators=(",", ":"), ensure_ascii=False)


def _write_texts(connection: Any, place: Path) -> None:
    (place / form.TEXTS).mkdir(mode=0o700)
    for digest, body in connection.execute(read_sql("export_texts")):
        with opened(place, f"{form.TEXTS}/{digest}.txt") as file:
            file.write(body)


def _write_sums(place: Path) -> tuple[int, str]:
    """Write the hashes of all files as `sha256sum` does; return how many and the hash of that file."""
    paths = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
    listed = "".join(f"{hash_file(place / path)}  {path}\n" for path in paths)
    with opened(place, form.SUMS) as file:
        file.write(listed)
    return len(paths) + 1, hashlib.sha256(listed.encode()).hexdigest()


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()
