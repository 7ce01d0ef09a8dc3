"""Where the program finds its own files and what limits it keeps."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

MAX_TEXT_BYTES = 10 * 1024 * 1024
"""The longest text of one article; the longest novel is a third of this."""

MAX_LINE_BYTES = 16 * 1024 * 1024
"""The longest line of a line-based file (JSONL, CSV)."""

MAX_FILE_BYTES = 8 * 1024 * 1024 * 1024
"""The longest file of many articles."""

MAX_JSON_DEPTH = 32
MAX_COLUMNS = 1000

BUSY_TIMEOUT_SECONDS = 30.0

APPLICATION_ID = 0x434C4D53
"""Marks an SQLite file as a claim ledger ("CLMS")."""


def get_folder(name: str) -> Path:
    """Return `seeds/` or `migrations/`: beside the package in a checkout, inside it in a wheel."""
    shipped = _PACKAGE / "_shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name
