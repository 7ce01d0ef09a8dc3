"""Articles that repeat one text are linked to the one that had it first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.crosscheck.copies.credit import find_credit
from tests.conftest import Ran

Desk = Callable[..., Ran]

WIRE = [
    "Der Fährverein Deichholm hat am Montag seine neue Werft am Ostufer eröffnet.",
    "Die Halle bietet nach Auskunft des Vorstands Platz für vier große Schiffe.",
    "Der Bürgermeister lobte die Ausdauer der Mitglieder und ihrer Familien.",
    "Gegner des Baus hatten bis zuletzt vor dem Lärm der Maschinen gewarnt.",
]
OTHER = "Im Rathaus von Sielmünde begann am selben Tag die Beratung über den Haushalt."


def link(desk: Desk, folder: Path, *texts: list[str]) -> list[dict[str, object]]:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text("\n\n".join(text) + "\n", "utf-8")
        published = ("--published", f"2025-01-0{9 - number}")
        assert desk("import", f"{number}.txt", "--language", "de", *published).code == 0
    assert desk("suggest").code == 0
    return list(desk("article", "copies", "--json").json)


def test_a_copy_is_linked_to_the_article_that_appeared_first(desk: Desk, tmp_path: Path) -> None:
    [found] = link(desk, tmp_path, [*WIRE, OTHER], ["Deichholm (dpa) Ein Fest.", *WIRE])
    assert (found["article"], found["origin"], found["agency"]) == ("a1", "a2", "dpa")
    assert "repeats a2" in desk("article", "show", "a1").out


def test_a_link_is_made_once_and_is_in_the_log(desk: Desk, tmp_path: Path) -> None:
    link(desk, tmp_path, WIRE, WIRE)
    assert desk("article", "copies", "--json").json == []
    assert desk("audit", "verify").code == 0


@pytest.mark.parametrize("other", [[OTHER, *WIRE[:2]], [OTHER]], ids=["two sentences", "another report"])
def test_articles_that_share_little_are_not_linked(desk: Desk, tmp_path: Path, other: list[str]) -> None:
    assert link(desk, tmp_path, WIRE, other) == []


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Berlin (dpa) - Ein Satz.", "dpa"),
        ("Der Kurs stieg. /dpa-AFX", "dpa-AFX"),
        ("(dpa/bb) Ein Satz.", "dpa"),
        ("Mit Material von Reuters.", "Reuters"),
        ("PARIS (AFP) A sentence.", "AFP"),
        ("Die App (kostenlos) ist da.", None),
        ("Reuters meldet einen Gewinn.", None),
    ],
)
def test_an_agency_is_named_where_a_text_credits_one(text: str, agency: str | None) -> None:
    assert find_credit(text) == agency
