"""Asking reports about the week, at any moment of it."""

from typing import Any

from claims.reports.run import run_report
from claims.store.transaction import reading


def ask(week: str, name: str, columns: str, **given: str) -> list[tuple[Any, ...]]:
    """Return some columns of a report's rows; of a single column its values."""
    with reading(week) as session:
        answer = run_report(session, name, given)
        places = [answer.columns.index(column) for column in columns.split()]
        return [tuple(row[place] for place in places) for row in answer.rows]


def before(moment: str) -> str:
    """Return the second before a moment of the week."""
    hour = int(moment[11:13])
    minute = int(moment[14:16])
    total = hour * 60 + minute - 1
    return f"{moment[:10]}T{total // 60:02d}:{total % 60:02d}:59Z"
