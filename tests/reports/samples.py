"""Three articles on one robot: two that contradict each other, and one that fits both."""

from claims.values.value import EntityValue
from tests.reports.factory import Said, released, untyped

ARTICLES = [
    {
        "id": "a",
        "title": "A robot arrives",
        "outlet": "Harbour Post",
        "author": "A. Writer",
        "url": "https://example.org/a",
        "published": "2025-02-01",
        "language": "en",
        "text": "A robot arrives\n\n😀 Tidebot 3 was released in January 2025, said Ida Moor.\n\n"
        "Is that fast? I like it. It has 5.6 million users.",
    },
    {
        "id": "b",
        "title": "Erster Roboter",
        "outlet": "Küstenblatt",
        "published": "2025-04-02",
        "language": "de",
        "text": "Tidebot 3 erschien im März 2025. Der Hafen freut sich.",
    },
    {"id": "c", "title": "In short", "text": "Tidebot 3 came out in 2025.", "language": "en"},
]
IDA = EntityValue("Ida Moor", kind="person")
SAID = [
    Said(
        "a",
        "Tidebot 3 was released in January 2025",
        released("Tidebot 3", "2025-01"),
        "January 2025",
        speaker=IDA,
    ),
    Said("a", "January 2025", untyped(), state="accepted"),
    Said("a", "It has 5.6 million users", untyped(), state="rejected"),
    Said(
        "b",
        "Tidebot 3 erschien im März 2025",
        released("Tidebot 3", "2025-03"),
        "März 2025",
        state="accepted",
    ),
    Said(
        "c", "Tidebot 3 came out in 2025", released("Tidebot 3", "2025"), "2025", hedged=True, voice="quote"
    ),
    Said("c", "In short", untyped(), field="title", voice="headline"),
    Said("b", "Der Hafen freut sich", untyped(), state="accepted"),
]
SENTENCES = {
    "a": [("Is that fast?", "question"), ("I like it.", "opinion"), ("It has 5.6 million users.", "open")]
}
