"""What is shown in place of characters that act, hide or overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.safe import safe
from tests.reports.payloads import ACTIVE, HARMLESS, HIDING


@pytest.mark.parametrize(("raw", "shown"), HIDING)
def test_a_character_that_hides_is_spelled_out(raw: str, shown: str) -> None:
    assert safe(raw) == shown


@pytest.mark.parametrize("raw", [*ACTIVE, *HARMLESS[:3]])
def test_what_can_be_seen_stays_as_it_is(raw: str) -> None:
    assert safe(raw) == raw


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_that_acts_gets_through(text: str) -> None:
    for character in safe(text) + safe(text, multiline=True).replace("\n", "").replace("\t", ""):
        assert character.isprintable() or character == "\u200d" or character.isspace()
        assert character not in "\x1b\x9b\x85\u2028\u2029\u202e\r\n"
    safe(text).encode()


def test_line_ends_are_kept_only_where_they_are_wanted() -> None:
    assert safe("a\nb\tc") == "a⏎b c"
    assert safe("a\nb\tc", multiline=True) == "a\nb\tc"


def test_marks_beyond_the_eighth_on_a_letter_are_spelled_out() -> None:
    assert safe("e" + "\u0331" * 9) == "e" + "\u0331" * 8 + "\\u0331"
    assert safe("e" + "\u0331" * 8) == "e" + "\u0331" * 8
