"""The pages say what the code says."""

import inspect
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims import errors
from claims.crosscheck.rules import list_rules
from claims.store.tables import Table
from tests.project.files import ROOT, list_files, list_python, parse, read

TABLES = dict(sorted((one.class_.__tablename__, one.class_) for one in Table.registry.mappers))
PAGES = [path for path in list_files() if path.endswith(".md")]


def generate(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "generate.py"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120)


def test_the_generated_pages_are_up_to_date() -> None:
    checked = generate(ROOT / "docs", "--check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_page_that_differs_from_the_code_is_noticed_and_left_alone(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    page = folder / "errors.md"
    changed = page.read_text("utf-8").replace("corrupt", "in good health")
    page.write_text(changed, "utf-8")
    checked = generate(folder, "--check")
    assert checked.returncode == 1
    assert "in good health" in checked.stdout
    assert page.read_text("utf-8") == changed


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_says_what_it_holds(name: str) -> None:
    assert inspect.getdoc(TABLES[name]) not in (None, inspect.getdoc(Table))
    unexplained = [column.name for column in TABLES[name].__table__.columns if not (column.doc or "").strip()]
    assert unexplained == []


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_is_on_the_page_of_the_schema(name: str) -> None:
    section = read("docs/schema.md").partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    missing = [
        column.name for column in TABLES[name].__table__.columns if f"| {column.name} | " not in section
    ]
    assert missing == []


def test_every_table_is_known_to_the_audit_log_or_derived() -> None:
    from claims.store.write import UNRECORDED

    assert set(TABLES) >= UNRECORDED


@pytest.mark.parametrize("code", errors.ExitCode)
def test_every_exit_code_is_explained(code: errors.ExitCode) -> None:
    assert f"| {int(code)} | {code.name.lower()} | " in read("docs/errors.md")


def list_errors() -> list[type[errors.ClaimsError]]:
    return [
        kind
        for kind in vars(errors).values()
        if inspect.isclass(kind) and issubclass(kind, errors.ClaimsError)
    ]


@pytest.mark.parametrize("kind", list_errors(), ids=lambda kind: kind.__name__)
def test_every_error_is_explained_and_has_an_exit_code(kind: type[errors.ClaimsError]) -> None:
    assert "__doc__" in vars(kind)
    assert kind.__doc__
    assert kind.exit_code in set(errors.ExitCode) - {errors.ExitCode.DONE}
    assert f"| {kind.__name__} | {int(kind.exit_code)} | " in read("docs/errors.md")


def test_errors_for_users_are_declared_in_one_file() -> None:
    names = {kind.__name__ for kind in list_errors()}
    elsewhere = [
        path
        for path in list_python("claims/")
        for node in parse(path).body
        if path != "claims/errors.py"
        and hasattr(node, "bases")
        and any(getattr(base, "id", "") in names for base in node.bases)
    ]
    assert elsewhere == []


@pytest.mark.parametrize("rule", list_rules(), ids=lambda rule: rule.name)
def test_every_rule_is_explained_in_both_languages(rule: Any) -> None:
    page = read("docs/rules.md")
    assert f"## {rule.name}\n" in page
    assert all(rule.title[language] and rule.explanation[language] in page for language in ("de", "en"))


@pytest.mark.parametrize("path", PAGES)
def test_every_link_between_pages_leads_somewhere(path: str) -> None:
    targets = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", read(path))
    broken = [target for target in targets if not (ROOT / path).parent.joinpath(target).exists()]
    assert broken == []


@pytest.mark.parametrize("path", PAGES)
def test_every_make_target_that_a_page_names_exists(path: str) -> None:
    named = {word for line in re.findall(r"`make ([a-z -]+)`", read(path)) for word in line.split()}
    assert named <= set(re.findall(r"^([a-z][a-z-]*):", read("Makefile"), re.MULTILINE))


@pytest.fixture
def verifier(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Return a function that runs the program printed on the page of design, outside the project, on a ledger."""
    (block,) = re.findall(r"```python\n(.*?)```", read("docs/design.md"), re.DOTALL)
    assert len(block.splitlines()) <= 20
    script = tmp_path / "verify.py"
    script.write_text(block, "utf-8")

    def run(ledger: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-I", "-S", str(script), ledger],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
        )

    return run


def edit(ledger: str, statement: str) -> None:
    """Change a ledger as its owner could: without the triggers that refuse it."""
    connection = sqlite3.connect(ledger)
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()


def test_the_printed_verifier_accepts_a_sound_ledger(verifier: Any, ledger: str) -> None:
    head = sqlite3.connect(ledger).execute("SELECT hash FROM event ORDER BY seq DESC").fetchone()[0]
    assert verifier(ledger).stdout == f"{head} is the head; 0 payloads withheld\n"


def test_the_printed_verifier_counts_what_was_withheld(verifier: Any, ledger: str) -> None:
    edit(ledger, "UPDATE event_payload SET salt = NULL, body = NULL WHERE seq = 2")
    assert verifier(ledger).stdout.endswith(" is the head; 1 payloads withheld\n")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE event SET at = '2020-01-01T00:00:00Z' WHERE seq = 1", "event 1: broken"),
        (
            "UPDATE event_payload SET body = replace(body, 'released', 'recalled') WHERE seq = 2",
            "event 2: its payload",
        ),
        ("DELETE FROM event WHERE seq = 1", "event 1: broken"),
    ],
)
def test_the_printed_verifier_refuses_an_altered_ledger(
    verifier: Any, ledger: str, statement: str, said: str
) -> None:
    edit(ledger, statement)
    done = verifier(ledger)
    assert done.returncode == 1
    assert done.stderr.startswith(said)
