"""What the exported tables hold: each column with its type and its meaning.

Most columns of a view are columns of a table under the same name or another, and mean what they mean
there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import REAL, Integer

from claims.store import tables as t

INTEGER, NUMBER, TEXT = "int64", "float64", "string"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is int64, float64 or string; any may be NULL."""

    name: str
    kind: str
    doc: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A table to export; `query` gives its rows in an order that stays."""

    name: str
    title: str
    query: str
    columns: tuple[Column, ...]


Meaning = tuple[str, str] | Any
"""Type and meaning, or the mapped column that has both."""


def _describe(columns: Mapping[str, Meaning]) -> tuple[Column, ...]:
    return tuple(_make(name, meaning) for name, meaning in columns.items())


def _make(name: str, meaning: Meaning) -> Column:
    if isinstance(meaning, tuple):
        return Column(name, *meaning)
    (column,) = meaning.property.columns
    if column.foreign_keys or isinstance(column.type, Integer):
        return Column(name, INTEGER, column.doc)
    return Column(name, NUMBER if isinstance(column.type, REAL) else TEXT, column.doc)


_SUBJECT: Mapping[str, Meaning] = {
    "subject_id": (INTEGER, "The entity that it is about."),
    "subject": (TEXT, "That entity's name."),
    "predicate": (TEXT, "What is asked: the key in the vocabulary."),
    "predicate_de": (TEXT, "The same in German."),
    "predicate_en": (TEXT, "The same in English."),
}
_VALUE: Mapping[str, Meaning] = {
    "value_type": t.Claim.value_type,
    "value_text": t.Claim.value_text,
    "edtf": t.Claim.edtf,
    "date_lo": t.Claim.date_lo,
    "date_hi": t.Claim.date_hi,
    "amount": t.Claim.amount,
    "number_lo": t.Claim.number_lo,
    "number_hi": t.Claim.number_hi,
    "unit": (TEXT, "The unit: ISO 4217 code or symbol; NULL: a bare number or count."),
    "value_entity_id": t.Claim.value_entity_id,
    "value_entity": (TEXT, "That entity's name."),
    "value_bool": t.Claim.value_bool,
    "polarity": t.Claim.polarity,
    "modality": t.Claim.modality,
}
_JUDGED: Mapping[str, Meaning] = {
    "qualifiers": (TEXT, "The separators of the question, as a JSON object."),
    "as_of": t.Claim.as_of,
    "rating": (TEXT, "The rating of the newest standing verdict on the content; NULL: none."),
    "truth_class": (TEXT, "Its class: true, mixed, false, unproven or not_checkable."),
    "verdict_id": (INTEGER, "That verdict."),
    "reviewed_by": (TEXT, "The handle of the reviewer who gave it."),
    "reviewed_at": (TEXT, "When it was given."),
}
_MENTION: Mapping[str, Meaning] = {
    "mention_id": (INTEGER, "The mention."),
    "claim_id": t.Mention.claim_id,
    "slot_id": t.Claim.slot_id,
    "article_id": (INTEGER, "The article that it stands in."),
    "external_id": t.Article.external_id,
    "title": t.Revision.title,
    "outlet": t.Article.outlet,
    "published": t.Article.published,
    "revision": (INTEGER, "The number of the revision that it stands in."),
    "sentence_no": (INTEGER, "The number of its sentence, 1 for the first of the text."),
    "start_cp": t.Mention.start_cp,
    "end_cp": t.Mention.end_cp,
    "quote": t.Mention.quote,
    "state": t.Mention.state,
    **_SUBJECT,
    **_VALUE,
    "hedged": t.Mention.hedged,
    "speaker_id": t.Mention.speaker_id,
    "speaker": (TEXT, "That speaker's name."),
    "voice": t.Mention.voice,
    **_JUDGED,
    "findings_open": (INTEGER, "How many findings that are not fixed or waived its claim has a part in."),
    "field": t.Mention.field,
    "score": t.Mention.score,
    "live": (
        INTEGER,
        "1 where it stands in the newest text of an article in the checks and is not rejected.",
    ),
}
_CLAIM: Mapping[str, Meaning] = {
    "claim_id": (INTEGER, "The claim."),
    "slot_id": t.Claim.slot_id,
    "canonical_slot_id": t.Slot.canonical_id,
    "claim": (TEXT, "The whole claim in a line."),
    **_SUBJECT,
    "value": (TEXT, "Its answer in words."),
    "snak": t.Claim.snak,
    **_VALUE,
    **_JUDGED,
    "mentions": (INTEGER, "How many mentions make it, in all revisions."),
    "evidence": (INTEGER, "How many pieces of evidence speak for or against it."),
}
_ARTICLE: Mapping[str, Meaning] = {
    "article_id": (INTEGER, "The article."),
    "external_id": t.Article.external_id,
    "title": t.Revision.title,
    "outlet": t.Article.outlet,
    "author": t.Article.author,
    "url": t.Article.url,
    "published": t.Article.published,
    "language": t.Article.language,
    "revision": t.Article.revisions,
    "revision_id": (INTEGER, "The newest revision."),
    "imported_at": t.Revision.imported_at,
    "withdrawn_at": t.Article.withdrawn_at,
    "sentences": (INTEGER, "How many sentences its newest revision has."),
    "mentions": (INTEGER, "How many mentions stand in it."),
    "accepted": (INTEGER, "How many of them were accepted."),
    "rejected": (INTEGER, "How many of them were rejected."),
    "corrections": (INTEGER, "How many corrections the article had."),
}
CHECK_ROW = Exported(
    "check_row",
    "Comparable values, one row each: what the cross-check compares",
    "SELECT * FROM check_row ORDER BY id",
    _describe({name: getattr(t.CheckRow, name) for name in t.CheckRow.__table__.columns.keys()}),  # noqa: SIM118 - not a dict
)
EXPORTED = (
    Exported(
        "v_article",
        "Articles, one row each, as their newest revisions have them",
        "SELECT * FROM v_article ORDER BY article_id",
        _describe(_ARTICLE),
    ),
    Exported(
        "v_claim",
        "Claims, one row each, in words and in columns, with their standing verdicts",
        "SELECT * FROM v_claim ORDER BY claim_id",
        _describe(_CLAIM),
    ),
    Exported(
        "v_mention",
        "Mentions, one row each, with article, claim, standing verdict and open findings",
        "SELECT * FROM v_mention ORDER BY mention_id",
        _describe(_MENTION),
    ),
    CHECK_ROW,
)
"""All tables of an export, in the order in which they are written."""
