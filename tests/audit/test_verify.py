"""A09, D07 and the whole of a ledger: texts, quotes, references, damage."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.audit.report import Report
from claims.audit.verify import verify_ledger
from claims.errors import ClaimsError
from tests.audit.forge import leave, list_kinds, list_places, open_as_owner


def test_a_ledger_in_which_things_happened_verifies(worked: str) -> None:
    report = verify_ledger(worked)
    assert report.problems == []
    assert report.rows > 8000
    assert report.texts >= 4


class TestWhole:
    """What only a verification of the whole file finds."""

    def test_a_withheld_payload_leaves_its_rows_unknown(self, worked: str, owned: sqlite3.Connection) -> None:
        (seq,) = owned.execute("SELECT seq FROM event WHERE noun = 'reviewer' AND noun_id = 2").fetchone()
        owned.execute("UPDATE event_payload SET salt = NULL, body = NULL WHERE seq = ?", (seq,))
        leave(owned)
        report = verify_ledger(worked)
        assert report.problems == []
        assert (report.withheld, report.unknown) == (1, 1)

    def test_a_text_that_was_changed_is_named_by_its_hash(
        self, worked: str, owned: sqlite3.Connection
    ) -> None:
        (digest,) = owned.execute("SELECT sha256 FROM text WHERE body LIKE 'Die Nord%'").fetchone()
        owned.execute("UPDATE text SET body = replace(body, '14. März', '15. März')")
        leave(owned)
        report = verify_ledger(worked)
        assert list_kinds(report) == {"TEXT", "QUOTE"}
        assert list_places(report, "TEXT") == [f"text {digest[:15]}…"]

    def test_an_anchor_that_was_moved_is_found(self, worked: str, owned: sqlite3.Connection) -> None:
        owned.execute("UPDATE mention SET start_cp = start_cp + 1, end_cp = end_cp + 1 WHERE id = 2")
        leave(owned)
        report = verify_ledger(worked)
        assert list_places(report, "QUOTE", "STATE") == ["mention 2", "mention 2"]

    def test_a_quote_that_its_snapshot_does_not_say_is_found(
        self, worked: str, owned: sqlite3.Connection
    ) -> None:
        owned.execute("UPDATE evidence SET quote = 'in March' WHERE id = 1")
        leave(owned)
        assert "evidence 1" in list_places(verify_ledger(worked), "QUOTE")

    def test_d07_a_reference_that_leads_nowhere_is_listed(
        self, worked: str, owned: sqlite3.Connection
    ) -> None:
        owned.execute("UPDATE verdict SET rating_id = 999 WHERE id = 1")
        owned.execute("UPDATE mention SET speaker_id = 999999, speaker_snak = 'value' WHERE id = 2")
        leave(owned)
        report = verify_ledger(worked)
        assert sorted(list_places(report, "REFERENCE")) == ["mention 2", "verdict 1"]

    def test_a_table_that_is_gone_is_named(self, worked: str, owned: sqlite3.Connection) -> None:
        for (view,) in owned.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
            owned.execute(f"DROP VIEW {view}")
        owned.execute("DROP TABLE tagging")
        assert list_places(verify_ledger(worked), "SCHEMA") == ["table tagging"]

    def test_an_event_that_adds_what_is_there_contradicts_the_log(
        self, worked: str, owned: sqlite3.Connection
    ) -> None:
        from tests.audit.forge import rechain

        rows = owned.execute(
            "SELECT event.seq, body FROM event JOIN event_payload USING (seq) WHERE noun = 'tag'"
        )
        (first, body), *_, (last, _) = rows.fetchall()
        owned.execute("UPDATE event_payload SET body = ? WHERE seq = ?", (body, last))
        rechain(owned)
        leave(owned)
        report = verify_ledger(worked)
        assert f"event {last}" in list_places(report, "PAYLOAD")
        assert f"which event {first} added" in str(report.problems)

    def test_a_log_cut_off_at_its_start_lists_a_hundred_rows_and_counts_the_rest(
        self, worked: str, owned: sqlite3.Connection
    ) -> None:
        owned.execute("DELETE FROM event_payload")
        owned.execute("DELETE FROM event")
        leave(owned)
        report = verify_ledger(worked)
        assert len(report.problems) == 100
        assert report.counts["STATE"] == report.rows
        assert "more" in report.list_unlisted()[0]


class TestA09:
    """Bytes flipped anywhere in the file."""

    def flip(self, path: str, seed: int) -> Report | None:
        chance = random.Random(seed)
        damaged = bytearray(Path(path).read_bytes())
        for _ in range(chance.choice((1, 8, 64))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        victim = Path(path).with_name(f"flipped-{seed}.db")
        victim.write_bytes(damaged)
        try:
            return verify_ledger(str(victim))
        except ClaimsError:
            return None
        finally:
            victim.unlink()

    @pytest.mark.parametrize("seed", range(15))
    def test_a_damaged_file_is_verified_without_an_exception(self, worked: str, seed: int) -> None:
        report = self.flip(worked, seed)
        assert report is None or report.holds or report.problems

    @pytest.mark.slow
    def test_a_thousand_damaged_files_are_verified_without_an_exception(self, worked: str) -> None:
        found = [self.flip(worked, seed) for seed in range(1000, 2000)]
        assert sum(report is None or not report.holds for report in found) > 500


class TestCommand:
    """What the auditor sees."""

    def test_a_sound_ledger_ends_with_its_head_and_exit_code_0(self, desk: Callable[..., Any]) -> None:
        done = desk("audit", "verify")
        assert done.code == 0
        assert "2 events verified; head 2:" in done.out
        head = done.out.partition("head ")[2].partition(".")[0]
        kept = desk("audit", "verify", "--head", head)
        assert (kept.code, kept.out.strip()) == (0, f"2 events verified; head {head}")

    def test_a_truncated_ledger_ends_with_exit_code_1_and_a_line_per_problem(
        self, desk: Callable[..., Any], tmp_path: Path
    ) -> None:
        desk("reviewer", "add", "jd")
        head = desk("audit", "verify", "--json").json["head"]
        owner = open_as_owner(str(tmp_path / "claims.db"))
        for table, key in (("event_payload", "seq = 3"), ("event", "seq = 3"), ("reviewer", "id = 2")):
            owner.execute(f"DELETE FROM {table} WHERE {key}")
        leave(owner)
        owner.close()
        assert desk("audit", "verify").code == 0
        done = desk("audit", "verify", "--head", head)
        assert done.code == 1
        first, last = done.out.splitlines()
        assert first.startswith("TRUNCATED  event 3: the log ends at event 2")
        assert last.startswith("1 problem in 2 events; head 2:")

    def test_a_file_that_is_no_ledger_is_bad_input(self, claims: Callable[..., Any], tmp_path: Path) -> None:
        (tmp_path / "claims.db").write_bytes(b"no database")
        assert claims("audit", "verify").code == 2
