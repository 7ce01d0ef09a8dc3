"""Shares of one base that come to more than all of it, and parts that come to more than their whole."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import ceil, floor, inf, log10
from operator import attrgetter
from typing import Any

from claims.crosscheck.beyond.look import Look
from claims.crosscheck.beyond.summing import Figure, Sum, add_up
from claims.crosscheck.conflict.alternatives import Conflict, Member
from claims.crosscheck.query import read_sql, run
from claims.crosscheck.rows.whole import read_wholes
from claims.crosscheck.rules.rule import Rule, Wider

_ALL = 100.0

_SEVERITY = {"share": "warning", "vote_share": "violation"}
"""Classes of things may overlap, and so their shares; the votes of one election do not."""

_SEVERAL_ANSWERS = re.compile(
    r"\bmehrfach(?:nennung|antwort|auswahl)"
    r"|\bmehrere (?:antworten|nennungen|angaben)\b"
    r"|\bmehr als eine (?:antwort|nennung|angabe)\b"
    r"|\b(?:more than one|multiple|several) (?:answers?|responses?|repl(?:y|ies)|choices?|options?|mentions?)\b"
    r"|\b(?:über|mehr als|more than|over|exceed) (?:100|hundert|a hundred) (?:prozent|percent|per cent|%)",
    re.IGNORECASE,
)
"""How a text says that its shares overlap."""


def find(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield, for each group of shares and each whole that is exceeded, a slot and the claims that exceed it."""
    shares = run(look.session, read_sql("share_groups")).all()
    for _, together in groupby(shares, key=attrgetter("predicate_id", "qualifiers_hash", "kind")):
        slots = [row for row in together if row.most is not None]
        if sum(row.most for row in slots) > _ALL + look.options["slack"]:
            yield from _check_shares(look, slots)
    yield from _check_articles(look)
    yield from _check_sentences(look)
    parts = run(look.session, read_sql("sum_parts")).all()
    for _, together in groupby(parts, key=attrgetter("root", "predicate_id", "period")):
        slots = list(together)
        wholes = [row for row in slots if row.part is None and row.least is not None]
        below = [row for row in slots if row.part is not None and row.most is not None]
        if wholes and below and sum(row.most for row in below) >= min(row.least for row in wholes):
            yield from _check_parts(look, wholes, below)
    yield from _check_counts(look)


def _check_shares(look: Look, slots: Sequence[Any]) -> Iterator[tuple[int, Conflict]]:
    counted = _leave_out_parts(look, slots)
    figures = [
        Figure(
            row.slot_id,
            one.claim,
            max(0.0, one.lo),
            -inf if one.as_of_lo is None else one.as_of_lo,
            inf if one.as_of_hi is None else one.as_of_hi,
        )
        for row in counted
        for one in _read_figures(look, row.slot_id)
        if one.lo is not None and one.dimension == "percent"
    ]
    total = add_up(figures)
    exceeds = len(total.claims) > 1 and total.least > _ALL + look.options["slack"]
    may = slots[0].predicate == "share"
    if exceeds and not (may and _may_overlap(look, total.claims.values())):
        yield min(total.claims), _exceed(total, slots[0].predicate)


