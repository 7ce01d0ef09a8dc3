"""Commands that are imported when they run, and cost nothing while help is listed.

`--help` shows stubs with a name and a sentence; the module behind a command, and with it the
database library, is loaded by the command alone.
"""

import os
import sys
from importlib import import_module
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from claims.errors import ExitCode

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Run the whole job on sample articles in a scratch database."),
    "init": ("init", "Create or upgrade the database and load the vocabulary."),
    "import": ("import_", "Bring articles in: txt, md, json, jsonl, csv, tsv."),
    "suggest": ("suggest", "Propose typed claims for articles that have none yet."),
    "annotate": ("annotate", "Decide on suggestions one by one: accept, reject, edit."),
    "cross-check": ("cross_check", "Find where documents contradict each other."),
    "lint": ("lint", "Check a manuscript before it is printed, storing nothing; also: check."),
    "article": ("article", "Published documents and their texts."),
    "claim": ("claim", "Typed answers to questions, whoever gives them."),
    "mention": ("mention", "The places where claims are made; decide on suggestions."),
    "source": ("source", "What is cited as evidence, and its archived texts."),
    "evidence": ("evidence", "What sources say for or against claims."),
    "verdict": ("verdict", "Reviewers' ratings of claims, with reasons."),
    "ruling": ("ruling", "House facts: what the desk holds to."),
    "correction": ("correction", "What was changed in print, and why."),
    "inquiry": ("inquiry", "Whom the desk asked, and what they answered."),
    "finding": ("finding", "Inconsistencies and what became of them."),
    "search": ("search", "Find words in articles, claims, names, sources and rationales."),
    "report": ("report", "Named reports, and the questions that each answers."),
    "sql": ("sql", "Ask the ledger in SQL, read-only."),
    "entity": ("entity", "What claims are about or name."),
    "slot": ("slot", "Questions, and which of them are one."),
    "predicate": ("predicate", "Kinds of statement."),
    "rule": ("rule", "What the cross-check looks for."),
    "reviewer": ("reviewer", "The people who decide."),
    "audit": ("audit", "The audit log: reading it, verifying it, taking a change back."),
    "export": ("export", "Write the ledger out in a form that others read."),
}
"""Name → module in `claims.cli` and the sentence that help shows."""

ALIASES = {"check": "lint"}
"""Other words for a command, not listed."""


class LazyGroup(TyperGroup):
    """The top group; a command's module is imported when the command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is the parent's
        """Return the names in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command, or a stub of it while the group's help is being listed."""
        if cmd_name not in COMMANDS:
            return None
        module, sentence = COMMANDS[cmd_name]
        if not ctx.args and not ctx._protected_args:  # noqa: SLF001 - Click keeps the asked-for name there
            return TyperCommand(cmd_name, help=sentence)
        return load_command(module, cmd_name)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a reader such as `head` that has seen enough is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Nothing more may be flushed at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(int(ExitCode.DONE)) from None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the arguments name, imported."""
        name = ALIASES.get(args[0], args[0])
        if name in COMMANDS:
            return name, load_command(COMMANDS[name][0], name), args[1:]
        self.commands = {known: TyperCommand(known) for known in COMMANDS}  # its keys are what is suggested
        return super().resolve_command(ctx, args)


def load_command(module: str, name: str) -> Any:
    """Import a command's module and return the command under its name."""
    command = get_command(import_module(f"claims.cli.{module}").app)
    command.name = name
    return command
