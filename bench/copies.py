"""Near-duplicates: how many rewritten sentences are found, at what cost, and how that grows."""

import hashlib
import json
import math
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.copies_peer import measure_peer, why_not
from bench.copies_text import CHANGES, EDITS, Planted, list_names, plant
from bench.ledger import AT, connect, make_ledger, write_raw
from bench.measure import Line, Result, read_peak, run_apart, spread
from claims.store.opening import make_opening

_PER_ARTICLE = 25
_PEER_AT_MOST = 100_000
"""Sentences up to which the peer is measured; with a million it takes ten gigabytes."""

_MANY = 1_000_000
"""From how many sentences on the cost grows as it will: below, words are still too rare to fill their blocks."""

_GOALS = {"light": 0.994, "medium": 0.987, "heavy": 0.968}
"""Recall of the best of the known ways at 100,000 sentences."""

_HEAVY_AT_A_MILLION = 0.586
"""What that of heavy edits falls to at a million sentences, with the only one of those ways that gets there."""


def measure_copies(sizes: tuple[int, int] = (20_000, 100_000), rounds: int = 2) -> Result:
    """Index generated ledgers of these many sentences and look for what was planted."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_measure(Path(folder), size, rounds) for size in sizes)
    growth = math.log(sizes[1] / sizes[0])
    exponents = [math.log(one / median(small["seconds"])) / growth for one in large["seconds"]]
    lines = [
        Line(
            "growth: exponent of CPU time over sentences",
            spread(exponents),
            "",
            1.2 if sizes[1] >= _MANY else None,
        ),
        Line("growth: factor of memory", spread([large["peak"] / small["peak"]]), "x", 2),
    ]
    for size, done in zip(sizes, (small, large), strict=True):
        shown = f"{size:,} sentences"
        goals = _GOALS | ({"heavy": _HEAVY_AT_A_MILLION} if size >= _MANY else {})
        lines += [
            Line(f"{shown}, recall on {kind} edits", spread([done["recall"][kind]]), "", goal, at_most=False)
            for kind, goal in goals.items()
        ]
        lines += [
            Line(f"{shown}, other {kind} told apart", spread([done["told"][kind]]), "") for kind in CHANGES
        ]
        lines += [
            Line(
                f"{shown}, share of edits said to change a fact, of all found", spread([done["wrongly"]]), ""
            ),
            Line(f"{shown}, pairs where none was planted", spread([done["false"]]), ""),
            Line(f"{shown}, pairs of one formula found", spread([done["formula"]]), ""),
            Line(f"{shown}, comparisons per sentence", spread([done["compared"] / size]), "", 40),
            Line(f"{shown}, indexing", spread(done["seconds"]), "s"),
            Line(f"{shown}, most memory", spread([done["peak"]]), "MB", 500),
            Line(f"{shown}, index on disk per sentence", spread([done["bytes"] / size]), "bytes"),
        ]
    missing = why_not()
    for size in sizes if missing is None else ():
        lines += measure_peer(size) if size <= _PEER_AT_MOST else []
    return Result(
        "Near-duplicates",
        "CPU time of finding which of a ledger's sentences are written alike, from none known, in a fresh process"
        f" (`bench/copies_text.py` writes them). {large['each']:,} sentences of the larger ledger are made from others"
        " for each kind: light is one word replaced, dropped or added, medium a quarter of the words, heavy half of"
        " them; then another value, another name, or a denial beside one added word. False pairs are of sentences that"
        " were not made from each other; those that follow one formula are counted by themselves. MinHash is rensa's"
        " (128 permutations, 32 bands) over the same words, with the same comparison of what it proposes; it keeps nothing and tells no facts apart."
        + (f" Not measured: {missing}." if missing else ""),
        tuple(lines),
    )


def _measure(folder: Path, size: int, rounds: int) -> dict[str, Any]:
    runs = [
        run_apart("bench.copies:index_planted", str(folder / f"{size}-{n}.db"), size) for n in range(rounds)
    ]
    return runs[0] | {"seconds": [run["seconds"] for run in runs]}


def index_planted(path: str, size: int) -> dict[str, Any]:
    """Write a ledger, index it in a process of its own, and return what that took and what it found."""
    each = min(3_000, size // 100)
    planted = plant(size, each)
    write_sentences(path, [one.text for one in planted.sentences])
    before = Path(path).stat().st_size
    done: dict[str, Any] = run_apart("bench.copies:index_all", path)
    return done | _judge(path, planted) | {"bytes": Path(path).stat().st_size - before, "each": each}


def write_sentences(path: str, sentences: list[str]) -> None:
    """Make a ledger whose articles consist of these sentences, and which knows the names in them."""
    Path(path).unlink(missing_ok=True)
    make_ledger(path)
    connection = connect(path)
    connection.execute("BEGIN")
    names = list(enumerate(list_names(), start=1_000_000))
    write_raw(
        connection,
        "entity",
        ("id", "kind", "label", "state"),
        [(n, "organisation", name, "accepted") for n, name in names],
    )
    write_raw(
        connection,
        "alias",
        ("id", "entity_id", "language", "name", "kind", "opening"),
        [(n, n, "mul", name, "name", make_opening(name)) for n, name in names],
    )
    for number, start in enumerate(range(0, len(sentences), _PER_ARTICLE), start=1):
        _write_article(connection, number, start, sentences[start : start + _PER_ARTICLE])
    connection.execute("COMMIT")
    connection.close()


def _write_article(connection: Any, number: int, start: int, sentences: list[str]) -> None:
    body = "\n".join(sentences)
    digest = hashlib.sha256(body.encode()).hexdigest()
    write_raw(connection, "text", ("sha256", "body", "length"), [(digest, body, len(body))])
    write_raw(
        connection,
        "article",
        ("id", "identity", "language", "revisions"),
        [(number, f"id:{number}", "de", 1)],
    )
    write_raw(
        connection,
        "revision",
        ("id", "number", "raw_sha256", "imported_at", "article_id", "text_sha256"),
        [(number, 1, digest, AT, number, digest)],
    )
    rows, place = [], 0
    for n, sentence in enumerate(sentences):
        rows.append((start + n + 1, n + 1, place, place + len(sentence), "open", number))
        place += len(sentence) + 1
    write_raw(connection, "sentence", ("id", "number", "start_cp", "end_cp", "kind", "revision_id"), rows)


def index_all(path: str) -> dict[str, Any]:
    """Index a ledger's sentences; return CPU seconds, peak memory in megabytes and how many comparisons."""
    from claims.crosscheck.copies.index import index_new_sentences
    from claims.store.transaction import writing

    before = time.process_time()
    with writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session:
        counted = index_new_sentences(session)
    return {"seconds": time.process_time() - before, "peak": read_peak(), "compared": counted.compared}


