"""What the rules look at: all that a run knows of one slot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.judged import Judged


@dataclass(frozen=True, slots=True)
class Examined:
    """How the claims of a slot conflict with each other and with the house fact, and the verdicts on them.

    `headlines` are the claims of titles that their own text contradicts; where they alone stand
    against the rest, `values` and `denials` are None. `held` are the claims that are house facts, with
    what is known of the origins of their sources.
    """

    values: Conflict | None = None
    denials: Conflict | None = None
    ruling: Conflict | None = None
    verdicts: Sequence[Judged] = ()
    headlines: Conflict | None = None
    held: Mapping[int, str] = field(default_factory=dict)
