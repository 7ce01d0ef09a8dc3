"""What a verdict rests on changed after it was given."""

from claims.crosscheck.alternatives import Conflict
from claims.crosscheck.examined import Examined
from claims.crosscheck.judged import Judged, gather_by_claim, list_newest, note_claims
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims whose last verdict rests on something that is different now."""
    stale = [verdict for verdict in list_newest(found.verdicts) if verdict.changed]
    return note_claims({claim: _describe(verdicts) for claim, verdicts in gather_by_claim(stale).items()})


def _describe(verdicts: list[Judged]) -> str:
    return "; ".join(
        f"{one.rating} by {one.reviewer}: "
        + ", ".join(
            f"{part} {f'{name} ' if name else ''}changed on {at[:10]}" for part, name, at in one.changed
        )
        for one in verdicts
    )


RULE = Rule(
    name="stale-verdict",
    severity="warning",
    title={"de": "Bewertung überholt", "en": "Verdict out of date"},
    explanation={
        "de": "Seit der letzten Bewertung hat sich geändert, worauf sie beruht: eine benutzte Quelle hat eine "
        "neuere Fassung mit anderem Text (evidence), zur Frage kam ein Hausfakt dazu (ruling), oder die "
        "Stelle, die der Prüfer sah, steht nicht mehr im neuesten Text (revision). Eine weitere Fundstelle "
        "allein macht keine Bewertung alt.",
        "en": "What the last verdict rests on has changed since: a source it used has a newer snapshot with "
        "another text (evidence), a house fact was ruled on the question (ruling), or the passage that the "
        "reviewer saw is no longer in the newest text (revision). Another mention alone makes no verdict old.",
    },
    find=find,
)
