"""Articles that repeat one text are linked to the one that had it first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.store.credit import find_cited_paper, find_credit
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


def test_short_reports_are_linked_where_they_are_the_same_throughout(desk: Desk, tmp_path: Path) -> None:
    assert [found["article"] for found in link(desk, tmp_path, WIRE[:2], WIRE[:2])] == ["a1"]


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


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Der Kreis hat 184.000 Einwohner, wie die Morgenpost Dahlen berichtet.", "Morgenpost Dahlen"),
        ("Nach einem Bericht der Morgenpost Dahlen hat der Kreis 184.000 Einwohner.", "Morgenpost Dahlen"),
        ("Laut der Hessenzeitung wächst der Kreis.", "Hessenzeitung"),
        ("The pier is old, according to the Bay Courier.", "Bay Courier"),
        ("The Bay Courier reported on Monday that the pier is old.", "Bay Courier"),
        ("Das sagte der Bürgermeister der Morgenpost.", None),
        ("Die Deutsche Post baut um, according to Deutsche Post.", None),
        ("Er las die Zeitung. Die Post kam spät.", None),
    ],
)
def test_a_paper_that_a_text_has_something_from_is_named(text: str, paper: str | None) -> None:
    assert find_cited_paper(text) == paper
