"""The least that a Typer program can be: what the start of `claims` is measured against."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def greet(name: str = "reader") -> None:
    """Say hello."""
    print(f"Hello, {name}")


if __name__ == "__main__":
    app()
