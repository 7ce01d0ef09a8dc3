"""Names that may be one thing are listed with the reason, and merged by nobody but the desk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Desk = Callable[..., Any]


def _alike(desk: Desk) -> list[tuple[str, str, list[str]]]:
    return [
        (one["label"], one["into_label"], one["reasons"]) for one in desk("entity", "alike", "--json").json
    ]


@pytest.mark.parametrize(
    ("first", "second", "kind", "reason"),
    [
        ("Nordwerft Emden", "Nordwerft-Emden", "organisation", "written alike but for signs, capitals and umlauts"),
        ("Müller Gießerei", "Mueller Giesserei", "organisation", "written alike but for signs, capitals and umlauts"),
        ("Nordwerft", "Nordwerft GmbH", "organisation", "the same but for a legal form or article"),
        ("Rabensteintunnel", "Rabenstein Tunnel", "building", "written alike but for signs, capitals and umlauts"),
        ("Lichtschutzgesetz", "Lichtschutz Act", "law", "the same name in German and English"),
        ("Universität Leoben", "University of Leoben", "organisation", "the same name in German and English"),
        ("Brücke von München", "Bridge of Munich", "building", "the same name in German and English"),
        ("A. Lehmann", "Anna Lehmann", "person", "the same last name and first letter"),
        ("Internationale Hafen Behörde", "IHB", "organisation", "one is made of the first letters of the other"),
    ],
)  # fmt: skip
def test_names_that_may_be_one_are_listed_with_the_reason(
    desk: Desk, first: str, second: str, kind: str, reason: str
) -> None:
    desk("entity", "add", first, "--kind", kind)
    desk("entity", "add", second, "--kind", kind)
    assert [(a, b, reason in why) for a, b, why in _alike(desk)] == [(second, first, True)]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Universität Leoben", "University of Graz", "organisation"),
        ("Anna Lehmann", "Andrea Lehmann", "person"),
        ("Lumora 3", "Lumora 2", "product"),
        ("Nordwerft", "Nordwind", "organisation"),
        ("IHB", "IHK", "organisation"),
    ],
)
def test_names_that_differ_are_not_listed(desk: Desk, first: str, second: str, kind: str) -> None:
    desk("entity", "add", first, "--kind", kind)
    desk("entity", "add", second, "--kind", kind)
    assert _alike(desk) == []


def test_names_of_two_kinds_or_already_merged_are_not_listed(desk: Desk) -> None:
    desk("entity", "add", "Nordwerft", "--kind", "organisation")
    desk("entity", "add", "Nord-Werft", "--kind", "building")
    assert _alike(desk) == []
    desk("entity", "add", "Nordwerft GmbH", "--kind", "organisation")
    assert len(_alike(desk)) == 1
    desk("entity", "merge", "Nordwerft GmbH", "Nordwerft")
    assert _alike(desk) == []


def test_what_is_said_of_both_makes_two_names_alike(desk: Desk, tmp_path: Path) -> None:
    texts = {
        "de": "Die Firma Hellbach Optik wurde 1921 gegründet. Die Firma Hellbach Optik hat 420 Mitarbeiter.",
        "en": "The company Brightbrook Optics was founded in 1921. The company Brightbrook Optics has 420 employees.",
    }
    for language, text in texts.items():
        record = {
            "id": language,
            "title": language,
            "text": text,
            "language": language,
            "published": "2025-03-01",
        }
        (tmp_path / f"{language}.json").write_text(json.dumps(record), "utf-8")
    desk("import", str(tmp_path / "de.json"), str(tmp_path / "en.json"))
    desk("suggest")
    assert _alike(desk) == [
        (
            "Brightbrook Optics",
            "Hellbach Optik",
            ["the same is said of both: founded 1921, staff 420"],
        )
    ]
