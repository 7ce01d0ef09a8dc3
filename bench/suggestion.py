"""How many sentences the suggester reads in a second of CPU time."""

import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import ROOT, Line, Result, read_peak, run_apart, spread

_REAL = ROOT.parent / "shared" / "articles"
_SEEDS = ROOT / "seeds" / "articles"


def measure_suggestion(repetitions: int = 40, rounds: int = 5, hostile_characters: int = 10_000) -> Result:
    """Measure `suggest` on the real articles, or on the samples where those are not at hand."""
    folder = _REAL if _REAL.is_dir() else _SEEDS
    done = run_apart("bench.suggestion:read_articles", str(folder), max(1, repetitions // rounds), rounds)
    kind = "real articles" if folder == _REAL else "sample articles (the real ones are not at hand)"
    hostile = run_apart("bench.suggestion:read_hostile", hostile_characters)
    return Result(
        "Suggestion",
        f"`claims.suggest.suggest` on {done['articles']} {kind}, {done['sentences']:,} sentences, read"
        f" {done['repetitions']} times over; the vocabulary is loaded before. {done['suggestions']:,} suggestions"
        " at each reading. Hostile: each of"
        f" {len(ATTACKS)} short pieces repeated to {hostile_characters:,} characters, in both languages.",
        (
            Line("sentences per CPU second", spread(done["speeds"]), "/s", 1000, at_most=False),
            Line("finder on hostile text, by piece", spread(hostile["finder"]), "s/MB"),
            Line("finder on hostile text, the dearest piece", spread([max(hostile["finder"])]), "s/MB", 10),
            Line("suggestion on hostile text, by piece", spread(hostile["suggest"]), "s/MB"),
            Line("peak memory of these readings", spread([hostile["memory"]]), "MB", 150),
            Line("loading vocabulary and rules, the first sentence", spread([done["loading"] * 1000]), "ms"),
        ),
    )


ATTACKS = (
    *(
        "1",
        "1.",
        "1,",
        "1 ",
        "-",
        "1-",
        "1/",
        "€",
        "1 € ",
        "zwei",
        "zweiund",
        "ein Jahr und ",
        "Mai ",
        "1. Mai ",
        "am 1. ",
    ),
    *(
        "Montag, ",
        "vor 2 ",
        "zwischen 1 und ",
        "von 1 bis ",
        "2020/",
        "2020-01-",
        "half of ",
        "two hundred and ",
        "$1",
        "k.",
    ),
    *(
        "May 1, ",
        "the day after ",
        "next ",
        "1 2 3 4 ",
        "Nordwind Solar wurde ",
        "A ",
        "A, B und ",
        "X said Y ",
        "(",
        "„",
        "\n",
    ),
    *(
        "1€",
        "0%",
        "½%",
        "+0",
        '1"',
        "1(",
        "1.5 ",
        "1.5 – ",
        "-1/2",
        "1 m ",
        "40C ",
        "60 Minutes ",
        "von 1 auf ",
        "rose from 1 to ",
        "Auftrag über 1 ",
        "two 12 ",
    ),
)
"""Pieces that make a text of one construction begun again and again.

The last of them were the dearest among sixty thousand pairs and triples of figures, signs and words of time.
"""


def read_hostile(characters: int) -> dict[str, Any]:
    """Return the CPU seconds per million characters of each piece in its slower language, and the peak memory in MB.

    Each is the median of three readings.
    """
    from claims.suggest import suggest
    from claims.values import find

    for language in ("de", "en"):
        suggest("Ada 1999.", language)
    readers = {"finder": find, "suggest": suggest}
    seconds: dict[str, list[float]] = {}
    for name, read in readers.items():
        for piece in ATTACKS:
            text = (piece * (characters // len(piece) + 1))[:characters]
            taken: dict[str, list[float]] = {"de": [], "en": []}
            for language in ("de", "en") * 3:
                before = time.process_time()
                read(text, language, "2025-03-01")
                taken[language].append((time.process_time() - before) * 1_000_000 / characters)
            seconds.setdefault(name, []).append(max(median(found) for found in taken.values()))
    return {**seconds, "memory": read_peak()}


def read_articles(folder: str, repetitions: int, rounds: int) -> dict[str, Any]:
    """Read each text of `folder` `repetitions` times per round; return the sentences per CPU second of each round."""
    from claims.ingest.language import recognise_language
    from claims.suggest import sentences, suggest

    texts = [
        (text, language)
        for path in sorted(Path(folder).iterdir())
        if path.suffix in {".txt", ".md"} and path.name != "README.md"
        if (language := recognise_language(text := path.read_text("utf-8")))
    ]
    count = sum(len(sentences(text, language)) for text, language in texts)
    before = time.process_time()
    for language in ("de", "en"):
        suggest("Ada 1999.", language, "2025-03-01")
    loading = time.process_time() - before
    suggestions = sum(len(suggest(text, language, "2025-03-01")) for text, language in texts)
    speeds = []
    for _ in range(rounds):
        before = time.process_time()
        for _ in range(repetitions):
            for text, language in texts:
                suggest(text, language, "2025-03-01")
        speeds.append(count * repetitions / (time.process_time() - before))
    return {
        "articles": len(texts),
        "sentences": count,
        "suggestions": suggestions,
        "repetitions": repetitions * rounds,
        "loading": loading,
        "speeds": speeds,
    }
