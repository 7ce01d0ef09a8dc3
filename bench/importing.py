"""What an import costs beside reading the same lines and writing the same rows by hand."""

import hashlib
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from bench.bulk import check_same
from bench.ledger import AT, RawLog, copy_ledger, make_ledger, transaction, write_raw
from bench.measure import Line, Result, ratios, run_apart, spread, take_turns

_PER_EVENT = 1000
_COMMAND = "import"
_WORDS = {
    "de": (
        "der die das und mit für nicht eine auch nach",
        "Stadt Brücke Werk Bericht Zahl Woche meldet öffnet kostet",
    ),
    "en": (
        "the of and with for not a also after",
        "city bridge plant report figure week says opens costs today",
    ),
}
"""Function words, by which a language is recognised, and others."""

_COLUMNS = {
    "import_batch": ("id", "started_at", "arguments"),
    "text": ("sha256", "body", "length"),
    "article": (
        "id",
        "identity",
        "external_id",
        "path",
        "outlet",
        "url",
        "author",
        "published",
        "language",
        "revisions",
    ),
    "revision": (
        "id",
        "number",
        "title",
        "raw_sha256",
        "letters_sha256",
        "imported_at",
        "article_id",
        "text_sha256",
        "batch_id",
    ),
}


def measure_importing(articles: int = 100_000, rounds: int = 3) -> Result:
    """Measure `import_paths` on a JSONL file of short articles against the bare driver."""
    done = run_apart("bench.importing:import_both", articles, rounds)
    ours, raw = done["taken"]["ours"], done["taken"]["raw"]
    return Result(
        "Import",
        f"CPU time of importing {articles:,} articles of about {done['characters']} characters (German and English,"
        " made up) from one JSONL file into a fresh ledger, in one transaction with an event for every"
        f" {_PER_EVENT:,}: `import_paths` with strict reading, NFC, titles, language recognition, look-up of what is"
        " there already. The peer reads each line with `json.loads`, hashes it, its text and its letters, takes the first line for"
        " the title and the language from the id, looks nothing up, and writes the same rows and events with `executemany`. Rows and"
        " payloads of both are compared and are equal.",
        (
            Line("ours ÷ bare driver", ratios(ours, raw), "x", 3),
            Line("ours, articles per CPU second", spread([articles / one for one in ours]), "/s"),
            Line("bare driver, articles per CPU second", spread([articles / one for one in raw]), "/s"),
        ),
    )


def import_both(articles: int, rounds: int) -> dict[str, Any]:
    """Import generated articles in both ways, in turns; return the CPU seconds of each round.

    Raises:
        ValueError: The two did not write the same.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = str(folder / "articles.jsonl")
        characters = _write_articles(source, articles)
        fresh = str(folder / "fresh.db")
        make_ledger(fresh)
        ours, raw = str(folder / "ours.db"), str(folder / "raw.db")
        taken = take_turns(
            rounds,
            {
                "ours": (lambda: copy_ledger(fresh, ours), lambda: _import_ours(ours, source)),
                "raw": (lambda: copy_ledger(fresh, raw), lambda: _import_raw(raw, source)),
            },
        )
        check_same(ours, raw, _COLUMNS, _COMMAND)
        return {"taken": taken, "characters": characters // articles}


def _write_articles(path: str, count: int) -> int:
    """Write a file of articles of a headline and five sentences; return how many characters their texts have."""
    rng = random.Random(1)
    total = 0
    with Path(path).open("w", encoding="utf-8") as file:
        for number in range(count):
            language = "de" if number % 2 else "en"
            small, large = (words.split() for words in _WORDS[language])
            lines = [
                " ".join([*rng.sample(small, 6), *rng.choices(large, k=6)]).capitalize() for _ in range(6)
            ]
            text = f"{lines[0]} {number}\n\n" + ". ".join(lines[1:]) + "."
            total += len(text)
            record = {
                "id": f"{language}-{number:06}",
                "outlet": "Example Post",
                "published": f"2025-01-{number % 28 + 1:02}",
                "text": text,
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return total


def _import_ours(path: str, source: str) -> None:
    from claims.ingest.metadata import ReadOptions
    from claims.ingest.run import import_paths
    from claims.store.transaction import writing

    with writing(path, actor="bench", command=_COMMAND, clock=lambda: AT) as session:
        import_paths(session, [source], ReadOptions())


def _import_raw(path: str, source: str) -> None:
    from claims.ingest.alike import hash_letters

    name = Path(source).name
    with transaction(path) as connection, Path(source).open("rb") as file:
        log = RawLog(connection, _COMMAND)
        first = 1
        batch = (1, AT, json.dumps([source]))
        write_raw(connection, "import_batch", _COLUMNS["import_batch"], [batch])
        inserted: dict[str, Any] = {"import_batch": (_COLUMNS["import_batch"], [batch])}
        for lines in _list_batches(file):
            texts, articles, revisions = [], [], []
            for number, line in enumerate(lines, first):
                record = json.loads(line)
                text, key = record["text"], record["id"]
                digest = hashlib.sha256(text.encode()).hexdigest()
                raw_digest = hashlib.sha256(line.rstrip(b"\r\n")).hexdigest()
                texts.append((digest, text, len(text)))
                described = (record["outlet"], None, None, record["published"], key[:2])
                articles.append((number, f"id:{key}", key, f"{name}#{number}", *described, 1))
                hashes = (raw_digest, hash_letters(text))
                revisions.append((number, 1, text.partition("\n")[0], *hashes, AT, number, digest, 1))
            first += len(lines)
            for table, rows in (("text", texts), ("article", articles), ("revision", revisions)):
                write_raw(connection, table, _COLUMNS[table], rows)
                inserted[table] = (_COLUMNS[table], rows)
            inserted["text"] = (("sha256", "length"), [(digest, length) for digest, _, length in texts])
            log.record("article", "import", inserted)
            inserted = {}


def _list_batches(file: Iterator[bytes]) -> Iterator[Sequence[bytes]]:
    while lines := list(islice(file, _PER_EVENT)):
        yield lines
