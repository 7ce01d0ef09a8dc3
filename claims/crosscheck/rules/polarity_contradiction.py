"""One claim says what another denies."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims that are denied, with those that deny them."""
    return found.denials


RULE = Rule(
    name="polarity-contradiction",
    severity="violation",
    title={"de": "Behauptet und bestritten", "en": "Said and denied"},
    explanation={
        "de": "Ein Artikel behauptet, was ein anderer verneint: „im November veröffentlicht“ und „nicht "
        "im November veröffentlicht“, oder ein Erscheinungstag, nach dem es noch hieß, es sei nichts erschienen.",
        "en": "One article says what another denies: released in November and not released in "
        "November, or a release before the day on which it was said that there had been none.",
    },
    find=find,
)
