"""Two claims that are kept apart say the same in nearly the same words."""

from collections.abc import Iterator

from claims.crosscheck.copies.pairs import (
    AlikeFound,
    AlikeLook,
    Live,
    read_live,
    read_pairs,
    read_sentences,
)
from claims.crosscheck.copies.renamed import may_be_one_name
from claims.crosscheck.copies.same import Answered, read_answers
from claims.crosscheck.rules.rule import Rule

_TYPED = 0.5
"""How alike sentences must be whose claims are typed: that they answer alike says more than their words."""


def find(look: AlikeLook) -> Iterator[AlikeFound]:
    """Yield pairs of claims that could be one; of several alike, each with the one met first."""
    pairs = [
        one
        for one in read_pairs(look.session, "alike_pairs", min(_TYPED, look.options["alike"]))
        if all(kind == "name" and may_be_one_name(mine, its) for kind, mine, its in one.unlike)
    ]
    live = read_live(look.session, {number for one in pairs for number in (one.first, one.other)})
    beside = [
        (one, live[one.first], live[one.other]) for one in pairs if one.first in live and one.other in live
    ]
    answers = read_answers(
        look.session, {claim for _, first, other in beside for claim in (*first.claims, *other.claims)}
    )
    links: dict[tuple[int, int], tuple[int, int]] = {}
    for one, first, other in beside:
        alike = one.score >= look.options["alike"] and not one.unlike
        for link in _list_links(first, other, answers, alike=alike):
            links.setdefault(link, (one.first, one.other))
    proposed = _keep_first(links)
    said = read_sentences(look.session, {number for places in proposed.values() for number in places})
    for (claim, twin), (here, there) in proposed.items():
        key = tuple(sorted((answers[claim].key, answers[twin].key)))
        yield AlikeFound(key, ((claim,), (twin,)), f"{said[here]} · {said[there]}")


def _list_links(
    first: Live, other: Live, answers: dict[int, Answered], *, alike: bool
) -> Iterator[tuple[int, int]]:
    """Yield the claims of two sentences that could be one, the smaller number first."""
    for claim in first.claims.keys() - other.claims.keys():
        for twin in other.claims.keys() - first.claims.keys():
            if _could_be_one(answers[claim], answers[twin], first, other, alike=alike):
                yield min(claim, twin), max(claim, twin)


def _could_be_one(one: Answered, other: Answered, first: Live, second: Live, *, alike: bool) -> bool:
    if one.subject is None or other.subject is None:
        # A sentence that makes several claims says more than its copy that makes one to be typed.
        return alike and len(first.claims) == len(second.claims) == 1
    return (
        one.slot != other.slot
        and one.predicate == other.predicate
        and one.said == other.said
        and may_be_one_name(one.subject, other.subject)
    )


def _keep_first(links: dict[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return of all links between claims that hang together those with the smallest claim of each."""
    return {
        link: places
        for link, places in links.items()
        if not any(
            (least, link[0]) in links and (least, link[1]) in links for least in _list_below(links, link[0])
        )
    }


def _list_below(links: dict[tuple[int, int], tuple[int, int]], claim: int) -> list[int]:
    return [least for least, other in links if other == claim]


RULE = Rule(
    name="duplicate-claim",
    severity="info",
    title={"de": "Vermutlich dieselbe Behauptung", "en": "Probably the same claim"},
    explanation={
        "de": "Zwei Behauptungen, die getrennt geführt werden, sagen in fast denselben Worten dasselbe: eine Prüfung "
        "könnte beiden dienen. Zusammengelegt wird nichts von selbst: mit »claims mention retype« oder »claims entity "
        "merge« werden sie verbunden; sind es zwei, so hält »claims finding waive« das fest.",
        "en": "Two claims that are kept apart say the same in nearly the same words: one check could serve both. "
        "Nothing is joined by itself: claims mention retype or claims entity merge joins them; if they are two, "
        "claims finding waive remembers it.",
    },
    alike=find,
    options={"alike": 0.85},
)
