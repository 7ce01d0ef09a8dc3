"""On a real cluster of a master and two workers, flag and split give what the ledger's own run gives."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.spark_cluster import Cluster, wait_until, why_not
from claims.crosscheck import cross_check
from claims.crosscheck.query import read_sql
from claims.store.record import record
from claims.store.transaction import writing
from tests.crosscheck.findings import read_findings
from tests.crosscheck.many import fill_many, fill_rows

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=str(why_not())),
    pytest.mark.xdist_group("spark"),  # one cluster for all of these
]
SCRIPT = Path(__file__).with_name("spark_run.py")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def unchecked(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of many claims that no cross-check has seen; copy it."""
    path = tmp_path_factory.mktemp("many") / "claims.db"
    shutil.copy(empty_ledger, path)
    with writing(str(path), actor="mk", command="test") as session:
        fill_many(session, seed=5)
        record(session, "test", None, "end")
    return path


@pytest.fixture(scope="module")
def wanted(unchecked: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """Return what the ledger's own run finds."""
    path = shutil.copy(unchecked, tmp_path_factory.mktemp("sql") / "claims.db")
    with writing(str(path), actor="mk", command="cross-check") as session:
        cross_check(session, scope="all")
    found = read_findings(path)
    assert len(found["finding"]) > 20
    assert len({row[1] for row in found["finding"]}) >= 3
    return found


@pytest.fixture
def ledger(unchecked: Path, tmp_path: Path) -> str:
    return str(shutil.copy(unchecked, tmp_path / "claims.db"))


def start(cluster: Cluster, *command: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        env=cluster.environment,
        cwd=cluster.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str], code: int = 0) -> tuple[str, str]:
    try:
        out, err = process.communicate(timeout=300)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    assert process.returncode == code, err
    return out, err


def test_a_cluster_finds_what_the_ledgers_own_run_finds(
    cluster: Cluster, ledger: str, wanted: dict[str, list[Any]]
) -> None:
    command = ("--db", ledger, "--json", "cross-check", "--engine", "spark", "--master", cluster.url)
    out, _ = finish(start(cluster, "-m", "claims", *command), code=1)
    assert read_findings(ledger) == wanted
    assert len(json.loads(out)["findings"]) == len(wanted["finding"])


def test_a_cluster_flags_the_keys_that_the_ledgers_own_query_flags(cluster: Cluster, ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        fill_rows(session, seed=7)
        record(session, "test", None, "end")
    connection = sqlite3.connect(ledger)
    own = sorted(key for (key,) in connection.execute(read_sql("flag")))
    connection.close()
    out, _ = finish(start(cluster, SCRIPT, "flag", ledger, cluster.url))
    assert 100 < len(own) < 1900
    assert json.loads(out) == own


def test_a_cluster_without_room_is_no_place_to_wait_for(cluster: Cluster, ledger: str) -> None:
    conf = cluster.folder / "greedy"
    conf.mkdir()
    (conf / "spark-defaults.conf").write_text("spark.executor.memory 512g\n", "utf-8")
    environment = cluster.environment | {"SPARK_CONF_DIR": str(conf)}
    done = subprocess.run(
        [sys.executable, SCRIPT, "check", ledger, cluster.url, cluster.folder, "1"],
        env=environment,
        cwd=cluster.folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 74
    assert "no worker gave room within 1 s" in done.stderr
    assert read_findings(ledger)["finding"] == []


def test_a_worker_that_is_killed_in_mid_job_changes_no_finding(
    cluster: Cluster, ledger: str, wanted: dict[str, list[Any]]
) -> None:
    gate = cluster.folder / "gated"
    gate.mkdir()
    victim, other = cluster.workers
    process = start(cluster, SCRIPT, "check", ledger, cluster.url, gate)

    def list_tasks(worker: Any) -> set[str]:
        """Return the tasks of the split that began on a worker: its partition of which stage, which attempt."""
        return {
            path.stem
            for path in gate.glob("*.task")
            if Path(path.read_text("utf-8")).is_relative_to(worker.folder)
        }

    try:
        wait_until(lambda: bool(list_tasks(victim) and list_tasks(other)), "a task on each worker")
        caught = list_tasks(victim)
        os.kill(victim.process.pid, 0)
        victim.kill()
        (gate / "gate").touch()
        finish(process)
    finally:
        process.kill()
    assert read_findings(ledger) == wanted
    again = {name.split("-")[1] for name in list_tasks(other)}
    assert {name.split("-")[1] for name in caught} <= again
    assert process.returncode == 0


def test_nothing_of_a_cluster_is_left_running(tmp_path_factory: pytest.TempPathFactory) -> None:
    started = Cluster(tmp_path_factory.mktemp("short"), workers=0)
    assert started.list_running()
    started.stop()
    assert started.list_running() == []
