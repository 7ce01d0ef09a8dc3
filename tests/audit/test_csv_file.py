"""Tables as files: every cell comes back as it was."""

import csv
import io
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.audit.csv_file import CsvBroken, read_csv, write_csv

COLUMNS = ("a", "b", "c")
CELL = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=("Cs",)))
)


def write(rows: list[tuple[Any, ...]]) -> str:
    file = io.StringIO(newline="")
    write_csv(file, COLUMNS, rows)
    return file.getvalue()


def read(text: str) -> list[tuple[Any, ...]]:
    return list(read_csv(io.StringIO(text, newline="\n"), COLUMNS))


@given(st.lists(st.tuples(CELL, CELL, CELL)))
def test_every_cell_comes_back_with_its_type(rows: list[tuple[Any, ...]]) -> None:
    again = read(write(rows))
    assert again == rows
    assert [list(map(type, row)) for row in again] == [list(map(type, row)) for row in rows]
    assert all(
        math.copysign(1, new) == math.copysign(1, old)
        for row, old_row in zip(again, rows, strict=True)
        for new, old in zip(row, old_row, strict=True)
        if isinstance(new, float)
    )


@given(
    st.lists(st.tuples(*[st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))] * 3))
)
def test_other_programs_read_the_same_texts(rows: list[tuple[str, ...]]) -> None:
    assert [tuple(row) for row in csv.reader(io.StringIO(write(rows), newline=""))] == [COLUMNS, *rows]


@given(st.text(st.sampled_from('",\r\na1. -'), max_size=40))
def test_any_text_is_read_whole_or_refused(text: str) -> None:
    try:
        rows = read("a,b,c\r\n" + text)
    except CsvBroken:
        return
    assert all(len(row) == 3 for row in rows)


@pytest.mark.parametrize("cell", ["007", "+5", "1e5", "1.50", "0x10", "1_000", "nan", " 5", "９"])
def test_a_number_that_is_spelt_in_another_way_is_not_that_number(cell: str) -> None:
    assert read(f"a,b,c\r\n{cell},,\r\n") == [(cell, None, None)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("a,b\r\n", 1),
        ("a,b,c\r\n1,2\r\n", 2),
        ("a,b,c\r\n1,2,3", 2),
        ('a,b,c\r\n1,2,"x\r\n', 2),
        ('a,b,c\r\n1,2,"x"y\r\n', 2),
        ("a,b,c\r\n1,2,3\n", 2),
    ],
)
def test_a_broken_file_is_refused_with_the_line(text: str, line: int) -> None:
    with pytest.raises(CsvBroken) as refused:
        read(text)
    assert refused.value.line == line
