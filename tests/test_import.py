"""Importing: what is new, what changed, what was there, and what happens to bad records."""

import json
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "DeepSeek-R1 erschien im Januar 2025. Das Modell stammt aus Hangzhou."


def dump(folder: Path) -> dict[str, list[Any]]:
    connection = sqlite3.connect(folder / "claims.db")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    return found


def write(folder: Path, name: str, *rows: dict[str, Any]) -> str:
    path = folder / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return name


def test_the_same_file_twice_leaves_the_ledger_as_it_was(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    desk("import", "a.txt")
    before = dump(tmp_path)
    assert desk("import", "a.txt").out == "0 imported, 0 revised, 1 unchanged\n"
    assert dump(tmp_path) == before


def test_a_changed_text_becomes_a_further_revision(desk: Callable[..., Any], tmp_path: Path) -> None:
    row = {"id": "x", "url": "https://example.org/x", "text": TEXT, "published": "2025-02-01"}
    desk("import", write(tmp_path, "a.jsonl", row))
    done = desk(
        "import", write(tmp_path, "a.jsonl", row | {"text": TEXT.replace("Januar", "Februar")}), "--json"
    ).json
    assert (done["revised"], done["articles"][0]["revision"], done["articles"][0]["status"]) == (
        1,
        2,
        "revised",
    )
    assert [row[1] for row in dump(tmp_path)["revision"]] == [1, 2]


def test_an_article_is_the_same_by_id_before_url_before_path(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    write(tmp_path, "a.jsonl", {"id": "x", "url": "https://example.org/1", "text": TEXT})
    desk("import", "a.jsonl")
    write(tmp_path, "b.jsonl", {"id": "x", "url": "https://example.org/2", "text": TEXT})
    assert desk("import", "b.jsonl", "--json").json["unchanged"] == 1
    write(tmp_path, "c.jsonl", {"url": "https://example.org/3", "text": TEXT})
    desk("import", "c.jsonl")
    write(tmp_path, "d.jsonl", {"url": "https://example.org/3", "text": TEXT})
    assert desk("import", "d.jsonl", "--json").json["unchanged"] == 1


def test_two_files_of_one_name_are_not_taken_for_one_article(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"{TEXT} {folder}", "utf-8")
    ran = desk("import", "a/x.txt", "b/x.txt")
    assert ran.code == 2
    assert "b/x.txt: known as 'x.txt', as is a/x.txt" in ran.err


def test_what_an_import_says_anew_about_an_article_is_taken_over(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    desk("import", "a.txt")
    assert (
        desk("import", "a.txt", "--outlet", "Deichbote", "--published", "2025-02-01", "--json").json[
            "unchanged"
        ]
        == 1
    )
    [article] = desk("article", "list", "--json").json
    assert (article["outlet"], article["published"], article["revision"]) == ("Deichbote", "2025-02-01", 1)


def test_a_bad_row_keeps_its_whole_file_out_and_no_other(desk: Callable[..., Any], tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": TEXT} for n in range(2500)]
    bad = random.Random(7).randrange(2500)
    rows[bad] = {"id": str(bad), "text": 5}
    write(tmp_path, "bad.jsonl", *rows)
    write(tmp_path, "good.jsonl", {"id": "good", "text": TEXT})
    ran = desk("import", "bad.jsonl", "good.jsonl", "--json")
    assert ran.code == 2
    assert f"bad.jsonl, line {bad + 1}" in ran.err
    assert (ran.json["imported"], ran.json["rejected"]) == (1, 1)
    assert [row[2] for row in dump(tmp_path)["article"]] == ["good"]


def test_bad_rows_can_be_set_aside(desk: Callable[..., Any], tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"id": str(n), "text": TEXT} for n in range(1200)]
    rows[700] = {"id": "700"}
    write(tmp_path, "feed.jsonl", *rows)
    ran = desk("import", "feed.jsonl", "--rejects", "rejects.csv", "--json")
    assert (ran.code, ran.json["imported"], ran.json["rejected"]) == (0, 1199, 1)
    header, reject = (tmp_path / "rejects.csv").read_text("utf-8").splitlines()
    assert header == "path,line,column,reason"
    assert reject.startswith("feed.jsonl,701,")
    assert len(dump(tmp_path)["import_reject"]) == 1


def test_a_dry_run_says_what_would_happen_and_changes_nothing(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    before = dump(tmp_path)
    assert desk("import", "a.txt", "--dry-run").out == "1 would be imported, 0 revised, 0 unchanged\n"
    assert dump(tmp_path) == before


def test_undated_articles_are_named_on_stderr(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    ran = desk("import", "a.txt")
    assert "1 without a publication date: a.txt" in ran.err
    assert desk("import", "a.txt", "--quiet").err == ""


def test_the_language_is_recognised(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(TEXT * 3, "utf-8")
    (tmp_path / "en.txt").write_text(
        "The model was released in January and it is used by the company. " * 2, "utf-8"
    )
    desk("import", "de.txt", "en.txt")
    assert [row["language"] for row in desk("article", "list", "--json").json] == ["de", "en"]


def test_metadata_come_from_a_table(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "meta.csv").write_text(
        "file,outlet,published\na.txt,Deichbote,2025-02-03\nz.txt,Nobody,\n", "utf-8"
    )
    ran = desk("import", "a.txt", "--meta", "meta.csv")
    assert "no article for the row 'z.txt'" in ran.err
    [article] = desk("article", "list", "--json").json
    assert (article["outlet"], article["published"]) == ("Deichbote", "2025-02-03")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.txt", None, "none.txt"),
        ("folder", "dir", "folder"),
        ("nul.txt", b"a\x00b", "nul.txt"),
        ("odd.txt", b"\x81\x8d\x8f", "odd.txt"),
        ("bad.jsonl", b'{"text": "a"}\n{"text": \n', "bad.jsonl, line 2"),
        ("no.csv", b"title,date\na,b\n", "text"),
        ("x.pdf", b"%PDF", "x.pdf"),
        ("twice.jsonl", b'{"text": "a", "text": "b"}\n', "twice.jsonl, line 1"),
        ("nan.jsonl", b'{"text": NaN}\n', "nan.jsonl, line 1"),
    ],
)
def test_bad_input_is_named_and_nothing_is_kept(
    desk: Callable[..., Any], tmp_path: Path, name: str, content: bytes | str | None, said: str
) -> None:
    if content == "dir":
        (tmp_path / name).mkdir()
    elif isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    before = dump(tmp_path)
    ran = desk("import", name)
    assert ran.code == 2
    assert said in ran.err
    assert "\n" not in ran.err.strip()
    assert dump(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"id,text\n"])
def test_a_file_of_no_rows_is_no_error(desk: Callable[..., Any], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "none.csv").write_bytes(content)
    ran = desk("import", "none.csv")
    assert ran.code == 0
    assert "0 rows" in ran.err


def test_an_unknown_column_is_mapped_by_option(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'nr;body\n1;"{TEXT}"\n', "utf-8")
    assert desk("import", "a.csv", "--map", "text=body", "--map", "id=nr").code == 0
    assert desk("article", "list", "--json").json[0]["external_id"] == "1"


@pytest.mark.slow
def test_one_bad_row_in_a_hundred_thousand(desk: Callable[..., Any], tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"id": str(n), "text": f"Satz {n}."} for n in range(100_000)]
    rows[random.Random(3).randrange(100_000)] = {"id": "bad", "text": ""}
    write(tmp_path, "feed.jsonl", *rows)
    assert desk("import", "feed.jsonl").code == 2
    assert dump(tmp_path)["article"] == []
    assert desk("import", "feed.jsonl", "--rejects", "r.csv", "--json").json["imported"] == 99_999
