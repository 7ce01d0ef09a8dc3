"""A small ledger in which anything may happen, and the steps in which it does."""

from collections.abc import Callable
from contextlib import suppress
from itertools import combinations
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.entity import split_entity
from claims.annotate.finding import waive_finding
from claims.annotate.signoff import restore_article, withdraw_article
from claims.annotate.slot import join_slots, keep_slots_apart
from claims.crosscheck import cross_check
from claims.errors import DecisionRefused
from claims.store import tables as t
from claims.store.queries.article import list_slots_of
from claims.store.queries.slot import mark_articles, mark_dirty, mark_mentions
from claims.store.write import update
from claims.values import Value
from tests.crosscheck.factory import add_article, add_entity, merge, revise, say
from tests.crosscheck.judging import add_reviewer, add_source, archive, cite, get_claim, judge, rule

DATES = ["2024", "2024-11", "2024-11-10", "2025-01", "[2024-11-09,2024-11-11]"]
ARTICLES = [
    ("a", "2024-06-01"),
    ("b", "2025-01-10"),
    ("c", None),
    ("d", "2025-01-11"),
    ("e", "2025-01-14T08:00:00Z"),
    ("f", "2024-06-01"),
]
PLACES: list[dict[str, str]] = [
    {},
    {"place": "China"},
    {"place": "China", "stage": "beta"},
    {"stage": "beta"},
]

Step = Callable[["World"], None]


