"""An editor's day on the real articles, from import to an export that verifies."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.real


@pytest.fixture
def day(desk: Callable[..., Any], shared: Path, tmp_path: Path) -> Callable[..., Any]:
    """Return the command line on a ledger into which the five articles went, with one source."""
    (tmp_path / "meta.csv").write_text(
        "file,outlet,published\n004_91a6b1cf6c3357b3.txt,All-AI,2025-02-11\n", "utf-8"
    )
    articles = sorted(str(path) for path in (shared / "articles").glob("0*.txt"))
    assert desk("import", *articles, "--language", "de", "--meta", "meta.csv").code == 0
    assert desk("suggest").code == 0
    (tmp_path / "note.txt").write_text("DeepSeek-R1 was released on 20 January 2025.\n", "utf-8")
    desk("source", "add", "--title", "Release note", "--kind", "official", "--file", "note.txt")
    return desk


def find(day: Callable[..., Any], predicate: str, article: str) -> dict[str, Any]:
    [mention] = day("mention", "list", "--predicate", predicate, "--article", article, "--json").json
    return dict(mention)


def make_ruling(day: Callable[..., Any], *claim: str) -> str:
    added = day("claim", "add", *claim, "--json")
    assert added.code == 0, added.err
    number = str(added.json["id"])
    assert day("ruling", "add", number, "--reason", "The primary source says so.").code == 0
    return number


def test_forty_suggestions_are_decided_with_a_key_each(day: Callable[..., Any]) -> None:
    before = [m for m in day("mention", "list", "--json").json if m["state"] == "suggested"]
    keys = "y" * len(before)
    day("annotate", "--plain", stdin=keys)
    after = [m for m in day("mention", "list", "--json").json if m["state"] == "suggested"]
    assert len(before) >= 40
    assert len(keys) / (len(before) - len(after)) <= 1.2


def test_a_house_fact_catches_the_date_of_the_plan(day: Callable[..., Any]) -> None:
    plan = find(day, "presented", "000")["subject"]["id"]
    make_ruling(day, "--subject", plan, "--predicate", "presented", "--value", "2024-09-25")
    checked = day("cross-check", "--json")
    assert checked.code == 1
    rules = [finding["rule"] for finding in checked.json["findings"] if finding["severity"] != "info"]
    assert rules == ["ruling-violation"]


def test_a_house_fact_catches_the_year_of_the_aim(day: Callable[..., Any]) -> None:
    aim = find(day, "target_date", "003")
    goal = f"goal={aim['qualifiers']['goal']}"
    make_ruling(
        day,
        "--subject",
        "China",
        "--predicate",
        "target_date",
        "--value",
        "2030",
        "--qualifier",
        goal,
        "--modality",
        aim["modality"],
    )
    assert day("cross-check", "--article", "003").code == 1


def test_the_same_share_of_something_else_is_no_contradiction(day: Callable[..., Any]) -> None:
    share = find(day, "share", "003")
    make_ruling(
        day,
        "--subject",
        share["subject"]["id"],
        "--predicate",
        "share",
        "--value",
        "weniger als 1 Prozent",
        "--qualifier",
        "of=geprüfte Falschmeldungen",
    )
    assert day("cross-check").code == 0


def test_who_said_it_is_judged_at_the_passage(day: Callable[..., Any]) -> None:
    passage = find(day, "refuses_topic", "003")
    done = day(
        "verdict", "add", passage["claim"], "--about", "attribution", "--mention", passage["id"],
        "--rating", "Falsch", "--rationale", "Der Test war der der Reporter.", "--none-found",
    )  # fmt: skip
    assert done.code == 0
    [verdict] = day("verdict", "list", "--json").json
    assert (verdict["about"], verdict["mention"]) == ("attribution", passage["id"])


def test_the_day_ends_with_a_fact_sheet_a_lint_and_an_export(day: Callable[..., Any], tmp_path: Path) -> None:
    released = find(day, "released", "004")
    day("mention", "accept", released["id"])
    evidence = day(
        "evidence",
        "add",
        released["id"],
        "--source",
        "q1",
        "--stance",
        "supports",
        "--quote",
        "20 January 2025",
    )
    assert evidence.code == 0
    assert day(
        "verdict", "add", released["claim"], "--rating", "true", "--rationale", "So says the lab.",
        "--evidence", evidence.out.strip(),
    ).code == 0  # fmt: skip
    assert day("ruling", "add", released["claim"], "--reason", "The lab's own note.").code == 0
    (tmp_path / "draft.txt").write_text("DeepSeek-R1 erschien im November 2024.\n", "utf-8")
    lint = day("lint", "draft.txt", "--language", "de", "--json")
    assert lint.code == 1
    assert lint.json["findings"][0]["rule"] == "ruling-violation"
    sheet = day("report", "run", "fact-sheet", "-p", "article=004", "--format", "csv")
    assert "true" in sheet.out
    before = day(
        "report", "run", "fact-sheet", "-p", "article=004", "-p", "as_of=2025-02-11T17:00Z", "--json"
    ).json
    assert before == []
    head = day("export", "audit", "out").out.strip().splitlines()[-1]
    assert day("audit", "verify", "out", "--head", head).code == 0
    done = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", capture_output=True
    )
    assert done.returncode == 0
    table = tmp_path / "out" / "tables" / "verdict.csv"
    table.write_text(table.read_text("utf-8").replace("So says the lab.", "So says nobody."), "utf-8")
    broken = day("audit", "verify", "out", "--head", head)
    assert broken.code == 1
    assert "tables/verdict.csv" in broken.out + broken.err


def test_a_rewrite_by_the_owner_shows_against_the_old_head(day: Callable[..., Any], tmp_path: Path) -> None:
    head = day("export", "audit", "out").out.strip().splitlines()[-1]
    sequence, _, digest = head.partition(":")
    forged = f"{sequence}:{digest[::-1]}"
    assert day("audit", "verify", "--head", head).code == 0
    assert day("audit", "verify", "--head", forged).code == 1
