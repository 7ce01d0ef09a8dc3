"""Deciding by spreadsheet: what goes out, what may come back, and that a bad row stops all of it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.annotate.review_sample import ask, get, list_states, set_up


@pytest.fixture
def read(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    return set_up(desk, tmp_path)


def decide(run: Callable[..., Any], text: str | bytes, *options: str) -> Any:
    raw = text if isinstance(text, bytes) else text.encode()
    Path("sheet.csv").write_bytes(raw)
    return run("mention", "decide", "--from", "sheet.csv", *options)


def test_a_sheet_goes_out_with_empty_decisions_and_corrections(read: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(read("mention", "sheet").out)))
    assert [row["id"] for row in rows] == ["m1", "m2", "m3", "m4", "m5"]
    assert {row[name] for row in rows for name in ("decision", "value", "subject", "note")} == {""}
    assert rows[0]["claim"] == "DeepSeek-R1 · released · Januar 2025"
    assert rows[0]["sentence"] == "DeepSeek-R1 erschien im Januar 2025."


def test_a_sheet_comes_back_as_it_went_out_and_decides_nothing(read: Any) -> None:
    assert read("mention", "sheet", "-o", "sheet.csv", "--dialect", "excel-de").code == 0
    ran = read("mention", "decide", "--from", "sheet.csv", "--json")
    assert ran.json == {"accepted": 0, "rejected": 0, "edited": 0, "unchanged": 0, "left_open": 5}
    assert set(list_states(read).values()) == {"suggested"}


def test_a_sheet_is_filled_in_and_applied(read: Any) -> None:
    read("mention", "sheet", "-o", "sheet.csv", "--dialect", "excel-de")
    lines = Path("sheet.csv").read_text("utf-8-sig").splitlines()
    words = iter(["y", "n", "annehmen", "ABLEHNEN", ""])
    filled = [lines[0], *(line.replace(";;", f";{next(words)};", 1) for line in lines[1:])]
    ran = decide(read, "\ufeff" + "\r\n".join(filled))
    assert ran.out == "2 accepted (0 corrected), 2 rejected, 0 so already, 1 left open\n"
    assert list(list_states(read).values()) == ["accepted", "rejected", "accepted", "rejected", "suggested"]


def test_a_cell_that_differs_corrects_the_claim_and_the_note_is_kept(read: Any) -> None:
    ran = decide(
        read, "id,decision,value,qualifiers,note\nm1,y,20. Januar 2025,place=China,the maker says so\n"
    )
    assert ran.out.startswith("1 accepted (1 corrected)")
    mention = get(read, "m1")
    assert (mention["value"]["edtf"], mention["qualifiers"]) == ("2025-01-20", {"place": "China"})
    assert ask(read, "SELECT note FROM decision") == [["the maker says so"]]


def test_a_decimal_comma_is_read_as_the_article_writes_it(read: Any) -> None:
    assert decide(read, "id;decision;value\nm3;j;5,2 Tausend\n").code == 0
    assert get(read, "m3")["value"]["amount"] == "5200"


def test_the_list_of_mentions_is_a_sheet_once_it_has_decisions(read: Any) -> None:
    lines = read("mention", "list", "--format", "csv").out.splitlines()
    sheet = "\n".join([lines[0] + ",decision", *(line + ",y" for line in lines[1:])])
    assert decide(read, sheet).out.startswith("5 accepted (0 corrected)")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_spreadsheets_file_is_read(read: Any, encoding: str, mark: str) -> None:
    text = f"id{mark}decision{mark}value{mark}note\r\nm2{mark}y{mark}Köln Kodierung{mark}“schön”\r\n"
    assert decide(read, text.encode(encoding)).code == 0
    assert get(read, "m2")["value"]["label"] == "Köln Kodierung"


def test_excels_line_about_its_delimiter_is_passed_over(read: Any) -> None:
    assert decide(read, "sep=;\nid;entscheidung\nm1;ja\n").code == 0
    assert get(read, "m1")["state"] == "accepted"


def test_all_bad_rows_are_named_and_nothing_is_applied(read: Any) -> None:
    ran = decide(
        read,
        "id,decision,value,predicate\nm1,y,,\nm99,y,,\nm2,perhaps,,\nm1,n,,\nm3,y,many,\nm4,,Nobody,\n"
        "x,y,,\nm5,n,2030,\n",
    )
    assert ran.code == 2
    said = ran.err.splitlines()
    assert [line.partition(": ")[0] for line in said[:-1]] == [
        f"sheet.csv, line {line}, column {column!r}"
        for line, column in [
            (3, "id"),
            (4, "decision"),
            (5, "id"),
            (6, "value"),
            (7, "decision"),
            (8, "id"),
            (9, "decision"),
        ]
    ]
    assert said[-1] == "claims: sheet.csv: 7 of 8 rows cannot be used; nothing was applied"
    assert set(list_states(read).values()) == {"suggested"}
    assert ask(read, "SELECT count(*) FROM decision") == [[0]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("id,value\nm1,2025\n", "no column 'decision'"),
        ("decision\ny\n", "no column 'id'"),
        ("id,desicion,decision\nm1,y,y\n", "unknown column 'desicion'"),
        ("id,decision,ID\nm1,y,m1\n", "'id' is there twice"),
        ("id,decision\nm1,y,y\n", "line 2: more cells"),
        ('id,decision\nm1,"y\n', "not readable as CSV"),
        ("id,decision\nm1,y\0\n", "NUL"),
        (b"id,decision,note\nm1,y,\x81\x8d\n", "neither UTF-8 nor cp1252"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(read: Any, text: str | bytes, said: str) -> None:
    ran = decide(read, text)
    assert ran.code == 2
    assert said in ran.err
    assert set(list_states(read).values()) == {"suggested"}


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_sheet_that_cannot_be_opened_is_named(read: Any, name: str) -> None:
    ran = read("mention", "decide", "--from", name)
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_a_sheet_does_not_overrule_what_was_decided_since(read: Any) -> None:
    read("mention", "sheet", "-o", "sheet.csv")
    read("mention", "reject", "m1")
    filled = Path("sheet.csv").read_text("utf-8").replace("m1,,", "m1,y,")
    ran = decide(read, filled)
    assert "m1 was suggested when the sheet was written and is rejected by now" in ran.err
    assert get(read, "m1")["state"] == "rejected"


def test_a_sheet_does_not_decide_on_what_a_mention_no_longer_claims(read: Any) -> None:
    read("mention", "sheet", "-o", "sheet.csv")
    read("mention", "retype", "m1", "--value", "2030")
    ran = decide(read, Path("sheet.csv").read_text("utf-8").replace("m1,,", "m1,y,"))
    assert "write the sheet anew" in ran.err


def test_a_replaced_text_is_named(read: Any, tmp_path: Path) -> None:
    text = (tmp_path / "t.txt").read_text("utf-8")
    (tmp_path / "t.txt").write_text("Vorab. " + text, "utf-8")
    read("import", "t.txt")
    ran = decide(read, "id,decision\nm1,y\n")
    assert "m1 stands in a text that was replaced since (revision 1)" in ran.err


def test_a_trial_decides_nothing(read: Any) -> None:
    assert decide(read, "id,decision\nm1,y\n", "--dry-run").out.startswith("would be: 1 accepted")
    assert get(read, "m1")["state"] == "suggested"


def test_what_was_so_already_is_counted_apart(read: Any) -> None:
    decide(read, "id,decision\nm1,y\n")
    assert decide(read, "id,decision\nm1,y\nm2,y\n").out.startswith(
        "1 accepted (0 corrected), 0 rejected, 1 so"
    )


def test_a_cell_of_a_formula_is_kept_from_running(read: Any, tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text("=1+1 DeepSeek-R1 erschien im Januar 2025.", "utf-8")
    read("import", "f.txt", "--language", "de")
    read("suggest")
    rows = list(csv.DictReader(io.StringIO(read("mention", "sheet", "--article", "f.txt").out)))
    assert rows
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
