"""What is wrong with a cluster or its options is said at once, and before anything is changed."""

import builtins
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.spark_cluster import why_not
from claims.crosscheck.spark import pack, spark_engine
from claims.errors import EngineFailed, ExtraMissing, OptionRefused

needs_spark = pytest.mark.skipif(bool(why_not()), reason=str(why_not()))


def find_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_without_spark_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("pyspark"):
            raise ImportError(name)
        return kept(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ExtraMissing, match=r"pip install 'claims\[spark\]'"), spark_engine("local[1]"):
        pass


@needs_spark
def test_without_java_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineFailed, match="needs Java"), spark_engine("local[1]"):
        pass


@needs_spark
@pytest.mark.parametrize("master", ["spark://127.0.0.1", "spark://127.0.0.1:port", "spark://:7077"])
def test_a_master_without_host_or_port_is_refused(master: str) -> None:
    with pytest.raises(OptionRefused, match="not the URL of a Spark master"), spark_engine(master):
        pass


@needs_spark
def test_a_shared_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(OptionRefused, match="no such folder"),
        spark_engine("local[1]", tmp_path / "missing"),
    ):
        pass


@needs_spark
def test_a_master_that_does_not_answer_ends_the_command(ledger: str, claims: Callable[..., Any]) -> None:
    master = f"spark://127.0.0.1:{find_free_port()}"
    ran = claims("--db", ledger, "cross-check", "--engine", "spark", "--master", master)
    assert ran.code == 74
    assert f"{master}: no Spark master answers" in ran.err


def test_the_split_needs_nothing_but_python_and_what_workers_are_sent(tmp_path: Path) -> None:
    packed = shutil.move(pack(tmp_path), tmp_path / "sent.zip")
    code = f"""
import sys
sys.path.insert(0, {str(packed)!r})
from claims.crosscheck.conflict.sweep import sweep
from claims.vocabulary import Predicate
rows = [(8, 1.0, 2.0, None, None, 1, "asserted", None, None, None, 0, "slot", "id"),
        (8, 5.0, 6.0, None, None, 2, "asserted", None, None, None, 0, "slot", "id")]
((slot, _, found),) = sweep(rows, {{1: Predicate("released", "date")}}, {{}})
print(slot, [member.claim for member in found.values.members], "sent.zip" in sys.modules["claims"].__file__)
"""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.stdout.split("\n")[0] == "1 [1, 2] True", done.stderr
