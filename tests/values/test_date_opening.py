"""Which shapes of dates are tried at a token: those that can begin with its kind."""

import random
import re

import pytest

from claims.values.date_opening import list_openings
from claims.values.date_pattern import NUMERALS, PARTS, POINTS, SPANS

SHAPES = NUMERALS | POINTS | PARTS | SPANS
KINDS = "MWadoycnDXmYEqSHPuwiURVTBsbAvtz&fIGNgLOkKjrFCpeZ?lx@,.-/|)("


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("(?:a|b{0,2}c)d", "abc"),
        ("(?P<name>[a-])?(?:b)?c", "a-bc"),
        ("(?<=z)a(?=x)", "a"),
        ("(?!y)b{1,2}c", "b"),
        ("a|\\?b", "a?"),
        ("(?:a?|b)c", "abc"),
    ],
)
def test_a_shape_begins_with_what_its_first_piece_allows(shape: str, expected: str) -> None:
    assert list_openings(shape) == frozenset(expected)


def test_no_shape_matches_where_it_does_not_say_that_it_can_begin() -> None:
    draw = random.Random(5)
    texts = ["".join(draw.choices(KINDS, k=12)) for _ in range(400)]
    openings = {name: list_openings(shape) for name, shape in SHAPES.items()}
    begun = [
        (name, text[found.start()])
        for name, shape in SHAPES.items()
        for text in texts
        for found in re.finditer(shape, text)
    ]
    assert len(begun) > 1000
    assert [(name, kind) for name, kind in begun if kind not in openings[name]] == []
