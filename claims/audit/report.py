"""What a verification found: problems, remarks, counts, and the head that others can keep."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

LISTED_PER_KIND = 100
"""Problems listed of one kind; a log cut off at its start has one for every row of the ledger."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold: its kind in capitals, where, and what in a sentence."""

    kind: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}  {self.where}: {self.what}"


@dataclass
class Report:
    """What was looked at and what was found.

    `events` were read, of which `withheld` have no payload; `unknown` rows cannot be compared because
    of that. `head` is the last event as SEQ:HASH, or None where there is none. `counts` has every
    problem by kind, `problems` the first hundred of each; `remarks` are no problems.
    """

    events: int = 0
    withheld: int = 0
    unknown: int = 0
    rows: int = 0
    texts: int = 0
    head: str | None = None
    compared: bool = False
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.counts

    def add(self, kind: str, where: str, what: str) -> None:
        """Note a problem."""
        self.counts[kind] += 1
        if self.counts[kind] <= LISTED_PER_KIND:
            self.problems.append(Problem(kind, where, what))

    def remark(self, sentence: str) -> None:
        """Note something odd that is no problem; the first hundred are kept."""
        if len(self.remarks) < LISTED_PER_KIND:
            self.remarks.append(sentence)

    def list_unlisted(self) -> list[str]:
        """Return a line for each kind of which more was found than is listed."""
        return [
            f"{kind}  … and {count - LISTED_PER_KIND:,} more"
            for kind, count in self.counts.items()
            if count > LISTED_PER_KIND
        ]

    def describe(self) -> str:
        """Return the closing line."""
        head = self.head or "none"
        if not self.holds:
            found = sum(self.counts.values())
            return f"{found:,} problem{'s' if found > 1 else ''} in {self.events:,} events; head {head}"
        withheld = f", {self.withheld:,} withheld" if self.withheld else ""
        unknown = f" ({self.unknown:,} rows cannot be compared)" if self.unknown else ""
        closing = f"{self.events:,} events verified{withheld}{unknown}; head {head}"
        if self.compared:
            return closing
        return (
            closing + ". A rewrite of the whole log by the file's owner shows only against a head kept"
            " elsewhere: claims audit verify --head SEQ:HASH"
        )

    def to_json(self) -> dict[str, Any]:
        """Return all of it as JSON."""
        return {
            "verified": self.holds,
            "events": self.events,
            "withheld": self.withheld,
            "unknown_rows": self.unknown,
            "rows": self.rows,
            "texts": self.texts,
            "head": self.head,
            "head_compared": self.compared,
            "counts": dict(self.counts),
            "problems": [{"kind": one.kind, "where": one.where, "what": one.what} for one in self.problems],
            "remarks": self.remarks,
        }
