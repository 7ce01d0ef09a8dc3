"""How long the lint of a draft takes, as an editor that saves would start it: whole processes, start included."""

import random
import sys
import tempfile
from pathlib import Path

from bench.measure import ROOT, Line, Result, ratios, run_apart, spread, time_command

_LENGTH = 10_000
_NAMED = 30
"""Statements in the draft about names that the ledger knows, one line each."""


def measure_lint(sizes: tuple[int, int] = (1_000, 100_000), rounds: int = 9) -> Result:
    """Measure `claims lint` of one draft against ledgers of these many claims, beside a one-query command."""
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.txt"
        draft.write_text(_write_draft(), "utf-8")
        commands: dict[str, list[str]] = {}
        for size in sizes:
            ledger = str(Path(folder) / f"{size}.db")
            run_apart("bench.generate:generate_json", ledger, size)
            call = [str(scripts / "claims"), "--db", ledger]
            commands[f"lint {size}"] = [
                *call,
                "lint",
                str(draft),
                "--language",
                "de",
                "--fail-on",
                "violation",
            ]
            commands[f"query {size}"] = [*call, "reviewer", "list", "--format", "jsonl"]
        for command in commands.values():
            time_command(command)  # writes the .pyc files that the others find
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(time_command(command))
    small, large = sizes
    lines = [
        Line(f"claims lint, {large:,} claims", spread(taken[f"lint {large}"]), "s", 1.0),
        Line(f"claims lint, {small:,} claims", spread(taken[f"lint {small}"]), "s"),
        Line(
            f"the same, {large:,} ÷ {small:,} claims",
            ratios(taken[f"lint {large}"], taken[f"lint {small}"]),
            "x",
            1.15,
        ),
        Line(
            f"claims lint ÷ claims reviewer list (one query), {large:,} claims",
            ratios(taken[f"lint {large}"], taken[f"query {large}"]),
            "x",
        ),
        Line("claims reviewer list", spread(taken[f"query {large}"]), "s"),
    ]
    return Result(
        "Lint of a draft",
        f"CPU time of whole processes with `.pyc` files in place, taken in turns: `claims lint` of a German draft of"
        f" {_LENGTH:,} characters, {_NAMED} of whose statements are about names of the ledger (`bench/generate.py`), and"
        " the command that makes one query and prints its row, which is what any command costs.",
        tuple(lines),
    )


def _write_draft() -> str:
    """Return sample articles cut to length, with statements about the ledger's names at the end."""
    rng = random.Random(1)
    named = "\n".join(
        f"Entity {rng.randrange(300, 440)} hat {rng.randrange(100, 900)} Mitarbeiter." for _ in range(_NAMED)
    )
    articles = sorted((ROOT / "seeds" / "articles").glob("*.txt")) or sorted(
        (ROOT / "seeds" / "articles").iterdir()
    )
    text = "\n".join(path.read_text("utf-8") for path in articles)
    return f"{text[: _LENGTH - len(named) - 1]}\n{named}"
