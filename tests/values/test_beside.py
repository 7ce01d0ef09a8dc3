"""What stands right beside a place: the character by character look-back finds what an anchored pattern would."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.beside import PhrasesBefore, find_form_before, find_word_before, has_letter_after

PIECES = st.sampled_from(
    ["rund", "mehr als", "als", "ca.", "ca", "A", "’s", "-", "_", " ", "\u00a0", ".", "(", "5", "²", ">", "e"]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)
PHRASES = {"rund": "~", "ca.": "~", "ca": "~", "mehr als": ">", "weit mehr als": ">>", ">": ">"}


@given(TEXTS, st.integers(2, 12))
def test_the_word_before_is_the_one_that_an_anchored_pattern_finds(text: str, reach: int) -> None:
    window = text[max(0, len(text) - reach) :]
    found = re.search(r"([^\W\d_][\w’'-]*)[ \u00a0]\Z", window)
    expected = None if found is None else (found[1], len(text) - len(window) + found.start())
    assert find_word_before(text, len(text), reach) == expected


@given(TEXTS)
def test_the_phrase_before_is_the_longest_that_an_anchored_pattern_finds(text: str) -> None:
    written = "|".join(re.escape(phrase) for phrase in sorted(PHRASES, key=len, reverse=True))
    found = re.search(rf"(?<![\w-])({written})(?:[ \u00a0]|(?<=>))\Z", text, re.IGNORECASE)
    expected = None if found is None else (found.start(), PHRASES[found[1].lower()])
    assert PhrasesBefore(PHRASES).find(text, len(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in US$", (3, "USD")),
        ("-US$", None),
        ("xUS$", None),
        ("£", None),
        ("A-$", None),
        ("(A$", (1, "AUD")),
    ],
)
def test_the_longest_form_counts_that_begins_within_no_word(
    text: str, expected: tuple[int, str] | None
) -> None:
    assert find_form_before(text, len(text), {"US$": "USD", "A$": "AUD", "$": "USD"}, 3, "_-") == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [("m", True), (" m", True), (" -m", True), ("-m", True), (" 5", False), ("", False)],
)
def test_a_word_may_follow_behind_a_space_and_a_hyphen(after: str, *, expected: bool) -> None:
    assert has_letter_after("5" + after, 1) is expected
