"""The page of the cross-check's rules, with the examples that the tests play."""

import sys
from collections.abc import Iterator
from pathlib import Path

from page import make_list

import claims

sys.path.append(
    str(Path(claims.__file__).resolve().parents[1])
)  # the checkout, wherever these pages are written

from claims.crosscheck.rules import list_rules
from tests.crosscheck.planted.case import Case, Deed, read_passage, read_shown

_BEGIN = """\
# Rules of the cross-check

As `claims rule list` shows them. `--fail-on` compares severities. Each has an example of what it finds and one, near it, of what
it leaves alone; the tests play them."""

_ORDER = """\
## Which rule speaks

Of one thing a desk is told once, by the rule that knows most of it; a rule that steps back leaves no finding.

1. What a house fact or a reference list excludes is reported as that, and the articles against each other besides: the desk has
   decided, and they still disagree.
2. Where a title alone stands against its own text, headline-against-body speaks and no rule between articles.
3. Of values, magnitude-slip speaks where all agree but for a power of ten, else value-contradiction; polarity-contradiction speaks
   of what is denied, whatever the values.
4. Where two sentences are typed and answer one question, or one that lacks a separator of the other, or say it of two subjects,
   the rules that compare values decide, and changed-fact-in-near-duplicate is silent: they know the tolerance, the time and the
   whole of a thing. It speaks where nothing is typed, or not alike.
5. That two questions look like one (possibly-same-question) is asked beside a contradiction that rests on a missing separator:
   joined, it is firm; kept apart, it is known for what it is.
6. Of what a verdict rests on, circular-evidence speaks of what leads back to an article that makes the claim; copies among the
   sources themselves are single-origin's. What no evidence bears is unsupported, what later evidence or print outlives is stale."""


def render_rules() -> Iterator[str]:
    """Yield the page of rules."""
    yield _BEGIN
    yield _ORDER
    shown = read_shown()
    for rule in list_rules():
        enabled = "" if rule.enabled else " Switched off."
        yield f"## {rule.name}\n\n**{rule.title['en']}** ({rule.title['de']}). Severity: {rule.severity}.{enabled}"
        yield f"{rule.explanation['en']}\n\n{rule.explanation['de']}"
        found, silent = shown[rule.name]
        yield f"Found: {found.about}\n\n{make_list(_list_steps(found))}"
        yield f"Left alone: {silent.trap}\n\n{make_list(_list_steps(silent))}"


def _list_steps(case: Case) -> Iterator[str]:
    for number, article in enumerate(case.article, start=1):
        again = " (later text)" if article.revises else ""
        title = f"“{article.title}”: " if case.rule == "headline-against-body" else ""
        yield f"Article {number}, {article.outlet}, {article.published}{again}: {title}{article.text}"
    yield from map(_describe_deed, case.act)
    if case.today is not None:
        yield f"Checked on {case.today}."


def _describe_deed(deed: Deed) -> str:
    """Return what the desk did, in a line."""
    match deed.do:
        case "rule":
            number, words = read_passage(deed.on or "")
            return f"House fact: “{words}” of article {number}."
        case "reference":
            rows = "; ".join(f"{row.subject}, {row.predicate}: {row.value}" for row in deed.rows)
            return f"Reference list “{deed.title}”: {rows}."
        case "source":
            repeats = f", which repeats “{deed.repeats}”" if deed.repeats else ""
            return f"Source “{deed.title}” ({deed.kind}{repeats}): {deed.text}"
        case "evidence":
            return f"Evidence, later: “{deed.source}” {deed.stance} it."
        case "verdict":
            rests = " and ".join(f"“{name}”" for name in deed.evidence)
            stance = f", which {deed.stance} it" if deed.stance else ""
            ground = (
                "nothing found" if deed.none_found else f"on {rests}{stance}" if rests else "on a document"
            )
            return f"Verdict by {deed.by}: {deed.rating}, {ground}."
        case other:
            raise ValueError(f"nothing says how the page shows: {other}")
