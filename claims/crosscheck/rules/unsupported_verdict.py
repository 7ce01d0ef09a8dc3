"""A verdict says true or false and gives nothing to show for it."""

from claims.crosscheck.alternatives import Conflict
from claims.crosscheck.examined import Examined
from claims.crosscheck.judged import Judged, gather_by_claim, note_claims
from claims.crosscheck.rules.rule import Rule

_DECIDED = frozenset({"true", "mixed", "false"})


def find(found: Examined) -> Conflict | None:
    """Return the claims with a verdict on their truth that names neither evidence nor a vain search."""
    bare = [
        verdict for verdict in found.verdicts if verdict.truth_class in _DECIDED and not verdict.supported
    ]
    return note_claims({claim: _describe(verdicts) for claim, verdicts in gather_by_claim(bare).items()})


def _describe(verdicts: list[Judged]) -> str:
    return ", ".join(sorted({f"{one.rating} by {one.reviewer}" for one in verdicts})) + ", no evidence"


RULE = Rule(
    name="unsupported-verdict",
    severity="warning",
    title={"de": "Bewertung ohne Beleg", "en": "Verdict without evidence"},
    explanation={
        "de": "Eine Bewertung nennt eine Behauptung richtig, falsch oder teils richtig, ohne einen Beleg "
        "anzugeben und ohne zu vermerken, dass keiner zu finden war.",
        "en": "A verdict calls a claim true, false or partly so, and neither names evidence nor says that "
        "none was found.",
    },
    find=find,
)
