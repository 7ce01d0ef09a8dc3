"""Which files an import is about: what was named, what lies in a named folder, and what is refused.

A file is known by its path relative to the argument that led to it, so that the same folder imported
from another working directory is the same set of articles.
"""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from claims.errors import FileRefused
from claims.settings import MAX_FILE_BYTES

FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
}
"""Which reader reads a file, by its suffix in lower case."""

_ABOUT_THE_FOLDER = frozenset({"README", "LICENSE", "LICENCE", "CHANGELOG"})
"""Files that describe a folder of articles and are none of them; named by themselves they are imported."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read: where it lies, how to name it to the user, how to recognise its articles.

    `given` is the path as the user gave it (or their folder with what was found in it); `relative` is
    the path relative to the argument, with "/", in normal form C: macOS and Linux name a file alike.
    """

    path: Path
    given: str
    relative: str
    format: str


def list_files(paths: Iterable[str | Path]) -> list[SourceFile]:
    """Return the files that `paths` name, folders expanded in order of their names, each file once.

    In a folder, hidden files, its README and files of other formats are passed over.

    Raises:
        FileRefused: A path is missing, empty, of no supported format, or neither file nor folder.
    """
    found: dict[str, SourceFile] = {}
    for given in paths:
        for source in _expand(given):
            found.setdefault(os.path.realpath(source.path), source)
    return list(found.values())


def open_source(source: SourceFile) -> BinaryIO:
    """Open a file for reading bytes; never waits for a pipe, never reads a device.

    Raises:
        FileRefused: It is gone, unreadable, no regular file, or longer than `settings.MAX_FILE_BYTES`.
    """
    # A named pipe without a writer would block a plain open for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(source.path, flags)
    except (OSError, ValueError) as error:
        raise _refuse_error(source.given, error) from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise FileRefused(
            f"{source.given}: {_name_kind(status)}, not a file; give a file or a folder of files"
        )
    if status.st_size > MAX_FILE_BYTES:
        os.close(descriptor)
        raise FileRefused(
            f"{source.given}: {status.st_size:,} bytes long, the limit is {MAX_FILE_BYTES:,}; split the file"
        )
    return os.fdopen(descriptor, "rb")


def read_bounded(source: SourceFile, limit: int) -> bytes:
    """Return the bytes of a file that must fit into memory: all of them, read once.

    Raises:
        FileRefused: It cannot be opened or read, or has more than `limit` bytes.
    """
    with open_source(source) as file:
        size = os.fstat(file.fileno()).st_size
        # The size is asked first so that a huge file costs nothing; a growing one is stopped by the read.
        raw = b"" if size > limit else read_chunk(file, limit + 1, source.given)
    size = max(size, len(raw))
    if size > limit:
        hint = "split it" if source.format in {"text", "markdown"} else "give one record per line (.jsonl)"
        raise FileRefused(f"{source.given}: {size:,} bytes long, the limit is {limit:,}; {hint}")
    return raw


def read_chunk(file: BinaryIO, size: int, given: str) -> bytes:
    """Return the next `size` bytes, fewer only at the end of the file.

    Raises:
        FileRefused: The disk or the network behind the file failed.
    """
    try:
        return file.read(size)
    except OSError as error:
        raise _refuse_error(given, error) from None


def show_path(path: str | PurePath) -> str:
    r"""Return a path as text that can be stored and printed: bytes that are no UTF-8 appear as `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _expand(given: str | Path) -> Iterator[SourceFile]:
    if not str(given):
        raise FileRefused("An empty path was given; name a file or a folder")
    shown, path = show_path(given) if "\0" not in str(given) else repr(str(given)), Path(given)
    status = _stat(path, shown)
    if not stat.S_ISDIR(status.st_mode):
        form = FORMATS.get(path.suffix.lower())
        if not stat.S_ISREG(status.st_mode):
            raise FileRefused(f"{shown}: {_name_kind(status)}, not a file; give a file or a folder of files")
        if form is None:
            known = ", ".join(FORMATS)
            raise FileRefused(f"{shown}: no supported format; rename or convert it to one of {known}")
        yield SourceFile(path, shown, _normalise_path(path.name), form)
        return
    empty = True
    for inner in _walk(path, shown):
        empty = False
        relative = inner.relative_to(path).as_posix()
        yield SourceFile(inner, show_path(inner), _normalise_path(relative), FORMATS[inner.suffix.lower()])
    if empty:
        raise FileRefused(f"{shown}: the folder holds no file to import; supported are {', '.join(FORMATS)}")


def _walk(folder: Path, shown: str) -> Iterator[Path]:
    """Yield the supported files below `folder`, in order of their names; linked folders once each."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and (path.name.startswith(".") or path.stem.upper() in _ABOUT_THE_FOLDER):
            continue
        supported = path.suffix.lower() in FORMATS
        try:
            status = path.stat()
        except OSError as error:
            # A dangling link to something of another format is no article that would go missing.
            if not supported:
                continue
            raise _refuse_error(show_path(path), error) from None
        if stat.S_ISDIR(status.st_mode):
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting.extend(sorted(_list_folder(path), reverse=True))
        elif supported and not stat.S_ISREG(status.st_mode):
            raise FileRefused(f"{show_path(path)}: {_name_kind(status)}, not a file; remove it from {shown}")
        elif supported:
            yield path


def _list_folder(path: Path) -> list[Path]:
    try:
        return list(path.iterdir())
    except OSError as error:
        raise _refuse_error(show_path(path), error) from None


def _stat(path: Path, shown: str) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        raise _refuse_error(shown, error) from None


def _normalise_path(relative: str) -> str:
    return unicodedata.normalize("NFC", show_path(relative))


def _name_kind(status: os.stat_result) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a named pipe",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
        stat.S_IFSOCK: "a socket",
    }
    return kinds.get(stat.S_IFMT(status.st_mode), "something special")


def _refuse_error(shown: str, error: OSError | ValueError) -> FileRefused:
    if isinstance(error, FileNotFoundError):
        return FileRefused(f"{shown}: no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return FileRefused(f"{shown}: may not be read; change its permissions")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileRefused(f"{shown}: cannot be read ({reason}); check the path")
