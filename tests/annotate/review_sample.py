"""A ledger with one short article, read: five suggestions in four sentences, two of them in the last."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

TEXT = (
    "DeepSeek-R1 erschien im Januar 2025. Das Modell stammt von DeepSeek. Ob das klug war?\n"
    "Tencent hat 5.000 Mitarbeiter. Alibaba hat Qwen 2.5 im September 2024 veröffentlicht."
)


def set_up(run: Callable[..., Any], folder: Path, text: str = TEXT) -> Callable[..., Any]:
    """Import the article as t.txt and read it; return the command line."""
    (folder / "t.txt").write_text(text, "utf-8")
    run("import", "t.txt", "--language", "de", "--published", "2025-02-01")
    run("suggest")
    return run


def list_states(run: Callable[..., Any]) -> dict[str, str]:
    return {one["id"]: one["state"] for one in run("mention", "list", "--json").json}


def get(run: Callable[..., Any], number: str) -> dict[str, Any]:
    return next(one for one in run("mention", "list", "--json").json if one["id"] == number)


def ask(run: Callable[..., Any], query: str) -> list[list[Any]]:
    """Return the rows of a query on the ledger's tables."""
    import sqlite3

    connection = sqlite3.connect("claims.db")
    try:
        return [list(row) for row in connection.execute(query)]
    finally:
        connection.close()