def _judge(path: str, planted: Planted) -> dict[str, Any]:
    """Return which share of each kind was found, and how many pairs are none."""
    connection = connect(path)
    place = dict(connection.execute("SELECT sentence_id - 1, wording_id FROM wording_place").fetchall())
    unlike = {
        (one, other): json.loads(told)
        for one, other, told in connection.execute("SELECT wording_id, other_id, unlike FROM wording_pair")
    }
    connection.close()
    of_wording = {wording: planted.sentences[sentence] for sentence, wording in place.items() if wording}
    found: dict[str, list[list[Any]]] = {}
    for kind, pairs in planted.pairs.items():
        placed = [tuple(sorted((place[one] or 0, place[other] or 0))) for one, other in pairs]
        found[kind] = [
            [] if one == other else unlike[one, other]
            for one, other in placed
            if one == other or (one, other) in unlike
        ]
    edits = [told for kind in EDITS for told in found[kind]]
    strangers = [
        (of_wording[one], of_wording[other])
        for one, other in unlike
        if of_wording[one].family != of_wording[other].family
    ]
    return {
        "recall": {kind: len(found[kind]) / len(planted.pairs[kind]) for kind in EDITS},
        "told": {
            kind: sum(any(_is(kind, one) for one in told) for told in found[kind]) / len(planted.pairs[kind])
            for kind in CHANGES
        },
        "wrongly": sum(map(bool, edits)) / len(edits),
        "false": len(strangers),
        "formula": sum(
            of_wording[one].family < 0 and of_wording[one].family == of_wording[other].family
            for one, other in unlike
        ),
    }


def _is(kind: str, told: list[str]) -> bool:
    return told[0] == kind or (kind == "value" and told[0] == "date")
