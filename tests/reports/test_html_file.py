"""Writing the report: the file appears whole or not at all, and the ledger is asked a fixed number of times."""

import os
from pathlib import Path

import pytest
from sqlalchemy import event

from claims.errors import OptionRefused
from claims.reports.html import Report, write_report
from claims.store.transaction import reading
from tests.reports.factory import Said, fill, parse, released, report
from tests.reports.samples import ARTICLES, SAID, SENTENCES


def test_a_language_without_words_is_refused(ledger: str, tmp_path: Path) -> None:
    with reading(ledger) as session, pytest.raises(OptionRefused, match=r"'fr'.*en, de"):
        write_report(session, tmp_path / "report.html", title="", language="fr")
    assert not (tmp_path / "report.html").exists()


def test_the_report_says_what_it_wrote(ledger: str, tmp_path: Path) -> None:
    fill(ledger, tmp_path, ARTICLES, SAID)
    path = tmp_path / "report.html"
    with reading(ledger) as session:
        assert write_report(session, path, title="x") == Report(path, 3, 6, 1)


def test_a_report_that_fails_leaves_the_old_one_and_nothing_beside_it(ledger: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "report.html").mkdir()
    with reading(ledger) as session, pytest.raises(OSError, match=r"report\.html"):
        write_report(session, folder / "report.html", title="x")
    assert [one.name for one in folder.iterdir()] == ["report.html"]


def test_a_report_replaces_the_file_that_others_have_open(ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old", "utf-8")
    with path.open(encoding="utf-8") as reader, reading(ledger) as session:
        write_report(session, path, title="x")
        assert reader.read() == "old"
    assert parse(path).one("title").text == "x"


def test_a_report_is_readable_for_those_whom_the_umask_lets(ledger: str, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        report(ledger, tmp_path / "report.html")
    finally:
        os.umask(before)
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o640


def count_queries(url: str, path: Path) -> int:
    seen: list[str] = []
    with reading(url) as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *call: seen.append(call[2]))
        write_report(session, path, title="x")
    return len(seen)


def test_the_number_of_queries_does_not_grow_with_the_ledger(
    ledger: str, empty_ledger: Path, tmp_path: Path
) -> None:
    small = tmp_path / "small.db"
    small.write_bytes(empty_ledger.read_bytes())
    fill(str(small), tmp_path, ARTICLES, SAID, SENTENCES)
    many = [
        {"id": f"x{n}", "title": f"Title {n}", "text": f"Tidebot {n // 2} was released in {2000 + n % 2}."}
        for n in range(1200)
    ]
    said = [
        Said(
            f"x{n}",
            f"Tidebot {n // 2} was released in {2000 + n % 2}",
            released(f"Tidebot {n // 2}", str(2000 + n % 2)),
        )
        for n in range(1200)
    ]
    fill(ledger, tmp_path, many, said)
    expected = count_queries(str(small), tmp_path / "small.html")
    assert 5 < expected < 25
    assert count_queries(ledger, tmp_path / "large.html") == expected
    assert len(parse(tmp_path / "large.html").all("section", "finding")) == 600
