"""What each key of the review does: one decision, one transaction."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from claims.cli.context import reading, writing
from claims.cli.layout import get_width, wrap
from claims.cli.review_desk import REFUSALS, Desk, get_number_of, refresh, write
from claims.cli.review_line import cite, edit, judge

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from claims.annotate.review import Step

HELP = {
    "y": "accept: the text does make this claim",
    "n": "reject: it does not",
    "e": "edit and accept: field=value pairs, such as value=2025-01-20 predicate=released; fields: subject predicate"
    " value qualifiers polarity modality speaker hedged, and qualifiers by name",
    "o": "opinion: mark the sentence so and reject its suggestions",
    "c": "cite a source for or against the claim: source=q1 stance=supports quote=…; stances: supports, refutes,"
    " qualifies, no answer; also question=, answer=, snapshot=",
    "v": "verdict on the claim: rating=… rationale=… evidence=v1, or evidence=none where you looked and found nothing;"
    " also about=attribution or context (of this passage), as_of=2025-01-31",
    "a": "accept this and all further suggestions of the sentence",
    "u": "undo the last decision of this sitting, and the one before it …",
    "s": "skip, for now",
    "q": "quit; what was decided stays",
}
"""What each key does, in words; after e, c and v an empty line goes back."""


def _decide(
    desk: Desk, places: list[int], state: str, decide: Callable[["Session"], "Step"], said: str
) -> None:
    """Decide; what somebody else decided, or a new text replaced, is passed over."""
    from claims.annotate.sitting import GONE

    problem = write(desk, places, state, decide)
    if problem is None:
        desk.say(said)
        return
    desk.say(wrap(problem, get_width(), first="not done: "))
    with reading(desk.ctx) as session:
        refresh(desk, session, places)
    decided = [place for place in places if desk.sitting.items[place].mention["state"] != "suggested"]
    desk.sitting.pass_over(decided or places, GONE)


def _accept(desk: Desk) -> None:
    from claims.annotate.review import accept

    number = get_number_of(desk.sitting.item)
    _decide(desk, [desk.sitting.place], "accepted", lambda session: accept(session, [number]), "accepted")


def _reject(desk: Desk) -> None:
    from claims.annotate.review import reject

    number = get_number_of(desk.sitting.item)
    _decide(desk, [desk.sitting.place], "rejected", lambda session: reject(session, [number]), "rejected")


def _accept_further(desk: Desk) -> None:
    from claims.annotate.review import accept

    places = desk.sitting.list_further()
    numbers = [get_number_of(desk.sitting.items[place]) for place in places]
    _decide(desk, places, "accepted", lambda session: accept(session, numbers), f"{len(places)} accepted")


def _call_opinion(desk: Desk) -> None:
    from claims.annotate.review import call_opinion

    passage = desk.sitting.item.passage
    places = desk.sitting.list_waiting_in(passage)
    numbers = [get_number_of(desk.sitting.items[place]) for place in places]
    said = f"{'headline' if passage.number is None else 'opinion'}; {len(places)} rejected"
    _decide(desk, places, "rejected", lambda session: call_opinion(session, numbers), said)


def _undo(desk: Desk) -> None:
    from claims.annotate.review import take_back

    if not desk.sitting.history:
        desk.say("nothing was decided in this sitting yet")
        return
    places, step = desk.sitting.history[-1]
    try:
        with writing(desk.ctx) as session:
            take_back(session, step)
            refresh(desk, session, places)
    except REFUSALS as error:
        desk.sitting.history.pop()
        desk.say(f"not done: {error}")
        return
    desk.sitting.go_back()
    desk.last = (desk.last[0], None)
    desk.say("taken back: " + ", ".join(desk.sitting.items[place].mention["id"] for place in places))


def _skip(desk: Desk) -> None:
    from claims.annotate.sitting import SKIPPED

    desk.sitting.pass_over([desk.sitting.place], SKIPPED)
    desk.say("skipped")


def _help(desk: Desk) -> None:
    desk.say("")
    for key, words in HELP.items():
        desk.say(wrap(words, get_width(), first=f"{key}  "))
    desk.say(
        wrap(
            "After e, c and v an empty line goes back. Several keys on one line are taken in turn: yyny",
            get_width(),
        )
    )


ACTS: dict[str, Callable[[Desk], bool | None]] = {
    "y": _accept,
    "n": _reject,
    "e": edit,
    "o": _call_opinion,
    "c": cite,
    "v": judge,
    "a": _accept_further,
    "u": _undo,
    "s": _skip,
    "?": _help,
}
"""What each key does; an act that returns True has met the end of input."""
