"""Two names for one thing: merging compares what is said of both, splitting takes that back."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.entity import add_entity, get_entity, merge_entities, split_entity
from claims.crosscheck import cross_check
from claims.errors import ClaimsError, DecisionRefused, NotFound, OptionRefused
from claims.store import tables as t
from claims.store.queries.entity import describe_entity, find_entity_named
from claims.store.record import record
from claims.store.savepoint import savepoint
from claims.values import EntityValue, parse_edtf
from tests.annotate.sample import Sample, count_events, get_claim, refused
from tests.crosscheck.factory import add_article, say
from tests.crosscheck.factory import add_entity as put_entity


def name_twin(session: Session, edtf: str = "2024-05", **qualifiers: str) -> int:
    """Let a further article date the release of a product with almost the sample's name; return the product."""
    twin = put_entity(session, "Brakwin 9")
    article = add_article(session, f"of {edtf}{qualifiers}")
    say(session, article, twin, "released", parse_edtf(edtf), qualifiers=qualifiers)
    record(session, "test", None, "twin")
    return twin


def read_slots(session: Session) -> Mapping[int, int]:
    """Return the canonical slot of each slot."""
    return dict(session.execute(select(t.Slot.id, t.Slot.canonical_id)).all())


def get_slot(session: Session, subject: int) -> int:
    return session.scalars(select(t.Slot.id).where(t.Slot.subject_id == subject)).one()


def read_states(session: Session) -> dict[int, str]:
    return dict(session.execute(select(t.Finding.slot_id, t.Finding.state)).all())


def test_an_entity_is_accepted_and_goes_by_its_name(session: Session) -> None:
    number = add_entity(session, "  Nord  werft ", kind="organisation")
    one = describe_entity(session, number)
    assert (one["label"], one["state"], one["kind"]) == ("Nord werft", "accepted", "organisation")
    assert one["names"] == [{"language": "mul", "name": "Nord werft", "kind": "name"}]
    found = find_entity_named(session, "nord werft")
    assert found is not None
    assert found.id == f"e{number}"
    assert count_events(session, "entity", "add") == 1


def test_a_name_may_be_of_one_language(session: Session) -> None:
    one = describe_entity(session, add_entity(session, "Weltraumgesetz", kind="law", language="de"))
    assert one["names"][0]["language"] == "de"


@pytest.mark.parametrize(
    ("name", "options", "error", "said"),
    [
        (" ", {}, OptionRefused, "the name is blank"),
        ("Nordwerft", {"kind": "ship"}, OptionRefused, "person, organisation"),
        ("Nordwerft", {"language": "fr"}, OptionRefused, "de or en"),
    ],
)
def test_what_is_no_entity_is_refused(
    session: Session, name: str, options: dict[str, str], error: type[ClaimsError], said: str
) -> None:
    with refused(session, error, said):
        add_entity(session, name, **({"kind": "organisation"} | options))


def test_a_name_that_one_of_its_kind_has_is_refused_whatever_its_case(session: Session) -> None:
    first = add_entity(session, "Ärztehaus", kind="organisation")
    with refused(session, DecisionRefused, f"e{first} is a organisation of that name"):
        add_entity(session, "ÄRZTEHAUS", kind="organisation")
    assert add_entity(session, "Ärztehaus", kind="building") == first + 1


def test_merging_shows_the_contradiction_and_splitting_takes_it_away(
    session: Session, sample: Sample
) -> None:
    from tests.crosscheck.factory import reject

    reject(session, sample.autumn_mention)
    twin = name_twin(session)
    assert cross_check(session).new == 0
    assert merge_entities(session, twin, sample.product) == sample.product
    assert cross_check(session).new == 1
    assert read_states(session) == {get_slot(session, sample.product): "open"}
    assert split_entity(session, twin) == sample.product
    assert cross_check(session).closed == 1
    assert set(read_states(session).values()) == {"fixed"}
    assert (count_events(session, "entity", "merge"), count_events(session, "entity", "split")) == (1, 1)


