"""What a reviewer adds by hand: a claim, and a place where it is made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.edit import read_speaker
from claims.annotate.value import read_value
from claims.errors import DecisionRefused, NotFound
from claims.store.keep import ClaimKeeper, Statement
from claims.store.queries.entity import find_entity_named
from claims.store.queries.reference import write_id
from claims.store.queries.slot import mark_mentions
from claims.store.queries.vocabulary import read_predicates
from claims.store.record import record
from claims.store.tables import Article, Claim, Decision, Entity, Mention, Revision, Sentence, Text
from claims.store.tables.claim import MODALITIES, POLARITIES
from claims.store.tables.mention import VOICES
from claims.store.write import insert, update
from claims.values.value import EntityValue
from claims.vocabulary import Vocabulary, get_seed_vocabulary

CONTEXT = 32
"""Characters kept before and after a quote."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in words; without a predicate it is one to check that is not typed yet."""

    subject: str | None = None
    predicate: str | None = None
    value: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    polarity: str = "asserted"
    modality: str = "happened"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim is made: a quote, or offsets in code points, or both; in the text or the title.

    `revision` is the one that whoever gives offsets has before them; None: the newest.
    """

    quote: str | None = None
    start: int | None = None
    end: int | None = None
    revision: int | None = None
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A newest revision with the text that a place lies in."""

    revision_id: int
    number: int
    body: str
    language: str
    published: str | None


def add_claim(session: Session, said: Said, *, language: str = "de") -> int:
    """Return the claim that these words make, adding it if the ledger does not have it.

    Raises:
        DecisionRefused: Subject, predicate or value is missing or does not fit; says what.
        NotFound: No such predicate.
    """
    if said.subject is None or said.predicate is None:
        raise DecisionRefused(
            "a claim has a subject and a predicate: --subject NAME --predicate KEY --value VALUE"
        )
    claim_id = _keep(session, said, "", language, None)
    record(session, "claim", claim_id, "add")
    return claim_id


def add_mention(
    session: Session,
    article_id: int,
    place: Place,
    said: Said,
    *,
    speaker: str | None = None,
    hedged: bool = False,
    voice: str | None = None,
    note: str | None = None,
) -> int:
    """Add a place where a claim is made, accepted; return the mention.

    Raises:
        DecisionRefused: The place is out of range, inverted, ambiguous or of another revision, the claim
            does not fit, or the mention is there already.
        NotFound: No such predicate.
    """
    if voice is not None and voice not in VOICES:
        raise DecisionRefused(f"{voice!r} is no voice; say {', '.join(VOICES[:-1])} or {VOICES[-1]}")
    text = _read_text(session, article_id, place)
    start, end = find_place(text.body, place)
    quote = text.body[start:end]
    claim_id = _keep(session, said, quote, text.language, text.published)
    where = "title" if place.in_title else "text"
    _refuse_twin(session, (text.revision_id, where, start, end, claim_id))
    at = session.info["at"]()
    value_span = _find_value(quote, said.value)
    mention_id = insert(
        session,
        Mention,
        field=where,
        start_cp=start,
        end_cp=end,
        quote=quote,
        prefix=text.body[max(0, start - CONTEXT) : start],
        suffix=text.body[end : end + CONTEXT],
        value_start_cp=None if value_span is None else start + value_span[0],
        value_end_cp=None if value_span is None else start + value_span[1],
        state="accepted",
        voice=voice or ("headline" if place.in_title else "article"),
        hedged=int(hedged),
        reasons=json.dumps([]),
        created_at=at,
        decided_at=at,
        claim_id=claim_id,
        revision_id=text.revision_id,
        sentence_id=None if place.in_title else _claim_sentence(session, text.revision_id, start),
        decided_by_id=session.info["actor_id"],
        **({} if speaker is None else read_speaker(session, speaker)),
    )
    insert(
        session,
        Decision,
        state="accepted",
        at=at,
        note=note,
        mention_id=mention_id,
        claim_id=claim_id,
        reviewer_id=session.info["actor_id"],
    )
    mark_mentions(session, [(claim_id, mention_id)])
    record(session, "mention", mention_id, "add")
    return mention_id


def find_place(body: str, place: Place) -> tuple[int, int]:
    """Return start and end of a place in a text.

    Raises:
        DecisionRefused: It is not there, or in several places; says which.
    """
    if place.quote is not None:
        if not place.quote:
            raise DecisionRefused("the quote is empty")
        return _find_quote(body, place.quote, place.start, place.end)
    if place.start is None or place.end is None:
        raise DecisionRefused("say where: --quote QUOTE, or --start N --end N")
    if place.start >= place.end:
        raise DecisionRefused(f"--start {place.start} does not lie before --end {place.end}")
    if place.start < 0 or place.end > len(body):
        raise DecisionRefused(
            f"{place.start} to {place.end} is out of range: the text has {len(body)} characters"
        )
    return place.start, place.end


