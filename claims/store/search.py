"""The search index: an FTS5 table of folded words, always in step with what the ledger says.

Triggers may use only what every SQLite has, and none folds German words. So triggers note in
`search_dirty` what was written, whoever wrote it, the sqlite3 shell included; and whoever searches
first puts that into the index. An import pays one short row per text for it, and no answer is ever
older than the ledger: where the file cannot be written, what waits is indexed beside it for the moment.
The index keeps words only. `search_document` says what was put in, so that it can be taken out again;
whoever changes how words are folded empties both in a migration.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims.errors import DatabaseBusy, DatabaseReadOnly
from claims.store.database import explain_error, get_path, get_sqlite, make_address
from claims.store.fold import fold
from claims.store.transaction import reading

NOUNS = ("revision", "claim", "entity", "source", "verdict", "ruling", "finding")
"""What has a document of its own; an article's are its revisions."""

_SPREADING = ("name", "slot", "predicate")
_FOLDER = Path(__file__).parent / "sql"
_BATCH = 5_000
_BUSY_SECONDS = 1.0
_BIG = 20_000

Progress = Callable[[int], None]


@cache
def read_sql(name: str) -> str:
    """Return the query `sql/NAME.sql`."""
    return (_FOLDER / f"{name}.sql").read_text("utf-8")


@contextmanager
def searching(
    url: str,
    *,
    rebuild: bool = False,
    started: Callable[[int], None] | None = None,
    progress: Progress | None = None,
) -> Iterator[Session]:
    """Open a ledger for searching, with an index that has everything; `started` hears how much it lacked.

    `progress` takes the number of changes worked off so far.

    Raises:
        DatabaseReadOnly, DatabaseBusy: Only with `rebuild`, which needs to write.
    """
    with reading(url) as session:
        waiting = count_waiting(session)
    if waiting and started is not None:
        started(waiting)
    if waiting or rebuild:
        try:
            update_index(url, rebuild=rebuild, progress=progress)
        except (DatabaseReadOnly, DatabaseBusy):
            if rebuild:
                raise
    with reading(url) as session:
        connection = session.connection().connection.driver_connection
        _run(connection, "search_stale")
        session.info["overlay"] = count_waiting(session) > 0
        if session.info["overlay"]:
            _lay_over(connection, progress)
        yield session


def count_waiting(session: Session) -> int:
    """Return how many changes the index has not seen."""
    return int(session.connection().exec_driver_sql("SELECT count(*) FROM main.search_dirty").scalar_one())


def update_index(url: str, *, rebuild: bool = False, progress: Progress | None = None) -> None:
    """Put into the index what was written since it was last done, each batch in a transaction of its own.

    Raises:
        DatabaseReadOnly, DatabaseBusy: The file cannot be written, or not now.
    """
    driver = get_sqlite()
    path = get_path(url)
    try:
        # What is derived is no act of anybody: no event, no reviewer, and no long wait for a lock.
        address = make_address(path, "rw")
        with closing(
            driver.connect(address, uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
        ) as connection:
            if rebuild:
                connection.execute("BEGIN IMMEDIATE")
                _run(connection, "search_all")
                connection.execute("COMMIT")
            done = 0
            while True:
                connection.execute("BEGIN IMMEDIATE")
                worked = _work_off(connection)
                if not worked and done > _BIG:
                    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
                connection.execute("COMMIT")
                if not worked:
                    return
                done += worked
                if progress is not None:
                    progress(done)
    except driver.Error as error:
        explained = explain_error(error, str(path))
        if explained is None:
            raise
        raise explained from error


def _lay_over(connection: Any, progress: Progress | None) -> None:
    """Index what waits in temporary tables, whose names hide the ledger's own from the same statements."""
    _run(connection, "search_overlay")
    done = 0
    while worked := _work_off(connection, overlay=True):
        done += worked
        if progress is not None:
            progress(done)


def _run(connection: Any, name: str) -> None:
    for block in read_sql(name).split("\n\n"):
        connection.execute(block)


def _work_off(connection: Any, *, overlay: bool = False) -> int:
    """Index the oldest changes that wait; return how many of them there were, 0 where none is left."""
    rows = connection.execute(
        "SELECT id, noun, noun_id FROM search_dirty ORDER BY id LIMIT ?", (_BATCH,)
    ).fetchall()
    if not rows:
        return 0
    waiting: dict[str, dict[int, None]] = {}
    for _, noun, number in rows:
        waiting.setdefault(noun, {})[number] = None
    connection.execute("DELETE FROM search_dirty WHERE id <= ?", (rows[-1][0],))
    for noun in _SPREADING:
        if noun in waiting:
            connection.execute(read_sql(f"search_spread_{noun}"), {"ids": json.dumps(list(waiting[noun]))})
    for noun in NOUNS:
        if noun in waiting:
            seen = _index(connection, noun, list(waiting[noun]))
            if overlay:
                statement = "INSERT OR IGNORE INTO search_stale (noun, noun_id) VALUES (?, ?)"
                connection.executemany(statement, [(noun, number) for number in seen])
    return len(rows)


def _index(connection: Any, noun: str, numbers: Sequence[int]) -> set[int]:
    """Take these documents out and put them in as they read now; return those concerned."""
    loaded = connection.execute(read_sql(f"search_load_{noun}"), {"ids": json.dumps(numbers)}).fetchall()
    now = {number: (title, body, texts) for number, title, body, texts in loaded}
    seen = {*numbers, *now}
    query = (
        "SELECT noun_id, id, title, body, texts FROM search_document"
        " WHERE noun = ? AND noun_id IN (SELECT value FROM json_each(?))"
    )
    for number, place, *kept in connection.execute(query, (noun, json.dumps(sorted(seen)))).fetchall():
        if now.get(number) == tuple(kept):
            del now[number]
        else:
            _take_out(connection, place, *kept)
    for number, (title, body, texts) in now.items():
        _put_in(connection, noun, number, title, body, texts)
    return seen


def _take_out(connection: Any, place: int, title: str, body: str, texts: str) -> None:
    statement = "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)"
    connection.execute(statement, (place, fold(title), fold(read_body(connection, body, texts))))
    connection.execute("DELETE FROM search_document WHERE id = ?", (place,))


def _put_in(connection: Any, noun: str, number: int, title: str, body: str, texts: str) -> None:
    statement = "INSERT INTO search_document (noun, noun_id, title, body, texts) VALUES (?, ?, ?, ?, ?)"
    place = connection.execute(statement, (noun, number, title, body, texts)).lastrowid
    words = (place, fold(title), fold(read_body(connection, body, texts)))
    connection.execute("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)", words)


def read_body(connection: Any, body: str, texts: str) -> str:
    """Return all of a document but its title: its own words, and the texts whose hashes it lists."""
    parts = [body] if body else []
    for digest in json.loads(texts):
        parts += [text for (text,) in connection.execute("SELECT body FROM text WHERE sha256 = ?", (digest,))]
    return "\n".join(parts)