def test_merging_the_names_that_are_values_takes_a_contradiction_away(
    session: Session, sample: Sample
) -> None:
    makers = [put_entity(session, name, "organisation") for name in ("Hesswerk", "Hesswerk AG")]
    for place, maker in enumerate(makers):
        article = add_article(session, f"maker {place}")
        say(session, article, sample.product, "developer", EntityValue("Hesswerk", f"e{maker}"))
    assert cross_check(session).new == 2
    merge_entities(session, makers[1], makers[0])
    assert cross_check(session).closed == 1
    split_entity(session, makers[1])
    assert cross_check(session).new == 1


@pytest.mark.parametrize("named", ["town", "its other name"])
def test_merging_a_whole_marks_what_names_its_parts(session: Session, sample: Sample, named: str) -> None:
    region = put_entity(session, "Grossnord", "place")
    place = put_entity(session, "Nordland", "place", part_of_id=region)
    twin = put_entity(session, "Land Nord", "place")
    town = put_entity(session, "Nordstadt", "place", part_of_id=twin)
    other_name = put_entity(session, "Stadt Nord", "place", merged_into_id=town)
    firm = put_entity(session, "Hesswerk", "organisation")
    for where in (region, town if named == "town" else other_name):
        article = add_article(session, f"seat {where}", "2025-01-01")
        say(session, article, firm, "headquarters", EntityValue("x", f"e{where}"))
    assert cross_check(session).new == 2
    merge_entities(session, twin, place)
    assert cross_check(session).closed == 1


def test_the_same_question_about_both_has_one_canonical_slot(session: Session, sample: Sample) -> None:
    twin = name_twin(session)
    mine, theirs = get_slot(session, sample.product), get_slot(session, twin)
    merge_entities(session, twin, sample.product)
    assert (read_slots(session)[theirs], read_slots(session)[mine]) == (mine, mine)


def test_the_slot_of_what_stands_for_both_is_the_canonical_one_though_it_be_younger(
    session: Session, sample: Sample
) -> None:
    twin = name_twin(session)
    mine, theirs = get_slot(session, sample.product), get_slot(session, twin)
    assert mine < theirs
    merge_entities(session, sample.product, twin)
    assert (read_slots(session)[theirs], read_slots(session)[mine]) == (theirs, theirs)


def test_a_question_with_other_separators_stays_its_own(session: Session, sample: Sample) -> None:
    twin = name_twin(session, place="China")
    before = read_slots(session)
    merge_entities(session, twin, sample.product)
    assert read_slots(session) == before


def test_all_slots_of_both_are_marked_for_the_cross_check(session: Session, sample: Sample) -> None:
    twin = name_twin(session)
    session.connection().exec_driver_sql("DELETE FROM dirty_slot")
    merge_entities(session, twin, sample.product)
    both = {get_slot(session, sample.product), get_slot(session, twin)}
    assert set(session.scalars(select(t.DirtySlot.slot_id))) == both
    session.connection().exec_driver_sql("DELETE FROM dirty_slot")
    split_entity(session, twin)
    assert set(session.scalars(select(t.DirtySlot.slot_id))) == both


def test_merging_in_a_circle_is_refused(session: Session, sample: Sample) -> None:
    twin, third = name_twin(session), put_entity(session, "Brakwin IX")
    record(session, "test", None, "third")
    merge_entities(session, twin, sample.product)
    with refused(session, DecisionRefused, "in a circle"):
        merge_entities(session, sample.product, twin)
    merge_entities(session, sample.product, third)
    with refused(session, DecisionRefused, "in a circle"):
        merge_entities(session, third, twin)


