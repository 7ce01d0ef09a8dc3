"""What a reviewer's decision costs: keys at the terminal, and what its event in the audit log adds to it."""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.ledger import AT, copy_ledger, make_ledger, transaction
from bench.measure import Line, Result, run_apart, spread, take_turns
from bench.quality import SHARED
from bench.quality_dates import list_cases
from bench.quality_gold import answers, covers
from claims.suggest import Suggestion, suggest

MOST_KEYS, MOST_EVENT = 1.2, 0.5
"""Keys per decided suggestion, and milliseconds of an event."""

_TEXT = "Generated text.\nNobody wrote it."
_MENTION = {
    "field": "text",
    "start_cp": 0,
    "end_cp": 9,
    "quote": "Generated",
    "prefix": "",
    "suffix": " text.\nNobody",
}


def measure_deciding(decisions: int = 2_000, rounds: int = 5, shared: Path = SHARED) -> Result:
    """Measure the keys of a sitting over labelled articles, where they are, and the cost of an event."""
    with tempfile.TemporaryDirectory() as name:
        path = str(Path(name) / "claims.db")
        run_apart("bench.deciding:write_mentions", path, decisions)
        taken = run_apart("bench.deciding:decide_both", path, decisions, rounds)
        added = [
            1000 * (one - other) / decisions for one, other in zip(taken["ours"], taken["bare"], strict=True)
        ]
        lines = [Line("an event, ours less the bare rows", spread(added), "ms", MOST_EVENT)]
        if (shared / "articles").is_dir():
            sat = run_apart("bench.deciding:sit", str(Path(name) / "sitting"), str(shared))
            keys = sat["keys"] / sat["decided"]
            lines.insert(0, Line("keys per decided suggestion", spread([keys]), "", MOST_KEYS))
    return Result(
        "Deciding",
        "Keys: all suggestions of the labelled articles through `claims annotate --plain`; what a label confirms is"
        " accepted (one key for the rest of a sentence where all of it is right), what answers a label that none"
        " confirms is edited, each character typed and the line's end counted, and what no label speaks of is"
        f" rejected. Event: CPU time of accepting {decisions:,} mentions in one transaction, each with its decision, its"
        " event, payload and hash, less that of the same rows through the bare driver.",
        tuple(lines),
    )


def write_mentions(path: str, mentions: int) -> None:
    """Write a ledger in which so many mentions wait for a decision."""
    from claims.store import tables as t
    from claims.store.record import record
    from claims.store.transaction import writing
    from claims.store.write import insert, insert_rows

    make_ledger(path)
    digest = hashlib.sha256(_TEXT.encode()).hexdigest()
    with writing(path, actor="bench", command="bench", clock=lambda: AT) as session:
        insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, _TEXT, len(_TEXT))])
        said = {"snak": "untyped", "value_key": "untyped:0", "value_text": "Generated"}
        insert(session, t.Claim, **said, polarity="asserted", modality="happened", as_of="")
        insert(session, t.Article, identity="id:1", revisions=1)
        read = {"number": 1, "raw_sha256": digest, "imported_at": AT, "article_id": 1, "text_sha256": digest}
        insert(session, t.Revision, **read)
        row = _MENTION | {
            "state": "suggested",
            "voice": "article",
            "hedged": 0,
            "score": 0.5,
            "reasons": "[]",
        }
        row |= {"created_at": AT, "claim_id": 1, "revision_id": 1}
        insert_rows(
            session, t.Mention, ("id", *row), [(number, *row.values()) for number in range(1, mentions + 1)]
        )
        record(session, "mention", None, "add")


def decide_both(path: str, mentions: int, rounds: int) -> dict[str, list[float]]:
    """Accept all mentions with an event each, and as bare rows without; return the CPU seconds of each round."""
    from claims.store import tables as t
    from claims.store.record import record
    from claims.store.transaction import writing
    from claims.store.write import insert, update

    copy = path + ".copy"

    def ours() -> None:
        with writing(copy, actor="bench", command="bench", clock=lambda: AT) as session:
            for number in range(1, mentions + 1):
                insert(
                    session, t.Decision, state="accepted", at=AT, mention_id=number, claim_id=1, reviewer_id=1
                )
                update(session, t.Mention, number, state="accepted", decided_at=AT, decided_by_id=1)
                record(session, "mention", number, "accept")

    def bare() -> None:
        columns = "id, state, at, mention_id, claim_id, reviewer_id"
        with transaction(copy) as connection:
            for number in range(1, mentions + 1):
                row = (number, "accepted", AT, number, 1, 1)
                connection.execute(f"INSERT INTO decision ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
                connection.execute(
                    "UPDATE mention SET state = 'accepted', decided_at = ?, decided_by_id = 1 WHERE id = ?",
                    (AT, number),
                )

    parts = {"ours": (lambda: copy_ledger(path, copy), ours), "bare": (lambda: copy_ledger(path, copy), bare)}
    return take_turns(rounds, parts)


def sit(folder: str, shared: str) -> dict[str, Any]:
    """Decide on all suggestions of the labelled articles; return how many were decided, and by how many keys.

    Raises:
        ValueError: A suggestion is left, so that the keys say nothing.
    """
    from claims.annotate.review import list_open_articles, list_passages
    from claims.store.transaction import reading

    Path(folder).mkdir()
    labels = Path(shared, "bench", "gold_claims_de.jsonl")
    articles = {case["doc"]: Path(shared, "articles", case["doc"]) for case in list_cases(labels)}
    ledger = str(Path(folder, "claims.db"))
    for command in (("init",), ("import", *map(str, articles.values()), "--language", "de"), ("suggest",)):
        _run(ledger, *command)
    known = _judge(labels, articles)
    keys, typed = "", 0
    with reading(ledger) as session:
        for article in list_open_articles(session):
            for passage in list_passages(session, article):
                told = [
                    known.get((one["predicate"], " ".join(one["quote"].split())), "n")
                    for one in passage.mentions
                ]
                if len(told) > 1 and set(told) == {"y"}:
                    told = ["a"]
                keys += "".join(f"{one}\n" for one in told)
                typed += sum(len(one) for one in told if len(one) > 1)
    done = json.loads(_run(ledger, "annotate", "--plain", "--json", keys=keys))
    if done["left"]:
        raise ValueError(f"{done['left']} suggestions are left")
    return {"decided": done["decided"], "keys": done["keys"] + typed}


def _judge(labels: Path, articles: dict[str, Path]) -> dict[tuple[str | None, str], str]:
    """Return the key for each suggestion, by predicate and quote: y where a label confirms it, e with its value."""
    suggested: dict[str, list[Suggestion]] = {}
    known: dict[tuple[str | None, str], str] = {}
    for gold in list_cases(labels):
        text = articles[gold["doc"]].read_text("utf-8")
        ours = suggested.setdefault(gold["doc"], suggest(text, gold["lang"]))
        confirmed = [one for one in ours if covers(one, gold)]
        for one in confirmed or [one for one in ours if answers(one, gold)]:
            key = (one.predicate, " ".join(text[one.start : one.end].split()))
            if confirmed:
                known[key] = "y"
            else:
                known.setdefault(key, f"e value={gold['value_text']}")
    return known


def _run(ledger: str, *command: str, keys: str = "") -> str:
    said = [sys.executable, "-m", "claims", "--db", ledger, *command]
    return subprocess.run(said, input=keys, capture_output=True, text=True, check=True).stdout
