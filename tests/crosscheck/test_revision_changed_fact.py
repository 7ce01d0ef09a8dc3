"""An article that says otherwise than it did, at a place that was changed, did so openly or not."""

import json
from pathlib import Path

import pytest

from tests.crosscheck.texts import Press

RULE = "revision-changed-fact"

BEFORE = "Der Hersteller Quellhain hat Grosses vor. Brakwin-9 wurde im November 2024 veröffentlicht. Das freut viele."


def test_another_month_in_the_same_place_is_a_stealth_edit(press: Press) -> None:
    press.print("a", BEFORE)
    press.print("a", BEFORE.replace("November", "Dezember"))
    (finding,) = press.check(RULE)
    assert finding["severity"] == "warning"
    assert finding["message"] == (
        "Brakwin-9 · released: 2024-11 (until revision 1 of a: „Brakwin-9 wurde im November 2024 veröffentlicht“)"
        " against 2024-12: changed, and no correction is on record"
    )
    assert [member["alternative"] for member in finding["members"]] == [0, 1]


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (
            "Last year was good. The app Chirrupo has 40 million users. It grows.",
            "Last year was good. The app Chirrupo has 45 million users. It grows.",
            {"language": "en"},
        ),
        (BEFORE, BEFORE.replace("wurde im", "wurde nicht im"), {}),
        (
            BEFORE,
            BEFORE.replace("wurde im November 2024 veröffentlicht", "kam nun im Oktober 2024 auf den Markt"),
            {},
        ),
    ],
    ids=["figure", "negation", "reworded"],
)
def test_another_figure_a_negation_and_a_rewording_that_says_otherwise_are_found(
    press: Press, before: str, after: str, fields: dict[str, str]
) -> None:
    press.print("a", before, **fields)
    press.print("a", after, **fields)
    assert len(press.check(RULE)) == 1


@pytest.mark.parametrize(
    "after",
    [
        "Ein neuer erster Satz steht davor. " + BEFORE,
        BEFORE.replace("Das freut viele", "Das freut alle"),
        BEFORE.replace("im November 2024", "am 12. November 2024"),
        BEFORE.replace("wurde im November 2024 veröffentlicht", "erschien im November 2024"),
        BEFORE.replace("Brakwin-9 wurde im November 2024 veröffentlicht. ", ""),
        BEFORE + " Velinor-3 wurde im Januar 2025 veröffentlicht.",
    ],
    ids=["moved", "elsewhere", "more precise", "other words", "taken out", "another subject"],
)
def test_what_says_the_same_or_nothing_any_more_is_no_change_of_fact(press: Press, after: str) -> None:
    press.print("a", BEFORE)
    press.print("a", after)
    assert press.check(RULE) == []


SPOKEN = "Die Mühle brannte. „Wir gehen von Brandstiftung aus“, sagte {} am Abend. Sie stand leer."


def test_a_speaker_who_was_exchanged_is_a_stealth_edit(press: Press) -> None:
    press.print("a", SPOKEN.format("Feuerwehrchef Paul Reiter"), title="Feuer", outlet="Leinepost")
    press.print("a", SPOKEN.format("Polizeichef Bernd Alt"), title="Feuer", outlet="Leinepost")
    (finding,) = press.check(RULE)
    assert finding["message"] == (
        "Paul Reiter · said: Wir gehen von Brandstiftung aus (until revision 1 of “Feuer” (Leinepost):"
        " „„Wir gehen von Brandstiftung aus“, sagte Feuerwehrchef Paul Reiter“) against"
        " Bernd Alt Wir gehen von Brandstiftung aus: changed, and no correction is on record"
    )


def test_it_is_found_though_a_check_came_between_the_text_and_its_claims(
    press: Press, tmp_path: Path
) -> None:
    press.print("a", SPOKEN.format("Feuerwehrchef Paul Reiter"))
    row = {"id": "a", "text": SPOKEN.format("Polizeichef Bernd Alt"), "published": "2025-03-01"}
    (tmp_path / "wire.jsonl").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    press.desk("import", "wire.jsonl")
    assert press.check(RULE) == []
    press.desk("suggest")
    assert len(press.check(RULE)) == 1


@pytest.mark.parametrize(
    "after",
    [
        SPOKEN.format("Feuerwehrchef Reiter") + " Paul Reiter blieb bis zum Morgen.",
        SPOKEN.format("Feuerwehrchef Paul Reiter")
        + " „Wir gehen von Brandstiftung aus“, sagte auch Polizeichef Bernd Alt.",
        SPOKEN.format("Polizeichef Bernd Alt").replace("von Brandstiftung aus", "nach Hause"),
    ],
    ids=["the same person", "a second one", "other words"],
)
def test_a_speaker_who_was_not_exchanged_is_none(press: Press, after: str) -> None:
    press.print("a", SPOKEN.format("Feuerwehrchef Paul Reiter"))
    press.print("a", after)
    assert press.check(RULE) == []


def test_another_article_that_says_otherwise_is_none(press: Press) -> None:
    press.print("a", BEFORE)
    press.print("b", BEFORE.replace("November", "Dezember"))
    assert press.check(RULE) == []


def test_a_correction_that_names_the_revisions_closes_it(press: Press) -> None:
    press.print("a", BEFORE)
    press.print("a", BEFORE.replace("November", "Dezember"))
    assert [one["severity"] for one in press.check(RULE)] == ["warning"]
    between = ("--article", "a", "--reason", "Month.", "--from-revision", "1", "--to-revision", "2")
    press.desk("correction", "add", *between, "--kind", "unannounced")
    assert [one["severity"] for one in press.check(RULE)] == ["warning"]
    press.desk("correction", "add", *between, "--kind", "correction")
    assert press.check(RULE) == []


def test_it_stays_when_a_further_text_leaves_the_place_alone_and_goes_when_the_old_answer_is_back(
    press: Press,
) -> None:
    press.print("a", BEFORE)
    press.print("a", BEFORE.replace("November", "Dezember"))
    first = [(one["id"], one["message"]) for one in press.check(RULE)]
    press.print("a", BEFORE.replace("November", "Dezember") + " Ein Satz dazu.")
    assert [(one["id"], one["message"]) for one in press.check(RULE)] == first
    press.print("a", BEFORE)
    (again,) = press.check(RULE)
    assert "until revision 3 of a:" in again["message"]
    assert press.desk("article", "withdraw", "a", "--reason", "Gone.").code == 0
    assert press.check(RULE) == []
