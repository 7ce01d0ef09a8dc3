"""Bars on one line: where values lie, on terminals of any width."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claims.cli.axis import Bar, draw, draws_unicode, is_logarithmic

ENDS = ("1", "9")


def test_bars_that_lie_apart_do_not_overlap() -> None:
    first, second, *_ = draw([Bar("A", 1, 3, "one"), Bar("B", 5, 9, "two")], ENDS, 80, unicode=True)
    assert first.index("┤") < second.index("├")


def test_a_small_value_is_a_dot_and_an_open_end_an_arrow() -> None:
    dot, right, left, *_ = draw(
        [Bar("A", 1, 1.001, "a"), Bar("B", 5, inf, "b"), Bar("C", -inf, 9, "c")], ENDS, 80, unicode=True
    )
    assert ("●" in dot, "▶" in right, "◀" in left) == (True, True, True)


def test_the_ends_of_the_line_are_named() -> None:
    lines = draw([Bar("A", 1, 3, "x"), Bar("B", 5, 9, "y")], ("first", "last"), 80, unicode=True)
    assert lines[-1].split() == ["first", "last"]
    assert lines[-1].rindex("last") + len("last") == lines[-2].index("┘") + 1


def test_figures_of_other_magnitudes_are_drawn_by_their_logarithm() -> None:
    bars = [Bar("A", 1e6, 1.1e6, "a"), Bar("B", 1e9, 1.1e9, "b"), Bar("C", 1e12, 1.1e12, "c")]
    assert is_logarithmic(bars)
    places = [line.index("●") for line in draw(bars, ENDS, 80, unicode=True)[:3]]
    assert abs((places[0] + places[2]) / 2 - places[1]) <= 1
    assert not is_logarithmic([Bar("A", -1, 3, "a"), Bar("B", 500, 600, "b")])


def test_nothing_is_drawn_where_no_end_is_known() -> None:
    assert draw([Bar("A", -inf, inf, "a")], ENDS, 80, unicode=True) == []


ends = st.one_of(st.floats(-1e12, 1e12), st.sampled_from([inf, -inf]))
bars = st.builds(
    lambda side, pair, label: Bar(side, min(pair), max(pair), label),
    st.sampled_from("ABC?"),
    st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]),
    st.text(st.characters(categories=["L", "N", "Zs"], codec="latin-1"), max_size=60),
)


@given(st.lists(bars, min_size=1, max_size=12), st.integers(40, 200), st.booleans())
def test_no_line_is_wider_than_asked(drawn: list[Bar], width: int, unicode: bool) -> None:
    lines = draw(drawn, ENDS, width, unicode=unicode)
    assert all(cell_len(line) <= width for line in lines)
    assert unicode or all(
        line.isascii() for line in draw([Bar("A", 1, inf, "x")], ENDS, width, unicode=False)
    )


@pytest.mark.parametrize(
    ("locale", "drawn"), [("de_DE.UTF-8", True), ("C", False), ("de_DE.ISO-8859-1", False)]
)
def test_a_terminal_without_unicode_gets_ascii(
    locale: str, drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert draws_unicode() is drawn
