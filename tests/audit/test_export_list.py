"""P01: what only a confidential source's list says stays at the desk, with the names that only it knows."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.audit.test_export import sweep
from tests.conftest import Ran

SECRET_NAME, SHARED_NAME = "Nebelmodell X9", "DeepSeek-R1"


@pytest.fixture
def listed(desk: Callable[..., Ran], tmp_path: Path) -> Callable[..., Ran]:
    """Return the command line on a ledger with a list from an informant, and an article that contradicts it."""
    (tmp_path / "talk.txt").write_text("What the informant said.\n", "utf-8")
    (tmp_path / "list.csv").write_text(f"model,date\n{SECRET_NAME},2021-05\n{SHARED_NAME},2024-11\n", "utf-8")
    (tmp_path / "a.txt").write_text(f"{SHARED_NAME} wurde im Januar 2025 veröffentlicht.\n", "utf-8")
    added = (
        "source",
        "add",
        "--title",
        "Igor",
        "--kind",
        "interview",
        "--confidential",
        "--file",
        "talk.txt",
    )
    for command in (
        ("import", "a.txt", "--language", "de"),
        ("suggest",),
        added,
        (
            "source",
            "import-list",
            "list.csv",
            "--source",
            "q1",
            "--map",
            "subject=model",
            "--map",
            "released=date",
        ),
    ):
        assert desk(*command).code == 0
    found = desk("cross-check", "--json").json["findings"]
    assert "reference-mismatch" in [one["rule"] for one in found]
    return desk


def read_column(folder: Path, table: str, column: str) -> list[str]:
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


def test_names_claims_and_findings_of_a_confidential_list_are_nowhere(listed: Any, tmp_path: Path) -> None:
    assert listed("export", "audit", "out").code == 0
    for needle in ("Igor", SECRET_NAME, "2021-05", "2024-11"):
        assert sweep(tmp_path / "out", needle) == []
    assert listed("audit", "verify", "out").code == 0


def test_what_articles_say_of_the_same_things_is_there(listed: Any, tmp_path: Path) -> None:
    assert listed("export", "audit", "out").code == 0
    assert SHARED_NAME in read_column(tmp_path / "out", "entity", "label")
    assert read_column(tmp_path / "out", "claim", "edtf") == ["2025-01"]


def test_the_list_is_there_when_it_is_asked_for(listed: Any, tmp_path: Path) -> None:
    assert listed("export", "audit", "out", "--include-confidential").code == 0
    assert SECRET_NAME in read_column(tmp_path / "out", "entity", "label")
    assert listed("audit", "verify", "out").code == 0
