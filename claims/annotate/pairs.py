"""Lines of field=value pairs, as a reviewer types them: a value ends where the next field begins."""

import re
from collections.abc import Collection

from claims.errors import DecisionRefused

_FIELD = re.compile(r"(?:^|(?<=\s))([a-z_]+)=")


def split_pairs(line: str, example: str, *, known: Collection[str] | None = None) -> dict[str, str]:
    """Return the fields of a line in words; with `known` only these begin a field, all else is text.

    Raises:
        DecisionRefused: There is text outside the pairs, a field twice, or the line is no text.
    """
    line = " ".join(line.split())
    if "\ufffd" in line:
        raise DecisionRefused("the line is no UTF-8 text")
    found = [one for one in _FIELD.finditer(line) if known is None or one[1] in known]
    if not found or found[0].start() > 0:
        raise DecisionRefused(f"write field=value pairs, such as: {example}")
    given: dict[str, str] = {}
    for one, following in zip(found, [*found[1:], None], strict=True):
        if one[1] in given:
            raise DecisionRefused(f"{one[1]} is given twice")
        given[one[1]] = line[one.end() : following.start() if following else None].strip()
    return given


def require(given: dict[str, str], *names: str) -> None:
    """Refuse a line that lacks one of these fields, or says nothing in any.

    Raises:
        DecisionRefused: Which.
    """
    for name in (*names, *given):
        if not given.get(name):
            raise DecisionRefused(f"{name} is missing; add {name}=…")
