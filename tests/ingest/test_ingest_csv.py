"""Tables as desks export them come back cell for cell, and a bad row does not spoil the next."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest_samples import read_all, read_articles, read_one, read_refusal, write

from claims.errors import FileRefused, RowRefused
from claims.ingest.metadata import ReadOptions

CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12) | st.text(
    ',;\t|"\r\n ab', max_size=12
)
TEXT = CELL.map(lambda cell: "x" + cell)


def keep(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n"))


@given(
    rows=st.lists(st.tuples(TEXT, CELL), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_table_that_csv_writes_comes_back(
    tmp_path: Path, rows: list[tuple[str, str]], delimiter: str, ending: str, codec: str
) -> None:
    written = io.StringIO(newline="")
    # Python's writer leaves "\n" unquoted where "\r" ends the lines, and no reader could tell them apart.
    quoting = csv.QUOTE_ALL if ending == "\r" else csv.QUOTE_MINIMAL
    writer = csv.writer(written, delimiter=delimiter, lineterminator=ending, quoting=quoting)
    writer.writerows([("text", "note"), *rows])
    path = write(tmp_path, "a.csv", written.getvalue().encode(codec))
    assert [article.text for article in read_articles(path)] == [keep(text) for text, _ in rows]


WORDS = st.lists(
    st.sampled_from(["Spaß“", "„größer“", "CSÜ–", "5 €", 'das "eine"', ";", "\r\n", "ab ", "süß…", "HÖ–"])
)


@given(rows=st.lists(WORDS.map(lambda words: "x" + "".join(words)), min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_windows_1252_table_comes_back_or_is_refused(tmp_path: Path, rows: list[str]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows([("text", "note"), *((row, "n") for row in rows)])
    outcomes = read_all(write(tmp_path, "a.csv", written.getvalue().encode("cp1252")))
    assert len(outcomes) == len(rows)
    for outcome, row in zip(outcomes, rows, strict=True):
        assert isinstance(outcome, RowRefused) or outcome.text == keep(row)


def test_a_row_knows_the_line_it_starts_on(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'text,id\r\n"a\r\nb\r\n",1\r\n\r\nc,2\r\n"d\re",3\n')
    assert [article.line for article in read_articles(path)] == [2, 6, 7]


def test_a_lone_carriage_return_in_a_cell_is_part_of_it(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'id,text\n1,a\rb\n2,"c\rd"\n')
    assert [article.text for article in read_articles(path)] == ["a\nb", "c\nd"]


def test_delimiters_inside_quotes_are_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'text,id\n"1,2;3\t4|5 ""six""",7\n')
    assert read_one(path).text == '1,2;3\t4|5 "six"'


def test_a_quote_inside_an_unquoted_cell_is_text(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.csv", 'text,id\nA 5" disk,1\n')).text == 'A 5" disk'


def test_the_delimiter_is_the_one_that_shows_known_columns(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Text;a,b,c,d;ID\nx;1,2;7\n")
    assert read_one(path).external_id == "7"


def test_a_single_column_is_a_table(tmp_path: Path) -> None:
    assert [a.text for a in read_articles(write(tmp_path, "a.csv", "text\nx\ny\n"))] == ["x", "y"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("x", "1 cells where the header has 2"),
        ("x,1,2", "3 cells where the header has 2"),
        ('"x" y,1', "not valid CSV"),
        (",1", "empty"),
        ("x,", "blank"),
    ],
)
def test_a_bad_row_is_named_and_the_next_is_read(tmp_path: Path, row: str, reason: str) -> None:
    outcomes = read_all(write(tmp_path, "a.csv", f"text,id\nfine,1\n{row}\nfine,3\n"))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [False, True, False]
    assert isinstance(outcomes[1], RowRefused)
    assert outcomes[1].line == 3
    assert reason in outcomes[1].reason


def test_a_bad_byte_inside_quotes_spoils_its_row_only(tmp_path: Path) -> None:
    rows = "text,id\n„fine“,1\n".encode() + b'"a\nb\xff\nc",2\n' + "„fine“,3\n".encode()
    outcomes = read_all(write(tmp_path, "a.csv", rows))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [False, True, False]
    assert "byte 0xFF at offset 25" in str(outcomes[1])


def test_a_quote_that_is_never_closed_is_a_bad_row_named_by_its_first_line(tmp_path: Path) -> None:
    refused = read_refusal(write(tmp_path, "a.csv", 'text,id\nfine,1\n"x,2\ny,3\n'))
    assert (refused.line, "never closed" in refused.reason) == (3, True)


def test_empty_cells_behind_the_last_column_are_passed_over(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.csv", "text;id\nx;1;;\n")).external_id == "1"


def test_rows_of_empty_cells_are_passed_over(tmp_path: Path) -> None:
    assert len(read_articles(write(tmp_path, "a.csv", "text;id\n;\nx;1\n;\n\n"))) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("text,id,Text\nx,1,y\n", "'text' stands there twice"),
        ('"text,id\nx,1\n', "never closed"),
        (b"text,\x81\nx,1\n", "line 1: byte 0x81 at offset 5"),
    ],
)
def test_an_unusable_header_refuses_the_file(tmp_path: Path, content: str | bytes, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        read_all(write(tmp_path, "a.csv", content))


def test_a_text_longer_than_the_default_limit_of_csv_is_read(tmp_path: Path) -> None:
    text = "word " * 100_000
    assert read_one(write(tmp_path, "a.csv", f'text,id\n"{text}",1\n')).text == text


def test_a_mapped_column_helps_to_recognise_the_delimiter(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Inhalt;a,b,c\nx;1\n")
    assert read_one(path, ReadOptions(column_map={"text": "inhalt"})).text == "x"
