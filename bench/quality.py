"""How right the value finder, the EDTF parser and the suggester are, beside peers on the same sets.

    python bench/quality.py

The sets of others lie beside the project and are not part of it: where they are missing, a line says so.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:
    sys.path.insert(0, str(HERE.parent))

from bench.labelled.score import score  # noqa: E402 - the checkout is put on the path first
from bench.quality_corpus import measure_corpus  # noqa: E402 - likewise
from bench.quality_dates import measure_dates  # noqa: E402 - likewise
from bench.quality_gold import measure_gold  # noqa: E402 - likewise
from bench.quality_numbers import measure_edtf, measure_numbers  # noqa: E402 - likewise

SHARED = HERE.parent.parent / "shared"
LANGUAGES = ("de", "en")
CORPORA = {"de": "de_sentences.txt", "en": "en_news.txt"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured share in per cent, or a count; what it is held against, and the peers of its set."""

    set: str
    measure: str
    value: float
    counts: str = ""
    goal: float | None = None
    at_most: bool = False
    peers: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.at_most else self.value >= self.goal


def write_section(shared: Path = SHARED) -> str:
    """Return the section "Quality" of the results, in Markdown."""
    figures = [*_list_labelled(), *list_figures(shared)]
    reasons = list_reasons(shared)
    missing = (
        "" if (shared / "bench").is_dir() else "\nThe sets of others are not beside the project: skipped.\n"
    )
    rows = [
        "| set | measure | ours | of | goal | | peers, on the whole set |",
        "| --- | --- | ---: | ---: | ---: | --- | --- |",
        *(_show(figure) for figure in figures),
    ]
    return f"## Quality\n\n{INTRODUCTION}\n{missing}\n" + "\n".join(rows) + "\n" + reasons


INTRODUCTION = (
    "Per cent, on the halves of the sets that are at hand (`bench/quality.py` measures, `bench/peers.json` holds the"
    " peers' figures). Dates: right value of the kinds date and interval; where a set names a day and the text a week or"
    " year, the day has to lie in ours. The blind half of our own sentences is counted and never read."
)


def list_figures(shared: Path) -> list[Figure]:
    """Return the figures on the sets beside the project that are there."""
    return [figure for path, measure in _list_sets(shared) if path.exists() for figure in measure(path)]


Measure = Callable[[Path], Iterator[Figure]]


def _list_sets(shared: Path) -> list[tuple[Path, Measure]]:
    bench, corpora = shared / "bench", shared / "corpora"
    return [
        *((bench / f"datetime_{language}.jsonl", _yield_dates) for language in LANGUAGES),
        *((bench / f"numbers_{language}.jsonl", _yield_numbers) for language in LANGUAGES),
        (bench / "edtf.jsonl", _yield_edtf),
        (bench / "gold_claims_de.jsonl", _yield_gold),
        *((corpora / CORPORA[language], _yield_corpus) for language in LANGUAGES),
    ]


def _yield_dates(path: Path) -> Iterator[Figure]:
    counts = measure_dates(path, path.stem[-2:])
    goal = {"datetime_de": 80, "datetime_en": 85}[path.stem]
    yield _divide(path.stem, "dates and intervals right", counts["right"], counts["total"], goal=goal)
    yield _divide(path.stem, "false spans", counts["false"], counts["found"], goal=3, at_most=True)


def _yield_numbers(path: Path) -> Iterator[Figure]:
    goal = {"numbers_de": 92, "numbers_en": 93}[path.stem]
    yield Figure(path.stem, "value F1", measure_numbers(path), goal=goal, peers=_list_peers(path.stem))


def _yield_edtf(path: Path) -> Iterator[Figure]:
    counts = measure_edtf(path)
    yield _divide("edtf", "judged right", counts["agreed"], counts["all"], goal=100)
    yield _divide("edtf", "judged right, core", counts["judged"], counts["core"], goal=100, peers=False)
    yield _divide("edtf_bounds", "bounds right", counts["bounded"], counts["bounds"], goal=100)


def _yield_gold(path: Path) -> Iterator[Figure]:
    counts = measure_gold(path, path.parent.parent / "articles")
    yield _divide(path.stem, "claims of tiers A and B covered", counts["covered"], counts["claims"], goal=85)
    yield _divide(
        path.stem,
        "suggestions that agree with the label they answer",
        counts["confirmed"],
        counts["answering"],
        goal=95,
        peers=False,
    )
    yield _divide(
        path.stem, "entity and predicate right", counts["named"], counts["entities"], goal=80, peers=False
    )
    yield _divide(path.stem, "subject right too", counts["subjects"], counts["covered"], goal=90, peers=False)


def _yield_corpus(path: Path) -> Iterator[Figure]:
    language = next(language for language, name in CORPORA.items() if name == path.name)
    holding, explained, _ = measure_corpus(path, language)
    yield _divide(f"corpus {language}", "sentences explained whole", explained, holding)


def _list_labelled() -> list[Figure]:
    """Return the figures on our own sentences, which are part of the project."""
    figures = []
    for language in LANGUAGES:
        for half in ("open", "blind"):
            totals, name = score(language, half), f"labelled {language}, {half}"
            for kind in ("dates", "quantities"):
                tally = totals[kind]
                figures.append(_divide(name, f"{kind} right (recall)", tally["right"], tally["labelled"]))
                figures.append(_divide(name, f"{kind} precision", tally["right"], tally["found"]))
            traps = totals["traps"]
            figures.append(_divide(name, "traps clean", traps["clean"], traps["sentences"]))
    return figures


def list_reasons(shared: Path) -> str:
    """Return a sentence per corpus: why its figures and months are values or are none."""
    sentences = []
    for language, name in CORPORA.items():
        path = shared / "corpora" / name
        if path.exists():
            _, _, reasons = measure_corpus(path, language)
            sentences.append(f"Corpus {language}, figures and months: {_show_reasons(reasons)}.")
    return "\n" + "\n".join(sentences) + "\n" if sentences else ""


def _show_reasons(reasons: Counter[str]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())


def _divide(
    name: str,
    measure: str,
    part: int,
    whole: int,
    *,
    goal: float | None = None,
    at_most: bool = False,
    peers: bool = True,
) -> Figure:
    value = 100 * part / whole if whole else 0.0
    shown = _list_peers(name) if peers and not at_most else ""
    return Figure(name, measure, value, f"{part} of {whole}", goal, at_most, shown)


@cache
def _load_peers() -> dict[str, list[dict[str, Any]]]:
    peers: dict[str, list[dict[str, Any]]] = json.loads((HERE / "peers.json").read_text("utf-8"))
    return peers


def _list_peers(name: str) -> str:
    """Return the peers of a set with what was measured of them: on the whole set, ours on the half at hand."""
    return " · ".join(
        f"{peer['peer']} {peer['value']:.1f} ({peer['measure']})" for peer in _load_peers().get(name, ())
    )


def _show(figure: Figure) -> str:
    goal = "" if figure.goal is None else f"{'≤' if figure.at_most else '≥'} {figure.goal:g}"
    said = {None: "", True: "met", False: "**not met**"}[figure.is_met]
    name = "edtf" if figure.set == "edtf_bounds" else figure.set
    return f"| {name} | {figure.measure} | {figure.value:.1f} | {figure.counts} | {goal} | {said} | {figure.peers} |"


if __name__ == "__main__":
    print(write_section())
