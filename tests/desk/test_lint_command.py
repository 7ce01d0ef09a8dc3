"""`claims lint`, as its users see it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desk.drafting import JANUARY, NOVEMBER

Run = Callable[..., Any]


@pytest.fixture
def newsroom(desk: Run, tmp_path: Path) -> Run:
    """Return the command line where the release of DeepSeek-R1 in January 2025 is the house fact."""
    (tmp_path / "a.txt").write_text(JANUARY, "utf-8")
    desk("import", "a.txt", "--language", "de", "--outlet", "Blatt", "--published", "2025-01-27")
    desk("suggest")
    assert desk("ruling", "add", "c1", "--reason", "Their own note.").code == 0
    return desk


def test_a_violation_ends_with_1_and_shows_what_stands_against_it(newsroom: Run) -> None:
    ran = newsroom("lint", "-", "--language", "de", stdin=f"{NOVEMBER}\n")
    assert ran.code == 1
    assert ran.out.splitlines()[:3] == [
        "stdin:1:1  violation  ruling-violation  DeepSeek-R1 · released",
        f"    draft: 2024-11: „{NOVEMBER[:-1]}“",
        "    against house fact h1: 2025-01: Their own note.",
    ]
    assert "    against c1: 2025-01, Blatt [a1], 2025-01-27:" in ran.out


def test_a_violation_in_json_has_quote_ruling_and_reason(newsroom: Run) -> None:
    ran = newsroom("lint", "-", "--language", "de", "--json", stdin=f"{NOVEMBER}\n")
    [finding] = ran.json["findings"]
    assert (ran.code, finding["quote"], finding["slot"]["predicate"]) == (1, NOVEMBER[:-1], "released")
    assert finding["against"][0]["reason"] == "Their own note."


def test_a_draft_without_findings_ends_with_0_and_one_line(newsroom: Run) -> None:
    ran = newsroom("lint", "-", "--language", "de", stdin=f"{JANUARY} Brakwin-9 erschien im Mai 2024.\n")
    assert (ran.code, ran.out) == (
        0,
        "0 violations, 0 warnings: 2 typed claims, 1 compared, 1 has nothing to compare with yet\n",
    )


def test_a_warning_ends_with_1_only_on_request(newsroom: Run) -> None:
    text = (
        "Der Umsatz von SAP lag 2023 bei 31 Milliarden Euro. Der Umsatz von SAP liegt bei 34 Milliarden Euro."
    )
    assert newsroom("lint", "-", "--language", "de", stdin=text).code == 0
    assert newsroom("lint", "-", "--language", "de", "--fail-on", "warning", stdin=text).code == 1


def test_check_is_another_name_for_lint(newsroom: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(NOVEMBER, "utf-8")
    ran = newsroom("check", "draft.txt", "--format", "json", "--language", "de")
    assert (ran.code, len(ran.json["findings"])) == (1, 1)
