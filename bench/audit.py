"""What it costs to verify a ledger and a bundle of it: events per CPU second, and memory."""

import tempfile
from pathlib import Path
from typing import Any

from bench.ledger import AT, make_ledger
from bench.measure import Line, Result, read_peak, run_apart, spread, take_turns

GOAL = 20_000
"""Events per second."""

_QUOTE = "Nobody wrote it."
_TEXT = f"Generated text.\n{_QUOTE}"


def measure_audit(events: int = 100_000, rounds: int = 3) -> Result:
    """Measure `audit verify` on a log of small events, a mention added or decided in each, and on its export."""
    with tempfile.TemporaryDirectory() as name:
        path, bundle = str(Path(name) / "claims.db"), str(Path(name) / "out")
        count = run_apart("bench.audit:write_log", path, bundle, events)
        ledger = run_apart("bench.audit:verify_often", path, None, rounds)
        export = run_apart("bench.audit:verify_often", path, bundle, rounds)
    return Result(
        "Verifying",
        f"CPU time of `claims audit verify` in a ledger with {count:,} events, of which each adds a mention or decides on"
        " one: chain, payloads, every row against the log done again, texts, quotes, references, triggers; and the same"
        " of the bundle that `claims export audit` writes of it, with the hash of every file. Peak memory is the process's.",
        (
            Line(
                "ledger, events per CPU second",
                spread([count / one for one in ledger["taken"]]),
                "/s",
                GOAL,
                at_most=False,
            ),
            Line("ledger, peak memory", spread([ledger["peak"]]), " MB"),
            Line("bundle, events per CPU second", spread([count / one for one in export["taken"]]), "/s"),
            Line("bundle, peak memory", spread([export["peak"]]), " MB"),
        ),
    )


def write_log(path: str, bundle: str, events: int) -> int:
    """Write a ledger with about so many events and its bundle; return how many events there are."""
    import hashlib

    from claims.audit.export import export_bundle
    from claims.store import tables as t
    from claims.store.record import record
    from claims.store.transaction import reading, writing
    from claims.store.write import insert, insert_rows, update

    make_ledger(path)
    digest = hashlib.sha256(_TEXT.encode()).hexdigest()
    with writing(path, actor="bench", command="bench", clock=lambda: AT) as session:
        insert_rows(session, t.Text, ("sha256", "body", "length"), [(digest, _TEXT, len(_TEXT))])
        insert(
            session,
            t.Claim,
            snak="untyped",
            value_key="untyped:0",
            value_text=_QUOTE,
            polarity="asserted",
            modality="happened",
            as_of="",
        )
        for number in range(1, events // 80 + 2):
            insert(session, t.Article, identity=f"id:{number}", revisions=1)
            insert(
                session,
                t.Revision,
                number=1,
                raw_sha256=digest,
                imported_at=AT,
                article_id=number,
                text_sha256=digest,
            )
        record(session, "article", None, "import")
        for number in range(events // 2):
            start = _TEXT.index(_QUOTE)
            mention = {
                "field": "text",
                "start_cp": start,
                "end_cp": start + len(_QUOTE),
                "quote": _QUOTE,
                "prefix": "text.\n",
            }
            mention |= {
                "suffix": "",
                "state": "suggested",
                "voice": "article",
                "hedged": 0,
                "score": 0.5,
                "reasons": "[]",
            }
            mention |= {"created_at": AT, "claim_id": 1, "revision_id": number // 40 + 1}
            insert(session, t.Mention, **mention)
            record(session, "mention", number + 1, "add")
        for number in range(1, events // 2 + 1):
            insert(session, t.Decision, state="accepted", at=AT, mention_id=number, claim_id=1, reviewer_id=1)
            update(session, t.Mention, number, state="accepted", decided_at=AT, decided_by_id=1)
            record(session, "mention", number, "accept")
    with reading(path) as session:
        return export_bundle(session, Path(bundle)).events


def verify_often(path: str, bundle: str | None, rounds: int) -> dict[str, Any]:
    """Verify a ledger, or its bundle, several times; return the CPU seconds of each and the peak of memory in MB.

    Raises:
        ValueError: It does not verify.
    """
    from claims.audit.bundle import verify_bundle
    from claims.audit.verify import verify_ledger

    def verify() -> None:
        report = verify_ledger(path) if bundle is None else verify_bundle(Path(bundle))
        if not report.holds:
            raise ValueError(str(report.problems[:3]))

    taken = take_turns(rounds, {"verify": (lambda: None, verify)})
    return {"taken": taken["verify"], "peak": read_peak()}
