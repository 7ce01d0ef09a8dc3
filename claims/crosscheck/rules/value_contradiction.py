"""Two claims answer one question with values that exclude each other."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the contradicting values, unless all of them differ by a slip of magnitude only."""
    return None if found.values is None or found.values.slip else found.values


RULE = Rule(
    name="value-contradiction",
    severity="violation",
    title={"de": "Angaben schließen einander aus", "en": "Values exclude each other"},
    explanation={
        "de": "Artikel beantworten dieselbe Frage mit Werten, die nicht zugleich stimmen können: zwei "
        "Daten, zwei Zahlen, zwei Urheber. Ungenauere Angaben (2025 neben Januar 2025), Toleranzen und "
        "Zustände zu verschiedenen Zeiten widersprechen sich nicht, und ein Teil (die Beschäftigten in einem Land) dem "
        "Ganzen nur, wo er mehr ist.",
        "en": "Articles answer one question with values that cannot both be right: two dates, two "
        "figures, two makers. Less precise values (2025 beside January 2025), differences within the "
        "tolerance and states at different times do not contradict each other, and a part (staff in one country) "
        "contradicts the whole only where it is more.",
    },
    find=find,
)
