"""What a figure counts when it tells how many were sold."""

from claims.suggest.sentence.placing import list_words
from claims.suggest.sentence.reading import Reading

_REACH = 3


def find_goods(reading: Reading, place: int) -> tuple[int, str] | None:
    """Return the item of the noun that the figure at `place` counts, and how such goods are named in all texts."""
    items, words = reading.items, list_words("goods")
    for number in range(place + 1, min(len(items), place + 1 + _REACH)):
        low = items[number].low
        phrase = f"{items[number - 1].low} {low}"
        if phrase in words or low in words:
            return number, words.get(phrase) or words[low]
        if not items[number].is_word or low in reading.language.prepositions:
            return None
    return None
