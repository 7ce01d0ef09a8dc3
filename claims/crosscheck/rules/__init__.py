"""The rules of the cross-check, one file each."""

from claims.crosscheck.rules import (
    impossible_time,
    magnitude_slip,
    polarity_contradiction,
    reference_mismatch,
    ruling_violation,
    stale_verdict,
    unsupported_verdict,
    value_contradiction,
    verdict_disagreement,
)
from claims.crosscheck.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        ruling_violation.RULE,
        reference_mismatch.RULE,
        value_contradiction.RULE,
        magnitude_slip.RULE,
        polarity_contradiction.RULE,
        impossible_time.RULE,
        verdict_disagreement.RULE,
        stale_verdict.RULE,
        unsupported_verdict.RULE,
    )
}
"""By name, in the order in which they are shown: the gravest first."""

NARROW = frozenset(rule.name for rule in RULES.values() if rule.wider is None)
"""The rules that look at one slot."""

WIDER = frozenset(RULES) - NARROW
"""The rules that look beyond one slot."""


def list_rules() -> list[Rule]:
    """Return all rules, in the order in which they are shown."""
    return list(RULES.values())
