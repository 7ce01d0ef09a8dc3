"""The form of an audit bundle: names of its files, columns of its log, what its manifest says."""

from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 1
"""Version of the bundle's form."""

EVENTS = "events.jsonl"
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
README = "README.html"
TABLES = "tables"
TEXTS = "texts"
ARTICLES = "articles"

EVENT_KEYS = (
    "seq",
    "at",
    "actor_id",
    "command",
    "noun",
    "noun_id",
    "action",
    "format",
    "commitment",
    "prev_hash",
    "hash",
    "salt",
    "payload",
)
"""What a line of the log holds; `payload` is the exact text that salt and commitment belong to."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle is: of which ledger state, with what left out.

    `articles` are the ids that it was limited to, None for all. `rows` and `withheld_rows` count per
    table what is shown and what is not.
    """

    format: int
    program: str
    head: str | None
    events: int
    withheld_events: int
    articles: list[str] | None
    texts: bool
    confidential: bool
    rows: dict[str, int]
    withheld_rows: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON."""
        return asdict(self)
