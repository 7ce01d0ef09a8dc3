"""Short ways to ask what is suggested for a sentence."""

from claims.suggest import Suggestion, suggest
from claims.values.value import Date, EntityValue, Quantity, StringValue


def find_claims(
    text: str, predicate: str, language: str = "de", published: str | None = None
) -> list[Suggestion]:
    """Return the suggestions of one predicate."""
    return [s for s in suggest(text, language, published) if s.predicate == predicate]


def get_claim(text: str, predicate: str, language: str = "de", published: str | None = None) -> Suggestion:
    """Return the only suggestion of a predicate."""
    (claim,) = find_claims(text, predicate, language, published)
    return claim


def label(suggestion: Suggestion) -> str | None:
    """Return the subject's name."""
    return suggestion.subject.label if suggestion.subject else None


def plain(suggestion: Suggestion) -> str | None:
    """Return the value in short: EDTF, amount, name or text."""
    match suggestion.value:
        case Date(edtf=edtf):
            return edtf
        case Quantity(amount=amount):
            return amount
        case EntityValue(label=name):
            return name
        case StringValue(text=text):
            return text
    return None
