"""What each key of the review does: one decision, one transaction."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from claims.cli.context import get_options, reading, writing
from claims.cli.keys import Keys
from claims.cli.layout import get_width, wrap
from claims.cli.output import describe_claim
from claims.errors import DecisionRefused, NotFound, ReferenceAmbiguous, RuleBroken
from claims.safe import safe

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from claims.annotate.review import Passage, Step
    from claims.annotate.sitting import Item, Sitting

HELP = """\
y  accept: the text does make this claim
n  reject: it does not
e  edit: type field=value pairs, such as value=2025-01-20 predicate=released; an empty line goes back
   fields: subject predicate value qualifiers polarity modality speaker hedged, and qualifiers by name
o  opinion: mark the sentence so and reject its suggestions
a  accept this and all further suggestions of the sentence
u  undo the last decision of this sitting, and the one before it …
s  skip, for now
q  quit; what was decided stays
Several keys on one line are taken in turn: yyny"""


REFUSALS = (DecisionRefused, NotFound, ReferenceAmbiguous, RuleBroken)
"""What a reviewer can put right at once; anything else ends the sitting."""


@dataclass
class Desk:
    """What one sitting at the keyboard needs; `last` is what was shown last, so as not to repeat it."""

    ctx: typer.Context
    keys: Keys
    sitting: "Sitting"
    pressed: int = 0
    last: tuple[str | None, "Passage | None"] = (None, None)

    def say(self, message: str, *, end: str = "\n") -> None:
        """Print for the reviewer: on stdout, or beside it where that is for a program."""
        stream = sys.stderr if get_options(self.ctx).json else sys.stdout
        stream.write(safe(message, multiline=True) + end)
        stream.flush()


def _number(item: "Item") -> int:
    return int(item.mention["id"].removeprefix("m"))


def _write(desk: Desk, places: list[int], state: str, decide: Callable[["Session"], "Step"]) -> str | None:
    """Make a decision in a transaction of its own; return None, or why it could not be made."""
    try:
        with writing(desk.ctx) as session:
            step = decide(session)
            _refresh(desk, session, places)
    except REFUSALS as error:
        return str(error)
    desk.sitting.note(places, state, step)
    return None


def _refresh(desk: Desk, session: "Session", places: Iterable[int]) -> None:
    """Read anew what these mentions say."""
    from claims.annotate.edit import get_mention

    for place in places:
        mention = desk.sitting.items[place].mention
        mention.update(get_mention(session, mention["id"]))


def _decide(
    desk: Desk, places: list[int], state: str, decide: Callable[["Session"], "Step"], said: str
) -> None:
    """Decide; what somebody else decided, or a new text replaced, is passed over."""
    from claims.annotate.sitting import GONE

    problem = _write(desk, places, state, decide)
    if problem is None:
        desk.say(said)
        return
    desk.say(wrap(problem, get_width(), first="not done: "))
    with reading(desk.ctx) as session:
        _refresh(desk, session, places)
    decided = [place for place in places if desk.sitting.items[place].mention["state"] != "suggested"]
    desk.sitting.pass_over(decided or places, GONE)


def _accept(desk: Desk) -> None:
    from claims.annotate.review import accept

    number = _number(desk.sitting.item)
    _decide(desk, [desk.sitting.place], "accepted", lambda session: accept(session, [number]), "accepted")


def _reject(desk: Desk) -> None:
    from claims.annotate.review import reject

    number = _number(desk.sitting.item)
    _decide(desk, [desk.sitting.place], "rejected", lambda session: reject(session, [number]), "rejected")


def _accept_further(desk: Desk) -> None:
    from claims.annotate.review import accept

    places = desk.sitting.list_further()
    numbers = [_number(desk.sitting.items[place]) for place in places]
    _decide(desk, places, "accepted", lambda session: accept(session, numbers), f"{len(places)} accepted")


def _call_opinion(desk: Desk) -> None:
    from claims.annotate.review import call_opinion

    passage = desk.sitting.item.passage
    places = desk.sitting.list_waiting_in(passage)
    numbers = [_number(desk.sitting.items[place]) for place in places]
    said = f"{'headline' if passage.number is None else 'opinion'}; {len(places)} rejected"
    _decide(desk, places, "rejected", lambda session: call_opinion(session, numbers), said)


def _edit(desk: Desk) -> bool:
    """Ask for changes until they can be made or an empty line takes the reviewer back."""
    while True:
        desk.say("field=value … ", end="")
        line = desk.keys.read_line()
        if line is None:
            desk.say("")
            return True
        if not sys.stdin.isatty():
            desk.say(line)
        if not line.strip():
            return False
        problem = _apply(desk, line)
        if problem is None:
            desk.say(wrap(describe_claim(desk.sitting.item.mention), get_width(), first="accepted as: "))
            return False
        desk.say(wrap(problem, get_width(), first="not done: "))


def _apply(desk: Desk, line: str) -> str | None:
    from claims.annotate.edit import read_pairs
    from claims.annotate.review import change

    try:
        edit = read_pairs(line)
    except DecisionRefused as error:
        return str(error)
    number = _number(desk.sitting.item)
    return _write(desk, [desk.sitting.place], "accepted", lambda session: change(session, number, edit))


def _undo(desk: Desk) -> None:
    from claims.annotate.review import take_back

    if not desk.sitting.history:
        desk.say("nothing was decided in this sitting yet")
        return
    places, step = desk.sitting.history[-1]
    try:
        with writing(desk.ctx) as session:
            take_back(session, step)
            _refresh(desk, session, places)
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
    desk.say("\n" + HELP)


ACTS: dict[str, Callable[[Desk], bool | None]] = {
    "y": _accept,
    "n": _reject,
    "e": _edit,
    "o": _call_opinion,
    "a": _accept_further,
    "u": _undo,
    "s": _skip,
    "?": _help,
}
"""What each key does; an act that returns True has met the end of input."""