def _find_quote(body: str, quote: str, start: int | None, end: int | None) -> tuple[int, int]:
    if start is not None:
        if body[max(0, start) : max(0, start) + len(quote)] != quote or start < 0:
            raise DecisionRefused(f"the quote does not stand at {start}; give its exact characters")
        if end not in {None, start + len(quote)}:
            raise DecisionRefused(f"the quote ends at {start + len(quote)}, not at {end}")
        return start, start + len(quote)
    places: list[int] = []
    found = body.find(quote)
    while found >= 0 and len(places) < 6:
        places.append(found)
        found = body.find(quote, found + 1)
    if not places:
        raise DecisionRefused("the quote does not stand in the text; give its exact characters")
    if len(places) > 1:
        listed = ", ".join(map(str, places[:5])) + (" …" if len(places) > 5 else "")
        raise DecisionRefused(f"the quote stands there several times (at {listed}); say which with --start N")
    return places[0], places[0] + len(quote)


def _read_text(session: Session, article_id: int, place: Place) -> _Text:
    row = session.execute(
        select(Revision.id, Revision.number, Revision.title, Text.body, Article.language, Article.published)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .join(Text, Text.sha256 == Revision.text_sha256)
        .where(Article.id == article_id)
    ).one()
    if place.revision not in {None, row.number}:
        raise DecisionRefused(
            f"revision {place.revision} is not the newest, which is {row.number}; look again: its offsets differ"
        )
    if place.in_title and row.title is None:
        raise DecisionRefused(f"{write_id('article', article_id)} has no title")
    body = row.title if place.in_title else row.body
    return _Text(row.id, row.number, body, row.language or "de", row.published)


def _keep(session: Session, said: Said, quote: str, language: str, published: str | None) -> int:
    """Return the claim of what is said."""
    for word, known in ((said.polarity, POLARITIES), (said.modality, MODALITIES)):
        if word not in known:
            raise DecisionRefused(f"{word!r} is not {', '.join(known[:-1])} or {known[-1]}")
    predicates = {one.key: one for one in read_predicates(session).values()}
    keeper = ClaimKeeper(session, Vocabulary(predicates, get_seed_vocabulary().units, (), (), ()))
    if said.predicate is None:
        if said.subject is not None or said.value is not None or said.qualifiers:
            raise DecisionRefused(
                "say what it claims: --predicate KEY (or none of subject, value, qualifiers)"
            )
        return keeper.keep(Statement(None, None, None, {}, "untyped", said.polarity, said.modality), quote)
    if said.predicate not in predicates:
        raise NotFound(f"no predicate {said.predicate!r}; list them with: claims predicate list")
    if said.subject is None or not said.subject.strip():
        raise DecisionRefused("say what it is about: --subject NAME")
    wanted = predicates[said.predicate]
    unknown = sorted(set(said.qualifiers) - set(wanted.separators))
    if unknown:
        known_ones = ", ".join(wanted.separators) or "none"
        raise DecisionRefused(
            f"{wanted.key} is not separated by {', '.join(unknown)}; its separators are: {known_ones}"
        )
    kind = (wanted.subject_kinds or ("topic",))[0]
    subject = find_entity_named(session, said.subject) or EntityValue(said.subject, None, kind)
    value = read_value(session, said.value, wanted, language, published)
    statement = Statement(subject, wanted.key, value, said.qualifiers, "value", said.polarity, said.modality)
    claim_id = keeper.keep(statement, quote)
    _accept_value(session, claim_id)
    return claim_id


def _accept_value(session: Session, claim_id: int) -> None:
    """Accept the name that a reviewer gave as the value."""
    entity_id = session.scalar(select(Claim.value_entity_id).where(Claim.id == claim_id))
    if entity_id is not None:
        update(session, Entity, entity_id, state="accepted")


def _find_value(quote: str, value: str | None) -> tuple[int, int] | None:
    """Return where the value's words stand in the quote, if they stand there once."""
    if not value or quote.count(value) != 1:
        return None
    start = quote.index(value)
    return start, start + len(value)


def _refuse_twin(session: Session, key: tuple[int, str, int, int, int]) -> None:
    columns = (Mention.revision_id, Mention.field, Mention.start_cp, Mention.end_cp, Mention.claim_id)
    same = [column == wanted for column, wanted in zip(columns, key, strict=True)]
    twin = session.execute(select(Mention.id, Mention.state).where(*same)).first()
    if twin is not None:
        shown = write_id("mention", twin.id)
        raise DecisionRefused(
            f"{shown} makes this claim there already, {twin.state}; see: claims mention accept {shown}"
        )


def _claim_sentence(session: Session, revision_id: int, start: int) -> int | None:
    """Return the sentence that a place begins in; it has claims from now on."""
    row = session.execute(
        select(Sentence.id, Sentence.kind).where(
            Sentence.revision_id == revision_id, Sentence.start_cp <= start, start < Sentence.end_cp
        )
    ).first()
    if row is None:
        return None
    if row.kind == "open":
        update(session, Sentence, row.id, kind="claims", decided_by_id=session.info["actor_id"])
    return int(row.id)
