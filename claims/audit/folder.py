"""A folder that appears whole or not at all, for its owner's eyes."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from claims.errors import FileRefused


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Yield a new folder beside `folder`, and put it in its place at the end; a failure leaves nothing.

    Raises:
        FileRefused: `folder` is there and is not an empty folder, or has no folder to stand in.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link and write elsewhere
    _check(folder)
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    beside.mkdir(mode=0o700)
    try:
        yield beside
        for path, _, _ in os.walk(beside):
            _sync(Path(path))
        _check(folder)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
        _sync(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check(folder: Path) -> None:
    if not folder.parent.is_dir():
        raise FileRefused(f"{folder.parent}: no such folder; create it first")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FileRefused(f"{folder}: there is something else already; name a new folder")
    if folder.exists() and any(folder.iterdir()):
        raise FileRefused(f"{folder}: is not empty; an export goes into a new or empty folder")


@contextmanager
def opened(folder: Path, name: str) -> Iterator[TextIO]:
    """Yield a new text file in UTF-8 that its owner alone may read; on disk when the block ends."""
    path = folder / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(handle, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 - Path.open takes no handle
        yield file
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
