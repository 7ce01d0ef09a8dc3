"""`claims rule`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.context import get_options, reading, writing
from claims.cli.layout import get_width, wrap
from claims.cli.output import Format, FormatOption, say, show, show_list
from claims.errors import DatabaseMissing, NotFound, OptionRefused

if TYPE_CHECKING:
    from claims.crosscheck.rules.rule import Rule

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("name", "severity", "enabled", "title")

RuleArgument = Annotated[str, typer.Argument(metavar="RULE", help="Its name, such as impossible-time.")]


@app.callback()
def rule() -> None:
    """What the cross-check looks for."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims rule list
  claims rule list --format md
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List the rules of the cross-check, as this database runs them."""
    rows = [
        {key: value for key, value in one.to_json().items() if not key.startswith("explanation")}
        for one in _read_rules(ctx)
    ]
    show_list(ctx, rows, chosen, columns=_COLUMNS, whole={"rules": rows})


@app.command(
    "show",
    epilog="""\b
Example:
  claims rule show impossible-time
""",
)
def show_one(ctx: typer.Context, rule: RuleArgument) -> None:
    """Explain a rule: what it finds, what not, and what can be set."""
    known = {one.name: one.to_json() for one in _read_rules(ctx)}
    if rule not in known:
        raise NotFound(f"no rule {rule!r}; list them with: claims rule list")
    one = known[rule]
    if get_options(ctx).json:
        show(one)
        return
    say(f"{one['name']}  {one['title']} · {one['title_de']}")
    say(f"    {one['severity']}, switched {'on' if one['enabled'] else 'off'}")
    for name, value in one["options"].items():
        say(f"    {name}={value:g}")
    for text in (one["explanation"], one["explanation_de"]):
        say("")
        say(wrap(text, get_width(), first="    "))


@app.command(
    "enable",
    epilog="""\b
Example:
  claims rule enable overdue-prediction
""",
)
def enable(ctx: typer.Context, rule: RuleArgument) -> None:
    """Switch a rule on; the next cross-check looks at everything."""
    _set(ctx, rule, {"enabled": "1"})


@app.command(
    "disable",
    epilog="""\b
Example:
  claims rule disable overdue-prediction
""",
)
def disable(ctx: typer.Context, rule: RuleArgument) -> None:
    """Switch a rule off; the next cross-check closes its findings."""
    _set(ctx, rule, {"enabled": "0"})


@app.command(
    "set",
    epilog="""\b
Examples:
  claims rule set impossible-time severity=warning
  claims rule set sum-and-share severity=info slack=1
""",
)
def set_(
    ctx: typer.Context,
    rule: RuleArgument,
    settings: Annotated[
        list[str], typer.Argument(metavar="NAME=VALUE…", help="severity, or what rule show lists.")
    ],
) -> None:
    """Change how a rule is run in this database."""
    pairs = [one.partition("=")[::2] for one in settings]
    if any(not value for _, value in pairs) or len(dict(pairs)) < len(pairs):
        raise OptionRefused("write settings as NAME=VALUE, each name once, such as severity=info")
    _set(ctx, rule, dict(pairs))


def _set(ctx: typer.Context, name: str, settings: Mapping[str, str]) -> None:
    from claims.crosscheck.setting import read_rules, set_rule

    with writing(ctx) as session:
        set_rule(session, name, settings)
        one = next(rule for rule in read_rules(session) if rule.name == name)
    if get_options(ctx).json:
        show(one.to_json())
        return
    say(_describe(one))


def _describe(one: "Rule") -> str:
    settings = [one.severity, *(f"{name}={value:g}" for name, value in one.options.items())]
    return f"{one.name} is switched {'on' if one.enabled else 'off'}: {', '.join(settings)}; now: claims cross-check"


def _read_rules(ctx: typer.Context) -> list["Rule"]:
    """Return the rules as the database has them set; without a database as the program has them."""
    from claims.crosscheck.rules import list_rules
    from claims.crosscheck.setting import read_rules

    try:
        with reading(ctx) as session:
            return read_rules(session)
    except DatabaseMissing:
        return list_rules()
