"""The files of a bundle: are they those that SHA256SUMS lists, no fewer, no more, no others."""

import os
import re
import stat
import unicodedata
from pathlib import Path, PurePosixPath

from claims.audit import form
from claims.audit.export import hash_file
from claims.audit.report import Report
from claims.errors import FileRefused

_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\n]{1,400})")
_MAX_BYTES = 1 << 28
_MAX_NAME = 255


def check_seal(bundle: Path, report: Report) -> bool:
    """Compare the files of a bundle with its SHA256SUMS; return whether they may be read further.

    Nothing is read that a listed path does not name plainly within the folder: a path that climbs out,
    a link or a device ends the verification before any file is opened.

    Raises:
        FileRefused: There is no such folder, or it is no bundle.
    """
    if not bundle.is_dir():
        raise FileRefused(f"{bundle}: no such folder; name one that claims export audit wrote")
    sums = bundle / form.SUMS
    if not sums.is_file() or sums.is_symlink():
        raise FileRefused(f"{bundle}: no {form.SUMS} in it; it is no audit bundle, or a broken one")
    listed = _read_sums(sums, report)
    there = _walk(bundle, report)
    if report.counts["PATH"]:
        return False
    _compare(bundle, listed, there, report)
    return True


def _read_sums(path: Path, report: Report) -> dict[str, str]:
    """Return the hash of each listed path; refuses what is not plainly inside the folder."""
    if path.stat().st_size > _MAX_BYTES:
        raise FileRefused(f"{path}: too large for a list of files")
    listed: dict[str, str] = {}
    folded: set[str] = set()
    lines = path.read_bytes().decode("utf-8", "backslashreplace").split("\n")
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            report.add("PATH", f"{form.SUMS} line {number}", "is not a hash and a file name")
            continue
        name = match[2]
        wrong = _find_fault(name)
        fold = unicodedata.normalize("NFC", name).casefold()
        if wrong is None and fold in folded:
            wrong = "is listed twice, or differs from another only in case"
        if wrong is not None:
            report.add("PATH", f"{form.SUMS} line {number}", f"{name!r} {wrong}")
            continue
        folded.add(fold)
        listed[name] = match[1]
    return listed


def _find_fault(name: str) -> str | None:
    """Return why a path must not be followed, or None."""
    path = PurePosixPath(name)
    if "\\" in name or not name.isprintable() or ":" in name:
        return "holds characters that no file of a bundle has"
    if path.is_absolute():
        return "is absolute"
    if ".." in path.parts:
        return "climbs out of the folder"
    if str(path) != name or any(len(part.encode()) > _MAX_NAME for part in path.parts):
        return "is not written plainly"
    return None


def _walk(bundle: Path, report: Report) -> set[str]:
    """Return the files that are there; links and devices are noted and not followed."""
    found: set[str] = set()
    waiting = [bundle]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                name = Path(entry.path).relative_to(bundle).as_posix()
                mode = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    waiting.append(Path(entry.path))
                elif stat.S_ISREG(mode):
                    found.add(name)
                else:
                    kind = "a link" if stat.S_ISLNK(mode) else "no plain file"
                    report.add("PATH", name, f"is {kind}")
    return found - {form.SUMS}


def _compare(bundle: Path, listed: dict[str, str], there: set[str], report: Report) -> None:
    added = {name: hash_file(bundle / name) for name in sorted(there - set(listed))}
    for name, digest in sorted(listed.items()):
        if name not in there:
            renamed = next((other for other, found in added.items() if found == digest), None)
            if renamed is None:
                report.add("FILE", name, "was removed")
            else:
                report.add("FILE", name, f"was renamed to {renamed}")
                del added[renamed]
        elif hash_file(bundle / name) != digest:
            report.add("FILE", name, "was edited")
    for name in sorted(added):
        report.add("FILE", name, "was added")
