"""The file into which an import sets aside what it refuses."""

import csv
from collections.abc import Iterable
from pathlib import Path

from claims.errors import RowRefused


def write_rejects(path: Path, refused: Iterable[RowRefused]) -> None:
    """Write where each refused record stands, and why."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["path", "line", "column", "reason"])
        writer.writerows([bad.path, bad.line or "", bad.column or "", bad.reason] for bad in refused)
