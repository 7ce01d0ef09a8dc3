"""A snippet shows the hit where it stands, whole characters, one line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.store.search_terms import read_terms
from claims.store.snippet import WIDTH, mark

FAMILY = "👩‍👩‍👧"


def show(text: str, query: str, width: int = WIDTH) -> str:
    return mark(text, read_terms(query).wanted, width)[0]


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Die Straße ist lang.", "strasse", "Die [Straße] ist lang."),
        ("Die drei größten Orte", '"drei groess"*', "Die [drei größten] Orte"),
        ("Drei und größte", '"drei größte"', "Drei und größte"),
        ("Roboter, Robotik, rot", "robot*", "[Roboter], [Robotik], rot"),
        ("Straf\u00adtat", "Straftat", "[Straf\u00adtat]"),
        ("Es gibt GPT-4 nun", "gpt-4", "Es gibt [GPT-4] nun"),
        ("a\n\n b\tc", "b", "a [b] c"),
        ("gar nichts", "x", "gar nichts"),
        ("Hafen und Fluss", "Hafen -Fluss", "[Hafen] und Fluss"),
        ("½ Liter", "2", "[½] Liter"),
        ("", "x", ""),
    ],
)
def test_hits_stand_in_brackets(text: str, query: str, shown: str) -> None:
    assert show(text, query) == shown


def test_the_piece_with_most_of_the_words_is_shown() -> None:
    text = "Hafen. " + "nichts " * 100 + "Hafen am Fluss. " + "nichts " * 100 + "Fluss."
    shown, count = mark(text, read_terms("Hafen Fluss").wanted)
    assert "[Hafen] am [Fluss]" in shown
    assert count == 2
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_snippet_is_about_as_long_as_it_should_be() -> None:
    assert WIDTH / 2 < len(show("nichts " * 500 + "Hafen " + "nichts " * 500, "Hafen")) < WIDTH * 1.5


@given(st.integers(0, 90), st.integers(0, 90), st.integers(1, 60))
def test_a_snippet_never_parts_what_is_drawn_as_one(before: int, after: int, width: int) -> None:
    shown = show(FAMILY * before + "Hafen" + FAMILY * after, "Hafen*", width)
    assert re.fullmatch(f"(… )?({FAMILY})*\\[Hafen\\]({FAMILY})*( …)?", shown)


@given(st.text("a ö\u0301🇩🇪👍🏽Hafen\n", max_size=400), st.integers(1, 50))
def test_a_snippet_is_a_piece_of_the_text(text: str, width: int) -> None:
    shown = show(text, "hafen a*", width)
    plain = shown.removeprefix("… ").removesuffix(" …").replace("[", "").replace("]", "")
    assert plain in " ".join(text.split())
    shown.encode()


def test_many_hits_in_a_long_text_are_quickly_chosen_from() -> None:
    import time

    text = "Hafen Fluss " * 400_000
    started = time.process_time()
    assert "[Hafen Fluss] [Hafen Fluss]" in show(text, '"Hafen Fluss" OR Hafen OR Fluss')
    assert time.process_time() - started < 2
