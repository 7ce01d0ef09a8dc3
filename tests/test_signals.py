"""A command that is stopped leaves nothing behind, and says how it ended."""

import signal
import subprocess
import sys
import time
from pathlib import Path

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
