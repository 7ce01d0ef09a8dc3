"""X07, P01, P02: a bundle is the same bytes every time, private, and holds what it may."""

import csv
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.audit.bundle import verify_bundle
from claims.audit.export import Exported, export_bundle
from claims.audit.head import Head, read_head
from claims.errors import FileRefused
from claims.store.transaction import reading
from tests.audit.forge import (
    INFORMANT,
    SECRET,
    Log,
    drop_line,
    list_places,
    read_rows,
    seal_again,
)
from tests.store.filled import TEXT as OTHER_TEXT


def export(path: str | Path, folder: Path, **options: Any) -> Exported:
    with reading(str(path)) as session:
        return export_bundle(session, folder, **options)


def list_files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class TestX07:
    """The same ledger gives the same bytes."""

    def test_exporting_twice_gives_the_same_bytes(self, worked: str, tmp_path: Path) -> None:
        first, second = export(worked, tmp_path / "one"), export(worked, tmp_path / "two")
        assert (first.head, first.sums) == (second.head, second.sums)
        names = list_files(tmp_path / "one")
        assert names == list_files(tmp_path / "two")
        for name in names:
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


class TestFolder:
    """Where a bundle goes: whole, private, and over nothing."""

    def test_only_its_owner_can_read_it(self, worked: str, tmp_path: Path) -> None:
        os.umask(os.umask(0o000))
        export(worked, tmp_path / "out")
        modes = {
            stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").rglob("*") if path.is_file()
        }
        folders = [tmp_path / "out", *(path for path in (tmp_path / "out").rglob("*") if path.is_dir())]
        assert modes == {0o600}
        assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}

    def test_an_empty_folder_is_filled_and_a_full_one_refused(self, worked: str, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        export(worked, tmp_path / "out")
        before = list_files(tmp_path / "out")
        with pytest.raises(FileRefused, match="not empty"):
            export(worked, tmp_path / "out")
        assert list_files(tmp_path / "out") == before

    def test_a_failure_leaves_nothing(self, worked: str, owned: Any, tmp_path: Path) -> None:
        owned.execute("UPDATE tag SET name = CAST(x'ff' AS TEXT) WHERE id = 1")
        with pytest.raises(Exception, match="damaged"):
            export(worked, tmp_path / "out")
        assert [path for path in tmp_path.iterdir() if "out" in path.name] == []

    def test_a_folder_in_no_folder_is_refused(self, worked: str, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match="no such folder"):
            export(worked, tmp_path / "none" / "out")


def sweep(folder: Path, needle: str) -> list[str]:
    """Return the files that hold a text, as it is or as JSON or HTML writes it."""
    written = {needle, json.dumps(needle)[1:-1], needle.replace("'", "&#39;")}
    return [
        name
        for name in list_files(folder)
        if any(one in (folder / name).read_text("utf-8") for one in written)
    ]


class TestP01:
    """What is confidential leaves the desk only when somebody says so."""

    def test_a_confidential_source_is_nowhere_in_a_bundle(self, worked: str, tmp_path: Path) -> None:
        done = export(worked, tmp_path / "out")
        for needle in (SECRET, INFORMANT, "schon im Februar fertig"):
            assert sweep(tmp_path / "out", needle) == []
        assert done.withheld == 2
        report = verify_bundle(tmp_path / "out")
        assert report.problems == []
        assert report.withheld == 2

    def test_it_is_there_when_it_is_asked_for(self, worked: str, tmp_path: Path) -> None:
        done = export(worked, tmp_path / "out", confidential=True)
        assert done.withheld == 0
        assert f"texts/{hashlib.sha256(SECRET.encode()).hexdigest()}.txt" in sweep(tmp_path / "out", SECRET)

    def test_no_text_comes_along_when_texts_are_left_out(self, worked: str, tmp_path: Path) -> None:
        export(worked, tmp_path / "out", texts=False)
        assert sweep(tmp_path / "out", OTHER_TEXT) == []
        assert not (tmp_path / "out" / "texts").exists()
        assert verify_bundle(tmp_path / "out").problems == []


class TestArticle:
    """An export that is limited to some articles."""

    def test_what_concerns_another_article_is_withheld(self, worked: str, tmp_path: Path) -> None:
        done = export(worked, tmp_path / "out", article_ids=[2])
        assert sweep(tmp_path / "out", OTHER_TEXT) == []
        assert sweep(tmp_path / "out", "R1 erschien") == []
        assert sweep(tmp_path / "out", "Nordbrücke wurde")
        assert 0 < done.withheld < done.events
        report = verify_bundle(tmp_path / "out", [read_head(done.head or "")])
        assert report.problems == []
        assert report.withheld == done.withheld

    def test_its_own_import_and_decisions_are_shown(self, worked: str, tmp_path: Path) -> None:
        export(worked, tmp_path / "out", article_ids=[2])
        lines = (tmp_path / "out" / "events.jsonl").read_text("utf-8").splitlines()
        shown = {(event["noun"], event["action"]) for event in map(json.loads, lines) if event["payload"]}
        assert {("article", "import"), ("article", "suggest"), ("mention", "accept")} <= shown
        assert ("tag", "add") not in shown

    def test_a_row_that_was_removed_is_still_named(self, worked: str, tmp_path: Path) -> None:
        export(worked, tmp_path / "out", article_ids=[2])
        drop_line(tmp_path / "out" / "tables" / "mention.csv", 1)
        seal_again(tmp_path / "out")
        assert list_places(verify_bundle(tmp_path / "out"), "STATE") == ["mention 2"]

    def test_every_recorded_table_is_in_scope_or_left_out_on_purpose(self) -> None:
        from claims.audit.mirror import list_mirrors
        from claims.audit.query import read_sql

        filled = {
            name
            for name in list_mirrors()
            if f"INTO temp.scope_{name}\n" in _split(read_sql("scope_articles"))
        }
        assert set(list_mirrors()) - filled == {"article", "import_reject", "source_claim"}


def _split(script: str) -> str:
    return script.replace(" SELECT", "\nSELECT")


class TestForm:
    """What other programs read."""

    def test_the_tables_are_csv_as_others_read_it(self, bundle: Path, worked: str) -> None:
        with (bundle / "tables" / "verdict.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        there = read_rows(worked, "SELECT id, rationale FROM verdict ORDER BY id")
        assert [(int(row["id"]), row["rationale"]) for row in rows] == list(there)

    def test_the_texts_lie_under_the_hash_of_their_bytes(self, bundle: Path) -> None:
        for path in (bundle / "texts").iterdir():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem

    def test_the_pages_load_and_run_nothing(self, bundle: Path) -> None:
        for path in [bundle / "README.html", *(bundle / "articles").iterdir()]:
            page = path.read_text("utf-8")
            assert "default-src 'none'" in page
            assert "<script" not in page
            assert "http-equiv" in page

    def test_hostile_text_is_shown_and_does_nothing(self, worked: str, owned: Any, tmp_path: Path) -> None:
        evil = "<script>alert(1)</script>\x1b[2J\u202eevil"
        owned.execute("UPDATE article SET outlet = ?", (evil,))
        owned.execute("UPDATE correction SET reason = ?", (evil,))
        export(worked, tmp_path / "out")
        for path in (tmp_path / "out").rglob("*.html"):
            page = path.read_text("utf-8")
            assert "<script" not in page
            assert "\x1b" not in page
            assert "\u202e" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;\\x1b[2J\\u202eevil" in (
            tmp_path / "out" / "README.html"
        ).read_text("utf-8")

    def test_the_readme_tells_verdicts_with_reasons_and_evidence_and_the_head(
        self, bundle: Path, kept_log: Log
    ) -> None:
        page = (bundle / "README.html").read_text("utf-8")
        assert str(Head(len(kept_log.headers), kept_log.headers[-1][-1])) in page
        for told in ("The lab&#39;s own note says so.", "20 January 2025", "Wrong month.", "sha256sum -c"):
            assert told in page


class TestCommand:
    """What the auditor does."""

    def test_export_prints_the_head_and_verify_takes_it(
        self, desk: Callable[..., Any], tmp_path: Path
    ) -> None:
        done = desk("export", "audit", "out")
        assert (done.code, done.out.count("\n")) == (0, 1)
        (tmp_path / "claims.db").unlink()
        kept = desk("audit", "verify", "out", "--head", done.out.strip())
        assert kept.code == 0
        assert kept.out.strip().endswith(f"head {done.out.strip()}")

    def test_an_edited_bundle_ends_with_exit_code_1_and_the_file(
        self, desk: Callable[..., Any], tmp_path: Path
    ) -> None:
        desk("export", "audit", "out")
        (tmp_path / "out" / "README.html").write_text("all is well", "utf-8")
        done = desk("audit", "verify", "out")
        assert done.code == 1
        assert done.out.splitlines()[0] == "FILE  README.html: was edited"

    def test_a_folder_that_is_there_is_refused(self, desk: Callable[..., Any], tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine.txt").write_text("mine", "utf-8")
        done = desk("export", "audit", "out")
        assert done.code == 2
        assert "not empty" in done.err
        shutil.rmtree(tmp_path / "out")
        assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("claims.db")] == []
