"""Which claims of a slot contradict one of them, or a house fact that is compared as if it were one."""

from collections.abc import Mapping, Sequence

from claims.crosscheck.conflict.contest import contest
from claims.crosscheck.conflict.denial import find_denied
from claims.crosscheck.conflict.stand import Group, Question, Stand
from claims.crosscheck.rows.facets import is_answer_facet

_ANSWERS = frozenset({"asserted", "listed"})
_DENIALS = frozenset({"negated", "novalue"})


def list_opponents(claim: int, said: Mapping[Group, Sequence[Stand]], question: Question) -> set[int]:
    """Return the claims of a slot that contradict `claim`; `said` is all that the slot holds."""
    found: set[int] = set()
    for group, stands in said.items():
        own = [stand for stand in stands if claim in stand.claims]
        if not own:
            continue
        facing = [stand for stand in list_facing(said, group, own[0].kind) if claim not in stand.claims]
        if not own[0].native:  # two that leave out what separates the slot are compared elsewhere
            facing = [stand for stand in facing if stand.native]
        numbers = contest_facing(facing, own, group, question) | deny_facing(facing, own, group, question)
        found.update(other for stand in facing if stand.number in numbers for other in stand.claims)
    return found


def list_facing(said: Mapping[Group, Sequence[Stand]], group: Group, kind: str) -> list[Stand]:
    """Return what stands opposite a claim of this kind and group.

    "No value" is of no dimension, and so faces all of them.
    """
    planned, facet, dimension = group
    if kind == "novalue":
        return [stand for place, stands in said.items() if place[:2] == (planned, facet) for stand in stands]
    facing = list(said.get(group, ()))
    if dimension is not None:
        facing += [stand for stand in said.get((planned, facet, None), ()) if stand.kind == "novalue"]
    return facing


def contest_facing(
    stands: Sequence[Stand], own: Sequence[Stand], group: Group, question: Question
) -> set[int]:
    """Return the numbers of the stands whose value excludes one of `own`, which are of one kind."""
    if not own or own[0].kind != "asserted":
        return set()
    return contest([stand for stand in stands if stand.kind == "asserted"], own, group[1], question)


def deny_facing(stands: Sequence[Stand], own: Sequence[Stand], group: Group, question: Question) -> set[int]:
    """Return the numbers of the stands that deny one of `own`, or that one of `own` denies."""
    if not own or not is_answer_facet(group[1]):
        return set()
    if own[0].kind in _ANSWERS:
        return find_denied(own, [stand for stand in stands if stand.kind in _DENIALS], question)[1]
    return find_denied([stand for stand in stands if stand.kind in _ANSWERS], own, question)[0]
