"""A verdict rests on an article that itself rests on the claim."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from claims.crosscheck.alternatives import Conflict, Member
from claims.crosscheck.look import Look
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rules.rule import Rule, Wider
from claims.store.queries.reference import write_id


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots with a claim whose verdict uses as evidence an article that makes the claim."""
    rows = run(look.session, read_sql("circular_evidence"))
    for slot, of_slot in groupby(rows, key=attrgetter("slot_id")):
        notes: dict[int, list[str]] = {}
        alone = False
        for _, of_verdict in groupby(of_slot, key=attrgetter("verdict_id")):
            used = list(of_verdict)
            circular = [row for row in used if row.article_id is not None]
            if circular:
                alone = alone or len(circular) == len(used)
                notes.setdefault(used[0].claim_id, []).append(_describe(circular))
        if notes:
            yield (
                slot,
                Conflict(
                    tuple(Member(claim, None, ()) for claim in sorted(notes)),
                    firm=True,
                    notes={claim: "; ".join(of_claim) for claim, of_claim in notes.items()},
                    severity="warning" if alone else "info",
                    remark="" if alone else "other evidence stands beside",
                ),
            )


def _describe(circular: Sequence[Any]) -> str:
    told = dict.fromkeys(
        f"evidence {write_id('evidence', row.evidence_id)} is {write_id('article', row.article_id)},"
        + (
            " which makes the claim"
            if not row.makes_id
            else f" of one origin with {write_id('article', row.makes_id)}, which makes the claim"
        )
        for row in circular
    )
    return f"{circular[0].rating} by {circular[0].reviewer}: " + ", ".join(told)


RULE = Rule(
    name="circular-evidence",
    severity="warning",
    title={"de": "Beleg im Kreis", "en": "Circular evidence"},
    explanation={
        "de": "Eine Bewertung stützt sich auf einen Artikel, der die Behauptung selbst aufstellt, oder auf einen "
        "vom selben Ursprung (dieselbe Agenturmeldung): Er belegt sich selbst. Quellen aus erster Hand sind nicht "
        "gemeint. Steht daneben ein anderer Beleg, ist es nur ein Hinweis.",
        "en": "A verdict rests on an article that makes the claim itself, or on one of the same origin (the same "
        "agency report): it is evidence for itself. First-hand sources are not meant. Where other evidence stands "
        "beside it, it is only information.",
    },
    wider=Wider(find, everywhere=("anchor_all_verdicts",), near=("anchor_verdicts",)),
)
