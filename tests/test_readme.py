"""README.md is a transcript: every command in it is run, in order, and prints what the page shows.

In the expected output `…` stands for anything within a line, and a line of only `…` for any lines. A
command may end with another exit code than 0 only where the next command is `echo $?`.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def read_transcript(page: str) -> list[tuple[str, str]]:
    """Return the commands of all console blocks, each with the output shown below it."""
    found: list[tuple[str, str]] = []
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        assert block.startswith("$ "), f"a console block begins with a command: {block[:40]!r}"
        for line in block.splitlines():
            command, shown = found[-1] if found else ("", "")
            if line.startswith("$ "):
                found.append((line[2:], ""))
            elif line.startswith("> ") and command.endswith("\\") and not shown:
                found[-1] = (f"{command[:-1]}{line[2:]}", "")
            else:
                found[-1] = (command, f"{shown}{line}\n")
    return found


def fits(shown: str, printed: str) -> bool:
    """Tell whether a command printed what the page shows."""
    lines = [
        r"(?:[^\n]*\n)*?"
        if line.strip() == "…"
        else r"[^\n]*?".join(map(re.escape, line.split("…"))) + r"[ ]*\n"
        for line in shown.splitlines()
    ]
    ended = printed if printed.endswith("\n") or not printed else f"{printed}\n"
    return re.fullmatch("".join(lines), ended) is not None


def make_environment(home: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("CLAIMS_", "PYTHON", "LC_"))
    }
    return kept | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}",
        "HOME": str(home),
        "TMPDIR": str(home),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONUNBUFFERED": "1",
    }


def test_the_readme_prints_what_it_shows(tmp_path: Path) -> None:
    home, desk = tmp_path / "home", tmp_path / "desk"
    home.mkdir()
    shutil.copytree(ROOT / "seeds", desk / "seeds")
    transcript = read_transcript(README.read_text("utf-8"))
    assert transcript
    code = 0
    for place, (command, shown) in enumerate(transcript):
        done = subprocess.run(
            ["bash", "-c", f"(exit {code}); {command}"],
            cwd=desk,
            env=make_environment(home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )
        code = done.returncode
        assert fits(shown, done.stdout), (
            f"$ {command}\n--- the page shows\n{shown}--- it prints\n{done.stdout}"
        )
        asked = [following for following, _ in transcript[place + 1 : place + 2]] == ["echo $?"]
        assert code == 0 or asked, (
            f"$ {command}\nends with {code} and the page does not say so\n{done.stdout}"
        )


def test_the_readme_is_short() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 150


@pytest.mark.parametrize(
    ("shown", "printed", "fitting"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a … c\n", "a b c\n", True),
        ("a … c\n", "a b\nc\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\nd\n", "a\nb\n", False),
        ("", "surprise\n", False),
        ("a\n", "", False),
    ],
)
def test_dots_stand_for_what_may_differ_and_for_nothing_else(shown: str, printed: str, fitting: bool) -> None:
    assert fits(shown, printed) is fitting


def test_a_command_may_go_over_several_lines() -> None:
    page = "```console\n$ claims import \\\n>   a.txt\n1 imported\n$ true\n```\n"
    assert read_transcript(page) == [("claims import   a.txt", "1 imported\n"), ("true", "")]
