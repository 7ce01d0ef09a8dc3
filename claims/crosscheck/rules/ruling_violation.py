"""A claim contradicts the house fact for its question."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims that the house fact excludes, with its own claim as alternative 0."""
    return found.ruling


RULE = Rule(
    name="ruling-violation",
    severity="violation",
    title={"de": "Widerspruch zum Hausfakt", "en": "House fact contradicted"},
    explanation={
        "de": "Ein Artikel sagt etwas anderes, als die Redaktion für diese Frage festgelegt hat. Gilt ein "
        "Hausfakt nur für eine Zeit, so bindet er nur, was für diese Zeit gesagt oder in ihr veröffentlicht wurde.",
        "en": "An article says otherwise than the desk has ruled for this question. A house fact of "
        "limited validity binds only what is said of that time, or was published in it.",
    },
    find=find,
)
