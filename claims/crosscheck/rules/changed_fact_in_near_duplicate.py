"""Two sentences are alike in wording and unlike in a value, a name or a denial."""

from collections.abc import Iterator, Mapping

from claims.crosscheck.copies.pairs import (
    AlikeFound,
    AlikeLook,
    Live,
    Pair,
    lie_apart,
    read_articles,
    read_live,
    read_pairs,
    read_sentences,
)
from claims.crosscheck.copies.same import Asked, read_asked
from claims.crosscheck.copies.worth import suggest_untyped
from claims.crosscheck.rules.rule import Rule

_MOST_VALUES = 2
"""Sentences that differ in more values are two reports of one kind, not one report told twice."""

_DENIED = 0.9
"""How alike sentences must be of which one denies; a denial in other words denies something else."""

_NAMED = 0.87
"""How alike sentences must be that name another: of a few words, one name in seven is a report of something else."""


def find(look: AlikeLook) -> Iterator[AlikeFound]:
    """Yield the pairs of live sentences, of different articles, that changed one fact."""
    pairs = [
        one
        for one in read_pairs(look.session, "unlike_pairs", look.options["alike"])
        if _changes_one_fact(one)
    ]
    pairs = _keep_near(look, pairs)
    _suggest(look, pairs)
    live = read_live(look.session, {number for one in pairs for number in (one.first, one.other)})
    beside = [
        (one, live[one.first], live[one.other]) for one in pairs if {one.first, one.other} <= live.keys()
    ]
    slots = {slot for _, *places in beside for place in places for slot in place.claims.values()}
    asked = read_asked(look.session, (slot for slot in slots if slot is not None))
    kept = [
        (one, sides)
        for one, first, other in beside
        if not _is_compared_by_values(one, first, other, asked)
        and (sides := _list_sides(first, other)) is not None
    ]
    said = read_sentences(look.session, {number for one, _ in kept for number in (one.first, one.other)})
    for one, sides in kept:
        changes = ", ".join(f"{kind} {first} against {other}" for kind, first, other in one.unlike)
        quotes = (said[one.first], said[one.other])
        yield AlikeFound(tuple(sorted(quotes)), sides, f"{changes}: {quotes[0]} · {quotes[1]}")


def _keep_near(look: AlikeLook, pairs: list[Pair]) -> list[Pair]:
    """Return the pairs that stand in two live articles that appeared near each other."""
    articles = read_articles(look.session, {number for one in pairs for number in (one.first, one.other)})
    return [
        one
        for one in pairs
        if not lie_apart(articles.get(one.first, {}), articles.get(one.other, {}), look.options["days"])
    ]


def _suggest(look: AlikeLook, pairs: list[Pair]) -> None:
    """Let each sentence that is no claim yet be one to check."""
    worth: dict[int, tuple[str, float]] = {}
    for one in pairs:
        told = ", ".join(f"{kind} {first} against {other}" for kind, first, other in one.unlike)
        reason = f"another article says nearly the same with another fact: {told}"
        for wording in (one.first, one.other):
            worth.setdefault(wording, (reason, one.score))
    suggest_untyped(look.session, worth)


def _changes_one_fact(pair: Pair) -> bool:
    kinds = [kind for kind, *_ in pair.unlike]
    if "opposite" in kinds:
        return False  # what rose on one day fell on another
    if "name" in kinds or "negation" in kinds:
        # Another name with another figure is a report of something else.
        return len(set(kinds)) == 1 and pair.score >= (_NAMED if "name" in kinds else _DENIED)
    # Another figure for another day is a report of another day.
    return len(kinds) <= _MOST_VALUES and len(set(kinds)) == 1


def _is_compared_by_values(pair: Pair, first: Live, other: Live, asked: Mapping[int, Asked]) -> bool:
    """Tell whether the two answer one question, or are typed and say what differs of two subjects.

    Then the rules that compare values decide, which know the tolerance, the time and the whole of a thing.
    """
    ours = [asked.get(slot or 0) for claim, slot in first.claims.items() if claim not in other.claims]
    theirs = [asked.get(slot or 0) for claim, slot in other.claims.items() if claim not in first.claims]
    typed = [one for one in ours if one is not None], [one for one in theirs if one is not None]
    if any(one.may_be(rival) for one in typed[0] for rival in typed[1]):
        return True
    about = tuple({one.subject for one in of_side} for of_side in typed)
    named = any(kind == "name" for kind, *_ in pair.unlike)
    return not named and None not in ours + theirs and bool(ours and theirs) and about[0].isdisjoint(about[1])


def _list_sides(first: Live, other: Live) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the claims on either side; None where both make one that is on either."""
    ours, theirs = first.claims.keys() - other.claims.keys(), other.claims.keys() - first.claims.keys()
    sides = tuple(sorted(ours or first.claims)), tuple(sorted(theirs or other.claims))
    return None if set(sides[0]) & set(sides[1]) else sides


RULE = Rule(
    name="changed-fact-in-near-duplicate",
    severity="warning",
    title={"de": "Fast gleicher Satz, andere Angabe", "en": "Nearly the same sentence, another fact"},
    explanation={
        "de": "Zwei Artikel sagen fast wörtlich dasselbe, aber mit einem anderen Wert, einem anderen Namen oder einer "
        "Verneinung: eine Abschrift ist falsch, oder eine der beiden wurde still geändert. Auch wo die Angaben nicht "
        "typisiert sind oder nicht als Antwort auf dieselbe Frage gelten. Wo sie es sind, entscheiden die Werte. "
        "Berichte, die weiter auseinanderliegen als »days« Tage, gelten als Berichte über Verschiedenes.",
        "en": "Two articles say nearly the same word for word, but with another value, another name or a denial: one "
        "of them was copied wrongly or changed on the quiet. Also where what they say is not typed, or not taken as "
        "an answer to one question; where it is, the values decide. Reports further apart than days are taken to be "
        "about different things.",
    },
    alike=find,
    options={"alike": 0.75, "days": 14},
)
