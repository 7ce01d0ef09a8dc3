"""Commands explain themselves, and starting one costs no more than it needs."""

import json
import shlex
import subprocess
import sys
from typing import Any

import pytest

from claims.cli import main
from claims.cli.lazy import COMMANDS
from tests.project.commands import parse, walk
from tests.project.files import ROOT

COMMAND_PATHS = dict(walk())
ACTS = {path: command for path, command in COMMAND_PATHS.items() if not hasattr(command, "commands")}


def list_examples(command: Any) -> list[str]:
    lines = [line.strip() for line in (command.epilog or "").splitlines()]
    assert lines[1:2] in (["Example:"], ["Examples:"]), lines
    return [part.strip() for line in lines[2:] if line for part in line.split(" | ")]


@pytest.mark.parametrize("path", COMMAND_PATHS)
def test_every_command_says_in_a_sentence_what_it_does(path: str) -> None:
    first = (COMMAND_PATHS[path].help or "").strip().partition("\n")[0]
    assert first.endswith(".")
    assert len(first) > 10


@pytest.mark.parametrize("path", ACTS)
def test_every_command_has_an_example_of_itself(path: str) -> None:
    assert any(
        example.startswith(f"claims {path}") or f" {path}" in example for example in list_examples(ACTS[path])
    )


@pytest.mark.parametrize("path", ACTS)
def test_every_example_is_accepted_by_the_program(path: str) -> None:
    for example in list_examples(ACTS[path]):
        words = shlex.split(example)
        if words[0] == "claims":
            assert parse(words[1:]) in ACTS


def test_an_example_with_an_unknown_option_would_be_noticed() -> None:
    with pytest.raises(Exception, match="no-such-option"):
        parse(["mention", "list", "--no-such-option"])


@pytest.mark.parametrize("path", ACTS)
def test_every_argument_and_option_has_a_help_text(path: str) -> None:
    unexplained = [one.name for one in ACTS[path].params if not one.help]
    assert unexplained == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_fits_what_each_says_of_itself(name: str) -> None:
    # The list is printed without loading the commands, so its sentences are written down twice.
    stub = COMMANDS[name][1]
    own = (COMMAND_PATHS[name].help or "").strip()
    assert shares_a_word(stub, own), (stub, own)


def shares_a_word(one: str, other: str) -> bool:
    first, second = (
        {word.strip(".,;:").lower() for word in text.split() if len(word) > 3} for text in (one, other)
    )
    return bool(first & second)


@pytest.mark.parametrize("path", ["", *COMMAND_PATHS])
def test_the_page_of_commands_shows_the_help_as_it_is_printed(
    path: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*path.split(), "--help"]) == 0
    printed = "\n".join(line.rstrip() for line in capsys.readouterr().out.rstrip("\n").splitlines())
    assert f"```text\n{printed}\n```" in (ROOT / "docs" / "commands.md").read_text("utf-8")


def list_loaded(*arguments: str) -> set[str]:
    """Return the top-level names, and those two deep in `claims`, of the modules that a call loaded."""
    code = (
        "import json, sys; from claims.cli import main; code = main(sys.argv[1:]);"
        "print(json.dumps([code, *sys.modules]), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    code, *modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0 or not arguments
    return {".".join(name.split(".")[: 2 if name.startswith("claims.") else 1]) for name in modules}


HEAVY = {"sqlalchemy", "alembic", "jinja2", "yaml", "rich", "pygments", "pysqlite3", "sqlite3"}
ROOMS = {
    "claims.store",
    "claims.values",
    "claims.suggest",
    "claims.crosscheck",
    "claims.ingest",
    "claims.vocabulary",
}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_and_version_load_neither_database_nor_text_tools(arguments: list[str]) -> None:
    assert list_loaded(*arguments) & (HEAVY | ROOMS | {"pydantic"}) == set()


@pytest.mark.parametrize("path", COMMAND_PATHS)
def test_the_help_of_a_command_loads_neither_database_nor_text_tools(path: str) -> None:
    # Typer itself loads pydantic for commands that take a list or a path.
    assert list_loaded(*path.split(), "--help") & (HEAVY | ROOMS) == set()


def test_a_command_that_opens_the_database_is_seen_to_load_it(ledger: str) -> None:
    # Else the tests above would pass whatever was loaded.
    assert {"sqlalchemy", "claims.store"} <= list_loaded("--db", ledger, "reviewer", "list")