def _check_articles(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield shares of a common noun in one article: the respondents, flats or cars of another are not the same."""
    rows = run(look.session, read_sql("article_shares")).all()
    found: dict[int, list[Conflict]] = {}
    for _, together in groupby(rows, key=attrgetter("revision_id", "qualifiers_hash", "kind")):
        total = add_up(
            Figure(
                row.slot_id,
                row.claim_id,
                max(0.0, row.lo),
                -inf if row.as_of_lo is None else row.as_of_lo,
                inf if row.as_of_hi is None else row.as_of_hi,
            )
            for row in _leave_out_parts(look, list(together))
        )
        exceeds = len(total.claims) > 1 and total.least > _ALL + look.options["slack"]
        if exceeds and not _may_overlap(look, total.claims.values()):
            found.setdefault(min(total.claims), []).append(_exceed(total, "share"))
    yield from _keep_anchored(look, found)


def _check_sentences(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the votes of parties that one sentence gives, of an election that it takes as known."""
    rows = run(look.session, read_sql("sentence_shares")).all()
    found: dict[int, list[Conflict]] = {}
    for _, together in groupby(rows, key=attrgetter("sentence_id")):
        counted = _leave_out_parts(look, list(together))
        total = add_up(Figure(row.slot_id, row.claim_id, max(0.0, row.lo)) for row in counted)
        if len(total.claims) > 1 and total.least > _ALL + look.options["slack"]:
            found.setdefault(min(total.claims), []).append(_exceed(total, "vote_share"))
    yield from _keep_anchored(look, found)


def _keep_anchored(look: Look, found: dict[int, list[Conflict]]) -> Iterator[tuple[int, Conflict]]:
    """Yield of the anchor slots the conflict told of first: a slot has one finding."""
    anchored = (
        {row.slot_id for row in run(look.session, "SELECT slot_id FROM check_anchor")} if found else set()
    )
    for slot, conflicts in sorted(found.items()):
        if slot in anchored:
            yield slot, min(conflicts, key=lambda one: sorted(member.claim for member in one.members))


def _exceed(total: Sum, predicate: str) -> Conflict:
    return Conflict(
        tuple(Member(claim, None, ()) for claim in total.claims.values()),
        firm=True,
        severity=_SEVERITY[predicate],
        remark=f"together at least {_round_down(total.least)} %",
    )


def _leave_out_parts(look: Look, slots: Sequence[Any]) -> list[Any]:
    """Return the slots but for those whose subject is a part of another's: it would count twice."""
    wholes = read_wholes(look.session, {row.subject_id for row in slots})
    there = {row.subject_id for row in slots}
    return [row for row in slots if not wholes.get(row.subject_id, frozenset()) & there]


def _may_overlap(look: Look, claims: Iterable[int]) -> bool:
    """Tell whether an article that gives one of the shares says that one may count in several of them."""
    texts = run(look.session, read_sql("claim_texts"), json.dumps(sorted(claims)))
    return any(_SEVERAL_ANSWERS.search(row.body) for row in texts)


def _check_parts(look: Look, wholes: Sequence[Any], parts: Sequence[Any]) -> Iterator[tuple[int, Conflict]]:
    """Compare the parts with the largest that is said of the whole, currency by currency."""
    of_wholes = [(row.slot_id, one) for row in wholes for one in _read_figures(look, row.slot_id)]
    of_parts = [(row.slot_id, one) for row in parts for one in _read_figures(look, row.slot_id)]
    for dimension in sorted({one.dimension or "" for _, one in of_wholes}):
        told = [(slot, one) for slot, one in of_wholes if one.dimension == dimension]
        if any(one.hi is None for _, one in told):
            continue
        slot, largest = max(told, key=lambda pair: (pair[1].hi, -pair[1].claim))
        total = add_up(
            Figure(slot, one.claim, max(0.0, one.lo))
            for slot, one in of_parts
            if one.dimension == dimension and one.lo is not None
        )
        if total.least >= largest.hi:
            yield slot, _oppose(largest.claim, total, dimension.partition(":")[2])
            return


def _check_counts(look: Look) -> Iterator[tuple[int, Conflict]]:
    """Yield the counts of a whole that the parts in one sentence of the same article come to more than."""
    rows = run(look.session, read_sql("counted_parts")).all()
    found: dict[int, Conflict] = {}
    for (slot, _), of_article in groupby(rows, key=attrgetter("whole_slot", "revision_id")):
        told = [row for row in of_article if row.part in look.predicates[row.predicate_id].parts]
        largest = max((row.whole_hi for row in told), default=inf)
        for _, of_sentence in groupby(told, key=attrgetter("sentence_id", "part")):
            parts = [row for row in of_sentence if row.whole_hi == largest and _is_of_time(row)]
            total = add_up(Figure(row.slot_id, row.claim_id, max(0.0, row.lo)) for row in parts)
            if len(total.claims) > 1 and total.least >= largest:
                whole = min(row.whole_claim for row in parts)
                found.setdefault(slot, _oppose(whole, total, ""))
    yield from found.items()


def _is_of_time(row: Any) -> bool:
    """Tell whether a part and its whole may be of one time."""
    return (row.as_of_lo is None or row.whole_until is None or row.as_of_lo < row.whole_until) and (
        row.as_of_hi is None or row.whole_since is None or row.whole_since < row.as_of_hi
    )


def _oppose(whole: int, total: Sum, currency: str) -> Conflict:
    return Conflict(
        (Member(whole, 0, (0,)), *(Member(claim, 1, (1,)) for claim in total.claims.values())),
        firm=True,
        severity="warning",
        remark=f"the parts come to at least {_round_down(total.least) if currency else ceil(total.least)} {currency}".rstrip(),
    )


def _round_down(total: float) -> str:
    """Write a sum with four digits, and never more than it is."""
    step = 10.0 ** (floor(log10(total)) - 3)
    return f"{floor(total / step + 1e-6) * step:.4g}"


def _read_figures(look: Look, slot: int) -> Sequence[Any]:
    return run(look.session, read_sql("slot_figures"), slot).all()


RULE = Rule(
    name="sum-and-share",
    severity="violation",
    title={"de": "Mehr als das Ganze", "en": "More than the whole"},
    explanation={
        "de": "Die Stimmenanteile einer Wahl, auch wenn ein Satz sie ungenannt lässt, ergeben zusammen mehr als hundert Prozent, die Anteile an einer "
        "Grundmenge ebenso, oder Teile eines Etats oder Umsatzes mehr als das Ganze, oder die Teile einer Zahl von "
        "Beschäftigten, Verletzten oder Toten, die ein Satz aufzählt, mehr als sein Artikel insgesamt nennt. Gezählt wird je Partei oder "
        "Teil die kleinste Angabe, und was Teil eines Mitgezählten ist, nicht noch einmal. Anteile und Teile können "
        "sich überschneiden: dort wird nur gewarnt, und gar nicht, wo ein Artikel Mehrfachnennungen vermerkt. `slack` sind Prozentpunkte, die man durchgehen lässt.",
        "en": "The vote shares of one election, be it one that a sentence takes as known, come to more than a hundred percent, or the shares of one base do, "
        "or the parts of a budget or of a revenue to more than the whole, or those of staff, injured or dead that a sentence "
        "lists to more than its article says in all. Each party or part counts with the "
        "smallest figure that is given, and what is part of another that counts is not counted again. Shares and "
        "parts may overlap: there it only warns, and not at all where an article says that several answers were "
        "possible. `slack` are percentage points that are let pass.",
    },
    wider=Wider(
        find,
        everywhere=("anchor_all_sums",),
        near=("anchor_moved", "anchor_shares"),
        anchors=("sum_anchors", "article_anchors", "anchor_siblings"),
    ),
    options={"slack": 0},
)
