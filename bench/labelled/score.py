"""How many of the labelled dates and quantities the value finder gets right.

    python bench/labelled/score.py [--language de|en] [--half open|blind] [--show]

The sentences of the blind half never leave this file: they are counted, not printed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from claims.values import find
from claims.values.value import Date, Found, Quantity

FOLDER = Path(__file__).parent
LANGUAGES = ("de", "en")
HALVES = ("open", "blind")

Label = dict[str, Any]
Row = dict[str, Any]


def score(language: str, half: str) -> dict[str, Any]:
    """Return the totals of one half of one language; no sentence is among them.

    `dates` and `quantities`: labelled, located (a found span of that type overlaps), right (its value
    as well), found, false (overlaps no label), precision = right / found, recall = right / labelled,
    None where nothing was to be divided by. `quantities` also: comparator, right ones whose comparator
    is right too. `traps`: sentences without a value, clean ones, false spans in them.
    """
    return _count(_judge(row) for row in _read(language, half))


def list_misses(language: str) -> list[str]:
    """Return a line for each label missed or misread and each false span, of the open half."""
    lines = []
    for row in _read(language, "open"):
        judged = _judge(row)
        faults = [
            f"    {'misread' if found else 'missed '} {_print_label(label)}"
            + (f"  found {found.value.to_json()}" if found else "")
            for label, found in judged["pairs"]
            if found is None or not _is_right(label, found)
        ]
        faults += [f"    false   {found.value.to_json()}" for found in judged["false"]]
        if faults:
            lines += [f"{row['id']} [{row['published']}] {row['text']}", *faults]
    return lines


def _read(language: str, half: str) -> list[Row]:
    if language not in LANGUAGES or half not in HALVES:
        raise ValueError(f"no half {half!r} of language {language!r}; known are {LANGUAGES} and {HALVES}")
    lines = (FOLDER / f"values_{language}.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["half"] == half]


def _judge(row: Row) -> Row:
    """Pair each label with what was found there, of its type; a span serves one label, by longest overlap."""
    found = find(row["text"], row["language"], row["published"])
    labels = row["values"]
    overlaps = sorted(
        (-min(label["end"], span.end) + max(label["start"], span.start), at, to)
        for at, label in enumerate(labels)
        for to, span in enumerate(found)
        if span.value.type == label["type"] and span.start < label["end"] and label["start"] < span.end
    )
    partner: dict[int, int] = {}
    for _, at, to in overlaps:
        if at not in partner and to not in partner.values():
            partner[at] = to
    pairs = [(label, found[partner[at]] if at in partner else None) for at, label in enumerate(labels)]
    return {
        "pairs": pairs,
        "found": found,
        "false": [f for to, f in enumerate(found) if to not in partner.values()],
    }


def _is_right(label: Label, found: Found) -> bool:
    value = found.value
    return _is_right_date(label, value) if isinstance(value, Date) else _is_right_quantity(label, value)


def _is_right_date(label: Label, value: Date) -> bool:
    """Either the same EDTF and part of the period, or the same bounds (which two strings may share)."""
    if value.edtf == label["edtf"] and value.modifier == label["modifier"]:
        return True
    bounds = (None if value.lo is None else str(value.lo), None if value.hi is None else str(value.hi))
    return bounds != (None, None) and bounds == (label["lo"], label["hi"])


def _is_right_quantity(label: Label, value: Quantity) -> bool:
    amounts = (_get_number(value.amount), _get_number(value.amount_max))
    return (
        amounts == (_get_number(label["amount"]), _get_number(label["amount_max"]))
        and value.unit == label["unit"]
    )


def _get_number(amount: str | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _count(judged_rows: Any) -> dict[str, Any]:
    counts: dict[str, Counter[str]] = {"date": Counter(), "quantity": Counter(), "trap": Counter()}
    sentences = 0
    for judged in judged_rows:
        sentences += 1
        for label, found in judged["pairs"]:
            tally = counts[label["type"]]
            right = found is not None and _is_right(label, found)
            tally.update(labelled=1, located=int(found is not None), right=int(right))
            if right and label["type"] == "quantity":
                tally["comparator"] += found.value.comparator == label["comparator"]
        for found in judged["found"]:
            counts[found.value.type]["found"] += 1
        for found in judged["false"]:
            counts[found.value.type]["false"] += 1
        if not judged["pairs"]:
            counts["trap"].update(sentences=1, clean=int(not judged["found"]), false=len(judged["found"]))
    return {
        "sentences": sentences,
        "dates": _rate(counts["date"]),
        "quantities": {**_rate(counts["quantity"]), "comparator": counts["quantity"]["comparator"]},
        "traps": {key: counts["trap"][key] for key in ("sentences", "clean", "false")},
    }


def _rate(tally: Counter[str]) -> dict[str, Any]:
    totals = {key: tally[key] for key in ("labelled", "located", "right", "found", "false")}
    return {
        **totals,
        "precision": round(tally["right"] / tally["found"], 3) if tally["found"] else None,
        "recall": round(tally["right"] / tally["labelled"], 3) if tally["labelled"] else None,
    }


def _print_label(label: Label) -> str:
    shown = (
        ("edtf", "modifier", "lo", "hi")
        if label["type"] == "date"
        else ("amount", "amount_max", "unit", "comparator")
    )
    return f"{label['text']!r} " + " ".join(f"{key}={label[key]}" for key in shown)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Score the value finder on the labelled sentences.")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--show", action="store_true", help="list the misses of the open half")
    options = parser.parse_args(arguments)
    if options.show and options.half == "blind":
        parser.error("--show: the blind half is counted, never shown")
    languages = (options.language,) if options.language else LANGUAGES
    halves = (options.half,) if options.half else HALVES
    for language in languages:
        for half in halves:
            print(_print_totals(language, half, score(language, half)))
        if options.show:
            print("\n".join(list_misses(language)))
    return 0


def _print_totals(language: str, half: str, totals: dict[str, Any]) -> str:
    lines = [f"{language} {half}: {totals['sentences']} sentences"]
    for kind in ("dates", "quantities"):
        tally = totals[kind]
        lines.append(
            f"  {kind:<10} {tally['right']} of {tally['labelled']} right (recall {tally['recall']}), "
            f"{tally['located']} located; {tally['found']} found, {tally['false']} false (precision {tally['precision']})"
        )
    quantities, traps = totals["quantities"], totals["traps"]
    lines.append(f"  comparator {quantities['comparator']} of {quantities['right']} right quantities")
    lines.append(f"  traps      {traps['clean']} of {traps['sentences']} clean, {traps['false']} false spans")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