def test_what_is_merged_is_not_merged_again(session: Session, sample: Sample) -> None:
    twin, third = name_twin(session), put_entity(session, "Brakwin IX")
    record(session, "test", None, "third")
    with refused(session, DecisionRefused, "into itself"):
        merge_entities(session, twin, twin)
    merge_entities(session, twin, sample.product)
    for into in (sample.product, third):
        with refused(session, DecisionRefused, f"claims entity split e{twin}"):
            merge_entities(session, twin, into)


def test_merging_into_what_was_merged_goes_to_what_stands_for_it(session: Session, sample: Sample) -> None:
    twin, third = name_twin(session), put_entity(session, "Brakwin IX")
    merge_entities(session, twin, sample.product)
    assert merge_entities(session, third, twin) == sample.product


def test_what_was_not_merged_is_not_split(session: Session, sample: Sample) -> None:
    with refused(session, DecisionRefused, "was not merged into another"):
        split_entity(session, sample.product)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(merges=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=5), order=st.randoms())
def test_taking_all_merges_back_in_any_order_restores_the_slots(
    session: Session, merges: list[tuple[int, int]], order: Random
) -> None:
    with savepoint(session) as undo:
        try:
            merge_and_split(session, merges, order)
        finally:
            undo()


def merge_and_split(session: Session, merges: list[tuple[int, int]], order: Random) -> None:
    twins = [name_twin(session, f"202{place}") for place in range(4)]
    before = read_slots(session)
    done = []
    for one, other in merges:
        try:
            merge_entities(session, twins[one], twins[other])
        except DecisionRefused:
            continue
        done.append(twins[one])
    assert not done or read_slots(session) != before
    order.shuffle(done)
    for twin in done:
        split_entity(session, twin)
    assert read_slots(session) == before


def test_an_id_means_itself_and_a_name_what_stands_for_it(session: Session, sample: Sample) -> None:
    twin = add_entity(session, "Brakwin 9", kind="product")
    merge_entities(session, twin, sample.product)
    assert get_entity(session, f"e{twin}") == twin
    assert get_entity(session, "brakwin 9") == sample.product
    assert describe_entity(session, sample.product)["merged"] == [{"id": f"e{twin}", "label": "Brakwin 9"}]
    for unknown in ("e9999", "Nobody Inc."):
        with pytest.raises(NotFound, match="claims entity list"):
            get_entity(session, unknown)


def test_a_merge_rewrites_no_claim(session: Session, sample: Sample) -> None:
    twin = name_twin(session)
    before = session.execute(select(t.Claim.__table__)).all()
    merge_entities(session, twin, sample.product)
    assert session.execute(select(t.Claim.__table__)).all() == before
    assert get_claim(session, sample.winter_mention) == sample.winter


def test_entities_from_the_command_line(read: Callable[..., Any]) -> None:
    added = read("entity", "add", "Brakwin-9", "--kind", "product", "--language", "en", "--json").json
    assert list(added) == ["id"]
    twin = read("entity", "add", "Brakwin 9", "--kind", "product").out.strip()
    assert "is merged into" in read("entity", "merge", "Brakwin 9", added["id"]).out
    shown = read("entity", "show", added["id"], "--json").json
    assert shown["merged"] == [{"id": twin, "label": "Brakwin 9"}]
    assert f"merged into: {added['id']}" in read("entity", "show", twin).out
    again = read("entity", "merge", twin, "DeepSeek")
    assert (again.code, f"claims entity split {twin}" in again.err) == (2, True)
    assert read("entity", "split", twin, "--json").json == {"id": twin, "other": added["id"]}
    assert (read("entity", "split", twin).code, read("entity", "show", "nobody").code) == (2, 2)


def test_a_predicate_says_what_it_takes(desk: Callable[..., Any]) -> None:
    one = desk("predicate", "show", "released", "--json").json
    assert (one["value_type"], one["cardinality"]) == ("date", "single")
    assert "erschien" in desk("predicate", "show", "released").out
    ran = desk("predicate", "show", "invented")
    assert (ran.code, "claims predicate list" in ran.err) == (2, True)
