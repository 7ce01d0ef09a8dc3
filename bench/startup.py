"""How long a command takes to start: whole processes, from nothing to their end."""

import sys
import tempfile
from pathlib import Path

from bench.measure import Line, Result, ratios, run_apart, spread, time_command

_HERE = Path(__file__).resolve().parent


def measure_startup(rounds: int = 15) -> Result:
    """Measure the start of `claims` against programs of one command."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "claims.db")
        run_apart("bench.ledger:make_ledger", ledger)
        commands = _list_commands(ledger)
        for command in commands.values():
            time_command(command)  # writes the .pyc files that the others find
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(time_command(command))
    shown = [
        Line(name, spread([second * 1000 for second in seconds]), "ms") for name, seconds in taken.items()
    ]
    peer_help, peer_run = taken["one-command Typer program, --help"], taken["one-command Typer program, run"]
    query = taken["claims reviewer list"]
    goals = [
        Line(
            "claims --help ÷ the Typer program's --help", ratios(taken["claims --help"], peer_help), "x", 1.2
        ),
        Line("claims --version ÷ the same", ratios(taken["claims --version"], peer_help), "x", 1.2),
        Line("claims reviewer list (one query) ÷ the Typer program, run", ratios(query, peer_run), "x", 2.5),
        Line(
            "claims predicate list (four queries) ÷ the same",
            ratios(taken["claims predicate list"], peer_run),
            "x",
        ),
    ]
    return Result(
        "Start-up",
        "CPU time of whole processes with `.pyc` files in place, taken in turns. The Typer program has one command"
        " with one option and plain help (`rich_markup_mode=None`), as `claims` has; Typer loads Pydantic when it"
        " runs a command with a parameter, but not for help. The two queries read a ledger that holds the"
        " vocabulary, and print JSON lines.",
        (*goals, *shown),
    )


def _list_commands(ledger: str) -> dict[str, list[str]]:
    scripts = Path(sys.executable).parent
    claims = [str(scripts / "claims")]
    lists = ("list", "--format", "jsonl")
    commands = {
        "claims --help": [*claims, "--help"],
        "claims --version": [*claims, "--version"],
        "claims reviewer list": [*claims, "--db", ledger, "reviewer", *lists],
        "claims predicate list": [*claims, "--db", ledger, "predicate", *lists],
        "one-command Typer program, --help": [sys.executable, str(_HERE / "one_command.py"), "--help"],
        "one-command Typer program, run": [sys.executable, str(_HERE / "one_command.py")],
        "the same with Typer's defaults, --help": [
            sys.executable,
            str(_HERE / "one_command_rich.py"),
            "--help",
        ],
        "the same with Typer's defaults, run": [sys.executable, str(_HERE / "one_command_rich.py")],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    peer = scripts / "sqlite-utils"
    if peer.exists():
        commands["sqlite-utils --version"] = [str(peer), "--version"]
    return commands
