"""A log that its owner rewrote holds by itself: what was kept elsewhere shows where it is another one."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.audit.bundle import verify_bundle
from claims.audit.export import export_bundle
from claims.audit.head import Head
from claims.audit.report import Report
from claims.audit.verify import verify_ledger
from claims.errors import ClaimsError
from claims.store.transaction import reading
from tests.audit.forge import change_body, leave, list_kinds, list_places, open_as_owner, read_all, rechain


class Rewritten:
    """A ledger whose owner edited a verdict and chained the log anew; the event, and what was kept before."""

    def __init__(self, worked: str, bundle: Path, folder: Path) -> None:
        self.path, self.bundle, self.copy = worked, bundle, folder / "kept.db"
        shutil.copy(worked, self.copy)
        owner = open_as_owner(worked)
        query = "SELECT seq, body FROM event_payload WHERE body LIKE '%own note%' ORDER BY seq"
        (self.seq, _), *_ = owner.execute(query).fetchall()
        self.heads = [Head(row[0], row[-1]) for row in read_all(owner).headers]
        change_body(owner, self.seq, lambda body: body.replace("own note", "own word", 1))
        owner.execute(
            "UPDATE verdict SET rationale = replace(rationale, 'own note', 'own word') WHERE id = 1"
        )
        rechain(owner)
        leave(owner)
        owner.close()

    @property
    def last(self) -> Head:
        return self.heads[-1]

    def verify(self, *heads: Head, against: Path | None = None) -> Report:
        return verify_ledger(self.path, heads, against=against)


@pytest.fixture
def rewritten(worked: str, bundle: Path, tmp_path: Path) -> Rewritten:
    return Rewritten(worked, bundle, tmp_path)


def test_a_rewritten_log_holds_by_itself(rewritten: Rewritten) -> None:
    assert rewritten.verify().problems == []


class TestHead:
    """What heads alone can tell."""

    def test_one_head_tells_that_it_began_at_or_before_its_event(self, rewritten: Rewritten) -> None:
        (problem,) = rewritten.verify(rewritten.last).problems
        last = rewritten.last.seq
        assert (problem.kind, problem.where) == ("REWRITTEN", f"event {last}")
        assert f"The first event that differs lies at or before event {last};" in problem.what
        assert "--against" in problem.what

    def test_an_earlier_head_that_still_fits_narrows_it(self, rewritten: Rewritten) -> None:
        fitting = rewritten.heads[rewritten.seq - 3]
        (problem,) = rewritten.verify(rewritten.last, fitting).problems
        assert f"lies after event {fitting.seq}, which still fits, and at or before event" in problem.what

    def test_the_heads_before_and_at_it_name_it(self, rewritten: Rewritten) -> None:
        before, at = rewritten.heads[rewritten.seq - 2 : rewritten.seq]
        (problem,) = rewritten.verify(at, before).problems
        assert problem.where == f"event {rewritten.seq}"
        assert problem.what.endswith("so this is the first event that differs")

    def test_a_later_head_adds_nothing(self, rewritten: Rewritten) -> None:
        at = rewritten.heads[rewritten.seq - 1]
        first, second = rewritten.verify(at, rewritten.last).problems
        assert first.where == f"event {rewritten.seq}"
        assert f"as it must after event {rewritten.seq} was found rewritten" in second.what


class TestAgainst:
    """What an earlier export or copy tells."""

    @pytest.mark.parametrize("kept", ["bundle", "copy"])
    def test_it_names_the_first_event_that_differs_and_what_it_says_now(
        self, rewritten: Rewritten, kept: str
    ) -> None:
        where: Path = getattr(rewritten, kept)
        report = rewritten.verify(against=where)
        (problem,) = report.problems
        assert (problem.kind, problem.where) == ("REWRITTEN", f"event {rewritten.seq}")
        assert "this is the first event that differs: " in problem.what
        assert ", by mk, 2" in problem.what
        assert "own word" in problem.what
        assert f"{where} says" in problem.what
        assert not report.holds

    def test_a_bundle_can_be_compared_with_an_earlier_one(self, rewritten: Rewritten, tmp_path: Path) -> None:
        with reading(rewritten.path) as session:
            export_bundle(session, tmp_path / "later", confidential=True)
        assert verify_bundle(tmp_path / "later").problems == []
        (problem,) = verify_bundle(tmp_path / "later", against=rewritten.bundle).problems
        assert problem.where == f"event {rewritten.seq}"

    def test_a_log_that_only_went_on_fits(self, worked: str, bundle: Path, tmp_path: Path) -> None:
        from claims.store.queries.reviewer import add_reviewer
        from claims.store.transaction import writing

        with writing(worked, actor="mk", command="reviewer add") as session:
            add_reviewer(session, "xy", None)
        report = verify_ledger(worked, against=bundle)
        assert report.problems == []
        assert report.compared
        assert "unchanged" in report.remarks[-1]

    def test_a_log_that_was_cut_off_is_told_what_it_lacks(
        self, worked: str, owned: sqlite3.Connection, bundle: Path
    ) -> None:
        (last,) = owned.execute("SELECT max(seq) FROM event").fetchone()
        owned.execute("DELETE FROM event_payload WHERE seq = ?", (last,))
        owned.execute("DELETE FROM event WHERE seq = ?", (last,))
        owned.execute("DELETE FROM reviewer WHERE handle = 'jd'")
        leave(owned)
        owned.close()
        (problem,) = verify_ledger(worked, against=bundle).problems
        assert (problem.kind, problem.where) == ("TRUNCATED", f"event {last}")
        assert "goes on with reviewer 2 add (test), by mk" in problem.what

    def test_an_event_by_somebody_else_is_told_from_the_kept_one(
        self, worked: str, owned: sqlite3.Connection, bundle: Path
    ) -> None:
        owned.execute("UPDATE event SET actor_id = 2 WHERE noun = 'evidence'")
        rechain(owned)
        leave(owned)
        owned.close()
        (problem,) = verify_ledger(worked, against=bundle).problems
        assert ", by jd, " in problem.what.partition(", in ")[0]
        assert ", by mk, " in problem.what.partition(", in ")[2]

    def test_an_event_whose_payload_was_erased_since_is_the_same_event(
        self, worked: str, owned: sqlite3.Connection, bundle: Path
    ) -> None:
        owned.execute("UPDATE event_payload SET salt = NULL, body = NULL WHERE seq = 5")
        leave(owned)
        owned.close()
        assert "REWRITTEN" not in list_kinds(verify_ledger(worked, against=bundle))

    def test_a_kept_log_that_was_changed_itself_accuses_nobody(self, worked: str, bundle: Path) -> None:
        path = bundle / "events.jsonl"
        path.write_text(path.read_text("utf-8").replace("beat 3", "beat 9"), "utf-8")
        report = verify_ledger(worked, against=bundle)
        assert list_kinds(report) == {"KEPT"}
        assert list_places(report) == [str(bundle)]
        assert "was changed itself" in report.problems[0].what

    @pytest.mark.parametrize("name", ["nowhere", "empty", "note.txt"])
    def test_what_is_no_export_and_no_ledger_is_refused(self, worked: str, name: str, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        (tmp_path / "note.txt").write_text("no ledger", "utf-8")
        with pytest.raises(ClaimsError, match=name):
            verify_ledger(worked, against=tmp_path / name)


def test_the_command_names_the_event_and_ends_with_exit_code_1(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    desk("reviewer", "add", "jd")
    desk("--as", "mk", "export", "audit", str(tmp_path / "kept"))
    owner = open_as_owner(str(tmp_path / "claims.db"))
    change_body(owner, 3, lambda body: body.replace('"jd"', '"xx"'))
    owner.execute("UPDATE reviewer SET handle = 'xx' WHERE handle = 'jd'")
    rechain(owner)
    leave(owner)
    owner.close()
    assert desk("audit", "verify").code == 0
    done = desk("audit", "verify", "--against", str(tmp_path / "kept"))
    assert done.code == 1
    line = done.out.splitlines()[0]
    assert line.startswith("REWRITTEN  event 3: this is the first event that differs: reviewer 2 add")
    assert "handle is 'xx'" in line
    assert "says 'jd'" in line
    kept = json.loads((tmp_path / "kept" / "manifest.json").read_text("utf-8"))["head"]
    assert "at or before event 3" in desk("audit", "verify", "--head", kept).out
