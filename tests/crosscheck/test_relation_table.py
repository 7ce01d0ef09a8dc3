"""Every kind of answer beside every other, as `docs/relations.md` shows them."""

from itertools import combinations

import pytest

from claims.crosscheck import Statement, relate
from claims.values import Relation
from tests.crosscheck.relations import FAMILIES, Example, list_pairs, read_examples

EXAMPLES = [(family, example) for family, examples in read_examples().items() for example in examples]


@pytest.mark.parametrize(("family", "example"), EXAMPLES, ids=str)
def test_two_answers_relate_as_the_table_says_in_either_order(family: str, example: Example) -> None:
    state = FAMILIES[family].state
    assert relate(state(example.one), state(example.other)) is example.relation
    assert relate(state(example.other), state(example.one)) is example.relation


@pytest.mark.parametrize("family", FAMILIES)
def test_every_pair_of_kinds_is_shown_agreeing_and_contradicting_where_it_can(family: str) -> None:
    kinds, state = FAMILIES[family].kinds, FAMILIES[family].state
    for one, other, examples in list_pairs(family):
        shown = {example.relation for example in examples}
        can = {relate(state(mine), state(its)) for mine in kinds[one] for its in kinds[other]}
        assert examples, f"{one} beside {other} is missing"
        assert (Relation.CONTRADICTION in shown) == (Relation.CONTRADICTION in can), f"{one} beside {other}"
        if can - {Relation.CONTRADICTION}:
            assert shown - {Relation.CONTRADICTION}, f"{one} beside {other} can hold together"


def test_the_table_names_no_example_that_no_kind_has() -> None:
    for family, example in EXAMPLES:
        known = {words for words_of_kind in FAMILIES[family].kinds.values() for words in words_of_kind}
        assert {example.one, example.other} <= known


def state_first(family: str) -> Statement:
    return FAMILIES[family].state(next(iter(FAMILIES[family].kinds.values()))[0])


@pytest.mark.parametrize(
    ("one", "other"), list(combinations(("dates", "figures", "names", "texts", "truth"), 2))
)
def test_values_of_two_types_are_never_compared(one: str, other: str) -> None:
    first, second = state_first(one), state_first(other)
    same_question = Statement("X", first.predicate, second.value)
    assert relate(first, same_question) is Relation.INCOMPARABLE
    assert relate(same_question, first) is Relation.INCOMPARABLE
