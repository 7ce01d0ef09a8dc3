"""What every test may ask for: a ledger of its own, the command line, the real material beside the project."""

import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_configure() -> None:
    """Let what tests start be stopped with Ctrl-C, also where the suite runs in the background and is deaf to it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with the vocabulary and reviewer mk; copy it, do not write to it."""
    from claims.desk.init import init

    path = tmp_path_factory.mktemp("ledger") / "claims.db"
    init(str(path), actor="mk")
    return path


@pytest.fixture
def ledger(empty_ledger: Path, tmp_path: Path) -> str:
    """Return the path of a fresh ledger of the test's own."""
    path = tmp_path / "claims.db"
    path.write_bytes(empty_ledger.read_bytes())
    return str(path)


class Ran:
    """What a command line did."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def claims(tmp_path: Path) -> Callable[..., Ran]:
    """Return a function that runs `claims` in a folder of the test's own, as a user would."""

    def run(*arguments: str, stdin: str = "", cwd: Path = tmp_path, env: dict[str, str] | None = None) -> Ran:
        import os

        environment = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMS_")}
        done = subprocess.run(
            [sys.executable, "-m", "claims", *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={"CLAIMS_DEBUG": "1"} | environment | (env or {}),
            timeout=300,
        )
        ran = Ran(done.returncode, done.stdout, done.stderr)
        assert "Traceback" not in ran.err, ran.err
        return ran

    return run


@pytest.fixture
def desk(empty_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Return the command line in a folder that has a fresh ledger, run in this process to save its start."""
    (tmp_path / "claims.db").write_bytes(empty_ledger.read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMS_DEBUG", "1")

    def run(*arguments: str, stdin: str = "") -> Ran:
        from claims.cli import main

        out, err = io.StringIO(), io.StringIO()
        with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setattr(sys, "stdin", io.StringIO(stdin))
            code = main(list(arguments))
        return Ran(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def shared() -> Path:
    """Return the folder of real articles and benchmark sets; skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the real articles are not beside this checkout")
    return SHARED
