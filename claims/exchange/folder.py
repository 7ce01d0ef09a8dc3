"""A folder that appears whole or not at all, for its owner's eyes."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from claims.errors import FileRefused


@contextmanager
def building(folder: Path, *, replace: bool = False) -> Iterator[Path]:
    """Yield a new folder beside `folder`, and put it in its place at the end; a failure leaves nothing.

    With `replace` the new files take the places of those of the same names, and other files stay.

    Raises:
        FileRefused: `folder` is there and is not an empty folder, or has no folder to stand in.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link and write elsewhere
    _check(folder, replace=replace)
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    beside.mkdir(mode=0o700)
    try:
        yield beside
        for path, _, _ in os.walk(beside):
            _sync(Path(path))
        _check(folder, replace=replace)
        _place(beside, folder)
        _sync(folder.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _place(beside: Path, folder: Path) -> None:
    if not folder.exists():
        beside.rename(folder)
    elif not any(folder.iterdir()):
        folder.rmdir()
        beside.rename(folder)
    else:
        for path in sorted(beside.iterdir()):
            path.replace(folder / path.name)
        _sync(folder)


def _check(folder: Path, *, replace: bool) -> None:
    if not folder.parent.is_dir():
        raise FileRefused(f"{folder.parent}: no such folder; create it first")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FileRefused(f"{folder}: there is something else already; name a new folder")
    if not replace and folder.exists() and any(folder.iterdir()):
        raise FileRefused(f"{folder}: is not empty; an export goes into a new or empty folder")


@contextmanager
def opened(folder: Path, name: str) -> Iterator[TextIO]:
    """Yield a new text file in UTF-8 that its owner alone may read; on disk when the block ends."""
    path = folder / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with open(_create(path), "w", encoding="utf-8", newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def opened_binary(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file that its owner alone may read; on disk when the block ends."""
    with open(_create(path), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _create(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
