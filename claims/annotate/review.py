"""The review of an article: what waits for a decision, sentence by sentence, and each decision with its way back.

A decision is taken back by a further row: the mention waits again, with the claim that it had before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.annotate.decide import accept_mentions, reject_mentions
from claims.annotate.edit import Edit, edit_mention
from claims.errors import DecisionRefused, NotFound
from claims.store.queries.fact_list import get_fact_list
from claims.store.queries.reference import read_number, write_id
from claims.store.queries.slot import mark_mentions
from claims.store.record import record
from claims.store.tables import Article, Claim, Decision, Entity, Mention, Reviewer, Revision, Sentence
from claims.store.write import insert, update

MARKS = ("opinion", "question", "boilerplate", "open")
"""What a reviewer can call a sentence that makes no checkable claim; `open` takes that back."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or the headline, with the suggestions in it and what stands around it.

    `number` is the sentence's, None in a headline or where the text has no sentences yet. `mentions`
    are those of the JSON contract, decided ones too. `article` is the head of the fact list.
    """

    article: dict[str, Any]
    number: int | None
    before: str
    text: str
    after: str
    mentions: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of a sitting, with all that taking it back needs.

    `mentions` are the columns of each mention before; `decided_at` is what they say since. `sentence`
    is (id, kind, decided_by_id) of a sentence that was marked, `entities` the names accepted with it.
    """

    mentions: tuple[dict[str, Any], ...]
    decided_at: str | None = None
    sentence: tuple[int, str, int | None] | None = None
    entities: tuple[int, ...] = ()


_KEPT = ("id", "claim_id", "speaker_id", "speaker_snak", "hedged")


def list_open_articles(session: Session) -> list[int]:
    """Return the articles whose newest text has undecided suggestions, by day of publication, undated last."""
    return list(
        session.scalars(
            select(Article.id)
            .join(Revision, (Revision.article_id == Article.id) & (Revision.number == Article.revisions))
            .where(
                Article.withdrawn_at.is_(None),
                select(Mention.id)
                .where(Mention.revision_id == Revision.id, Mention.state == "suggested")
                .exists(),
            )
            .order_by(Article.published.is_(None), Article.published, Article.id)
        )
    )


def count_open(session: Session, article_ids: Iterable[int] | None = None) -> int:
    """Return how many suggestions of newest texts wait for a decision, in these articles or in all."""
    query = (
        select(func.count())
        .select_from(Mention)
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Mention.state == "suggested", Article.withdrawn_at.is_(None))
    )
    if article_ids is not None:
        query = query.where(Article.id.in_(list(article_ids)))
    return session.scalar(query) or 0


def list_passages(session: Session, article_id: int) -> list[Passage]:
    """Return the passages of an article's newest text that have undecided suggestions, in reading order."""
    facts = get_fact_list(session, article_id)
    head, sentences = facts["article"], facts["sentences"]
    passages = []
    if facts["title_mentions"]:
        passages.append(Passage(head, None, "", head["title"], "", tuple(facts["title_mentions"])))
    for place, one in enumerate(sentences):
        before = sentences[place - 1]["text"] if place else ""
        after = sentences[place + 1]["text"] if place + 1 < len(sentences) else ""
        passages.append(Passage(head, one["number"], before, one["text"], after, tuple(one["mentions"])))
    passages += [Passage(head, None, "", one["quote"], "", (one,)) for one in facts["stray_mentions"]]
    return [one for one in passages if any(mention["state"] == "suggested" for mention in one.mentions)]


def accept(session: Session, mention_ids: Sequence[int]) -> Step:
    """Accept suggestions, and return the way back.

    Raises:
        DecisionRefused: One is no suggestion any more: somebody else was quicker.
    """
    step = _read_step(session, mention_ids)
    proposed = _list_proposed(session, mention_ids)
    accept_mentions(session, mention_ids)
    return _finish(session, step, entities=proposed - _list_proposed(session, mention_ids))


def reject(session: Session, mention_ids: Sequence[int]) -> Step:
    """Reject suggestions, and return the way back; raises as `accept`."""
    step = _read_step(session, mention_ids)
    reject_mentions(session, mention_ids)
    return _finish(session, step)


def change(session: Session, mention_id: int, edit: Edit) -> Step:
    """Correct a suggestion and accept it so, and return the way back; raises as `accept` and `edit_mention`."""
    step = _read_step(session, [mention_id])
    proposed = _list_proposed(session, [mention_id])
    edit_mention(session, mention_id, edit)
    return _finish(session, step, entities=proposed - _list_proposed(session, [mention_id]))


def call_opinion(session: Session, mention_ids: Sequence[int]) -> Step:
    """Mark the sentence of these suggestions an opinion and reject them; raises as `accept`.

    A headline is no sentence of the text: there the suggestions are rejected and nothing is marked.
    """
    step = _read_step(session, mention_ids)
    sentence = session.execute(
        select(Sentence.id, Sentence.kind, Sentence.decided_by_id)
        .join(Mention, Mention.sentence_id == Sentence.id)
        .where(Mention.id == mention_ids[0])
    ).one_or_none()
    if sentence is not None:
        update(session, Sentence, sentence.id, kind="opinion", decided_by_id=session.info["actor_id"])
    reject_mentions(session, mention_ids)
    return _finish(session, step, sentence=None if sentence is None else tuple(sentence))


