"""What was changed past the program is put right from the log, on record, and nothing else is touched."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.audit.export import export_bundle
from claims.audit.guards import read_triggers
from claims.audit.mirror import list_mirrors
from claims.audit.rebuild import Rebuilt, list_rebuilding, rebuild
from claims.audit.verify import verify_ledger
from claims.crosscheck.run import cross_check
from claims.errors import DatabaseDamaged, FileRefused
from claims.store.tables import Table
from claims.store.transaction import reading, repairing, writing
from tests.audit.forge import leave, list_kinds, open_as_owner, read_rows, rechain


def put_right(path: str, texts: Path | None = None) -> Rebuilt:
    with repairing(path, command="audit rebuild") as session:
        return rebuild(session, "mk", texts, progress=lambda _: None)


def hand_over(owner: sqlite3.Connection) -> None:
    """Put the triggers back and close: two SQLite libraries in one process break each other's locks."""
    leave(owner)
    owner.close()


def look(path: str) -> Rebuilt:
    with reading(path) as session:
        return list_rebuilding(session, progress=lambda _: None)


def read_tables(path: str) -> dict[str, list[Any]]:
    """Return all rows that events tell of."""
    return {
        name: list(read_rows(path, f"SELECT {', '.join(mirror.columns)} FROM {name} ORDER BY 1, 2"))
        for name, mirror in list_mirrors().items()
        if len(mirror.columns) > 1
    }


def test_rows_of_every_table_that_are_under_another_key_are_put_right(
    worked: str, owned: sqlite3.Connection
) -> None:
    """The row that was there is missing, and the new one is in no event."""
    before = read_tables(worked)
    changed = sorted(set(list_mirrors()) - {"text"})
    for table in changed:
        key = list_mirrors()[table].key[0]
        kind = str(Table.metadata.tables[table].columns[key].type)
        forged: Any = "forged" if kind == "TEXT" else 471100
        owned.execute(
            f"UPDATE {table} SET {key} = ? WHERE rowid = (SELECT max(rowid) FROM {table})", (forged,)
        )
    owned.execute("INSERT INTO text VALUES (?, 'x', 1)", ("f" * 64,))
    hand_over(owned)
    done = put_right(worked)
    assert {one.mirror.name for one in done.differences} == {*changed, "text"}
    assert len(done.differences) == 2 * len(changed) + 1
    assert verify_ledger(worked).problems == []
    assert read_tables(worked) == before


def test_a_cell_that_breaks_a_rule_of_its_table_is_put_right(worked: str, owned: sqlite3.Connection) -> None:
    owned.execute("PRAGMA ignore_check_constraints = ON")
    owned.execute("UPDATE mention SET state = 'forged' WHERE id = 1")
    hand_over(owned)
    assert list_kinds(verify_ledger(worked)) == {"STATE"}
    assert len(put_right(worked).differences) == 1
    assert verify_ledger(worked).problems == []


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        (
            "UPDATE verdict SET rationale = 'Just so.' WHERE id = 1",
            "verdict 1 rationale is Just so., the log says",
        ),
        ("DELETE FROM verdict_evidence", "verdict_evidence 1/1 is missing; event"),
        (
            "INSERT INTO tag (id, name) VALUES (99, 'nobody wrote this')",
            "tag 99 is in no event",
        ),
    ],
    ids=["edited", "taken out", "slipped in"],
)
def test_each_row_is_named_before_and_put_right_after(
    statement: str, what: str, worked: str, owned: sqlite3.Connection
) -> None:
    owned.execute(statement)
    hand_over(owned)
    (line,) = look(worked).describe()
    assert line.startswith(what)
    assert list_kinds(verify_ledger(worked)) == {"STATE"}
    assert put_right(worked).describe() == [line]
    assert verify_ledger(worked).problems == []


def test_what_stood_there_is_kept_in_the_event_that_put_it_right(
    worked: str, owned: sqlite3.Connection
) -> None:
    owned.execute("UPDATE verdict SET rationale = 'Just so.' WHERE id = 1")
    hand_over(owned)
    put_right(worked)
    ((noun, action, command, body),) = read_rows(
        worked,
        "SELECT noun, action, command, body FROM event JOIN event_payload USING (seq) ORDER BY seq DESC LIMIT 1",
    )
    assert (noun, action, command) == ("ledger", "rebuild", "audit rebuild")
    ((key, was),) = json.loads(body)["rebuilt"]["verdict"]
    assert key == {"id": 1}
    assert was["rationale"] == "Just so."


