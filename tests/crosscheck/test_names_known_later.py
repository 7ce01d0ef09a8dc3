"""What two alike sentences are unlike in does not depend on when a name in them came to be known."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.copies import write_sentences
from claims.annotate.entity import merge_entities, split_entity
from claims.crosscheck.copies.index import index_new_sentences
from claims.errors import DecisionRefused
from claims.store import tables as t
from claims.store.opening import make_opening
from claims.store.record import record
from claims.store.transaction import writing
from claims.store.write import insert
from tests.counting import count

OPENED = "Am Hafen von Deichholm hat {} eine neue Werft für kleine Fähren eröffnet."
MAKERS = ("Quellhain", "Velin", "Brakwin")
SENTENCES = [OPENED.format(name) for name in MAKERS] + [
    "Im Auftrag von Velins Vorstand wurde die alte Mühle am Ufer abgerissen.",
    "Im Auftrag von Quellhains Vorstand wurde die alte Mühle am Ufer abgerissen.",
    "Das letzte Schiff kam am Dienstag aus Velin und fuhr nach kurzer Rast weiter.",
    "Das letzte Schiff kam am Dienstag aus Quellhain und fuhr nach kurzer Rast weiter.",
]

Step = Callable[[Session, list[int]], object]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a ledger of the sentences, in which nothing is kept."""
    made = str(tmp_path_factory.mktemp("names") / "wordings.db")
    write_sentences(made, SENTENCES)
    return made


@pytest.fixture
def session(path: str) -> Iterator[Session]:
    with writing(path, actor="bench", command="test", keep=False) as opened:
        yield opened


def name_makers(session: Session, kind: str = "organisation") -> list[int]:
    """Let the ledger know the makers; return their numbers."""
    numbers = []
    for label in MAKERS:
        number = insert(session, t.Entity, kind=kind, label=label, state="accepted")
        named = {"language": "mul", "name": label, "kind": "name", "opening": make_opening(label)}
        insert(session, t.Alias, entity_id=number, **named)
        numbers.append(number)
    record(session, "entity", None, "add")
    return numbers


def read_pairs(session: Session) -> dict[tuple[int, int], tuple[list[list[str]], int]]:
    """Bring the index up to date; return in what the pairs are unlike."""
    index_new_sentences(session)
    rows = session.execute(
        select(t.WordingPair.wording_id, t.WordingPair.other_id, t.WordingPair.unlike, t.WordingPair.apart)
    )
    return {(row.wording_id, row.other_id): (json.loads(row.unlike), row.apart) for row in rows}


def test_a_name_that_is_learnt_later_counts_as_one_that_was_known(session: Session) -> None:
    unknown = read_pairs(session)
    name_makers(session)
    known = read_pairs(session)
    assert unknown[1, 2] == ([], 0)
    assert known[1, 2] == ([["name", "Quellhain", "Velin"]], 0)
    assert known[4, 5] == ([["name", "Velins", "Quellhains"]], 0)


def test_two_names_that_turn_out_to_be_one_are_no_difference_and_are_again_when_they_are_two(
    session: Session,
) -> None:
    quellhain, velin, _ = name_makers(session)
    before = read_pairs(session)
    merge_entities(session, velin, quellhain)
    merged = read_pairs(session)
    assert (before[1, 2], merged[1, 2]) == (([["name", "Quellhain", "Velin"]], 0), ([], 0))
    assert (before[6, 7], merged[6, 7]) == (([["name", "Velin", "Quellhain"]], 0), ([], 0))
    split_entity(session, velin)
    assert read_pairs(session) == before


def test_what_was_merged_into_a_name_before_goes_with_it(session: Session) -> None:
    quellhain, velin, brakwin = name_makers(session)
    merge_entities(session, brakwin, velin)
    apart = read_pairs(session)[1, 3]
    merge_entities(session, velin, quellhain)
    assert (apart, read_pairs(session)[1, 3]) == (([["name", "Quellhain", "Brakwin"]], 0), ([], 0))


def test_pairs_without_the_name_are_not_read_again(session: Session) -> None:
    makers = name_makers(session)
    read_pairs(session)
    other = insert(session, t.Entity, kind="organisation", label="Harrow", state="accepted")
    named = {"language": "mul", "name": "Harrow", "kind": "name", "opening": "harrow"}
    insert(session, t.Alias, entity_id=other, **named)
    record(session, "entity", other, "add")
    with count(session) as beside:
        index_new_sentences(session)
    merge_entities(session, makers[0], makers[1])
    with count(session) as within:
        index_new_sentences(session)
    assert beside["queries"] < within["queries"]


def drawn_index(session: Session, _: list[int]) -> None:
    """Bring the index up to date."""
    index_new_sentences(session)


steps: st.SearchStrategy[list[Step]] = st.lists(
    st.sampled_from(
        [
            drawn_index,
            *(
                lambda session, makers, one=one, into=into: merge_entities(session, makers[one], makers[into])
                for one, into in ((0, 1), (1, 2), (2, 0), (2, 1))
            ),
            *(lambda session, makers, one=one: split_entity(session, makers[one]) for one in range(3)),
        ]
    ),
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(steps)
def test_it_is_the_same_whenever_sentences_are_compared(path: str, drawn: list[Step]) -> None:
    found = []
    for skipped in ({drawn_index}, set()):
        with writing(path, actor="bench", command="test", keep=False) as session:
            makers = name_makers(session)
            for step in drawn:
                if step not in skipped:
                    with suppress(DecisionRefused):
                        step(session, makers)
            found.append(read_pairs(session))
    assert found[0] == found[1]
