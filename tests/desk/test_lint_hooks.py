"""`claims lint` where other programs start it: GitHub Actions, pre-commit, an editor that saves."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.cli.lint_format import write_annotations
from claims.desk.draft import Draft
from tests.conftest import ROOT
from tests.desk.drafting import JANUARY, NOVEMBER

Run = Callable[..., Any]
_COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\n]*,?)+)::([^\r\n]*)")


def read_annotation(line: str) -> tuple[str, dict[str, str], str]:
    """Return a workflow command as GitHub's runner reads it: level, properties, message."""
    match = _COMMAND.fullmatch(line)
    assert match, line
    pairs = dict(one.split("=", 1) for one in match[2].split(","))
    unescape = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}

    def read(text: str) -> str:
        return re.sub("%(25|0D|0A|3A|2C)", lambda one: unescape[one[0]], text)

    return match[1], {name: read(value) for name, value in pairs.items()}, read(match[3])


@pytest.fixture
def newsroom(desk: Run, tmp_path: Path) -> Run:
    """Return the command line where an article dates the release of DeepSeek-R1."""
    (tmp_path / "a.txt").write_text(JANUARY, "utf-8")
    desk("import", "a.txt", "--language", "de", "--outlet", "Blatt: 100 %,", "--published", "2025-01-27")
    desk("suggest")
    return desk


def test_github_is_told_file_line_and_column(newsroom: Run) -> None:
    ran = newsroom(
        "lint",
        "-",
        "--language",
        "de",
        "--format",
        "github",
        "--name",
        "a,b:c.md",
        stdin=f"So:\n🎉 Und: {NOVEMBER}",
    )
    level, where, message = read_annotation(ran.out.splitlines()[0])
    assert (ran.code, level) == (1, "error")
    assert where == {
        "file": "a,b:c.md",
        "line": "2",
        "endLine": "2",
        "col": "9",
        "endColumn": str(9 + len(NOVEMBER) - 1),
        "title": "value-contradiction",
    }
    assert message.startswith(
        "DeepSeek-R1 · released: the draft says 2024-11, against c1: 2025-01, Blatt: 100 %, [a1]"
    )
    assert message.endswith("November 2024 and January 2025 are different months.")


def test_what_runs_over_lines_has_no_columns() -> None:
    draft = Draft("a.md", None, "One\ntwo", "en", None)
    claim = {"value": None, "polarity": "asserted"}
    slot = {"subject": {"label": "X"}, "predicate": "released", "qualifiers": {}}
    place = {"severity": "warning", "rule": "r", "field": "text", "start": 1, "end": 6}
    finding = {**claim, **place, "slot": slot, "against": [], "more": 0, "why": None}
    [line] = write_annotations(draft, [finding])
    level, where, _ = read_annotation(line)
    assert (level, where["line"], where["endLine"], "col" in where) == ("warning", "1", "2", False)


def test_a_draft_cannot_give_github_commands(newsroom: Run) -> None:
    text = f"{NOVEMBER[:-1]}\n::set-env name=x::y\n::error::z"
    ran = newsroom("lint", "-", "--language", "de", "--format", "github", stdin=text)
    assert len([line for line in ran.out.splitlines() if line.startswith("::")]) == 1


def test_several_drafts_are_checked_each_by_itself_in_one_call(newsroom: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Brakwin-9 erschien im Mai 2024.", "utf-8")
    (tmp_path / "two.md").write_text(f"Brakwin-9 erschien im Juni 2024. {NOVEMBER}", "utf-8")
    ran = newsroom("lint", "one.txt", "two.md", "one.txt", "--language", "de", "--json")
    assert [(one["draft"], one["slot"]["subject"]["label"]) for one in ran.json["findings"]] == [
        ("two.md", "DeepSeek-R1")
    ]
    assert (ran.code, ran.json["claims"]) == (1, 3)


def test_an_unreadable_draft_among_several_ends_with_2_and_prints_no_half(
    newsroom: Run, tmp_path: Path
) -> None:
    (tmp_path / "two.md").write_text(NOVEMBER, "utf-8")
    ran = newsroom("lint", "two.md", "missing.md")
    assert (ran.code, ran.out) == (2, "")
    assert "missing.md" in ran.err


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *names, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_pre_commit_stops_a_commit_that_contradicts_the_ledger(newsroom: Run, tmp_path: Path) -> None:
    hooks, work = tmp_path / "hooks", tmp_path / "work"
    for folder in (hooks, work):
        folder.mkdir()
        git(folder, "init", "-q")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "add", "-A")
    git(hooks, "commit", "-q", "-m", "Hooks")
    (work / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {git(hooks, 'rev-parse', 'HEAD')}\n  hooks:\n"
        f"  - id: claims-lint\n    args: [--db, {tmp_path / 'claims.db'}, --language, de]\n",
        "utf-8",
    )
    (work / "good.md").write_text(JANUARY, "utf-8")
    (work / "notes.csv").write_text(NOVEMBER, "utf-8")
    assert _commit(work, tmp_path).returncode == 0
    (work / "bad.md").write_text(NOVEMBER, "utf-8")
    (work / "worse.txt").write_text(NOVEMBER, "utf-8")
    stopped = _commit(work, tmp_path)
    assert stopped.returncode == 1, stopped.stdout
    assert "bad.md:1:1  violation  value-contradiction  DeepSeek-R1 · released" in stopped.stdout
    assert "worse.txt:1:1" in stopped.stdout
    assert "good.md" not in stopped.stdout


def _commit(work: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Let pre-commit see all files, as it does before a commit."""
    git(work, "add", "-A")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path, "PRE_COMMIT_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    return subprocess.run(command, cwd=work, env=environment, capture_output=True, encoding="utf-8")