class World:
    """Six articles, three products (of which one may turn out to be another), makers."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.articles = [add_article(session, name, published) for name, published in ARTICLES]
        self.products = [add_entity(session, label) for label in ("Brakwin-9", "Brakwin Nine", "Brakwin IX")]
        whole = add_entity(session, "Quellhain", "organisation")
        self.makers = [
            whole,
            add_entity(session, "Quellhain Cloud", "organisation", part_of_id=whole),
            add_entity(session, "Velin", "organisation"),
        ]
        self.mentions: list[int] = []
        self.reviewers = [1, add_reviewer(session, "ab")]
        self.source = add_source(session)
        self.snapshots = [archive(session, self.source, "As archived.")]
        self.day = 1

    def take_day(self) -> int:
        """Return a day after all that happened so far."""
        self.day += 1
        return self.day


def tell(predicate: str, value: Callable[[World], Value | None], **rest: Any) -> Callable[[int, int], Step]:
    def make(article: int, product: int) -> Step:
        def step(world: World) -> None:
            mention = say(
                world.session,
                world.articles[article],
                world.products[product],
                predicate,
                value(world),
                **rest,
            )
            world.mentions.append(mention)

        return step

    return make


def on_mention(act: Callable[[Session, int], None]) -> Callable[[int], Step]:
    def make(place: int) -> Step:
        def step(world: World) -> None:
            if world.mentions:
                act(world.session, world.mentions[place % len(world.mentions)])

        return step

    return make


def bring_revision(article: int) -> Step:
    def step(world: World) -> None:
        revise(world.session, world.articles[article])
        mark_articles(world.session, [world.articles[article]])

    return step


def withdraw(article: int) -> Step:
    """Withdraw an article, or bring it back where it was withdrawn."""

    def step(world: World) -> None:
        number = world.articles[article]
        at = world.session.scalar(select(t.Article.withdrawn_at).where(t.Article.id == number))
        if at is None:
            withdraw_article(world.session, number, reason="Theirs.")
        else:
            restore_article(world.session, number)

    return step


def redate(article: int, published: str | None) -> Step:
    """Correct the day on which an article was published."""

    def step(world: World) -> None:
        number = world.articles[article]
        update(world.session, t.Article, number, published=published)
        mark_dirty(world.session, list_slots_of(world.session, [number]))

    return step


def merge_products(one: int, into: int) -> Step:
    def step(world: World) -> None:
        with suppress(DecisionRefused):
            merge(world.session, world.products[one], world.products[into])

    return step


def split_product(one: int) -> Step:
    def step(world: World) -> None:
        with suppress(DecisionRefused):
            split_entity(world.session, world.products[one])

    return step


def move_maker(world: World) -> None:
    """Say that the last maker belongs to the first, or no longer."""
    number = world.makers[-1]
    above = world.session.scalar(select(t.Entity.part_of_id).where(t.Entity.id == number))
    update(world.session, t.Entity, number, part_of_id=None if above else world.makers[0])
    mark_dirty(world.session, world.session.scalars(select(t.Slot.id)).all())


def retype(place: int, other: int) -> Step:
    """Say that a mention makes the claim of another one."""

    def step(world: World) -> None:
        if world.mentions:
            mention = world.mentions[place % len(world.mentions)]
            was = get_claim(world.session, mention)
            now = get_claim(world.session, world.mentions[other % len(world.mentions)])
            update(world.session, t.Mention, mention, claim_id=now)
            mark_mentions(world.session, [(was, mention), (now, mention)])

    return step


def waive(world: World) -> None:
    """Put off the first finding that stands."""
    finding = world.session.scalars(
        select(t.Finding.id).where(t.Finding.state.in_(["open", "reopened"])).order_by(t.Finding.fingerprint)
    ).first()
    if finding is not None:
        waive_finding(world.session, finding, reason="Known.")


def rule_on(place: int, valid_from: str | None, retracts: bool) -> Step:
    """Make a claim that was told the house fact, or take the house fact of its slot back."""

    def step(world: World) -> None:
        if world.mentions:
            claim = get_claim(world.session, world.mentions[place % len(world.mentions)])
            day = world.take_day()
            rule(
                world.session,
                claim,
                day=day,
                retracts=retracts and _is_ruled(world, claim),
                valid_from=valid_from,
            )

    return step


def _is_ruled(world: World, claim: int) -> bool:
    ruled = select(t.Ruling.id).join(t.Claim, t.Claim.slot_id == t.Ruling.slot_id)
    return world.session.scalars(ruled.where(t.Claim.id == claim)).first() is not None


def judge_one(place: int, reviewer: int, code: str, supported: bool, settles: bool) -> Step:
    """Give a verdict on a claim that was told, with evidence or without."""

    def step(world: World) -> None:
        if not world.mentions:
            return
        mention = world.mentions[place % len(world.mentions)]
        claim = get_claim(world.session, mention)
        considers = world.session.scalars(select(t.Verdict.id).where(t.Verdict.claim_id == claim)).all()
        judge(
            world.session,
            claim,
            code,
            reviewer=world.reviewers[reviewer],
            day=world.take_day(),
            none_found=False,
            evidence=[cite(world.session, claim, world.snapshots[-1])] if supported else [],
            seen=[mention],
            considers=considers if settles else [],
        )

    return step


def cite_later(place: int, stance: str) -> Step:
    """Give evidence on a claim that was told, which no verdict so far used."""

    def step(world: World) -> None:
        if world.mentions:
            claim = get_claim(world.session, world.mentions[place % len(world.mentions)])
            cite(world.session, claim, world.snapshots[-1], stance=stance, day=world.take_day())

    return step


def decide_on_slots(place: int, same: bool) -> Step:
    """Say of two questions about one thing that they are one, or two."""

    def step(world: World) -> None:
        slots = world.session.scalars(select(t.Slot.id).order_by(t.Slot.id)).all()
        pairs = list(combinations(slots, 2))
        if pairs:
            one, other = pairs[place % len(pairs)]
            with suppress(DecisionRefused):
                if same:
                    join_slots(world.session, other, one)
                else:
                    keep_slots_apart(world.session, other, one, reason="Two.")

    return step


def archive_anew(world: World) -> None:
    day = world.take_day()
    world.snapshots.append(archive(world.session, world.source, f"As archived on {day}.", day=day))


def check(world: World) -> None:
    cross_check(world.session)
