"""Running a named report: one statement, its parameters bound, its rows as they come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from claims.reports.report import get_report
from claims.reports.run_parameters import read_parameters


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a result, and its rows while the ledger is open; whole numbers, floats, text or None."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[Any]]


def run_report(session: Session, name: str, given: Mapping[str, str]) -> Answer:
    """Ask the ledger a named report's question; `given` are its parameters as a user writes them.

    Raises:
        NotFound: No such report, or no such article.
        OptionRefused: An unknown parameter, or a value that is not of its kind.
    """
    report = get_report(name)
    values = read_parameters(session, name, report.parameters, given)
    result = session.execute(text(report.statement), values)
    return Answer(tuple(result.keys()), (tuple(row) for row in result))
