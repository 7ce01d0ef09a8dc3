"""`claims rule`."""

import typer

from claims.cli.output import Format, FormatOption, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("name", "severity", "title", "enabled")


@app.callback()
def rule() -> None:
    """What the cross-check looks for."""


@app.command(
    "list",
    epilog="""\b
Example:
  claims rule list
""",
)
def list_(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List the rules of the cross-check."""
    from claims.crosscheck.rules import list_rules

    rows = [
        {"name": one.name, "severity": one.severity, "title": one.title["en"], "enabled": True}
        for one in list_rules()
    ]
    show_list(ctx, rows, chosen, columns=_COLUMNS, whole={"rules": rows})
