"""The rules of the cross-check, one file each."""

from claims.crosscheck.rules import (
    headline_against_body,
    impossible_time,
    magnitude_slip,
    overdue_prediction,
    polarity_contradiction,
    revision_changed_fact,
    ruling_violation,
    stale_verdict,
    sum_and_share,
    unsupported_verdict,
    value_contradiction,
    verdict_disagreement,
)
from claims.crosscheck.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        ruling_violation.RULE,
        value_contradiction.RULE,
        magnitude_slip.RULE,
        polarity_contradiction.RULE,
        headline_against_body.RULE,
        impossible_time.RULE,
        sum_and_share.RULE,
        revision_changed_fact.RULE,
        verdict_disagreement.RULE,
        stale_verdict.RULE,
        unsupported_verdict.RULE,
        overdue_prediction.RULE,
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
