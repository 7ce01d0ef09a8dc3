"""What a rule is: a name, how grave a breach is, and what it finds in a slot or across slots."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.copies.pairs import AlikeFound, AlikeLook
from claims.crosscheck.held.examined import Examined
from claims.store.tables.finding import SEVERITIES


@dataclass(frozen=True, slots=True)
class Wider:
    """How a rule looks beyond one slot.

    `find` yields, for slots in `check_anchor`, the slot and what does not fit there; members may be
    claims of other slots. What it says of a slot must follow from the ledger alone, whatever else is
    in `check_anchor`. `near` names the queries that put there the slots of marked claims in which the
    rule may find something else because of these; slots that were read anew as a whole are there
    already. `anchors` names those that add what the rule reaches from there; the slots of findings
    that rest on any of these come last. Where everything is examined, `everywhere` names the queries
    that put there all slots in which the rule may find anything. `due` names the query that marks the questions
    whose findings change with the clock alone: those that became due between two days, which lie as
    much earlier as the rule's option `days` says.
    """

    find: Callable[[Look], Iterable[tuple[int, Conflict]]]
    near: tuple[str, ...] = ("anchor_marked",)
    anchors: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ("anchor_examined",)
    due: str | None = None


def find_nothing(found: Examined) -> None:
    """Find nothing within one slot, as a rule that looks beyond it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the cross-check; texts by language ("de", "en").

    `find` looks at one slot, `wider` beyond it, `alike` at sentences that are written alike; a rule has one of
    them, or the last two. `options` are numbers that a
    desk may set for its ledger, with what they are if it does not.
    """

    name: str
    severity: str
    title: Mapping[str, str]
    explanation: Mapping[str, str]
    find: Callable[[Examined], Conflict | None] = find_nothing
    wider: Wider | None = None
    alike: Callable[[AlikeLook], Iterable[AlikeFound]] | None = None
    enabled: bool = True
    options: Mapping[str, float] = field(default_factory=dict)

    def weigh(self, conflict: Conflict) -> str:
        """Return how grave a conflict is: at most as grave as the conflict itself says.

        What rests on a claim of unknown scope or time warns at most.
        """
        most = conflict.severity or "violation"
        if most == "violation" and not conflict.firm:
            most = "warning"
        return min(self.severity, most, key=SEVERITIES.index)

    def to_json(self) -> dict[str, Any]:
        """Return the rule as the JSON contract writes it."""
        return {
            "name": self.name,
            "severity": self.severity,
            "title": self.title["en"],
            "title_de": self.title["de"],
            "explanation": self.explanation["en"],
            "explanation_de": self.explanation["de"],
            "enabled": self.enabled,
            "options": dict(self.options),
        }
