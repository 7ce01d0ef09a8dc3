"""Two questions that look like one: what separates them is missing in one, or written otherwise.

Where several questions differ so, only those are asked about that have the same answer. Where there are but
two and one lacks a separator, they are asked about as well if their answers exclude each other.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from operator import attrgetter
from typing import Any

from rapidfuzz.fuzz import partial_ratio

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.conflict.alternatives import Conflict, Member
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.row import is_another, is_whole
from claims.crosscheck.rules.rule import Rule, Wider
from claims.store.queries.mention import read_qualifiers
from claims.store.queries.reference import write_id
from claims.store.queries.slot_decision import read_decided_questions
from claims.vocabulary import Predicate

_TOO_MANY = 8
"""Where more questions than this agree, that they do is no sign that two of them are one."""

_ALIKE = 85
"""How alike two separators must be, of 100, to be the same written otherwise."""

_FIGURES = re.compile(r"\d+")

_DATED = re.compile(r"\b(?:(?:am|im|vom|on|of|in) )?(?:\d{1,2}\.? [^\W\d_]+(?: \d{4})?|\d{4})\b")
"""A day or year in the name of a vote, with the word that leads to it."""

_LOOKED_AT = 20
"""Claims of a question that are looked at for one that excludes another."""

Separators = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Agreed:
    """Slots of one subject and predicate to be asked about, with the precise claims in them.

    `above` are those of which a claim lies above one of the other, where they do not agree.
    """

    claims: Mapping[int, Sequence[int]]
    agree: bool = True
    above: frozenset[int] = frozenset()


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield slots that may be one question with another, which scopes it less or came before it."""
    rows = run(look.session, read_sql("same_values"))
    for (_, predicate), of_question in groupby(rows, key=attrgetter("root", "predicate_id")):
        agreed = [
            one
            for _, together in groupby(of_question, key=attrgetter("dimension"))
            for one in _list_alike(list(together))
        ]
        if agreed:
            yield from _propose(look, look.predicates[predicate], agreed)


def _list_alike(rows: Sequence[Any]) -> list[_Agreed]:
    """Return what agrees; of two questions without a third, what stands against each other instead."""
    agreed = list(_list_agreed([row for row in rows if row.precise]))
    slots: dict[int, list[Any]] = {}
    for row in rows:
        slots.setdefault(row.slot_id, []).append(row)
    if agreed or len(slots) != 2:
        return agreed
    one, other = slots.values()
    opposed = [pair for pair in product(one[:_LOOKED_AT], other[:_LOOKED_AT]) if _exclude(*pair)]
    claims = {
        slot: sorted({pair[place].claim_id for pair in opposed})
        for place, slot in enumerate(slots)
        if opposed
    }
    above = frozenset(max(pair, key=attrgetter("lo")).slot_id for pair in opposed)
    return [_Agreed(claims, agree=False, above=above)] if opposed else []


def _exclude(one: Any, other: Any) -> bool:
    """Tell whether two values of one time share nothing."""
    apart = one.hi <= other.lo or other.hi <= one.lo
    return apart and _begins_by(one.as_of_lo, other.as_of_hi) and _begins_by(other.as_of_lo, one.as_of_hi)


def _begins_by(begin: float | None, end: float | None) -> bool:
    return begin is None or end is None or begin < end


def _list_agreed(rows: Sequence[Any]) -> Iterator[_Agreed]:
    """Yield groups of overlapping values that stand in several slots; rows come by their lower bound."""
    group: list[Any] = []
    until = float("-inf")
    for row in [*rows, None]:
        if row is not None and row.lo < until:
            group.append(row)
            until = min(until, row.hi)
            continue
        claims: dict[int, list[int]] = {}
        for one in group:
            claims.setdefault(one.slot_id, []).append(one.claim_id)
        if 1 < len(claims) <= _TOO_MANY:
            yield _Agreed(claims)
        group, until = ([row], row.hi) if row is not None else ([], until)


