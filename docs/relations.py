"""The page of relations: how every kind of answer stands to every other, from the examples that the tests hold to."""

import sys
from collections.abc import Iterator
from pathlib import Path

from page import make_table

import claims

sys.path.append(
    str(Path(claims.__file__).resolve().parents[1])
)  # the checkout, wherever these pages are written

from claims.values import Relation
from tests.crosscheck.relations import FAMILIES, Example, list_pairs

_BEGIN = """\
What `claims.crosscheck.relate` says of two answers to one question, and with it the cross-check. The relation is the same both
ways; an answer is the same as itself; one that says less (a year for a day, "about", one of several, a whole for its part, a
larger tolerance) never contradicts more than one that says more. Every example is a test, every pair of kinds has one, and the
rules above are tested on answers drawn at random.

- **same**: both say the same.
- **compatible**: one lies within the other, or both can hold side by side.
- **overlap**: they share something, and each allows what the other excludes.
- **contradiction**: they cannot both hold.
- **incomparable**: they answer different questions, speak of different times, or measure different things.

Dates are written in EDTF (ISO 8601-2): `2025-21` is the spring of 2025, `../2024` until 2024, `2025~` about 2025,
`[2024-11,2025-03]` one of the two."""


def render_relations() -> Iterator[str]:
    """Yield the page of relations."""
    yield f"# How answers relate\n\n{_BEGIN}"
    for name, family in FAMILIES.items():
        yield f"## {family.title}"
        rows = [
            (one, other, _show(examples, contradicting=False), _show(examples, contradicting=True))
            for one, other, examples in list_pairs(name)
        ]
        yield make_table(("", "beside", "holds together, or is not compared", "contradiction"), rows)


def _show(examples: list[Example], *, contradicting: bool) -> str:
    return "; ".join(
        f"`{one.one}` · `{one.other}`" + ("" if contradicting else f" {one.relation.value}")
        for one in examples
        if (one.relation is Relation.CONTRADICTION) is contradicting
    )
