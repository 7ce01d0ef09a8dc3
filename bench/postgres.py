"""A PostgreSQL server of the tests' own: a temporary folder, a Unix socket, no port, gone at the end."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def find_programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, which Debian keeps off the path; None where there are none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


def why_not() -> str | None:
    """Return what is missing for a server, None if nothing is."""
    try:
        import psycopg  # noqa: F401 - asked whether it is there
    except ImportError:
        return "psycopg is not installed; see: make engines"
    return "PostgreSQL is not installed; see: make engines" if find_programs() is None else None


def _choose_user() -> str | None:
    """Return whom to become: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    known = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Yield the connection string of a fresh server in `folder`, which must have a short path."""
    programs, user = find_programs(), _choose_user()
    assert programs is not None
    data = folder / "data"
    if user is not None:
        shutil.chown(folder, user)
    run(user, programs / "initdb", "--pgdata", data, "--username", "desk", "--auth", "trust", "--no-sync")
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    start = ("--pgdata", data, "--log", folder / "log", "--wait", "--options", settings, "start")
    run(user, programs / "pg_ctl", *start)
    try:
        yield f"host={folder} user=desk dbname=postgres"
    finally:
        run(user, programs / "pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop")


def run(user: str | None, *command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        user=user,
        group=None if user is None else pwd.getpwnam(user).pw_gid,
        extra_groups=None if user is None else [],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
