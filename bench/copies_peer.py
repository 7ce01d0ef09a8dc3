"""The peer of the near-duplicates: MinHash by rensa, over the same words and with the same comparison of what it proposes."""

import time
from typing import Any

from bench.copies_text import EDITS, plant
from bench.measure import Line, read_peak, run_apart, spread

_PERMUTATIONS = 128
_BANDS = 32
"""Bands of four: sentences meet that share some four words in ten, as in our own comparison."""


def why_not() -> str | None:
    """Say why the peer cannot run, if it cannot."""
    try:
        import rensa  # noqa: F401 - asked whether it is there
    except ImportError:
        return "rensa is not installed; see: make engines"
    return None


def measure_peer(size: int) -> list[Line]:
    """Let the peer look for what is planted among so many sentences."""
    done = run_apart("bench.copies_peer:find_planted", size)
    shown = f"{size:,} sentences, MinHash"
    return [
        *(
            Line(f"{shown}: share of {kind} edits found", spread([done["recall"][kind]]), "")
            for kind in EDITS
        ),
        Line(f"{shown}: comparisons per sentence", spread([done["compared"] / size]), ""),
        Line(f"{shown}: time", spread([done["seconds"]]), "s"),
        Line(f"{shown}: most memory", spread([done["peak"]]), "MB"),
    ]


def find_planted(size: int) -> dict[str, Any]:
    """Return which share of each kind of edit the peer finds, in which time, and with how much memory and work."""
    from rapidfuzz.distance import Indel
    from rensa import RMinHash, RMinHashLSH

    from claims.crosscheck.copies.index import ALIKE
    from claims.crosscheck.copies.words import read_words

    planted = plant(size, min(3_000, size // 100))
    before = time.process_time()
    index = RMinHashLSH(threshold=ALIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    words: list[list[str]] = []
    found: set[tuple[int, int]] = set()
    compared = 0
    for number, sentence in enumerate(planted.sentences):
        words.append(read_words(sentence.text))
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(words[number])
        for other in index.query(sketch):
            compared += 1
            if Indel.normalized_similarity(words[number], words[other]) >= ALIKE:
                found.add((other, number))
        index.insert(number, sketch)
    seconds = time.process_time() - before
    recall = {
        kind: sum(tuple(sorted(pair)) in found for pair in planted.pairs[kind]) / len(planted.pairs[kind])
        for kind in EDITS
    }
    return {"seconds": seconds, "peak": read_peak(), "compared": compared, "recall": recall}
