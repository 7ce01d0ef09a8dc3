"""What a sitting at the keyboard shares between its keys: where it stands, what it shows, how it writes."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from claims.cli.context import get_options, writing
from claims.cli.keys import Keys
from claims.errors import (
    AlreadySuperseded,
    DecisionRefused,
    NotFound,
    OptionRefused,
    ReferenceAmbiguous,
    RuleBroken,
)
from claims.safe import safe

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from claims.annotate.review import Passage, Step
    from claims.annotate.sitting import Item, Sitting

REFUSALS = (AlreadySuperseded, DecisionRefused, NotFound, OptionRefused, ReferenceAmbiguous, RuleBroken)
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


def get_number_of(item: "Item") -> int:
    """Return the row of a suggestion's mention."""
    return int(item.mention["id"].removeprefix("m"))


def write(desk: Desk, places: list[int], state: str, decide: Callable[["Session"], "Step"]) -> str | None:
    """Make a decision in a transaction of its own; return None, or why it could not be made."""
    try:
        with writing(desk.ctx) as session:
            step = decide(session)
            refresh(desk, session, places)
    except REFUSALS as error:
        return str(error)
    desk.sitting.note(places, state, step)
    return None


def refresh(desk: Desk, session: "Session", places: Iterable[int]) -> None:
    """Read anew what these mentions say."""
    from claims.annotate.edit import get_mention

    for place in places:
        mention = desk.sitting.items[place].mention
        mention.update(get_mention(session, mention["id"]))
