"""Rows for other programs: exact where it can be, harmless where a spreadsheet would run them."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import FileRefused
from claims.reports.run_write import (
    EXCEL_DE,
    PLAIN,
    TABBED,
    Dialect,
    guard,
    write_csv,
    write_file,
    write_json,
    write_jsonl,
    write_markdown,
)
from claims.reports.table_html import write_html

DDE = "=cmd|' /C calc'!A0"
CELLS = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"])),
)


def as_csv(rows: list[list[Any]], dialect: Dialect = PLAIN, *, raw: bool = False) -> str:
    stream = io.StringIO(newline="")
    write_csv(stream, [f"c{place}" for place in range(len(rows[0]))], rows, dialect, raw=raw)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        (DDE, "'" + DDE),
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-2+3+cmd", "'-2+3+cmd"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1+x", "'－1+x"),
        ("＠x", "'＠x"),
        (" =1", " '=1"),
        ("\u00a0=1", "\u00a0'=1"),
        ("\t=1", "\t'=1"),
        ("\tx", "'\tx"),
        ("\nx", "'\nx"),
        ("x\n=1", "x\n'=1"),
        ("x,=1", "x,'=1"),
        ("x;=1", "x;'=1"),
        ("x\t=1", "x\t'=1"),
        ('x"=1', "x\"'=1"),
        ('",=1', "\",'=1"),
        ("x|@y", "x|'@y"),
        ("x; ＝1", "x; '＝1"),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str, guarded: str) -> None:
    assert guard(cell) == guarded


@pytest.mark.parametrize(
    "cell",
    [
        "-5",
        "+5",
        "-5,6",
        "-5.6",
        "-1.204.000,50",
        "-5e-3",
        "0",
        "E-Mail",
        "a=b",
        "1-2",
        "a@b.de",
        "5 - 3",
        "„=“",
    ],
)
def test_plain_numbers_and_plain_words_stay_as_they_are(cell: str) -> None:
    assert guard(cell) == cell


@given(st.text(alphabet="=+-@＝＋ ,;|\"\t\n\r'a1.", max_size=30), st.sampled_from(",;\t|"))
def test_no_cell_of_a_guarded_file_begins_with_a_formula_whatever_the_delimiter(
    text: str, delimiter: str
) -> None:
    written = as_csv([["x", text, "y"]])
    for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter):
        for cell in row:
            bare = cell.strip(" \"\t\r\n'")
            if cell.strip(' "')[:1] in tuple("=@＝＋－＠+-"):
                assert bare.replace(",", "").replace(".", "").lstrip("+-").isdigit()


def test_a_guard_takes_no_longer_for_hostile_text() -> None:
    for piece in ("\n", " ", "\n ", ";", "; ", "=", "\u00a0"):
        assert len(guard(piece * 300_000)) >= 300_000


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_a_raw_file_holds_exactly_what_the_ledger_holds(rows: list[list[Any]]) -> None:
    read = list(csv.reader(io.StringIO(as_csv(rows, raw=True), newline="")))
    assert read[1:] == [["" if cell is None else str(cell) for cell in row] for row in rows]


def test_control_and_bidi_characters_are_shown_unless_raw() -> None:
    assert as_csv([["a\x1b[2Jb\u202ec"]]) == "c0\na\\x1b[2Jb\\u202ec\n"
    assert as_csv([["a\x1b[2Jb\u202ec"]], raw=True) == "c0\na\x1b[2Jb\u202ec\n"


def test_german_excel_gets_its_byte_order_mark_semicolons_decimal_commas_and_line_ends() -> None:
    written = as_csv([[0.5, -5, "Ä;b", None, "-5", -0.25]], EXCEL_DE).encode()
    assert written == '\ufeffc0;c1;c2;c3;c4;c5\r\n0,5;-5;"Ä;b";;-5;-0,25\r\n'.encode()


def test_tab_separated_rows_are_guarded_too() -> None:
    assert as_csv([["=1", "b"]], TABBED) == "c0\tc1\n'=1\tb\n"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_json_says_exactly_what_the_ledger_holds_in_printable_characters(rows: list[list[Any]]) -> None:
    whole, lines = io.StringIO(), io.StringIO()
    write_json(whole, ["a", "b"], rows)
    write_jsonl(lines, ["a", "b"], rows)
    infinite = {float("inf"): "inf", float("-inf"): "-inf"}
    wanted = [dict(zip("ab", [infinite.get(cell, cell) for cell in row], strict=True)) for row in rows]
    assert json.loads(whole.getvalue()) == wanted
    assert [json.loads(line) for line in lines.getvalue().split("\n")[:-1]] == wanted
    assert all(line.isprintable() for line in whole.getvalue().split("\n"))


def test_markdown_keeps_a_row_in_a_line_and_its_marks_literal() -> None:
    stream = io.StringIO()
    write_markdown(stream, ["a", "b"], [["x|y\nz", None], ["<b>*1*</b>", 2]])
    assert stream.getvalue() == "| a | b |\n| --- | --- |\n| x\\|y⏎z |  |\n| \\<b\\>\\*1\\*\\</b\\> | 2 |\n"


HARMLESS = {"html", "head", "meta", "title", "style", "body", "h1", "p", "div", "table", "thead", "tbody"} | {
    *("tr", "th", "td", "dl", "dt", "dd")
}


class Page(HTMLParser):
    """What tags and attributes a page has, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.mark.parametrize(
    "payload",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table><iframe src=//x>", '" onmouseover="x',
     "javascript:alert(1)", "{{ 7 * 7 }}", "{% for x in y %}", "&lt;b&gt;", "<!--", "]]>", "\u202egnp.exe", "\x1b[2J"],
)  # fmt: skip
def test_a_page_shows_hostile_text_and_does_nothing(payload: str) -> None:
    stream = io.StringIO()
    write_html(stream, [(payload, payload), ("n", "")], [[payload, 5]], title=payload, lines=[payload])
    page = Page(stream.getvalue())
    tags = {tag for tag, _ in page.tags}
    assert tags <= HARMLESS
    assert not any(
        name.startswith(("on", "src", "href")) for _, attributes in page.tags for name in attributes
    )
    shown = payload.replace("\u202e", "\\u202e").replace("\x1b", "\\x1b")
    assert page.said.count(shown) == 7
    policy = next(found["content"] for tag, found in page.tags if tag == "meta" and "http-equiv" in found)
    assert str(policy).startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_texts_beside_many_columns_become_paragraphs_with_the_quote_marked_in_its_sentence() -> None:
    columns = [("no", ""), ("sentence", ""), ("quote", ""), *((f"c{n}", "") for n in range(7))]
    sentence = "Davor steht etwas. Die Lenzbrücke wurde im Mai 2020 nach langer Zeit eröffnet, hieß es."
    quote = "Die Lenzbrücke wurde im Mai 2020 nach langer Zeit eröffnet, hieß es"
    stream = io.StringIO()
    write_html(stream, columns, [[1, sentence, quote, "x", None, None, None, None, None, 0.5]], title="t")
    page = stream.getvalue()
    assert f"Davor steht etwas. <mark>{quote}</mark>.</p>" in page
    assert page.count(quote) == 1
    assert "<b>no</b> 1 · <b>c0</b> x · <b>c6</b> 0.5" in page
    assert "<table>" not in page


def test_few_columns_stay_a_table_whatever_their_length() -> None:
    stream = io.StringIO()
    write_html(stream, [("a", ""), ("b", "")], [["x" * 200, "y" * 200]], title="t")
    assert Page(stream.getvalue()).said.count("x" * 200) == 1
    assert '<td class="long">' in stream.getvalue()


def test_a_page_without_rows_says_so() -> None:
    stream = io.StringIO()
    write_html(stream, [("a", "")], [], title="t")
    assert "No rows." in Page(stream.getvalue()).said


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("before")

    def fail(stream: Any) -> None:
        stream.write("half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_file(path, fail)
    assert path.read_text() == "before"
    write_file(path, lambda stream: [stream.write("after\r\n")][0] and None)
    assert path.read_bytes() == b"after\r\n"
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]


def test_a_file_in_a_missing_folder_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="does not exist"):
        write_file(tmp_path / "no" / "x.csv", lambda _: None)
    with pytest.raises(FileRefused, match="is a folder"):
        write_file(tmp_path, lambda _: None)
