"""When two names may be one."""

import pytest

from claims.crosscheck.copies.renamed import may_be_one_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn Ropes Ltd", "Tarn Ropes"),
        ("Stadtwerke Heimfeld GmbH", "Stadtwerke Heimfeld"),
        ("Hollmann Tiefbau", "Hollmann"),
        ("McAllister Boats", "Macallister Boats"),
        ("St. Anne’s School", "St Annes School"),
        ("CFA", "Coastal Fisheries Authority"),
        ("AfK", "AFK"),
    ],
)
def test_a_name_written_otherwise_may_be_the_same(one: str, other: str) -> None:
    assert may_be_one_name(one, other)
    assert may_be_one_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Musikschule Rehfelden", "Musikschule Aschfeld"),
        ("Feuerwehr Nordheim", "Feuerwehr Nordhausen"),
        ("St. Anne’s School", "St Agnes’s School"),
        ("Ashby Rowing Club", "Ashby Running Club"),
        ("Werk 1", "Werk 2"),
        ("Bürgerhaus Nord", "Bürgerhaus Süd"),
        ("Bürgerhaus", "Bürgerhaus Süd"),
        ("Kestrel", "Kestrel Pro"),
        ("Niederalm", "Oberalm"),
        ("CFA", "Coastal Ferry Company"),
    ],
)
def test_names_with_a_word_of_their_own_are_two(one: str, other: str) -> None:
    assert not may_be_one_name(one, other)
    assert not may_be_one_name(other, one)
