"""Reviewers judge the content of one claim differently, and nobody has settled it."""

from claims.crosscheck.conflict.alternatives import Conflict
from claims.crosscheck.held.examined import Examined
from claims.crosscheck.held.judged import Judged, note_claims
from claims.crosscheck.rules.rule import Rule


def find(found: Examined) -> Conflict | None:
    """Return the claims whose standing content verdicts come from several reviewers and truth classes."""
    by_mention: dict[tuple[int, int], list[Judged]] = {}
    for verdict in found.verdicts:
        if verdict.about == "content":
            by_mention.setdefault((verdict.claim, verdict.mention), []).append(verdict)
    differing = [verdicts for verdicts in by_mention.values() if _differ(verdicts)]
    return note_claims({verdicts[0].claim: _describe(verdicts) for verdicts in differing})


def _differ(verdicts: list[Judged]) -> bool:
    """Tell whether they are of several truth classes; each is another reviewer's, whose last word it is."""
    return len({one.truth_class for one in verdicts}) > 1


def _describe(verdicts: list[Judged]) -> str:
    return ", ".join(sorted(f"{one.rating} by {one.reviewer}" for one in verdicts))


RULE = Rule(
    name="verdict-disagreement",
    severity="warning",
    title={"de": "Bewertungen gehen auseinander", "en": "Reviewers disagree"},
    explanation={
        "de": "Die letzten Bewertungen mehrerer Prüfer zum Inhalt einer Behauptung gehören zu verschiedenen "
        "Wahrheitsklassen, und kein Schlussentscheid berücksichtigt sie alle.",
        "en": "The latest verdicts of several reviewers on the content of one claim are of different "
        "truth classes, and no adjudication considers them all.",
    },
    find=find,
)
