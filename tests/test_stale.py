"""A verdict goes stale as soon as its source says something else, and says which part changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_a_changed_snapshot_makes_the_verdict_stale_and_is_named(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("DeepSeek-R1 erschien im Januar 2025.", "utf-8")
    (tmp_path / "note.txt").write_text("R1 was released on 20 January 2025.", "utf-8")
    (tmp_path / "later.txt").write_text("R1 was released on 21 January 2025.", "utf-8")
    desk("import", "a.txt", "--language", "de", "--published", "2025-02-01")
    desk("suggest")
    [mention] = desk("mention", "list", "--predicate", "released", "--json").json
    desk("source", "add", "--title", "Note", "--kind", "official", "--file", "note.txt")
    desk(
        "evidence",
        "add",
        mention["claim"],
        "--source",
        "q1",
        "--stance",
        "supports",
        "--quote",
        "20 January 2025",
    )
    desk(
        "verdict",
        "add",
        mention["claim"],
        "--rating",
        "true",
        "--rationale",
        "So it says.",
        "--evidence",
        "v1",
    )
    assert desk("cross-check", "--fail-on", "warning").code == 0
    assert desk("source", "snapshot", "q1", "--file", "later.txt").code == 0
    checked = desk("cross-check", "--fail-on", "warning", "--json")
    assert checked.code == 1
    [finding] = checked.json["findings"]
    assert finding["rule"] == "stale-verdict"
    assert "evidence" in finding["message"]


def test_a_second_reviewers_other_rating_is_a_disagreement(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("DeepSeek-R1 erschien im Januar 2025.", "utf-8")
    desk("import", "a.txt", "--language", "de", "--published", "2025-02-01")
    desk("suggest")
    [mention] = desk("mention", "list", "--predicate", "released", "--json").json
    desk("reviewer", "add", "zz")
    for who, rating in (("mk", "true"), ("zz", "false")):
        judged = (
            "verdict",
            "add",
            mention["claim"],
            "--rating",
            rating,
            "--rationale",
            "Read it.",
            "--none-found",
        )
        assert desk(*judged, "--as", who).code == 0
    found = desk("cross-check", "--as", "mk", "--json").json["findings"]
    assert [one["rule"] for one in found if one["severity"] == "warning"] == ["verdict-disagreement"]
