"""How many sentences the suggester reads in a second of CPU time."""

import time
from pathlib import Path
from typing import Any

from bench.measure import ROOT, Line, Result, run_apart, spread

_REAL = ROOT.parent / "shared" / "articles"
_SEEDS = ROOT / "seeds" / "articles"


def measure_suggestion(repetitions: int = 40, rounds: int = 5) -> Result:
    """Measure `suggest` on the real articles, or on the samples where those are not at hand."""
    folder = _REAL if _REAL.is_dir() else _SEEDS
    done = run_apart("bench.suggestion:read_articles", str(folder), max(1, repetitions // rounds), rounds)
    kind = "real articles" if folder == _REAL else "sample articles (the real ones are not at hand)"
    return Result(
        "Suggestion",
        f"`claims.suggest.suggest` on {done['articles']} {kind}, {done['sentences']:,} sentences, read"
        f" {done['repetitions']} times over; the vocabulary is loaded before. {done['suggestions']:,} suggestions"
        " at each reading.",
        (
            Line("sentences per CPU second", spread(done["speeds"]), "/s", 1000, at_most=False),
            Line("loading vocabulary and rules, the first sentence", spread([done["loading"] * 1000]), "ms"),
        ),
    )


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