def _propose(look: Look, predicate: Predicate, agreed: Sequence[_Agreed]) -> Iterator[tuple[int, Conflict]]:
    slots = {slot for one in agreed for slot in one.claims}
    separators = read_qualifiers(look.session, slots)
    decided = read_decided_questions(look.session, slots)
    pairs: dict[int, tuple[int, set[int]]] = {}
    for one in agreed:
        ordered = sorted(one.claims, key=lambda slot: (len(separators.get(slot, {})), slot))
        for place, slot in enumerate(ordered):
            own = separators.get(slot, {})
            for other in ordered[:place]:
                fewer = separators.get(other, {})
                if frozenset({slot, other}) in decided or not _may_be_one(
                    fewer, own, _is_alike if one.agree else _is_undated
                ):
                    continue
                part = slot not in one.above and is_whole(predicate, fewer, own)
                if not one.agree and (part or is_another(predicate, fewer, own)):
                    continue  # a part of it and no more, or known for two
                known, claims = pairs.setdefault(slot, (other, set()))
                if known == other:
                    claims.update(one.claims[slot], one.claims[other])
                break
    for slot, (other, claims) in sorted(pairs.items()):
        shown, into = write_id("slot", slot), write_id("slot", other)
        yield (
            slot,
            Conflict(
                tuple(Member(claim, None, ()) for claim in sorted(claims)),
                firm=True,
                remark=f"one question? claims slot join {shown} {into}, or: claims slot keep-apart {shown} {into}",
            ),
        )


def _may_be_one(fewer: Separators, more: Separators, are_one: Callable[[str, str], bool]) -> bool:
    """Tell whether separators lack in one, or differ in one that may be the same in other words."""
    if len(fewer) < len(more):
        return fewer.items() <= more.items()
    if fewer.keys() != more.keys():
        return False
    differing = [key for key in fewer if fewer[key] != more[key]]
    return len(differing) == 1 and are_one(fewer[differing[0]], more[differing[0]])


def _is_alike(one: str, other: str) -> bool:
    if sorted(_FIGURES.findall(one)) != sorted(_FIGURES.findall(other)):
        return False  # 2022 is not 2023 in other words
    return partial_ratio(one.casefold(), other.casefold()) >= _ALIKE


def _is_undated(one: str, other: str) -> bool:
    """Tell whether only one of two separators says when: "Landtagswahl", "Wahl am 9. März 2025".

    Else two separators are two where their answers exclude each other: smokers are not former smokers.
    """
    ours, theirs = _FIGURES.search(one), _FIGURES.search(other)
    if (ours is None) is (theirs is None):
        return False
    named, undated = (_DATED.sub("", text).strip().casefold() for text in (one, other))
    return bool(named and undated) and (named.endswith(undated) or undated.endswith(named))


RULE = Rule(
    name="possibly-same-question",
    severity="info",
    title={"de": "Vielleicht dieselbe Frage", "en": "Possibly the same question"},
    explanation={
        "de": "Zwei Fragen zum selben Gegenstand trennt nur ein Zusatz, der in der einen fehlt oder anders geschrieben "
        "ist („China“, „VR China“), und sie haben dieselbe genaue Antwort; oder er fehlt in einer, ihre Antworten schließen einander aus, und es gibt "
        "keine dritte neben ihnen. Sind sie eine, so verbindet sie "
        "`claims slot join`, und ihre Angaben werden verglichen; sind sie zwei, so merkt sich das "
        "`claims slot keep-apart`.",
        "en": "Only a qualifier separates two questions about one thing that one lacks or writes otherwise (“China”, "
        "“PR China”), and they have the same precise answer; or one lacks it, their answers exclude each other, and there is no third "
        "beside them. If they are one, `claims slot join` lets their claims "
        "be compared; if they are two, `claims slot keep-apart` remembers it.",
    },
    wider=Wider(
        find, everywhere=("anchor_all_shared",), near=("anchor_moved",), anchors=("anchor_siblings",)
    ),
)
