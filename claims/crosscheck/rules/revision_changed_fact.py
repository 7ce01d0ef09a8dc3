"""A later text of an article says otherwise than an earlier one, at a place that was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from claims.anchors import Change, carry
from claims.crosscheck.beyond.look import Look
from claims.crosscheck.beyond.pairs import Pairs
from claims.crosscheck.conflict.alternatives import Conflict, oppose
from claims.crosscheck.copies.pairs import AlikeFound, AlikeLook
from claims.crosscheck.copies.revised import find_exchanged
from claims.crosscheck.copies.words import are_same_words
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.live import Canonical
from claims.crosscheck.rules.rule import Rule, Wider
from claims.quotation import quote
from claims.store.queries.article_name import read_article_names
from claims.store.queries.check_row import read_compared_predicates

_QUOTE_SHOWN = 80


@dataclass(frozen=True, slots=True)
class _Changed:
    """What an article said until a revision, and the claims that stand in its place now."""

    old: Any
    new: tuple[int, ...]


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots in which an article changed its answer."""
    gone = run(look.session, read_sql("gone_mentions"))
    for slot, of_slot in groupby(gone, key=attrgetter("slot_id")):
        last = {(row.article_id, row.claim_id): row for row in of_slot}
        changed = [
            one
            for article, rows in groupby(last.values(), key=attrgetter("article_id"))
            for one in _list_changed(look, slot, article, list(rows))
        ]
        if changed:
            yield slot, _make_conflict(look, changed)


def find_exchanged_sentences(look: AlikeLook) -> Iterator[AlikeFound]:
    """Yield the sentences that say another fact than the one in whose stead they stand, with no correction on record."""

    def covers(article: int, number: int, quote: str) -> bool:
        corrections = run(look.session, read_sql("corrections_of"), article)
        return any(_covers(one, number, quote) for one in corrections)

    def exclude(old: int, new: int) -> bool:
        beyond = Look(look.session, read_compared_predicates(look.session), 0, look.options)
        return Pairs(beyond, {old, new}).exclude(old, new)

    return find_exchanged(look, covers, exclude)


def _list_changed(look: Look, slot: int, article: int, gone: Sequence[Any]) -> Iterator[_Changed]:
    yield from _list_other_speakers(look, slot, article, gone)
    instead = run(look.session, read_sql("instead_mentions"), article, slot).all()
    if not instead:
        return
    pairs = Pairs(look, {row.claim_id for row in (*gone, *instead)})
    corrections = run(look.session, read_sql("corrections_of"), article).all()
    predicate = pairs.get_predicate(gone[0].claim_id)
    if predicate is not None and predicate.cardinality == "set" and any(row.before for row in instead):
        return  # a name was added or left out, the others stayed
    for old in gone:
        rivals = [row for row in instead if pairs.exclude(old.claim_id, row.claim_id)]
        new = tuple(dict.fromkeys(row.claim_id for row in _list_in_place(old, rivals)))
        if new and not any(_covers(one, old.number, old.quote) for one in corrections):
            yield _Changed(old, new)


def _list_other_speakers(look: Look, slot: int, article: int, gone: Sequence[Any]) -> Iterator[_Changed]:
    """Yield words that somebody else speaks now, at a place that was changed."""
    spoken = [old for old in gone if old.value_type == "string"]
    instead = run(look.session, read_sql("instead_speakers"), article, slot).all() if spoken else []
    if not instead:
        return
    corrections = run(look.session, read_sql("corrections_of"), article).all()
    canonical = Canonical(look.session)
    for old in spoken:
        speaker = canonical.find(old.subject_id, old.merged_into_id)
        rivals = [
            row
            for row in instead
            if canonical.find(row.subject_id, row.merged_into_id) != speaker
            and are_same_words(old.value_text, row.value_text)
        ]
        new = tuple(dict.fromkeys(row.claim_id for row in _list_in_place(old, rivals)))
        if new and not any(_covers(one, old.number, old.quote) for one in corrections):
            yield _Changed(old, new)


def _list_in_place(old: Any, rivals: Sequence[Any]) -> list[Any]:
    """Return what now stands where the old passage stood, or in its stead where that is gone."""
    beside = [row for row in rivals if row.field == old.field]
    if not beside:
        return []
    carried = carry(old.body, beside[0].body, old.start_cp, old.end_cp)
    if carried.change is Change.LOST:
        return [row for row in beside if not row.before]
    if carried.change not in {Change.VALUE_CHANGED, Change.REWORDED}:
        return []
    start, end = carried.start or 0, carried.end or 0
    return [row for row in beside if row.start_cp < end and start < row.end_cp]


def _covers(correction: Any, number: int, quote: str) -> bool:
    """Tell whether a correction is of the revision in which a passage was changed that stood until revision `number`."""
    if correction.to_number is not None:
        since = correction.from_number or correction.to_number - 1
        return bool(since <= number < correction.to_number)
    if correction.quote_before is None:
        return False
    return correction.quote_before in quote or quote in correction.quote_before


def _make_conflict(look: Look, changed: Sequence[_Changed]) -> Conflict:
    called = read_article_names(look.session, (one.old.article_id for one in changed))
    before = list(dict.fromkeys(one.old.claim_id for one in changed))
    after = dict.fromkeys(claim for one in changed for claim in one.new)
    notes: dict[int, str] = {}
    for one in changed:
        place = f"until revision {one.old.number} of {called[one.old.article_id]}"
        note = f"{place}: {quote(_shorten(one.old.quote), one.old.language)}"
        known = notes.get(one.old.claim_id)
        notes[one.old.claim_id] = note if known is None else f"{known}; {note}"
    return Conflict(
        oppose([before, [claim for claim in after if claim not in before]]).members,
        firm=True,
        notes=notes,
        remark="changed, and no correction is on record",
    )


def _shorten(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTE_SHOWN else plain[: _QUOTE_SHOWN - 1] + "…"


RULE = Rule(
    name="revision-changed-fact",
    severity="warning",
    title={"de": "Tatsache im Stillen geändert", "en": "Fact changed between revisions"},
    explanation={
        "de": "Eine spätere Fassung eines Artikels sagt an einer geänderten Stelle etwas anderes als eine frühere: "
        "ein anderes Datum, eine andere Zahl, ein anderer sagt es, oder sie verneint, was dort stand; auch in einem Satz, "
        "den nichts typisiert, wenn er sonst fast wörtlich derselbe ist. Solange keine Korrektur vermerkt ist, "
        "die diese Fassungen nennt (`claims correction add`), ist es eine stille Änderung; danach ist nichts mehr zu melden.",
        "en": "A later text of an article says otherwise than an earlier one at a place that was changed: another "
        "date, another figure, another speaker, or it denies what stood there; also in a sentence that nothing types, where "
        "it is else nearly the same word for word. As long as no correction is on record that names "
        "these revisions (`claims correction add`) it is a stealth edit; after that there is nothing to report.",
    },
    wider=Wider(
        find, everywhere=("anchor_all_revised",), near=("anchor_revised",), anchors=("speaker_anchors",)
    ),
    alike=find_exchanged_sentences,
    options={"alike": 0.65},
)
