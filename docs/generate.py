"""Write the pages under docs/ that say what the code says; `--check` tells whether they still do.

Each page is read off the program itself: commands from their help, tables and triggers from a new
ledger, errors, vocabulary and rules from where they are declared.
"""

import argparse
import difflib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from exchange import render_parquet
from page import make_count, make_table
from relations import render_relations
from reports import render_reports
from rules import render_rules
from schema import render_schema
from typer.main import get_command

from claims import errors
from claims.cli.app import app
from claims.cli.lazy import COMMANDS, load_command
from claims.vocabulary import Predicate, get_seed_vocabulary

FOLDER = Path(__file__).resolve().parent
WIDTH = 78
"""What a command's help is wrapped at on a terminal of 80 columns or more."""

EXIT_CODES = {
    "DONE": "Done. Listings and `demo` end so whatever they show.",
    "FINDINGS": "Open findings at or above `--fail-on`, or a verification that failed.",
    "BAD_INPUT": "Wrong use, bad input, or a database that is missing, foreign, older, newer or locked away.",
    "INTERNAL": "A fault of the program; `CLAIMS_DEBUG=1` shows where.",
    "IO_ERROR": "The disk is full, broken, or something could not be read or written.",
    "BUSY": "Another command held the database for too long; the same command may succeed later.",
    "INTERRUPTED": "Ctrl-C.",
    "TERMINATED": "Ended by a signal.",
}


def render_commands() -> Iterator[str]:
    """Yield the page of commands: the help of each, as the terminal shows it."""
    yield "# Commands\n\nThe help of every command, as `claims COMMAND --help` prints it."
    top = get_command(app)
    context = typer.Context(top, info_name="claims", terminal_width=WIDTH, **top.context_settings)
    yield from _help(top, context, "claims")
    for name, (module, _) in COMMANDS.items():
        command = load_command(module, name)
        inner = typer.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
        yield from _help(command, inner, f"claims {name}")
        for below, act in getattr(command, "commands", {}).items():
            innermost = typer.Context(act, info_name=below, parent=inner, terminal_width=WIDTH)
            yield from _help(act, innermost, f"claims {name} {below}")


def _help(command: Any, context: typer.Context, path: str) -> Iterator[str]:
    level = "###" if path.count(" ") > 1 else "##"
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield f"{level} {path}\n\n```text\n{text}\n```"


def render_errors() -> Iterator[str]:
    """Yield the page of errors: the exit codes and what each error means."""
    yield "# Errors and exit codes\n\nResults go to stdout, remarks and errors to stderr; an error is one line."
    codes = [(str(int(code)), code.name.lower(), EXIT_CODES[code.name]) for code in errors.ExitCode]
    yield make_table(("code", "name", "meaning"), codes)
    yield "## Errors"
    kinds = [
        kind
        for kind in vars(errors).values()
        if inspect.isclass(kind) and issubclass(kind, errors.ClaimsError)
    ]
    yield make_table(
        ("error", "exit code", "meaning"),
        ((kind.__name__, str(int(kind.exit_code)), " ".join((kind.__doc__ or "").split())) for kind in kinds),
    )


def render_vocabulary() -> Iterator[str]:
    """Yield the page of the vocabulary that ships with the program."""
    vocabulary = get_seed_vocabulary()
    yield (
        f"# Vocabulary\n\nWhat ships under `seeds/` ([how to add to it](../seeds/README.md)):"
        f" {len(vocabulary.predicates)} kinds of statement, {len(vocabulary.units)} units,"
        f" {len(vocabulary.entities)} known entities, {len(vocabulary.scales)} rating scales."
    )
    yield "## Predicates\n\nTriggers are the words that announce a kind of statement, German / English."
    yield make_table(
        (
            "key",
            "German",
            "English",
            "about",
            "value",
            "answers",
            "time",
            "separators",
            "comparing",
            "triggers",
        ),
        map(_describe_predicate, vocabulary.predicates.values()),
    )
    yield "## Rating scales"
    for scale in vocabulary.scales:
        default = " The default." if scale.default else ""
        yield f"### {scale.key}: {scale.label['en']} ({scale.label['de']})\n\n{scale.note}{default}"
        ratings = (
            (
                one.code,
                one.label["de"],
                one.label["en"],
                "" if one.ordinal is None else str(one.ordinal),
                one.truth_class,
            )
            for one in scale.ratings
        )
        yield make_table(("code", "German", "English", "order", "truth"), ratings)
    yield "## Units\n\nCurrencies never convert: each is a dimension of its own."
    yield make_count(
        ("dimension", "units"), (unit.dimension.partition(":")[0] for unit in vocabulary.units.values())
    )
    yield "## Known entities"
    yield make_count(("kind", "entities"), (entity.kind for entity in vocabulary.entities))
    yield "## Orderings\n\nOf one subject, what is dated on the left cannot lie after what is dated on the right."
    yield make_table(("earlier", "later"), ((pair.earlier, pair.later) for pair in vocabulary.orderings))


def _describe_predicate(one: Predicate) -> tuple[str, ...]:
    value = one.dimension or ", ".join(one.value_kinds)
    comparing = {
        "signed": one.signed,
        "part and whole agree": one.contains,
        "plans count": one.plans_compare,
        "never compared": not one.compared,
        f"valid {one.validity_days} days": one.validity_days is not None,
        f"±{(one.tolerance_relative or 0):.1%}": one.tolerance_relative is not None,
        f"±{one.tolerance_absolute}": one.tolerance_absolute is not None,
    }
    return (
        f"`{one.key}`",
        one.label["de"],
        one.label["en"],
        ", ".join(one.subject_kinds) or "anything",
        one.value_type + (f" ({value})" if value else ""),
        one.cardinality,
        one.temporal,
        ", ".join(one.separators),
        ", ".join(text for text, holds in comparing.items() if holds),
        " / ".join(str(len(one.triggers.get(language, ()))) for language in ("de", "en")),
    )


PAGES = {
    "commands.md": render_commands,
    "errors.md": render_errors,
    "parquet.md": render_parquet,
    "relations.md": render_relations,
    "reports.md": render_reports,
    "rules.md": render_rules,
    "schema.md": render_schema,
    "vocabulary.md": render_vocabulary,
}
NOTE = "<!-- Written by docs/generate.py from the code; change the code and run: make docs -->\n\n"


def main() -> int:
    """Write the pages, or with `--check` compare them; return 1 if one is out of date."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 if a page is out of date"
    )
    check = parser.parse_args().check
    outdated = 0
    for name, render in PAGES.items():
        path = FOLDER / name
        wanted = NOTE + "\n\n".join(part for part in render() if part) + "\n"
        found = path.read_text("utf-8") if path.exists() else ""
        if not check:
            path.write_text(wanted, "utf-8")
        elif found != wanted:
            outdated += 1
            differing = difflib.unified_diff(
                found.splitlines(), wanted.splitlines(), str(path), "the code", n=0, lineterm=""
            )
            sys.stdout.write("\n".join([*list(differing)[:20], f"{path}: out of date; run: make docs\n"]))
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
