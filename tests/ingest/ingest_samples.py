"""One article in every format, and reading one file in a test."""

import json
from pathlib import Path

from claims.errors import RowRefused
from claims.ingest.files import list_files
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers import read
from claims.ingest.record import ArticleRecord

FIELDS = {
    "id": "n-1",
    "title": "Hafen gesperrt",
    "url": "https://example.org/n-1",
    "outlet": "Küstenblatt",
    "author": "A. Beispiel",
    "language": "de",
    "published": "2025-01-20",
    "text": "Der Hafen ist gesperrt.",
}
FORMATS = {
    "a.json": json.dumps(FIELDS),
    "list.json": json.dumps([FIELDS], ensure_ascii=False, indent=2),
    "a.jsonl": json.dumps(FIELDS) + "\n",
    "a.ndjson": json.dumps(FIELDS),
    "a.csv": ",".join(FIELDS) + "\n" + ",".join(FIELDS.values()) + "\n",
    "semicolon.csv": ";".join(FIELDS) + "\r\n" + ";".join(FIELDS.values()) + "\r\n",
    "excel.csv": "sep=;\r\n" + ";".join(FIELDS) + "\r\n" + ";".join(FIELDS.values()) + "\r\n",
    "pipe.csv": "|".join(FIELDS) + "\n" + "|".join(FIELDS.values()),
    "a.tsv": "\t".join(FIELDS) + "\n" + "\t".join(FIELDS.values()) + "\n",
    "old-mac.csv": ",".join(FIELDS) + "\r" + ",".join(FIELDS.values()) + "\r",
    "quoted.csv": ",".join(f'"{name}"' for name in FIELDS)
    + "\n"
    + ",".join(f'"{v}"' for v in FIELDS.values()),
    "capitals.csv": ",".join(f" {name.upper()} " for name in FIELDS) + "\n" + ",".join(FIELDS.values()),
    "a.md": "---\n"
    + "".join(f"{k}: {v}\n" for k, v in FIELDS.items() if k != "text")
    + "---\n\n"
    + FIELDS["text"],
}


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read_all(path: Path, options: ReadOptions | None = None) -> list[ArticleRecord | RowRefused]:
    return [outcome for source in list_files([path]) for outcome in read(source, options or ReadOptions())]


def read_articles(path: Path, options: ReadOptions | None = None) -> list[ArticleRecord]:
    outcomes = read_all(path, options)
    assert [str(outcome) for outcome in outcomes if isinstance(outcome, RowRefused)] == []
    return [outcome for outcome in outcomes if isinstance(outcome, ArticleRecord)]


def read_one(path: Path, options: ReadOptions | None = None) -> ArticleRecord:
    [article] = read_articles(path, options)
    return article


def read_refusal(path: Path, options: ReadOptions | None = None) -> RowRefused:
    [refused] = [outcome for outcome in read_all(path, options) if isinstance(outcome, RowRefused)]
    return refused
