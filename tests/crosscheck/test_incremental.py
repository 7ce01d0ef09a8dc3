"""Whatever happens in whatever order, runs over what changed find what one run over all finds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import writing
from claims.values import EntityValue, Value, parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import accept, add_article, add_entity, merge, reject, revise, say
from tests.crosscheck.judging import add_reviewer, add_source, archive, cite, get_claim, judge, rule

DATES = ["2024", "2024-11", "2024-11-10", "2025-01", "[2024-11-09,2024-11-11]"]
ARTICLES = [("a", "2024-06-01"), ("b", "2025-01-10"), ("c", None)]
PLACES: list[dict[str, str]] = [
    {},
    {"place": "China"},
    {"place": "China", "stage": "beta"},
    {"stage": "beta"},
]

Step = Callable[["World"], None]


class World:
    """A small ledger: three articles, two products (of which one may turn out to be the other), makers."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.articles = [add_article(session, name, published) for name, published in ARTICLES]
        self.products = [add_entity(session, label) for label in ("Brakwin-9", "Brakwin Nine")]
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
        slots = world.session.scalars(select(t.Slot.id)).all()
        from claims.store.queries.slot import mark_dirty

        mark_dirty(world.session, slots)

    return step


def merge_products(world: World) -> None:
    if world.session.scalar(select(t.Entity.merged_into_id).where(t.Entity.id == world.products[1])) is None:
        merge(world.session, world.products[1], world.products[0])


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


def archive_anew(world: World) -> None:
    day = world.take_day()
    world.snapshots.append(archive(world.session, world.source, f"As archived on {day}.", day=day))


def check(world: World) -> None:
    cross_check(world.session)


polarities = st.sampled_from(["asserted", "asserted", "asserted", "negated"])
told = st.one_of(
    st.builds(
        lambda edtf, qualifiers, polarity: tell(
            "released", lambda _: parse_edtf(edtf), qualifiers=qualifiers, polarity=polarity
        ),
        st.sampled_from(DATES),
        st.sampled_from(PLACES),
        polarities,
    ),
    st.just(tell("released", lambda _: None)),
    st.builds(
        lambda predicate, edtf, qualifiers: tell(
            predicate, lambda _: parse_edtf(edtf), qualifiers=qualifiers
        ),
        st.sampled_from(["announced", "presented"]),
        st.sampled_from(DATES),
        st.sampled_from([{}, {"stage": "beta"}, {"stage": "final"}]),
    ),
    st.builds(
        lambda maker, sentence: tell(
            "developer",
            lambda world: EntityValue("", f"e{world.makers[maker]}"),
            sentence=sentence,
        ),
        st.integers(0, 2),
        st.integers(1, 2),
    ),
    st.builds(
        lambda amount, as_of: tell("users", lambda _: make_quantity(amount), as_of=as_of),  # type: ignore[arg-type]
        st.sampled_from([900, 901, 5000, 900_000]),
        st.sampled_from(["", "2024-06"]),
    ),
)
steps = st.one_of(
    st.builds(
        lambda make, article, product: make(article, product), told, st.integers(0, 2), st.integers(0, 1)
    ),
    st.builds(
        lambda make, article, product: make(article, product), told, st.integers(0, 2), st.integers(0, 1)
    ),
    st.builds(on_mention(reject), st.integers(0, 9)),
    st.builds(on_mention(accept), st.integers(0, 9)),
    st.builds(bring_revision, st.integers(0, 2)),
    st.just(merge_products),
    st.just(check),
    st.builds(
        rule_on,
        st.integers(0, 9),
        st.sampled_from([None, None, "2025-01-01"]),
        st.sampled_from([False, False, True]),
    ),
    st.builds(
        judge_one,
        st.integers(0, 9),
        st.integers(0, 1),
        st.sampled_from(["true", "false", "unproven"]),
        st.booleans(),
        st.sampled_from([False, False, True]),
    ),
    st.just(archive_anew),
)


def list_standing(session: Session) -> list[Any]:
    """Return all that findings which still stand say, without ids of their own."""
    found = []
    for finding in session.scalars(select(t.Finding).where(t.Finding.state != "fixed")):
        members = session.execute(
            select(t.FindingMember.claim_id, t.FindingMember.alternative, t.FindingMember.fits)
            .where(t.FindingMember.finding_id == finding.id)
            .order_by(t.FindingMember.claim_id)
        )
        found.append(
            (
                finding.rule,
                finding.slot_id,
                finding.severity,
                finding.message,
                finding.content_hash,
                [tuple(member) for member in members],
            )
        )
    return sorted(found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=2, max_size=12))
def test_runs_over_changes_find_what_a_run_over_all_finds(ledger: str, drawn: list[Step]) -> None:
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        world = World(session)
        for step in drawn:
            step(world)
        check(world)
        session.expire_all()
        by_steps = list_standing(session)
        assert cross_check(session, scope="all").new == 0
        record(session, "test", None, "end")
        session.expire_all()
        assert list_standing(session) == by_steps
    with writing(ledger, actor="mk", command="test", keep=False) as session:
        world = World(session)
        for step in drawn:
            if step is not check:
                step(world)
        cross_check(session, scope="all")
        record(session, "test", None, "end")
        session.expire_all()
        assert list_standing(session) == by_steps


def test_a_run_over_all_leaves_a_checked_ledger_as_it_is(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        world = World(session)
        for article, edtf in enumerate(("2024-11", "2025-01")):
            tell("released", lambda _, edtf=edtf: parse_edtf(edtf))(article, 0)(world)  # type: ignore[misc]
        check(world)
        outcome = cross_check(session, scope="all")
        assert (outcome.new, outcome.closed) == (0, 0)


def test_check_rows_are_the_same_after_a_run_over_changes_and_over_all(ledger: str, tmp_path: Path) -> None:
    def read_rows(session: Session) -> list[tuple[Any, ...]]:
        rows = session.connection().exec_driver_sql("SELECT * FROM check_row")
        return sorted((tuple(row[1:]) for row in rows), key=repr)

    with writing(ledger, actor="mk", command="test") as session:
        world = World(session)
        for article, qualifiers in enumerate(PLACES[:3]):
            tell("released", lambda _: parse_edtf("2024"), qualifiers=qualifiers)(article, 0)(world)
            check(world)
        by_steps = read_rows(session)
        cross_check(session, scope="all")
        assert read_rows(session) == by_steps
        assert len(by_steps) == 6