def take_back(session: Session, step: Step) -> None:
    """Make the mentions of a step wait again, as they were before it.

    Raises:
        DecisionRefused: One was decided anew since; then nothing is taken back.
    """
    at = session.info["at"]()
    changed: set[tuple[int, int]] = set()
    for before in step.mentions:
        now = _read_state(session, before["id"])
        if now.decided_at != step.decided_at or now.decided_by_id != session.info["actor_id"]:
            raise DecisionRefused(_say_decided(now) + " since; that stays")
        insert(
            session,
            Decision,
            state="suggested",
            at=at,
            mention_id=before["id"],
            claim_id=before["claim_id"],
            from_claim_id=None if now.claim_id == before["claim_id"] else now.claim_id,
            reviewer_id=session.info["actor_id"],
        )
        kept = {name: value for name, value in before.items() if name != "id"}
        update(
            session,
            Mention,
            before["id"],
            **kept | {"state": "suggested", "decided_at": None, "decided_by_id": None},
        )
        changed |= {(now.claim_id, before["id"]), (before["claim_id"], before["id"])}
    if step.sentence is not None:
        update(session, Sentence, step.sentence[0], kind=step.sentence[1], decided_by_id=step.sentence[2])
    for entity_id in step.entities:
        if not _is_used(session, entity_id):
            update(session, Entity, entity_id, state="proposed")
    mark_mentions(session, changed)
    record(session, "mention", step.mentions[0]["id"] if len(step.mentions) == 1 else None, "take back")


def mark_sentence(session: Session, article_id: int, number: int, kind: str) -> int:
    """Say what a sentence of the newest text is, and return how many suggestions in it still wait.

    Raises:
        DecisionRefused: `kind` is none of `MARKS`.
        NotFound: The article has no such sentence.
    """
    if kind not in MARKS:
        raise DecisionRefused(f"{kind!r} is no mark; say {', '.join(MARKS[:-1])} or {MARKS[-1]}")
    sentence_id = session.scalar(
        select(Sentence.id)
        .join(Revision, Revision.id == Sentence.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Article.id == article_id, Sentence.number == number)
    )
    if sentence_id is None:
        shown = write_id("article", article_id)
        raise NotFound(
            f"{shown} has no sentence {number}; see their numbers with: claims article show {shown}"
        )
    update(session, Sentence, sentence_id, kind=kind, decided_by_id=session.info["actor_id"])
    record(session, "sentence", sentence_id, f"mark {kind}")
    waiting = select(func.count()).where(Mention.sentence_id == sentence_id, Mention.state == "suggested")
    return session.scalar(waiting) or 0


def list_waiting(passage: Passage) -> list[int]:
    """Return the numbers of the passage's mentions that waited when it was read."""
    ids = [read_number("mention", one["id"]) for one in passage.mentions if one["state"] == "suggested"]
    return [number for number in ids if number is not None]


def _read_step(session: Session, mention_ids: Sequence[int]) -> Step:
    for mention_id in mention_ids:
        now = _read_state(session, mention_id)
        if now.state != "suggested":
            raise DecisionRefused(_say_decided(now) + " meanwhile; that stays")
    columns = [Mention.__table__.columns[name] for name in _KEPT]
    rows = session.execute(select(*columns).where(Mention.id.in_(mention_ids)).order_by(Mention.id))
    return Step(tuple(dict(row) for row in rows.mappings()))


def _finish(session: Session, step: Step, **more: Any) -> Step:
    if "entities" in more:
        more["entities"] = tuple(sorted(more["entities"]))
    decided_at = _read_state(session, step.mentions[0]["id"]).decided_at
    return Step(step.mentions, decided_at, **more)


def _read_state(session: Session, mention_id: int) -> Any:
    return session.execute(
        select(
            Mention.id,
            Mention.state,
            Mention.claim_id,
            Mention.decided_at,
            Mention.decided_by_id,
            Reviewer.handle,
        )
        .outerjoin(Reviewer, Reviewer.id == Mention.decided_by_id)
        .where(Mention.id == mention_id)
    ).one()


def _say_decided(now: Any) -> str:
    by = f" by {now.handle}" if now.handle else ""
    return f"{write_id('mention', now.id)} was {now.state}{by}"


def _list_proposed(session: Session, mention_ids: Sequence[int]) -> set[int]:
    """Return the entities that these mentions name and that nobody has accepted yet."""
    named = (
        select(Entity.id)
        .join(Mention, Mention.id.in_(mention_ids))
        .join(Claim, Claim.id == Mention.claim_id)
        .where(
            Entity.state == "proposed",
            (Entity.id == Claim.value_entity_id) | (Entity.id == Mention.speaker_id),
        )
    )
    return set(session.scalars(named))


def _is_used(session: Session, entity_id: int) -> bool:
    used = (
        select(Mention.id)
        .join(Claim, Claim.id == Mention.claim_id)
        .where(
            Mention.state == "accepted",
            (Claim.value_entity_id == entity_id) | (Mention.speaker_id == entity_id),
        )
    )
    return session.scalar(used.limit(1)) is not None
