"""Reading the archived text of a source from a file, exactly as an import would read it."""

from collections.abc import Callable
from pathlib import Path

from claims.ingest.decode import CP1252_REMARK
from claims.ingest.files import SourceFile, show_path
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers.text import read_whole
from claims.ingest.record import Progress


def read_archived(path: Path, remark: Callable[[str], None]) -> str:
    """Return the text of a file: decoded strictly, normal form C, line ends \\n.

    `remark` is told where the file had to be read as Windows-1252.

    Raises:
        FileRefused: It is missing, empty, too long, or no text.
    """
    shown = show_path(path)
    progress = Progress(SourceFile(path, shown, shown, "text"), ReadOptions())
    text, _ = read_whole(progress)
    if progress.encoding == "cp1252":
        remark(f"{shown} {CP1252_REMARK}")
    return text
