"""A verdict rests on several sources that all repeat one."""

from claims.crosscheck.alternatives import Conflict
from claims.crosscheck.examined import Examined
from claims.crosscheck.judged import gather_by_claim, note_claims
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims with a verdict whose sources have one origin."""
    single = [verdict for verdict in found.verdicts if " 1 origin: " in verdict.origins]
    return note_claims(
        {
            claim: "; ".join(f"{one.rating} by {one.reviewer}: {one.origins}" for one in verdicts)
            for claim, verdicts in gather_by_claim(single).items()
        }
    )


RULE = Rule(
    name="single-origin",
    severity="warning",
    title={"de": "Mehrere Quellen, ein Ursprung", "en": "Several sources, one origin"},
    explanation={
        "de": "Eine Bewertung stützt sich auf mehrere Quellen, die alle auf dieselbe zurückgehen, etwa auf eine "
        "Agenturmeldung: sie zählen als eine.",
        "en": "A verdict rests on several sources that all go back to the same one, such as an agency report: "
        "they count once.",
    },
    find=find,
)
