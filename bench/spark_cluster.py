"""A standalone Spark cluster on this machine's loopback address: a master, workers, and their end."""

import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

WAIT_SECONDS = 120
LEAN = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
"""Java that starts quickly rather than runs fast."""

DEFAULTS = """
spark.executor.memory {memory}
spark.driver.memory {memory}
spark.driver.extraJavaOptions {options}
spark.executor.extraJavaOptions {options}
"""


def why_not() -> str | None:
    """Return what is missing for a cluster, None if nothing is."""
    try:
        import pyspark  # noqa: F401 - asked whether it is there
    except ImportError:
        return "pyspark is not installed; see: make engines"
    if shutil.which("java") is None:
        return "Java is not installed; see: make engines"
    return None if Path("/proc/self/stat").exists() else "processes are found through /proc"


def wait_until(true: Callable[[], bool], what: str, seconds: float = WAIT_SECONDS) -> None:
    """Look again and again until it is so.

    Raises:
        TimeoutError: It took too long.
    """
    pause = threading.Event()
    for _ in range(int(seconds * 20)):
        if true():
            return
        pause.wait(0.05)
    raise TimeoutError(f"{what}: not within {seconds} s")


@dataclass(frozen=True)
class Daemon:
    """A master or a worker: the first of a group of processes, in a folder of its own."""

    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8", errors="replace")

    def kill(self) -> None:
        """End it and what it started at once, as a power cut would."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Cluster:
    """A master and workers of one core each; everything listens on 127.0.0.1, at ports that were free."""

    def __init__(self, folder: Path, workers: int = 2, *, memory: str = "512m", options: str = LEAN) -> None:
        import pyspark

        self.folder = folder
        self._memory = memory
        self._home = Path(pyspark.__file__).parent
        (folder / "conf").mkdir()
        (folder / "conf" / "spark-defaults.conf").write_text(
            DEFAULTS.format(memory=memory, options=options), "utf-8"
        )
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("CLAIMS_", "SPARK_"))
            },
            "SPARK_HOME": str(self._home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_CONF_DIR": str(folder / "conf"),
            "SPARK_DAEMON_MEMORY": "256m",
            "SPARK_DAEMON_JAVA_OPTS": LEAN,
        }
        self.daemons: list[Daemon] = []
        try:
            master = self._start("master", "master.Master", "--port", "0")
            started = re.compile(r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")
            wait_until(lambda: started.search(master.log) is not None, "the master's start")
            found = started.search(master.log)
            assert found
            self.url = found[1]
            for number in range(workers):
                self.add_worker(f"worker{number}")
            for worker in self.workers:
                wait_until(
                    lambda log=worker: "Successfully registered with master" in log.log, "a worker's start"
                )
        except BaseException:
            self.stop()
            raise

    @property
    def workers(self) -> list[Daemon]:
        return self.daemons[1:]

    def add_worker(self, name: str) -> None:
        options = ("--cores", "1", "--memory", self._memory, "--work-dir", str(self.folder / name / "work"))
        self._start(name, "worker.Worker", *options, self.url)

    def _start(self, name: str, what: str, *options: str) -> Daemon:
        folder = self.folder / name
        folder.mkdir()
        command = [str(self._home / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}"]
        command += ["--host", "127.0.0.1", "--webui-port", "0", *options]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        daemon = Daemon(process, folder)
        self.daemons.append(daemon)
        return daemon

    def stop(self) -> None:
        """End everything, and see that nothing is left running."""
        for daemon in reversed(self.daemons):
            daemon.kill()
        wait_until(lambda: not self.list_running(), "the end of the cluster", 30)

    def list_running(self) -> list[str]:
        """Return the processes that have their place in this cluster's folder."""
        found = []
        for path in Path("/proc").glob("[0-9]*/cwd"):
            try:
                place = path.readlink()
            except OSError:  # it ended meanwhile
                continue
            if place.is_relative_to(self.folder):
                found.append(path.parent.name)
        return found
