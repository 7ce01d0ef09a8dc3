"""A verdict or a house fact rests on several sources that all repeat one."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.held.judged import note_claims
from claims.crosscheck.rules.rule import Rule

_ONE = " 1 origin: "


def find(found: Examined) -> Conflict | None:
    """Return the claims with a verdict, or that are house facts, whose sources have one origin."""
    notes: dict[int, list[str]] = {}
    for claim, origins in found.held.items():
        if _ONE in origins:
            notes.setdefault(claim, []).append(f"house fact: {origins}")
    for verdict in found.verdicts:
        if _ONE in verdict.origins:
            told = f"{verdict.rating} by {verdict.reviewer}: {verdict.origins}"
            notes.setdefault(verdict.claim, []).append(told)
    return note_claims({claim: "; ".join(told) for claim, told in notes.items()})


RULE = Rule(
    name="single-origin",
    severity="warning",
    title={"de": "Mehrere Quellen, ein Ursprung", "en": "Several sources, one origin"},
    explanation={
        "de": "Eine Bewertung oder ein Hausfakt stützt sich auf mehrere Quellen, die alle auf dieselbe zurückgehen, etwa "
        "auf eine Agenturmeldung: Sie zählen als eine. Auch eine gekürzte Abschrift, die ihre Agentur nicht nennt, "
        "geht auf sie zurück.",
        "en": "A verdict or a house fact rests on several sources that all go back to the same one, such as an agency "
        "report: they count once. A copy that was cut and does not credit the agency goes back to it as well.",
    },
    find=find,
)
