"""What a verdict rests on changed after it was given."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.held.judged import Judged, gather_by_claim, list_outdated, note_claims
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims of which a verdict rests on something that is different since the last word on them."""
    stale = list_outdated(found.verdicts)
    return note_claims({claim: _describe(verdicts) for claim, verdicts in gather_by_claim(stale).items()})


def _describe(verdicts: list[Judged]) -> str:
    return "; ".join(
        f"{one.rating} by {one.reviewer}: {', '.join(words for _, words in one.changed)}" for one in verdicts
    )


RULE = Rule(
    name="stale-verdict",
    severity="warning",
    title={"de": "Bewertung überholt", "en": "Verdict out of date"},
    explanation={
        "de": "Worauf eine Bewertung beruht, hat sich geändert, und niemand hat seither geurteilt: eine benutzte Quelle hat eine "
        "neuere Fassung mit anderem Text, oder ein Beleg kam dazu, der anderes sagt (evidence), zur Frage kam ein Hausfakt dazu (ruling), die "
        "Stelle, die der Prüfer sah, steht nicht mehr im neuesten Text (revision), oder ein Zustand, der vergeht, "
        "wurde so lange nach dem Tag gedruckt, für den er geprüft ist, wie eine solche Angabe gilt (print). Sonst "
        "macht eine weitere Fundstelle keine Bewertung alt.",
        "en": "What a verdict rests on has changed, and nobody judged again since: a source it used has a newer snapshot with "
        "another text, or evidence was added that says otherwise (evidence), a house fact was ruled on the question (ruling), the passage that the "
        "reviewer saw is no longer in the newest text (revision), or a state that passes was printed longer after "
        "the day for which it was checked than such a figure holds (print). Else another mention makes no verdict "
        "old.",
    },
    find=find,
)
