"""The rules of the cross-check, one file each."""

from claims.crosscheck.rules import magnitude_slip, polarity_contradiction, value_contradiction
from claims.crosscheck.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule for rule in (value_contradiction.RULE, magnitude_slip.RULE, polarity_contradiction.RULE)
}


def list_rules() -> list[Rule]:
    """Return all rules, in the order in which they are shown."""
    return list(RULES.values())
