"""Verifying an audit bundle without the ledger that it came from."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from claims.audit import form
from claims.audit.against import compare_log
from claims.audit.contents import FindText, check_quotes, check_text, list_broken_references
from claims.audit.head import Head
from claims.audit.load import load_events, load_tables, open_scratch
from claims.audit.report import Report
from claims.audit.seal import check_seal
from claims.audit.verify import verify_log
from claims.settings import MAX_TEXT_BYTES

_MAX_MANIFEST = 1 << 20
_LONGEST_TEXT = MAX_TEXT_BYTES * 4


def verify_bundle(
    bundle: Path,
    heads: Iterable[Head] = (),
    *,
    against: Path | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Verify a bundle: its files, its log, its tables against the log, its texts against their hashes.

    `against` is an earlier export, or copy of the ledger, that its log is compared with.

    Raises:
        FileRefused: The folder is no bundle at all.
        OSError: A file cannot be read.
    """
    heads = tuple(heads)
    report = Report(compared=bool(heads))
    if not check_seal(bundle, report):
        return report
    manifest = _read_manifest(bundle, report)
    if manifest is None:
        return report
    connection = open_scratch()
    try:
        rows = load_tables(connection, bundle, report)
        load_events(connection, bundle, report)
        verify_log(connection, heads, report, progress)
        if against is not None:
            compare_log(connection, against, report)
        _compare_manifest(manifest, rows, report)
        _check_texts(connection, bundle, manifest, report)
        check_quotes(connection, _find_in(bundle), report)
        _check_references(connection, manifest, report)
    finally:
        connection.close()
    return report


def _read_manifest(bundle: Path, report: Report) -> form.Manifest | None:
    """Return what the bundle says of itself; None, and a note, where that cannot be used."""
    path = bundle / form.MANIFEST
    if not path.is_file() or path.stat().st_size > _MAX_MANIFEST:
        report.add("MANIFEST", form.MANIFEST, "is missing or too large")
        return None
    try:
        said = json.loads(path.read_text("utf-8"))
        number = said.get("format")
        if isinstance(number, int) and number > form.FORMAT:
            what = f"format {number} is newer than this program reads ({form.FORMAT}); use a newer version"
            report.add("MANIFEST", form.MANIFEST, what)
            return None
        _check_shape(said)
        manifest = form.Manifest(**said)
    except (ValueError, TypeError, AttributeError, RecursionError):
        report.add("MANIFEST", form.MANIFEST, "does not say what a manifest says")
        return None
    return manifest


def _check_shape(said: dict[str, Any]) -> None:
    """Raises TypeError where a part is missing or of another kind."""
    kinds = {"format": int, "events": int, "withheld_events": int, "texts": bool, "head": str | None}
    counts = [said.get("rows"), said.get("withheld_rows")]
    whole = all(isinstance(said.get(name), kind) for name, kind in kinds.items()) and all(
        isinstance(part, dict) and all(isinstance(count, int) for count in part.values()) for part in counts
    )
    if not whole:
        raise TypeError


def _compare_manifest(manifest: form.Manifest, rows: dict[str, int], report: Report) -> None:
    said: list[tuple[str, Any, Any]] = [
        ("head", manifest.head, report.head),
        ("events", manifest.events, report.events),
        ("withheld_events", manifest.withheld_events, report.withheld),
    ]
    said += [(f"rows of {name}", manifest.rows.get(name), count) for name, count in rows.items()]
    for what, told, found in said:
        if told != found:
            report.add("MANIFEST", form.MANIFEST, f"{what}: it says {told}, there is {found}")


def _check_texts(connection: Any, bundle: Path, manifest: form.Manifest, report: Report) -> None:
    folder = bundle / form.TEXTS
    unclaimed = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    find = _find_in(bundle)
    for digest, length in connection.execute("SELECT sha256, length FROM text ORDER BY sha256"):
        unclaimed.discard(f"{digest}.txt")
        body = find(digest)
        if body is not None:
            report.texts += 1
            check_text(digest, body, length, report)
        elif manifest.texts:
            report.add("TEXT", f"{form.TEXTS}/{digest}.txt", "is missing or too large")
    for name in sorted(unclaimed):
        report.add("TEXT", f"{form.TEXTS}/{name}", "no row of the table text names it")


def _find_in(bundle: Path) -> FindText:
    """Return the way to a bundle's texts; a hash that is none leads nowhere."""

    def find(digest: Any) -> str | None:
        if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
            return None
        path = bundle / form.TEXTS / f"{digest}.txt"
        if not path.is_file() or path.stat().st_size > _LONGEST_TEXT:
            return None
        return path.read_bytes().decode("utf-8", "surrogateescape")

    return find


def _check_references(connection: Any, manifest: form.Manifest, report: Report) -> None:
    """Note references that lead nowhere, unless rows of the table that they lead to were withheld."""
    for table, rowid, parent in list_broken_references(connection):
        if manifest.withheld_rows.get(parent):
            report.unknown += 1
        else:
            report.add("REFERENCE", f"{table} {rowid}", f"refers to a row of {parent} that is not there")
