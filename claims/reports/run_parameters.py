"""What a user gives a report or a query: `name=value`, read in the kind that the parameter wants."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from claims.errors import OptionRefused
from claims.reports.report import Parameter
from claims.store.queries.reference import get_article_id
from claims.values import parse_edtf

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?"
    r" ?(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_FORMS = "write it as 2025-02-11, 2025-02, 2025-02-11T17:00Z or 2025-02-11T18:00+01:00"


def read_pairs(given: Iterable[str]) -> dict[str, str]:
    """Return the parameters that `name=value` texts spell.

    Raises:
        OptionRefused: One has no name, or a name comes twice.
    """
    pairs: dict[str, str] = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not re.fullmatch(r"\w+", name):
            raise OptionRefused(f"{one!r} is no parameter; write it as name=value, such as -p article=004")
        if name in pairs:
            raise OptionRefused(f"parameter {name!r} is given twice")
        if not value.isascii():
            _check_text(name, value)
        pairs[name] = value
    return pairs


def read_parameters(
    session: Session, report: str, parameters: Iterable[Parameter], given: Mapping[str, str]
) -> dict[str, str | int | None]:
    """Return the values to bind: an article as its row number, times as UTC text, what is not given as None.

    Raises:
        OptionRefused: An unknown parameter, or a value that is not of its kind.
        NotFound, ReferenceAmbiguous: No such article, or several.
    """
    wanted = {parameter.name: parameter for parameter in parameters}
    unknown = sorted(set(given) - set(wanted))
    if unknown:
        raise OptionRefused(
            f"{report} takes no parameter {', '.join(map(repr, unknown))}; its parameters are: {', '.join(wanted)}"
        )
    return {
        name: _read(session, parameter, given[name]) if name in given else None
        for name, parameter in wanted.items()
    }


def read_time(given: str, *, end: bool) -> str:
    """Return the moment that a day, month, year or time names, as UTC text to the microsecond.

    A day is its first moment, or with `end` its last. A time without a zone is UTC.

    Raises:
        OptionRefused: It is none.
    """
    text = given.strip()
    try:
        if _DAY.fullmatch(text):
            day = parse_edtf(text)
            return f"{day.hi}T23:59:59.999999Z" if end else f"{day.lo}T00:00:00.000000Z"
        if _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(
                text.replace(" ", "T", 1).replace(" ", "").replace(",", ".").upper()
            )
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            moment = moment.astimezone(UTC)
            return f"{moment.year:04d}{moment:-%m-%dT%H:%M:%S.%fZ}"
    except (ValueError, OverflowError):
        pass
    raise OptionRefused(f"{given!r} is no time; {_FORMS}")


def _read(session: Session, parameter: Parameter, given: str) -> str | int:
    match parameter.kind:
        case "article":
            return get_article_id(session, given)
        case "time":
            try:
                return read_time(given, end=parameter.name != "since")
            except OptionRefused as refused:
                raise OptionRefused(f"parameter {parameter.name}: {refused}") from None
    return given


def _check_text(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise OptionRefused(f"parameter {name}: its value is not valid UTF-8") from None
