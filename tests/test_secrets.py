"""A password or a key that somebody gave the program is told to nobody."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.errors import DatabaseForeign
from claims.store.database import get_path
from tests.suggest.model_server import KEY, claim_all, serve

PASSWORD = "hunter2-is-no-secret"
ADDRESSES = (
    f"postgresql://desk:{PASSWORD}@db.example.org/claims",
    f"postgresql+psycopg://desk:{PASSWORD}@db.example.org:5432/claims",
    f"postgresql://desk:{PASSWORD}@db.example.org:port/claims",
    f"postgresql://desk:a@b/{PASSWORD}@db.example.org/claims",
    f"postgresql://db.example.org/claims?user=desk&password={PASSWORD}",
    f"mysql://desk:{PASSWORD}@db.example.org/claims",
    f"://desk:{PASSWORD}@db.example.org",
    f"not a scheme://desk:{PASSWORD}@db.example.org",
    f"sqlite://desk:{PASSWORD}@/",
    f"postgresql://desk:{PASSWORD}\n@db.example.org/claims",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_refused_address_is_named_without_its_password(address: str) -> None:
    with pytest.raises(DatabaseForeign) as refused:
        get_path(address)
    assert PASSWORD not in str(refused.value)


@pytest.mark.parametrize("way", ["--db", "CLAIMS_DATABASE_URL"])
@pytest.mark.parametrize(
    "command", [("init",), ("article", "list"), ("audit", "verify"), ("sql", "SELECT 1")]
)
def test_no_command_prints_the_password_of_a_database(
    desk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, way: str, command: tuple[str, ...]
) -> None:
    if way == "--db":
        done = desk("--db", ADDRESSES[0], *command)
    else:
        monkeypatch.setenv(way, ADDRESSES[0])
        done = desk(*command)
    assert done.code == 2
    assert "only SQLite files are supported" in done.err
    assert PASSWORD not in done.out + done.err


def test_what_an_address_adds_opens_no_other_database(ledger: str, tmp_path: Path) -> None:
    """Options of SQLite's own addresses, such as mode=memory or vfs, are no way around the checks."""
    for added in ("?mode=memory", "?vfs=unix-none", "?mode=rwc&cache=shared", "?immutable=1"):
        assert get_path(f"sqlite:///{ledger}{added}") == Path(ledger)


def test_a_models_key_is_in_no_output_no_event_no_export_and_no_command_line(
    claims: Callable[..., Any], tmp_path: Path
) -> None:
    claims("init")
    (tmp_path / "a.txt").write_text("DeepSeek-R1 erschien am 20. Januar 2025.\n", "utf-8")
    seen: list[str] = []

    def answer(handler: Any, request: Any) -> None:
        # While the model is asked, the command is running: what would `ps` show?
        listed = subprocess.run(
            ["ps", "-eo", "args"], capture_output=True, encoding="utf-8", errors="replace"
        )
        seen.append(listed.stdout)
        claim_all()(handler, request)

    with serve(answer) as served:
        ran = [claims("import", "a.txt"), claims("suggest", "--with", "llm", env=served.environment)]
    ran += [claims("audit", "log", "--json"), claims("export", "audit", "out")]
    assert [one.code for one in ran] == [0] * 4
    assert served.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert "claims suggest --with llm" in seen[0]
    assert KEY not in "".join([*(one.out + one.err for one in ran), *seen])
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 40
    assert [path for path in files if KEY.encode() in path.read_bytes()] == []


def test_a_traceback_that_was_asked_for_holds_no_key(tmp_path: Path) -> None:
    """CLAIMS_DEBUG prints where a fault of the program lies, never what its variables hold."""
    program = (
        "import claims.suggest.llm.endpoint as endpoint\n"
        "def fail(*_): raise RuntimeError('boom')\n"
        "endpoint._read_timeout = fail\n"
        "from claims.cli import main; import sys; sys.exit(main(['suggest', '--with', 'llm']))\n"
    )
    (tmp_path / "a.txt").write_text("Ein Satz.\n", "utf-8")
    for command in (["init"], ["import", "a.txt"]):
        subprocess.run(
            [sys.executable, "-m", "claims", *command], cwd=tmp_path, check=True, capture_output=True
        )
    environment = dict(os.environ) | {
        "CLAIMS_LLM_URL": "http://127.0.0.1:9/v1",
        "CLAIMS_LLM_MODEL": "m",
        "CLAIMS_LLM_KEY": KEY,
        "CLAIMS_DEBUG": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert "RuntimeError: boom" in done.stderr
    assert KEY not in done.stderr + done.stdout