def test_a_whole_ledger_is_left_alone(worked: str) -> None:
    before = Path(worked).read_bytes()
    assert not look(worked).any
    assert not put_right(worked).any
    assert Path(worked).read_bytes() == before


def test_looking_writes_nothing(worked: str, owned: sqlite3.Connection) -> None:
    owned.execute("DELETE FROM verdict_evidence")
    hand_over(owned)
    before = Path(worked).read_bytes()
    assert look(worked).any
    assert Path(worked).read_bytes() == before


def test_the_triggers_stand_afterwards_as_they_are_shipped(worked: str, owned: sqlite3.Connection) -> None:
    leave(owned)
    owned.execute("DROP TRIGGER verdict_refuses_update")
    owned.execute("CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM tagging; END")
    owned.close()
    done = put_right(worked)
    assert set(done.triggers) == {"verdict_refuses_update", "quiet"}
    rows = read_rows(worked, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    assert dict(rows) == read_triggers()
    assert verify_ledger(worked).holds


def test_a_reviewer_who_was_taken_out_can_put_themselves_back(worked: str, owned: sqlite3.Connection) -> None:
    owned.execute("DELETE FROM reviewer WHERE handle = 'mk'")
    hand_over(owned)
    put_right(worked)
    assert verify_ledger(worked).holds


def test_rows_that_swapped_their_names_are_told_apart(worked: str, owned: sqlite3.Connection) -> None:
    before = read_tables(worked)
    names = dict(owned.execute("SELECT id, name FROM tag WHERE id IN (2, 3)").fetchall())
    for number, name in ((2, "-"), (3, names[2]), (2, names[3])):
        owned.execute("UPDATE tag SET name = ? WHERE id = ?", (name, number))
    hand_over(owned)
    assert len(put_right(worked).differences) == 2
    assert read_tables(worked) == before


class TestText:
    """Texts are in no event; they come from an export."""

    @pytest.fixture
    def texts(self, worked: str, tmp_path: Path) -> Path:
        with reading(worked) as session:
            export_bundle(session, tmp_path / "kept", confidential=True)
        return tmp_path / "kept" / "texts"

    def test_a_missing_text_is_refused_with_the_way_to_give_it(
        self, worked: str, texts: Path, owned: sqlite3.Connection
    ) -> None:
        before = read_tables(worked)
        owned.execute("DELETE FROM text WHERE body LIKE 'Die Nord%'")
        hand_over(owned)
        with pytest.raises(FileRefused, match="--texts out/texts"):
            put_right(worked)
        put_right(worked, texts)
        assert verify_ledger(worked).problems == []
        assert read_tables(worked) == before

    def test_an_altered_text_is_taken_from_an_export_if_it_fits_its_hash(
        self, worked: str, texts: Path, owned: sqlite3.Connection
    ) -> None:
        owned.execute("UPDATE text SET body = replace(body, '14. März', '15. März')")
        hand_over(owned)
        (lost,) = put_right(worked).lost
        assert list_kinds(verify_ledger(worked)) == {"TEXT", "QUOTE"}
        assert put_right(worked, texts).texts == (lost,)
        assert verify_ledger(worked).problems == []

    def test_a_text_that_does_not_fit_its_hash_is_not_taken(
        self, worked: str, texts: Path, owned: sqlite3.Connection
    ) -> None:
        owned.execute("UPDATE text SET body = replace(body, '14. März', '15. März')")
        hand_over(owned)
        (lost,) = look(worked).lost
        (texts / f"{lost}.txt").write_text("Something else.", "utf-8")
        assert put_right(worked, texts).lost == (lost,)

    def test_a_folder_that_is_not_there_is_refused(self, worked: str, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match="no such folder"):
            put_right(worked, tmp_path / "nowhere")


def test_a_log_that_does_not_hold_rebuilds_nothing(worked: str, owned: sqlite3.Connection) -> None:
    owned.execute("UPDATE verdict SET rationale = 'Just so.' WHERE id = 1")
    owned.execute("UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = 3")
    hand_over(owned)
    before = Path(worked).read_bytes()
    with pytest.raises(DatabaseDamaged, match=r"the log itself does not hold.*HASH  event 3"):
        put_right(worked)
    assert Path(worked).read_bytes() == before


def test_what_a_withheld_payload_can_have_caused_is_left_as_it_is(
    worked: str, owned: sqlite3.Connection
) -> None:
    (seq,) = owned.execute("SELECT seq FROM event WHERE noun = 'reviewer' AND noun_id = 2").fetchone()
    owned.execute("UPDATE event_payload SET salt = NULL, body = NULL WHERE seq = ?", (seq,))
    owned.execute("UPDATE decision SET at = 'forged' WHERE id = 1")
    hand_over(owned)
    assert [str(one).partition(" at is")[0] for one in put_right(worked).differences] == ["decision 1"]
    assert read_rows(worked, "SELECT handle FROM reviewer WHERE id = 2") == [("jd",)]


def test_the_next_cross_check_finds_what_it_found_before(worked: str) -> None:
    with writing(worked, actor="mk", command="cross-check") as session:
        cross_check(session)
    query = "SELECT id, fingerprint, content_hash, state FROM finding ORDER BY id"
    rows = "SELECT key, lo, hi, entity, claim FROM check_row ORDER BY 1, 2, 3, 4, 5"
    before, compared = read_rows(worked, query), read_rows(worked, rows)
    assert compared
    owned = open_as_owner(worked)
    owned.execute("UPDATE mention SET claim_id = 1 WHERE id = 2")
    hand_over(owned)
    put_right(worked)
    with writing(worked, actor="mk", command="cross-check") as session:
        cross_check(session)
    assert read_rows(worked, query) == before
    assert read_rows(worked, rows) == compared


def test_what_was_rebuilt_is_shown_in_no_limited_export(
    worked: str, owned: sqlite3.Connection, tmp_path: Path
) -> None:
    owned.execute("UPDATE source SET title = 'a name that nobody may read' WHERE confidential = 1")
    hand_over(owned)
    put_right(worked)
    with reading(worked) as session:
        export_bundle(session, tmp_path / "out")
    assert "nobody may read" not in (tmp_path / "out" / "events.jsonl").read_text("utf-8")


class TestCommand:
    """What the auditor types."""

    def test_verify_names_it_rebuild_puts_it_right_and_verify_ends_with_0(
        self, desk: Callable[..., Any], tmp_path: Path
    ) -> None:
        desk("reviewer", "add", "jd")
        owner = open_as_owner(str(tmp_path / "claims.db"))
        owner.execute("UPDATE reviewer SET handle = 'xx' WHERE handle = 'jd'")
        hand_over(owner)
        assert desk("audit", "verify").code == 1
        line = "reviewer 2 handle is xx, the log says jd"
        for arguments in (("--dry-run",), ()):
            done = desk("--as", "mk", "audit", "rebuild", *arguments)
            assert (done.code, done.out.strip(), done.code and done.err) == (0, line, 0)
        assert desk("audit", "verify").code == 0
        assert desk("audit", "log", "--json").json[-1]["changes"] == "reviewer: 1 rebuilt"
        assert "nothing to put right" in desk("--as", "mk", "audit", "rebuild").err

    def test_it_lists_all_as_json(self, desk: Callable[..., Any], tmp_path: Path) -> None:
        desk("reviewer", "add", "jd")
        owner = open_as_owner(str(tmp_path / "claims.db"))
        owner.execute("DELETE FROM reviewer WHERE handle = 'jd'")
        hand_over(owner)
        assert desk("--as", "mk", "audit", "rebuild", "--json").json == {
            "rows": [{"table": "reviewer", "key": [2], "what": "is missing; event 3 added it"}],
            "texts": [],
            "triggers": [],
            "lost": [],
        }


def test_an_owner_who_chained_the_log_anew_is_not_overruled(worked: str, owned: sqlite3.Connection) -> None:
    owned.execute("UPDATE event SET command = 'forged' WHERE seq = 3")
    rechain(owned)
    hand_over(owned)
    assert not put_right(worked).any
