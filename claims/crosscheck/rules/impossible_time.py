"""What must come first is dated wholly after what must follow it, or after it was reported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import select

from claims.crosscheck.beyond.early import list_reported_early, list_scored_early
from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict, join, oppose
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.facets import VALUE
from claims.crosscheck.rows.row import make_key
from claims.crosscheck.rules.rule import Rule, Wider
from claims.store.queries.mention import read_qualifiers
from claims.store.tables import OrderingPair
from claims.vocabulary import Predicate

_SHOWN = 20
"""Claims on either side that a finding lists, the gravest first."""

_NOTE = "has to come first"


@dataclass(frozen=True, slots=True)
class _Dated:
    """A slot with the latest start or the earliest end of what is said there."""

    slot: int
    bound: float
    separators: Mapping[str, str]


@dataclass(slots=True)
class _Earlier:
    """The slots of one predicate of one subject, to be asked for those that agree in separators.

    By the separators that both state, so that no slot is compared with every other.
    """

    slots: list[_Dated]
    _found: dict[Any, dict[Any, list[_Dated]]] = field(default_factory=dict)

    def list_after(self, later: _Dated) -> Iterator[_Dated]:
        """Yield the slots that may begin after `later` has ended."""
        for keys in {frozenset(one.separators) for one in self.slots}:
            shared = tuple(sorted(keys & later.separators.keys()))
            if (keys, shared) not in self._found:
                self._found[keys, shared] = self._sort(keys, shared)
            for one in self._found[keys, shared].get(_pick(later, shared), ()):
                if one.bound < later.bound:
                    break
                yield one

    def _sort(self, keys: frozenset[str], shared: tuple[str, ...]) -> dict[Any, list[_Dated]]:
        sorted_: dict[Any, list[_Dated]] = {}
        for one in sorted(self.slots, key=lambda one: (-one.bound, one.slot)):
            if frozenset(one.separators) == keys:
                sorted_.setdefault(_pick(one, shared), []).append(one)
        return sorted_


def _pick(slot: _Dated, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(slot.separators[key] for key in keys)


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots with dates that cannot be, whatever makes them so."""
    together: dict[int, list[Conflict]] = {}
    for found in (_find_disordered(look), list_reported_early(look), list_scored_early(look)):
        for slot, conflict in found:
            together.setdefault(slot, []).append(conflict)
    for slot, conflicts in together.items():
        yield slot, join(conflicts)


def _find_disordered(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the slots that end before something began which has to come first."""
    before: dict[int, list[int]] = {}
    for pair in look.session.execute(select(OrderingPair.earlier_id, OrderingPair.later_id)):
        before.setdefault(pair.later_id, []).append(pair.earlier_id)
    rows = run(look.session, read_sql("impossible_time")).all()
    for _, of_root in groupby(rows, key=attrgetter("root")):
        of_subject = [row for row in of_root if row.bound is not None]
        starts = [row.bound for row in of_subject if not row.later]
        ends = [row.bound for row in of_subject if row.later]
        if starts and ends and max(starts) >= min(ends):
            yield from _compare(look, of_subject, before)


def _compare(look: Look, rows: list[Any], before: Mapping[int, list[int]]) -> Iterator[tuple[int, Conflict]]:
    separators = read_qualifiers(look.session, {row.slot_id for row in rows})
    earlier: dict[int, _Earlier] = {}
    for row in rows:
        if not row.later:
            dated = _Dated(row.slot_id, row.bound, separators.get(row.slot_id, {}))
            earlier.setdefault(row.predicate_id, _Earlier([])).slots.append(dated)
    for row in rows:
        if row.later:
            later = _Dated(row.slot_id, row.bound, separators.get(row.slot_id, {}))
            first = [
                one
                for predicate in before[row.predicate_id]
                if predicate in earlier
                for one in earlier[predicate].list_after(later)
                if _are_of_one_thing(
                    (look.predicates[predicate], one), (look.predicates[row.predicate_id], later)
                )
            ]
            if first and (conflict := _read_conflict(look, first, later)) is not None:
                yield later.slot, conflict


def _are_of_one_thing(first: tuple[Predicate, _Dated], second: tuple[Predicate, _Dated]) -> bool:
    """Tell whether two dates can be of one thing: not of it and its renewal, which is told or long after."""
    (earlier, began), (later, ended) = first, second
    if {earlier.key, later.key} == _BUILT and began.bound - ended.bound > _BUILT_AGAIN:
        return False
    both = set(earlier.apart) & set(later.apart)
    return not both & (began.separators.keys() ^ ended.separators.keys())


_BUILT = {"started", "completed"}
_BUILT_AGAIN = 15 * 365
"""Days after its completion from which on a thing of the same name that is begun is a new one or a rebuilding."""


def _read_conflict(look: Look, first: list[_Dated], later: _Dated) -> Conflict | None:
    """Read the claims on both sides: those that begin after the first end, and end before the last start."""
    begun: dict[int, float] = {}
    for one in first:
        begun |= _read_claims(look, "latest_claims", one.slot, later.bound)
    ended = _read_claims(look, "earliest_claims", later.slot, max(one.bound for one in first))
    begun = {claim: lo for claim, lo in begun.items() if lo >= min(ended.values(), default=lo + 1)}
    ended = {claim: hi for claim, hi in ended.items() if hi <= max(begun.values(), default=hi - 1)}
    if not begun or not ended:
        return None
    shown = sorted(begun, key=lambda claim: (-begun[claim], claim))[:_SHOWN]
    return oppose([shown, list(ended)], notes=dict.fromkeys(shown, _NOTE))


def _read_claims(look: Look, query: str, slot: int, bound: float) -> dict[int, float]:
    key = make_key(slot, VALUE, planned=0)
    return {row.claim: row.bound for row in run(look.session, read_sql(query), key, bound, _SHOWN)}


RULE = Rule(
    name="impossible-time",
    severity="violation",
    title={"de": "Zeitfolge unmöglich", "en": "Impossible order of time"},
    explanation={
        "de": "Was zuerst kommen muss, liegt ganz nach dem, was darauf folgt: vorgestellt nach der "
        "Veröffentlichung, aufgelöst vor der Gründung. Welche Angaben in welcher Folge stehen, sagt "
        "`seeds/orderings.toml`; Varianten, Orte und Ämter werden nur mit ihresgleichen verglichen. Ebenso, "
        "was nach dem Erscheinen eines Artikels liegt, der es als geschehen meldet. Wer einen Benchmark-Wert "
        "meldet, bevor das Modell heraus war, wird nur gewarnt: Getestet wird auch vorab.",
        "en": "What has to come first lies wholly after what follows it: presented after the release, "
        "dissolved before the founding. Which dates stand in which order is data, in "
        "`seeds/orderings.toml`; variants, places and offices are compared with their like only. Likewise "
        "what lies after the publication of an article that reports it as done. A benchmark score reported "
        "before the release only warns: models are tested before they are out.",
    },
    wider=Wider(
        find,
        everywhere=("anchor_all_ordered", "anchor_all_early"),
        near=("anchor_moved", "anchor_early"),
        anchors=("impossible_time_anchors",),
    ),
)
