"""Where a reviewer is in a sitting: what comes next, what was decided and how to go back.

Nothing here writes: the screens do, one transaction per decision, and tell the sitting what they did.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.annotate.review import Passage, Step

OPEN, SKIPPED, GONE = "open", "skipped", "gone"


@dataclass
class Item:
    """One suggestion of a sitting; `state` is open, accepted, rejected, skipped, or gone (decided by others)."""

    mention: dict[str, Any]
    passage: Passage
    state: str = OPEN


@dataclass
class Sitting:
    """A walk over the open suggestions of some articles, which are read when their turn comes."""

    article_ids: Sequence[int]
    read: Callable[[int], list[Passage]]
    items: list[Item] = field(default_factory=list)
    place: int = 0
    articles_read: int = 0
    history: list[tuple[list[int], Step]] = field(default_factory=list)

    @property
    def item(self) -> Item:
        """The suggestion where the reviewer stands."""
        return self.items[self.place]

    def count_open(self, article: str) -> int:
        """Return how many suggestions of an article, by its id, were not met yet."""
        return sum(one.state == OPEN and one.passage.article["id"] == article for one in self.items)

    def find_current(self) -> Item | None:
        """Return the first open suggestion from here on, reading further articles as needed."""
        while True:
            while self.place < len(self.items):
                if self.items[self.place].state == OPEN:
                    return self.items[self.place]
                self.place += 1
            if self.articles_read == len(self.article_ids):
                return None
            for passage in self.read(self.article_ids[self.articles_read]):
                self.items += [Item(one, passage) for one in passage.mentions if one["state"] == "suggested"]
            self.articles_read += 1

    def list_further(self) -> list[int]:
        """Return the places of the current suggestion and of the open ones after it in the same passage."""
        passage = self.items[self.place].passage
        return [
            place
            for place in range(self.place, len(self.items))
            if self.items[place].passage is passage and self.items[place].state == OPEN
        ]

    def list_waiting_in(self, passage: Passage) -> list[int]:
        """Return the places of a passage's suggestions that are not decided, skipped ones too."""
        return [
            place
            for place, one in enumerate(self.items)
            if one.passage is passage and one.state in {OPEN, SKIPPED}
        ]

    def note(self, places: Sequence[int], state: str, step: Step) -> None:
        """Remember a decision that was made about the suggestions at these places."""
        self._set(places, state)
        self.history.append((list(places), step))

    def pass_over(self, places: Sequence[int], state: str) -> None:
        """Go past suggestions without a decision: skipped, or gone."""
        self._set(places, state)

    def go_back(self) -> None:
        """Forget the last decision and stand at its first suggestion; what was skipped after it is open again."""
        places, _ = self.history.pop()
        self._set(places, OPEN)
        self.place = min(places)
        self._set(
            [n for n in range(self.place, len(self.items)) if self.items[n].state == SKIPPED],
            OPEN,
        )

    def count(self, *states: str) -> int:
        """Return how many suggestions of this sitting are in these states."""
        return sum(one.state in states for one in self.items)

    def _set(self, places: Sequence[int], state: str) -> None:
        for place in places:
            item = self.items[place]
            item.state = state
            if state != GONE:
                # Whoever shows the passage again shows how it stands by now.
                item.mention["state"] = state if state in {"accepted", "rejected"} else "suggested"
