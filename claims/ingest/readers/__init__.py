"""Reading a file of any supported format: articles come out one by one, and so do the bad records."""

from collections.abc import Callable, Iterator

from claims.errors import RowRefused
from claims.ingest.files import SourceFile
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers.csv import read_csv
from claims.ingest.readers.json import read_json, read_jsonl
from claims.ingest.readers.markdown import read_markdown
from claims.ingest.readers.text import read_text
from claims.ingest.record import ArticleRecord, Progress

_READERS: dict[str, Callable[[Progress], Iterator[ArticleRecord | RowRefused]]] = {
    "text": read_text,
    "markdown": read_markdown,
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "tsv": read_csv,
}


def read(source_file: SourceFile, options: ReadOptions) -> Iterator[ArticleRecord | RowRefused]:
    """Yield the articles of a file as they are read, and a RowRefused in the place of each bad one.

    Remarks about the file go to `options.remark` behind its last record.

    Raises:
        FileRefused: The whole file is unusable; may come behind records that were good.
    """
    progress = Progress(source_file, options)
    yield from _READERS[source_file.format](progress)
    progress.report()
