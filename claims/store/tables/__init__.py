"""The schema: one file per noun, each imported when one of its tables is first asked for.

Mapping all of them costs a command three times what it needs of them. Who asks for `Table` itself
wants the whole schema, and gets it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.store.tables.article import Article
    from claims.store.tables.assignment import Assignment
    from claims.store.tables.check_row import CheckOutline, CheckRow
    from claims.store.tables.check_run import CheckRun
    from claims.store.tables.claim import Claim
    from claims.store.tables.correction import Correction
    from claims.store.tables.decision import Decision
    from claims.store.tables.entity import Alias, Entity
    from claims.store.tables.event import Event, EventPayload
    from claims.store.tables.evidence import Evidence
    from claims.store.tables.finding import Finding, FindingAct, FindingMember, FindingSlot
    from claims.store.tables.import_batch import ImportBatch, ImportReject
    from claims.store.tables.inquiry import Inquiry
    from claims.store.tables.mention import Mention
    from claims.store.tables.predicate import (
        OrderingPair,
        Predicate,
        PredicateKind,
        PredicateSeparator,
        PredicateShared,
        PredicateTrigger,
    )
    from claims.store.tables.rating import Rating, RatingScale
    from claims.store.tables.reviewer import Reviewer
    from claims.store.tables.revision import Revision
    from claims.store.tables.rule_setting import RuleSetting
    from claims.store.tables.ruling import Ruling, RulingEvidence
    from claims.store.tables.sentence import Sentence
    from claims.store.tables.sign_off import SignOff
    from claims.store.tables.slot import DirtyMention, DirtySlot, Qualifier, Slot
    from claims.store.tables.slot_decision import SlotDecision
    from claims.store.tables.snapshot import Snapshot
    from claims.store.tables.source import Source
    from claims.store.tables.source_claim import SourceClaim
    from claims.store.tables.suggestion_run import SuggestionRun
    from claims.store.tables.table import Table
    from claims.store.tables.tag import Tag, Tagging
    from claims.store.tables.text import Text
    from claims.store.tables.unit import Unit
    from claims.store.tables.verdict import Verdict, VerdictConsidered, VerdictEvidence, VerdictMention
    from claims.store.tables.wording import (
        DirtyName,
        Wording,
        WordingKey,
        WordingName,
        WordingPair,
        WordingPlace,
        WordingWord,
    )

_HOMES = {
    "Alias": "entity",
    "Article": "article",
    "Assignment": "assignment",
    "CheckOutline": "check_row",
    "CheckRow": "check_row",
    "CheckRun": "check_run",
    "Claim": "claim",
    "Correction": "correction",
    "Decision": "decision",
    "DirtyMention": "slot",
    "DirtySlot": "slot",
    "Entity": "entity",
    "Event": "event",
    "EventPayload": "event",
    "Evidence": "evidence",
    "Finding": "finding",
    "FindingAct": "finding",
    "FindingMember": "finding",
    "FindingSlot": "finding",
    "ImportBatch": "import_batch",
    "ImportReject": "import_batch",
    "Inquiry": "inquiry",
    "Mention": "mention",
    "OrderingPair": "predicate",
    "Predicate": "predicate",
    "PredicateKind": "predicate",
    "PredicateSeparator": "predicate",
    "PredicateShared": "predicate",
    "PredicateTrigger": "predicate",
    "Qualifier": "slot",
    "Rating": "rating",
    "RatingScale": "rating",
    "Reviewer": "reviewer",
    "Revision": "revision",
    "RuleSetting": "rule_setting",
    "Ruling": "ruling",
    "RulingEvidence": "ruling",
    "Sentence": "sentence",
    "SignOff": "sign_off",
    "Slot": "slot",
    "SlotDecision": "slot_decision",
    "Snapshot": "snapshot",
    "Source": "source",
    "SourceClaim": "source_claim",
    "SuggestionRun": "suggestion_run",
    "Table": "table",
    "Tag": "tag",
    "Tagging": "tag",
    "Text": "text",
    "Unit": "unit",
    "Verdict": "verdict",
    "VerdictConsidered": "verdict",
    "VerdictEvidence": "verdict",
    "VerdictMention": "verdict",
    "DirtyName": "wording",
    "Wording": "wording",
    "WordingKey": "wording",
    "WordingName": "wording",
    "WordingPair": "wording",
    "WordingPlace": "wording",
    "WordingWord": "wording",
}

__all__ = [
    "Alias",
    "Article",
    "Assignment",
    "CheckOutline",
    "CheckRow",
    "CheckRun",
    "Claim",
    "Correction",
    "Decision",
    "DirtyMention",
    "DirtyName",
    "DirtySlot",
    "Entity",
    "Event",
    "EventPayload",
    "Evidence",
    "Finding",
    "FindingAct",
    "FindingMember",
    "FindingSlot",
    "ImportBatch",
    "ImportReject",
    "Inquiry",
    "Mention",
    "OrderingPair",
    "Predicate",
    "PredicateKind",
    "PredicateSeparator",
    "PredicateShared",
    "PredicateTrigger",
    "Qualifier",
    "Rating",
    "RatingScale",
    "Reviewer",
    "Revision",
    "RuleSetting",
    "Ruling",
    "RulingEvidence",
    "Sentence",
    "SignOff",
    "Slot",
    "SlotDecision",
    "Snapshot",
    "Source",
    "SourceClaim",
    "SuggestionRun",
    "Table",
    "Tag",
    "Tagging",
    "Text",
    "Unit",
    "Verdict",
    "VerdictConsidered",
    "VerdictEvidence",
    "VerdictMention",
    "Wording",
    "WordingKey",
    "WordingName",
    "WordingPair",
    "WordingPlace",
    "WordingWord",
]


def __getattr__(name: str) -> Any:
    """Return a table's class, importing its file; with `Table`, all files."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "Table":
        for home in set(_HOMES.values()):
            import_module(f"{__name__}.{home}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
