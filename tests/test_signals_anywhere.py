"""A signal at any moment of a command leaves the ledger as it was, or as the whole command leaves it."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_signals import dump

STOP = """
import os, sys
from claims.cli import main

left, number = int(sys.argv[1]), int(sys.argv[2])
sys.argv[1:] = sys.argv[3:]

def count(frame, event, given):
    global left
    if event == "call" and "claims" in frame.f_code.co_filename:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), number)

counts = left == -1
sys.setprofile(count)
try:
    code = main()
except SystemExit as stopped:
    code = stopped.code
finally:
    sys.setprofile(None)
    if counts:
        print(-left, file=sys.stderr)
sys.exit(code)
"""
"""Runs a command that sends itself a signal at the so-manieth call of a function of ours; -1 counts them."""

FEW, MANY = 6, 50

Run = Callable[[int, int, tuple[str, ...]], subprocess.CompletedProcess[str]]


@pytest.fixture
def run(empty_ledger: Path, tmp_path: Path) -> Run:
    """Return a function that runs a command on a fresh copy of a ledger with one article, stopped at a call."""
    (tmp_path / "a.txt").write_text(
        "DeepSeek-R1 erschien im Januar 2025. Alibaba hat 5.000 Mitarbeiter.\n", "utf-8"
    )
    (tmp_path / "b.txt").write_text("Tencent hat 6.000 Mitarbeiter.\n", "utf-8")
    ledger, start = tmp_path / "claims.db", tmp_path / "start.db"
    ledger.write_bytes(empty_ledger.read_bytes())
    for command in (("import", "a.txt", "--language", "de"), ("suggest",)):
        subprocess.run(
            [sys.executable, "-m", "claims", *command], cwd=tmp_path, check=True, capture_output=True
        )
    start.write_bytes(ledger.read_bytes())

    def stop_at(call: int, number: int, command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        for left in tmp_path.glob("claims.db*"):
            left.unlink()
        ledger.write_bytes(start.read_bytes())
        program = [sys.executable, "-c", STOP, str(call), str(number), *command]
        return subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, timeout=120)

    return stop_at


@pytest.mark.parametrize("points", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "command",
    [
        ("import", "b.txt", "--language", "de"),
        ("mention", "accept", "m1", "m2"),
        ("verdict", "add", "m1", "--rating", "true", "--rationale", "Known.", "--none-found"),
        ("cross-check",),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_all_or_nothing_is_left(run: Run, tmp_path: Path, command: tuple[str, ...], points: int) -> None:
    whole = run(-1, 0, command)
    assert whole.returncode == 0
    calls = int(whole.stderr.splitlines()[-1])
    after = count_rows(tmp_path / "claims.db")
    run(1, int(signal.SIGTERM), command)
    before = count_rows(tmp_path / "claims.db")
    assert before != after
    for point in range(1, points + 1):
        number = signal.SIGINT if point % 2 else signal.SIGTERM
        done = run(calls * point // (points + 1), int(number), command)
        left = count_rows(tmp_path / "claims.db")
        assert done.returncode in {0, 128 + number, -number}
        assert "Traceback" not in done.stderr
        assert left in (before, after)
        assert left == after or done.returncode != 0
        assert left == before or "taken back" not in done.stderr


def count_rows(path: Path) -> dict[str, int]:
    """Return how many rows each table has; times and salts differ from run to run."""
    return {name: len(rows) for name, rows in dump(path)}
