"""Figures that agree but for a power of ten: million against billion, or a zero too many."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the contradicting figures where every one of them is such a slip."""
    return found.values if found.values is not None and found.values.slip else None


RULE = Rule(
    name="magnitude-slip",
    severity="violation",
    title={"de": "Größenordnung vertauscht", "en": "Order of magnitude slipped"},
    explanation={
        "de": "Die Ziffern stimmen überein, die Größenordnung nicht: Millionen neben Milliarden, "
        "„billion“ als Billion übersetzt, oder eine Null zu viel. Meist ist eine der Angaben nur falsch übertragen.",
        "en": "The digits agree and the order of magnitude does not: million beside billion, the "
        "German Billion (a million million) taken for a billion, or a zero too many. Usually one was only copied wrongly.",
    },
    find=find,
)
