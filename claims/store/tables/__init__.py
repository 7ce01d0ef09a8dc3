"""The schema: one file per noun, imported here so that the metadata is whole."""

from claims.store.tables.article import Article
from claims.store.tables.assignment import Assignment
from claims.store.tables.check_row import CheckRow
from claims.store.tables.check_run import CheckRun
from claims.store.tables.claim import Claim
from claims.store.tables.correction import Correction
from claims.store.tables.decision import Decision
from claims.store.tables.entity import Alias, Entity
from claims.store.tables.event import Event, EventPayload
from claims.store.tables.evidence import Evidence
from claims.store.tables.finding import Finding, FindingAct, FindingMember
from claims.store.tables.import_batch import ImportBatch, ImportReject
from claims.store.tables.inquiry import Inquiry
from claims.store.tables.mention import Mention
from claims.store.tables.predicate import (
    OrderingPair,
    Predicate,
    PredicateKind,
    PredicateSeparator,
    PredicateTrigger,
)
from claims.store.tables.rating import Rating, RatingScale
from claims.store.tables.reviewer import Reviewer
from claims.store.tables.revision import Revision
from claims.store.tables.ruling import Ruling, RulingEvidence
from claims.store.tables.sentence import Sentence
from claims.store.tables.slot import DirtySlot, Qualifier, Slot
from claims.store.tables.snapshot import Snapshot
from claims.store.tables.source import Source
from claims.store.tables.suggestion_run import SuggestionRun
from claims.store.tables.table import Table
from claims.store.tables.tag import Tag, Tagging
from claims.store.tables.text import Text
from claims.store.tables.unit import Unit
from claims.store.tables.verdict import Verdict, VerdictConsidered, VerdictEvidence, VerdictMention

__all__ = [
    "Alias",
    "Article",
    "Assignment",
    "CheckRow",
    "CheckRun",
    "Claim",
    "Correction",
    "Decision",
    "DirtySlot",
    "Entity",
    "Event",
    "EventPayload",
    "Evidence",
    "Finding",
    "FindingAct",
    "FindingMember",
    "ImportBatch",
    "ImportReject",
    "Inquiry",
    "Mention",
    "OrderingPair",
    "Predicate",
    "PredicateKind",
    "PredicateSeparator",
    "PredicateTrigger",
    "Qualifier",
    "Rating",
    "RatingScale",
    "Reviewer",
    "Revision",
    "Ruling",
    "RulingEvidence",
    "Sentence",
    "Slot",
    "Snapshot",
    "Source",
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
]
