"""The same program with Typer's defaults: its help is drawn in boxes and colours."""

import typer

app = typer.Typer()


@app.command()
def greet(name: str = "reader") -> None:
    """Say hello."""
    print(f"Hello, {name}")


if __name__ == "__main__":
    app()
