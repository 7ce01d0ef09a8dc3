"""The head of a log: its last event, named so that a later comparison can say what was changed since."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.audit.report import Report
from claims.errors import OptionRefused


@dataclass(frozen=True, slots=True)
class Head:
    """An event that a log must contain; `seq` None where only its hash is known."""

    seq: int | None
    hash: str

    def __str__(self) -> str:
        return self.hash if self.seq is None else f"{self.seq}:{self.hash}"


def read_head(text: str) -> Head:
    """Return the head that `SEQ:HASH` or a plain hash names.

    Raises:
        OptionRefused: It is neither.
    """
    match = re.fullmatch(r"(?:([0-9]{1,18}):)?([0-9a-f]{64})", text.strip().lower())
    if match is None:
        raise OptionRefused(f"--head {text}: write a head as it was printed, SEQ:HASH with 64 hex digits")
    return Head(int(match[1]) if match[1] else None, match[2])


class Heads:
    """Compares the events of a log, as they are read, with heads kept elsewhere."""

    def __init__(self, heads: Iterable[Head]) -> None:
        wanted = set(heads)
        self._by_seq: dict[int, set[str]] = {}
        for head in wanted:
            if head.seq is not None:
                self._by_seq.setdefault(head.seq, set()).add(head.hash)
        self._floating = {head.hash for head in wanted if head.seq is None}
        self._held = 0
        self._broken = 0

    def see(self, seq: int, digest: str, report: Report) -> None:
        """Compare one event."""
        self._floating.discard(digest)
        for wanted in self._by_seq.pop(seq, ()):
            if wanted == digest:
                self._held = max(self._held, seq)
            else:
                report.add("REWRITTEN", f"event {seq}", self._describe(seq, wanted, digest))

    def finish(self, last: int, report: Report) -> None:
        """Note the heads that did not turn up before the log's end."""
        for seq, digests in sorted(self._by_seq.items()):
            for digest in sorted(digests):
                what = f"the log ends at event {last}; the kept head {seq}:{digest} is not in it"
                report.add("TRUNCATED", f"event {last + 1}", what)
        for digest in sorted(self._floating):
            what = f"no event has the kept hash {digest}: the log was rewritten or cut off"
            report.add("REWRITTEN", "the log", what)

    def _describe(self, seq: int, wanted: str, digest: str) -> str:
        """Return what one head tells: that the log was rewritten, and between which events that began."""
        found = f"the kept head is {seq}:{wanted}, the log has {digest}"
        if self._broken:
            return f"{found}, as it must after event {self._broken} was found rewritten"
        self._broken = seq
        if self._held == seq - 1:
            return f"{found}; event {self._held} still fits, so this is the first event that differs"
        first = f"after event {self._held}, which still fits, and " if self._held else ""
        return (
            f"{found}: the log was rewritten. The first event that differs lies {first}at or before event {seq};"
            " an export or a copy of the ledger from that time names it: claims audit verify --against DIR"
        )
