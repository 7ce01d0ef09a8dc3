"""The rules of the cross-check, one file each."""

from claims.crosscheck.rules import (
    attribution_conflict,
    changed_fact_in_near_duplicate,
    circular_evidence,
    duplicate_claim,
    headline_against_body,
    impossible_time,
    magnitude_slip,
    overdue_prediction,
    polarity_contradiction,
    possibly_same_question,
    reference_mismatch,
    revision_changed_fact,
    ruling_violation,
    single_origin,
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
        reference_mismatch.RULE,
        value_contradiction.RULE,
        magnitude_slip.RULE,
        polarity_contradiction.RULE,
        headline_against_body.RULE,
        impossible_time.RULE,
        sum_and_share.RULE,
        attribution_conflict.RULE,
        revision_changed_fact.RULE,
        changed_fact_in_near_duplicate.RULE,
        verdict_disagreement.RULE,
        stale_verdict.RULE,
        unsupported_verdict.RULE,
        circular_evidence.RULE,
        single_origin.RULE,
        duplicate_claim.RULE,
        overdue_prediction.RULE,
        possibly_same_question.RULE,
    )
}
"""By name, in the order in which they are shown: the gravest first."""

WIDER = frozenset(rule.name for rule in RULES.values() if rule.wider is not None)
"""The rules that look beyond one slot."""

ALIKE = frozenset(rule.name for rule in RULES.values() if rule.alike is not None)
"""The rules that compare wordings."""

NARROW = frozenset(RULES) - WIDER - ALIKE
"""The rules that look at one slot."""


def list_rules() -> list[Rule]:
    """Return all rules, in the order in which they are shown."""
    return list(RULES.values())
