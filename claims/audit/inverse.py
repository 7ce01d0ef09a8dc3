"""What takes a row back, table by table: this is the one place that says what is deleted, what stays, and what answers.

Which tables give rows up at all is read off the triggers that refuse it. Of the others some rows stay
because nothing rests on them any more, some are answered by a row or a state that says the opposite,
and some are refused: no row of theirs can say the opposite.
"""

from functools import cache

from claims.audit.guards import list_refusing
from claims.audit.mirror import list_mirrors

VOCABULARY = frozenset(
    {
        "predicate",
        "predicate_kind",
        "predicate_separator",
        "predicate_shared",
        "predicate_trigger",
        "ordering_pair",
        "unit",
        "rating_scale",
        "rating",
    }
)
"""Comes with the program; `claims init` would bring it back."""

ANSWERED = frozenset(
    {
        "mention",
        "decision",
        "verdict",
        "ruling",
        "finding",
        "finding_act",
        "article",
        "reviewer",
        "entity",
        "correction",
    }
)
"""A row says the opposite: see `undo`."""

LEFT = frozenset(
    {
        "text",
        "claim",
        "slot",
        "qualifier",
        "sentence",
        "suggestion_run",
        "finding_member",
        "import_batch",
        "import_reject",
        "verdict_evidence",
        "verdict_mention",
        "verdict_considered",
        "ruling_evidence",
        "source_claim",
    }
)
"""Stay: they belong to a row that is answered, or take part in nothing by themselves."""

REFUSED = {
    "revision": "a later revision of an article stays; import the earlier text again",
    "source": "a source stays, and what was archived from it",
    "snapshot": "what was archived from a source stays",
    "evidence": "evidence stays, verdicts may rest on it; add evidence with another stance",
    "slot_decision": "what was decided of two slots stays; decide otherwise: claims slot join, or keep-apart",
    "sign_off": "a sign-off stays; it is good for the text that was seen and for no later one",
    "rule_setting": "a setting is changed by the next one: claims rule set",
    "check_run": "a cross-check only follows from the claims; change those, then: claims cross-check",
} | dict.fromkeys(VOCABULARY, "the vocabulary comes with the program; change its files, then: claims init")
"""Why an event that added such a row is not undone."""


@cache
def list_deleted() -> frozenset[str]:
    """Return the tables whose rows are deleted again: those that no trigger keeps and nothing above speaks of."""
    kept = list_refusing("delete") | ANSWERED | LEFT | REFUSED.keys()
    return frozenset(list_mirrors()) - kept
