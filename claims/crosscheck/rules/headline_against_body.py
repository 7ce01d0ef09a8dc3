"""A title says otherwise than the text below it."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims of titles that their own text contradicts, with what it says."""
    return found.headlines


RULE = Rule(
    name="headline-against-body",
    severity="violation",
    title={"de": "Überschrift gegen Text", "en": "Headline against body"},
    explanation={
        "de": "Die Überschrift eines Artikels sagt etwas anderes als sein eigener Text: eine andere Zahl, ein "
        "anderes Jahr, oder sie behauptet, was der Text verneint. Steht sonst nichts gegeneinander, wird nur das "
        "gemeldet und kein Widerspruch zwischen Artikeln.",
        "en": "The title of an article says otherwise than its own text: another figure, another year, or it says "
        "what the text denies. Where nothing else stands against each other only this is reported, and no "
        "contradiction between articles.",
    },
    find=find,
)
