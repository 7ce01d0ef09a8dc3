"""What a frame hands on: a claim as item numbers, before scope and span are settled."""

from dataclasses import dataclass, field

from claims.suggest.entities.mention import Mention
from claims.values.value import Value


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    `anchor` is the item of its trigger, `covers` all items that its quote must hold. `value_item` is
    -1 where the value is implied. `subject_at` is the subject's place in the text, None where it was
    taken from a sentence before. `of_today`: the figure is one of those that a text reports, true for its day.
    """

    predicate: str | None
    subject: Mention | None
    value: Value | None
    anchor: int
    covers: set[int]
    score: float
    reasons: list[str]
    value_item: int = -1
    value_at: tuple[int, int] | None = None
    subject_at: tuple[int, int] | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    speaker: Mention | None = None
    voice: str | None = None
    polarity: str | None = None
    modality: str | None = None
    snak: str = "value"
    span: tuple[int, int] | None = None
    trigger_width: int = 1
    of_today: bool = False
