"""Acts of the review that take a line: a correction, a cited source, a verdict. Each asks until it can be done."""

import sys
from collections.abc import Callable

from claims.cli.context import writing
from claims.cli.layout import get_width, wrap
from claims.cli.output import describe_claim
from claims.cli.review_desk import REFUSALS, Desk, get_number_of, write
from claims.errors import DecisionRefused

_CITE = "source=q1 stance=supports quote=20 January 2025"
_JUDGE = "rating=true rationale=The lab's note says so. evidence=v1"


def ask(desk: Desk, prompt: str, act: Callable[[str], str]) -> bool:
    """Ask for a line until the act takes it or an empty one takes the reviewer back; True at the end of input."""
    while True:
        desk.say(f"{prompt} … ", end="")
        line = desk.keys.read_line()
        if line is None:
            desk.say("")
            return True
        if not sys.stdin.isatty():
            desk.say(line)
        if not line.strip():
            return False
        try:
            desk.say(wrap(act(line), get_width()))
        except REFUSALS as error:
            desk.say(wrap(str(error), get_width(), first="not done: "))
        else:
            return False


def edit(desk: Desk) -> bool:
    """Correct what was understood, and accept it so."""

    def act(line: str) -> str:
        from claims.annotate.edit import read_pairs
        from claims.annotate.review import change

        said = read_pairs(line)
        number = get_number_of(desk.sitting.item)
        problem = write(desk, [desk.sitting.place], "accepted", lambda session: change(session, number, said))
        if problem is not None:
            raise DecisionRefused(problem)
        return f"accepted as: {describe_claim(desk.sitting.item.mention)}"

    return ask(desk, "field=value", act)


def cite(desk: Desk) -> bool:
    """Add what a source's archived text says about the claim; the suggestion stays to be decided."""

    def act(line: str) -> str:
        from claims.annotate.evidence import add_evidence
        from claims.annotate.pairs import require, split_pairs
        from claims.store.queries.reference import get_claim_meant, write_id
        from claims.store.queries.source import get_snapshot_id, get_source_id

        given = split_pairs(
            line, _CITE, known=("source", "stance", "quote", "question", "answer", "snapshot")
        )
        require(given, "source", "stance")
        claim, stance, snapshot = desk.sitting.item.mention["claim"], given["stance"], given.get("snapshot")
        with writing(desk.ctx) as session:
            number = add_evidence(
                session,
                get_claim_meant(session, claim)[0],
                source_id=get_source_id(session, given["source"]),
                stance=stance,
                quote=given.get("quote"),
                question=given.get("question"),
                answer=given.get("answer"),
                snapshot_id=None if snapshot is None else get_snapshot_id(session, snapshot),
            )
        return f"evidence {write_id('evidence', number)} on {claim}: {stance}"

    return ask(desk, "source= stance= quote=", act)


def judge(desk: Desk) -> bool:
    """Rate the claim, or this passage's attribution or context; the suggestion stays to be decided."""

    def act(line: str) -> str:
        from claims.annotate.pairs import require, split_pairs
        from claims.annotate.verdict import add_verdict
        from claims.store.queries.reference import get_claim_meant, get_number, write_id
        from claims.store.tables import Evidence

        given = split_pairs(
            line, _JUDGE, known=("rating", "rationale", "evidence", "about", "as_of", "scale")
        )
        require(given, "rating", "rationale")
        if "evidence" not in given:
            raise DecisionRefused(
                "say what it rests on: evidence=v1 for what was found (key c adds it), or evidence=none if you"
                " looked and found nothing"
            )
        none_found = given["evidence"].casefold() == "none"
        cited = () if none_found else given["evidence"].replace(",", " ").split()
        mention = desk.sitting.item.mention
        with writing(desk.ctx) as session:
            claim_id, named_by = get_claim_meant(session, mention["id"])
            number = add_verdict(
                session,
                claim_id,
                rating=given["rating"],
                rationale=given["rationale"],
                evidence_ids=[get_number(session, Evidence, one) for one in cited],
                none_found=none_found,
                about=given.get("about"),
                named_by=named_by,
                as_of=given.get("as_of"),
                scale=given.get("scale"),
            )
        verdict = write_id("verdict", number)
        return f"verdict {verdict} on {mention['claim']}: {given['rating']}; to take it back: claims verdict retract {verdict}"

    return ask(desk, "rating= rationale= evidence=", act)
