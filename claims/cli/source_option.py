"""What the `claims source` commands ask for alike."""

from typing import Annotated

import typer

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="Its id, such as q3, or its web address.")
]
KINDS = "primary, official, reporting, agency, reference, interview, e-mail, own-test or social."
TitleOption = Annotated[str | None, typer.Option(metavar="TEXT", help="What it is called.")]
UrlOption = Annotated[str | None, typer.Option(help="Where it is on the web.")]
PublisherOption = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
PublishedOption = Annotated[str | None, typer.Option(metavar="DATE", help="When: 2025-01-20, or a time.")]
