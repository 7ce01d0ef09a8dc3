"""Typing a mention anew: what it says moves to another claim, the passage stays."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.decide import decide
from claims.annotate.value import read_value
from claims.errors import DecisionRefused, NotFound
from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.claim import VALUE_COLUMNS, value_of
from claims.store.queries.entity import find_entity_named
from claims.store.queries.mention import read_qualifiers
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_mentions
from claims.store.queries.vocabulary import read_predicates
from claims.store.record import record
from claims.store.tables import Article, Claim, Entity, Mention, Revision, Slot, Unit
from claims.store.tables.claim import MODALITIES, POLARITIES
from claims.values.value import EntityValue
from claims.vocabulary import Vocabulary, get_seed_vocabulary


def retype_mention(
    session: Session,
    mention_id: int,
    *,
    subject: str | None = None,
    predicate: str | None = None,
    value: str | None = None,
    qualifiers: Mapping[str, str] | None = None,
    polarity: str | None = None,
    modality: str | None = None,
    note: str | None = None,
) -> int:
    """Say what a mention claims, accept it so, and return the claim; what is not given stays as it was.

    `value` is read as the predicate's type wants: a date or figure as texts write it or in EDTF, the
    name or id of an entity, or plain text.

    Raises:
        DecisionRefused: The value does not fit the predicate, or something is missing; says what.
        NotFound: No such predicate.
    """
    _check_word(polarity, POLARITIES)
    _check_word(modality, MODALITIES)
    row = session.execute(
        select(
            Mention,
            *VALUE_COLUMNS,
            Claim.slot_id,
            Claim.polarity,
            Claim.modality,
            Claim.as_of,
            Slot.subject_id,
            Slot.predicate_id,
            Article.language,
            Article.published,
            Revision.number,
            Article.revisions,
        )
        .join(Claim, Claim.id == Mention.claim_id)
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, Article.id == Revision.article_id)
        .outerjoin(Slot, Slot.id == Claim.slot_id)
        .outerjoin(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Entity, Entity.id == Claim.value_entity_id)
        .where(Mention.id == mention_id)
    ).one()
    if row.number != row.revisions:
        raise DecisionRefused(
            f"{write_id('mention', mention_id)} stands in a text that was replaced; retype it in the newest"
        )
    predicates = read_predicates(session)
    key = predicate or (predicates[row.predicate_id].key if row.predicate_id else None)
    wanted = next((one for one in predicates.values() if one.key == key), None)
    if wanted is None:
        raise NotFound(
            f"no predicate {key!r}; list them with: claims predicate list"
            if key
            else "say what it claims: --predicate KEY"
        )
    about = _read_subject(session, subject, row.subject_id)
    said = value_of(row) if value is None and predicate is None else None
    said = said or read_value(session, value, wanted, row.language or "de", row.published)
    seeds = get_seed_vocabulary()
    vocabulary = Vocabulary({one.key: one for one in predicates.values()}, seeds.units, (), (), ())
    keeper = ClaimKeeper(session, vocabulary)
    kept = read_qualifiers(session, [row.slot_id]).get(row.slot_id, {}) if row.slot_id else {}
    claim_id = keeper.keep(
        Statement(
            about,
            wanted.key,
            said,
            _check_qualifiers(qualifiers, wanted.separators, wanted.key) if qualifiers is not None else kept,
            "value",
            polarity or row.polarity,
            modality or row.modality,
            row.as_of or None,
        ),
        row.Mention.quote,
    )
    was = row.Mention.claim_id
    decide(
        session,
        mention_id,
        claim_id,
        "accepted",
        session.info["at"](),
        from_claim_id=None if was == claim_id else was,
        note=note,
    )
    mark_mentions(session, [(was, mention_id), (claim_id, mention_id)])
    record(session, "mention", mention_id, "retype")
    return claim_id


def _check_word(given: str | None, known: tuple[str, ...]) -> None:
    if given is not None and given not in known:
        raise DecisionRefused(f"{given!r} is not {', '.join(known[:-1])} or {known[-1]}")


def _read_subject(session: Session, given: str | None, there: int | None) -> EntityValue:
    if given is not None:
        return find_entity_named(session, given) or EntityValue(given)
    if there is None:
        raise DecisionRefused("it is not typed yet; say what it is about: --subject NAME")
    return EntityValue("", write_id("entity", there))


def _check_qualifiers(given: Mapping[str, str], separators: tuple[str, ...], key: str) -> Mapping[str, str]:
    unknown = sorted(set(given) - set(separators))
    if unknown:
        known = ", ".join(separators) or "none"
        raise DecisionRefused(f"{key} is not separated by {', '.join(unknown)}; its separators are: {known}")
    return given
