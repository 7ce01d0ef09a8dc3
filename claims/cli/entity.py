"""`claims entity`."""

from typing import Annotated

import typer

from claims.cli.added import show_added
from claims.cli.context import get_options, reading, writing
from claims.cli.output import Format, FormatOption, say, show, show_list

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)

_COLUMNS = ("id", "label", "kind", "state", "part_of", "merged_into", "mentions")
_PAIR = ("id", "label", "into", "into_label", "kind", "score", "reasons")

EntityArgument = Annotated[str, typer.Argument(metavar="ENTITY", help="Its id, such as e12, or its name.")]


@app.callback()
def entity() -> None:
    """What claims are about or name."""


@app.command(
    "list",
    epilog="""\b
Examples:
  claims entity list --state proposed
  claims entity list --kind product
""",
)
def list_(
    ctx: typer.Context,
    state: Annotated[str | None, typer.Option(help="proposed or accepted.")] = None,
    kind: Annotated[str | None, typer.Option(help="person, organisation, place, product …")] = None,
    chosen: FormatOption = Format.table,
) -> None:
    """List entities, the most mentioned first."""
    from claims.store.queries.entity import list_entities

    with reading(ctx) as session:
        rows = list_entities(session, state=state, kind=kind)
    show_list(ctx, rows, chosen, columns=_COLUMNS)


@app.command(
    "show",
    epilog="""\b
Examples:
  claims entity show e12
  claims entity show "Deutsche Bahn"
""",
)
def show_one(ctx: typer.Context, entity: EntityArgument) -> None:
    """Show an entity with its names and what it was merged with."""
    from claims.annotate.entity import get_entity
    from claims.store.queries.entity import describe_entity

    with reading(ctx) as session:
        one = describe_entity(session, get_entity(session, entity))
    if get_options(ctx).json:
        show(one)
        return
    say(f"{one['id']}  {one['label']}  [{one['kind']}, {one['state']}]")
    for name in one["names"]:
        marked = "" if name["kind"] == "name" else f" ({name['kind']})"
        say(f"    {name['language']}  {name['name']}{marked}")
    for relation in ("merged_into", "part_of"):
        if one[relation] is not None:
            say(f"    {relation.replace('_', ' ')}: {one[relation]['id']} {one[relation]['label']}")
    for relation in ("merged", "parts"):
        if one[relation]:
            listed = ", ".join(f"{other['id']} {other['label']}" for other in one[relation])
            say(f"    {'stands for' if relation == 'merged' else 'parts'}: {listed}")
    say(
        f"    claims about it: {one['claims_about']}, naming it: {one['claims_naming']},"
        f" mentions by it: {one['mentions_speaking']}"
    )


@app.command(
    epilog="""\b
Examples:
  claims entity add "Nordwerft" --kind organisation
  claims entity add "Weltraumgesetz" --kind law --language de
"""
)
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="How texts write it, uninflected.")],
    kind: Annotated[str, typer.Option(help="person, organisation, place, product, plan, law, event …")],
    language: Annotated[
        str | None, typer.Option(help="de or en, if the name is of one language; default: of all.")
    ] = None,
) -> None:
    """Add an entity by hand, accepted at once."""
    from claims.annotate.entity import add_entity
    from claims.store.queries.reference import write_id

    with writing(ctx) as session:
        number = add_entity(session, name, kind=kind, language=language)
    reference = write_id("entity", number)
    show_added(ctx, reference, f"entity {reference} is {name}")


@app.command(
    epilog="""\b
Examples:
  claims entity merge e812 e9
  claims entity merge "DeepSeek R1" DeepSeek-R1
"""
)
def merge(
    ctx: typer.Context,
    entity: Annotated[str, typer.Argument(metavar="FROM", help="The one to merge: id or name.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The one that stands for both: id or name.")],
) -> None:
    """Say that two entities are one; their claims are compared from then on."""
    from claims.annotate.entity import get_entity, merge_entities
    from claims.store.queries.reference import write_id

    with writing(ctx) as session:
        number = get_entity(session, entity)
        root = merge_entities(session, number, get_entity(session, into))
    _say_where(ctx, write_id("entity", number), write_id("entity", root), "is merged into")


@app.command(
    epilog="""\b
Examples:
  claims entity alike
  claims entity alike --format jsonl
"""
)
def alike(ctx: typer.Context, chosen: FormatOption = Format.table) -> None:
    """List entities that may be one, and why; `claims entity merge ID INTO` makes them one.

    Names are compared as they are written, shortened and translated, and so is what is said of both.
    """
    from claims.suggest.entities.merges import propose_merges

    with reading(ctx) as session:
        rows = propose_merges(session)
    show_list(ctx, rows, chosen, columns=_PAIR)


@app.command(
    epilog="""\b
Example:
  claims entity split e812
"""
)
def split(
    ctx: typer.Context,
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="The id of the one that was merged.")],
) -> None:
    """Take a merge back; nothing else is changed."""
    from claims.annotate.entity import get_entity, split_entity
    from claims.store.queries.reference import write_id

    with writing(ctx) as session:
        number = get_entity(session, entity)
        above = split_entity(session, number)
    _say_where(ctx, write_id("entity", number), write_id("entity", above), "is its own again, apart from")


def _say_where(ctx: typer.Context, reference: str, other: str, relation: str) -> None:
    if get_options(ctx).json:
        show({"id": reference, "other": other})
    else:
        say(f"{reference} {relation} {other}; see what follows: claims cross-check")
