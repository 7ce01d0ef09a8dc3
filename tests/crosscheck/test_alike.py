"""Sentences that are written alike: what changed in them, and claims that are one, through the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran

Desk = Callable[..., Ran]

BRIDGE = "Die neue Hängebrücke über die Sielmünder Förde soll nach Angaben des Bauamts {} lang werden."
FERRY = "Der Fährverein Deichholm hat nach Auskunft seines Vorstands {} Schiffe in Betrieb genommen."
VIOLIN = "A violin that was stolen years ago came back to the violinist {} after a sale at a market."
CUP = "Der SV Deichholm gewann mit {} gegen den TSV Harrow und steht damit im Finale des Landespokals."
WEATHER = "In {} bleibt es am Dienstag trocken bei {} Grad, und der Wind weht schwach aus Südwest."
SHARE = "Die {} erhielt nach dem vorläufigen Ergebnis {} Prozent der gültigen Stimmen."
COUNCIL = (
    "The council of Harrow Bay has {}approved the disputed plan for the new harbour wall in its session."
)


def check(
    desk: Desk, folder: Path, *texts: str, language: str = "de", dates: tuple[str, ...] = ()
) -> list[Any]:
    """Import articles, let them be read and checked, and return the findings of the two rules."""
    for number, text in enumerate(texts):
        name = f"{len(list(folder.glob('*.txt')))}.txt"
        (folder / name).write_text(text + "\n", "utf-8")
        published = dates[number] if dates else "2025-01-02"
        assert desk("import", name, "--language", language, "--published", published).code == 0
    assert desk("suggest").code == 0
    return list_found(desk)


def list_found(desk: Desk, *more: str) -> list[Any]:
    found = desk("cross-check", "--json", *more).json["findings"]
    return [one for one in found if one["rule"] in {"changed-fact-in-near-duplicate", "duplicate-claim"}]


@pytest.mark.parametrize(
    ("language", "first", "other", "kind"),
    [
        ("de", BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter"), "value"),
        ("de", FERRY.format("drei"), FERRY.format("vier").replace("genommen", "gehabt"), "value"),
        ("en", COUNCIL.format(""), COUNCIL.format("not "), "negation"),
        ("en", VIOLIN.format("Clara Whitby"), VIOLIN.format("Clara Ashdown"), "name Whitby against Ashdown"),
        ("de", CUP.format("3:1"), CUP.format("3:2"), "value 3:1 against 3:2"),
        ("de", FERRY.format("drei"), FERRY.format("vier").replace("Vorstands", "Kapitäns"), "value"),
    ],
)
def test_a_changed_fact_in_nearly_the_same_words_is_found(
    desk: Desk, tmp_path: Path, language: str, first: str, other: str, kind: str
) -> None:
    [finding] = check(desk, tmp_path, first, other, language=language)
    assert finding["rule"] == "changed-fact-in-near-duplicate"
    assert finding["message"].startswith(kind)
    assert {one["article"] for one in finding["members"]} == {"a1", "a2"}


@pytest.mark.parametrize(
    ("first", "other", "dates"),
    [
        (BRIDGE.format("120 Meter"), BRIDGE.format("120 Meter"), ()),
        (BRIDGE.format("120 Meter"), BRIDGE.format("rund 120 Meter"), ()),
        (
            BRIDGE.format("120 Meter"),
            "Die Kirche von Sielmünde ist nach Angaben des Küsters 210 Meter lang.",
            (),
        ),
        (BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter"), ("2023-01-02", "2025-01-02")),
        (BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter"), ("2025-01-02", "2025-01-20")),
        (WEATHER.format("Aschfeld", 6), WEATHER.format("Rehfelden", 8), ()),
        (
            "Durch den Sturm Benno sind in Irland Menschen ums Leben gekommen.",
            "Durch den Sturm Benno sind in Wales Menschen ums Leben gekommen.",
            (),
        ),
        (SHARE.format("Sielmünder Liste", 48), SHARE.format("Volksunion", 41), ()),
        (
            BRIDGE.format("120 Meter und 9 Meter und 3 Jahre"),
            BRIDGE.format("210 Meter und 8 Meter und 4 Jahre"),
            (),
        ),
    ],
    ids=[
        "the same",
        "less precise",
        "other words",
        "far apart",
        "weeks apart",
        "another town",
        "another country, in a few words",
        "another party",
        "another report",
    ],
)
def test_no_changed_fact(desk: Desk, tmp_path: Path, first: str, other: str, dates: tuple[str, ...]) -> None:
    found = check(desk, tmp_path, first, other, dates=dates)
    assert [one for one in found if one["rule"] == "changed-fact-in-near-duplicate"] == []


def test_one_article_that_repeats_itself_with_another_figure_is_none(desk: Desk, tmp_path: Path) -> None:
    assert check(desk, tmp_path, f"{BRIDGE.format('120 Meter')} {BRIDGE.format('210 Meter')}") == []


def test_a_changed_fact_is_gone_with_its_article(desk: Desk, tmp_path: Path) -> None:
    assert check(desk, tmp_path, BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter")) != []
    assert desk("article", "withdraw", "a2", "--reason", "Wrong.").code == 0
    assert list_found(desk) == []


def test_a_full_check_of_wordings_finds_what_the_one_of_changes_found(desk: Desk, tmp_path: Path) -> None:
    found = check(desk, tmp_path, BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter"))
    assert list_found(desk, "--all") == found


def test_a_rejected_mention_takes_the_finding_away_and_is_not_suggested_again(
    desk: Desk, tmp_path: Path
) -> None:
    [finding] = check(desk, tmp_path, BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter"))
    mention = finding["members"][0]["mention"]
    assert desk("mention", "reject", mention).code == 0
    assert list_found(desk) == []


@pytest.mark.parametrize(
    ("subjects", "qualifiers"),
    [
        (("Deichholm", "Deichholm"), ((), ())),
        (("Deichholm", "Deichholm"), ((), ("--qualifier", "part=Fahrbahn"))),
        (("Deichholm", "Harrow Bay"), ((), ())),
    ],
    ids=["one question", "a separator is missing", "two subjects"],
)
def test_what_is_typed_is_left_to_the_rules_that_compare_values(
    desk: Desk,
    tmp_path: Path,
    subjects: tuple[str, str],
    qualifiers: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    texts = (BRIDGE.format("120 Meter"), BRIDGE.format("210 Meter"))
    [finding] = check(desk, tmp_path, *texts)
    for subject in dict.fromkeys(subjects):
        assert desk("entity", "add", subject, "--kind", "product").code == 0
    for member, subject, more in zip(finding["members"], subjects, qualifiers, strict=True):
        value = "120 Meter" if "120" in member["quote"] else "210 Meter"
        asked = ("--subject", subject, "--predicate", "measure", "--value", value, *more)
        typed = desk("mention", "retype", member["mention"], *asked)
        assert typed.code == 0, typed.err
    found = [one for one in list_found(desk) if one["rule"] == "changed-fact-in-near-duplicate"]
    assert found == []


def say_twice(desk: Desk, folder: Path) -> list[Any]:
    """Let two articles make one claim in nearly the same words, each as a claim of its own that is not typed."""
    quotes = (BRIDGE.format("120 Meter"), BRIDGE.format("120 Meter").replace("neue ", ""))
    check(desk, folder, *quotes)
    for article, quote in zip(("a1", "a2"), quotes, strict=True):
        assert desk("mention", "add", article, "--quote", quote).code == 0
    return list_found(desk)


def test_claims_that_say_the_same_in_nearly_the_same_words_are_proposed_as_one(
    desk: Desk, tmp_path: Path
) -> None:
    [finding] = say_twice(desk, tmp_path)
    assert (finding["rule"], finding["severity"]) == ("duplicate-claim", "info")
    assert len({one["claim"] for one in finding["members"]}) == 2


def test_that_two_claims_are_not_the_same_is_remembered(desk: Desk, tmp_path: Path) -> None:
    [finding] = say_twice(desk, tmp_path)
    assert desk("finding", "waive", finding["id"], "--reason", "Not the same.").code == 0
    assert list_found(desk, "--all") == []
    assert desk("finding", "list", "--every", "--json").json["findings"][0]["state"] == "waived"


def test_claims_in_other_words_are_not_proposed_as_one(desk: Desk, tmp_path: Path) -> None:
    texts = (BRIDGE.format("120 Meter"), FERRY.format("drei"))
    check(desk, tmp_path, *texts)
    for article, quote in zip(("a1", "a2"), texts, strict=True):
        assert desk("mention", "add", article, "--quote", quote).code == 0
    assert list_found(desk) == []


@pytest.mark.parametrize(
    ("first", "other", "found"),
    [
        ("Macallister Boats has 75 employees.", "McAllister Boats has 75 employees.", 1),
        ("Macallister Boats has 75 employees.", "Macallister Barges has 75 employees.", 0),
    ],
)
def test_one_answer_of_a_name_written_otherwise_is_proposed_as_one(
    desk: Desk, tmp_path: Path, first: str, other: str, found: int
) -> None:
    findings = check(desk, tmp_path, first, other, language="en")
    assert [one["rule"] for one in findings] == ["duplicate-claim"] * found


MONTHLY = "Im {} kamen {} Gäste nach Wernau, wie das Landesamt für Statistik am Dienstag mitteilte."


@pytest.mark.parametrize(
    ("first", "other", "found"),
    [
        (MONTHLY.format("Januar", "31.000"), MONTHLY.format("Februar", "34.000"), 0),
        (MONTHLY.format("Januar", "31.000"), MONTHLY.format("Januar", "13.000"), 1),
    ],
)
def test_other_figures_of_another_month_are_another_report(
    desk: Desk, tmp_path: Path, first: str, other: str, found: int
) -> None:
    assert len(check(desk, tmp_path, first, other)) == found
