"""Two sentences are alike in wording and unlike in a value, a name or a denial."""

from collections.abc import Iterator

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
from claims.crosscheck.copies.worth import suggest_untyped
from claims.crosscheck.rules.rule import Rule

_MOST_VALUES = 2
"""Sentences that differ in more values are two reports of one kind, not one report told twice."""

_DENIED = 0.9
"""How alike sentences must be of which one denies; a denial in other words denies something else."""


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
    kept = [
        (one, sides)
        for one in pairs
        if one.first in live
        and one.other in live
        and (sides := _list_sides(live[one.first], live[one.other])) is not None
    ]
    said = read_sentences(look.session, {number for one, _ in kept for number in (one.first, one.other)})
    for one, sides in kept:
        changes = ", ".join(f"{kind} {first} against {other}" for kind, first, other in one.unlike)
        quotes = (said[one.first], said[one.other])
        yield AlikeFound(tuple(sorted(quotes)), sides, f"{changes}: „{quotes[0]}“ · „{quotes[1]}“")


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
    for one in pairs:
        told = ", ".join(f"{kind} {first} against {other}" for kind, first, other in one.unlike)
        reason = f"another article says nearly the same with another fact: {told}"
        suggest_untyped(look.session, (one.first, one.other), reason=reason, score=one.score)


def _changes_one_fact(pair: Pair) -> bool:
    kinds = [kind for kind, *_ in pair.unlike]
    if "name" in kinds or "negation" in kinds:
        # Another name with another figure is a report of something else.
        return len(set(kinds)) == 1 and ("name" in kinds or pair.score >= _DENIED)
    # Another figure for another day is a report of another day.
    return len(kinds) <= _MOST_VALUES and len(set(kinds)) == 1


def _list_sides(first: Live, other: Live) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the claims on either side; None where they answer one question, which is compared by values."""
    ours, theirs = first.claims.keys() - other.claims.keys(), other.claims.keys() - first.claims.keys()
    asked = {first.claims[claim] for claim in ours} & {other.claims[claim] for claim in theirs}
    if asked - {None}:
        return None
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
    options={"alike": 0.75, "days": 31},
)
