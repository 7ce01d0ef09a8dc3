"""A command that is stopped leaves nothing behind, and says how it ended."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claims.cli.boundary import hoist


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_import_takes_everything_back(
    empty_ledger: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    (tmp_path / "claims.db").write_bytes(empty_ledger.read_bytes())
    pipe = tmp_path / "feed.jsonl"
    pipe.write_text(
        '{"id": "%s", "text": "Ein Satz."}\n' * 1 % "x"
        + "".join(f'{{"id": "{n}", "text": "Satz {n}."}}\n' for n in range(200_000))
    )
    program = subprocess.Popen(
        [sys.executable, "-m", "claims", "import", "feed.jsonl"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    journal = tmp_path / "claims.db-wal"
    deadline = time.monotonic() + 60
    while program.poll() is None and time.monotonic() < deadline:
        if journal.exists() and journal.stat().st_size > 100_000:
            break
        time.sleep(0.02)
    program.send_signal(number)
    _, said = program.communicate(timeout=60)
    assert program.returncode == code
    assert "Traceback" not in said
    listed = subprocess.run(
        [sys.executable, "-m", "claims", "article", "list", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert listed.stdout == "[]\n"


STOP = """
import os, signal, sys
import claims.ingest.run, claims.store.record
from claims.cli import main
from claims.store.write import insert_rows

left = int(sys.argv[1])

def stop_there(*given):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), int(sys.argv[2]))
    return insert_rows(*given)

for name, module in list(sys.modules.items()):
    if name.startswith("claims.") and getattr(module, "insert_rows", None) is insert_rows:
        module.insert_rows = stop_there
sys.exit(main(sys.argv[3:]))
"""
"""Runs a command that sends itself a signal when it is about to write rows for the so-manieth time."""


@pytest.mark.parametrize("place", [1, 2, 3, 4, 5])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_wherever_a_command_is_stopped_the_ledger_is_what_it_was(
    empty_ledger: Path, tmp_path: Path, place: int, number: signal.Signals, code: int
) -> None:
    (tmp_path / "claims.db").write_bytes(empty_ledger.read_bytes())
    (tmp_path / "a.txt").write_text("Die Brücke wurde am 3. Mai 2024 eröffnet.\n", "utf-8")
    before = dump(tmp_path / "claims.db")
    done = subprocess.run(
        [sys.executable, "-c", STOP, str(place), str(int(number)), "import", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert "the unfinished change was taken back" in done.stderr
    assert dump(tmp_path / "claims.db") == before


def dump(path: Path) -> list[tuple[str, list[Any]]]:
    """Return every row of every table."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return [(name, connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in sorted(names)]


def test_a_reader_that_has_seen_enough_is_no_error(empty_ledger: Path) -> None:
    program = f"{sys.executable} -m claims --db {empty_ledger} predicate list --format jsonl | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_global_options_are_found_anywhere_but_after_two_dashes() -> None:
    assert hoist(["mention", "list", "--json", "--db", "x.db"]) == [
        "--json",
        "--db",
        "x.db",
        "mention",
        "list",
    ]
    assert hoist(["sql", "--", "--json"]) == ["sql", "--", "--json"]
    assert hoist(["init", "--as=mk"]) == ["--as=mk", "init"]
