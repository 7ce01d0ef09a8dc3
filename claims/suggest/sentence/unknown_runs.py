"""What may be a name that nobody knows: capitalised words that are no common noun, and where they stand.

Capitals prove little at the head of an English sentence and nothing in German. A run of such words counts
by its form (two words without an article, figures, capitals inside, a foreign ending) and by its neighbours.
"""

from collections.abc import Sequence

from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language

_LONGEST = 5
_LONGEST_LEAD = 6
_ENGLISH_ADJECTIVE = ("ese", "ish", "ian", "ean", "ern", "ican")
_GERMAN_ADJECTIVE = (
    *("ische", "ischen", "ischer", "isches", "liche", "lichen", "licher", "liches"),
    *("ige", "igen", "iger", "iges", "bare", "baren", "barer", "elle", "ellen", "eller", "elles"),
    *("iale", "ialen", "ialer", "nale", "nalen", "naler", "tive", "tiven", "tiver", "lose", "losen", "loser"),
    *("ete", "eten", "eter", "nde", "nden", "nder", "igste", "ste", "sten", "ster"),
)


def find_run(reading: Reading, place: int) -> int:
    """Return the item behind the capitalised words that begin at `place`, `place` if there are none."""
    items, language = reading.items, reading.language
    behind = place
    while behind < len(items) and behind - place < _LONGEST:
        item = items[behind]
        if behind > place and item.start - items[behind - 1].end > 1:
            break
        if _is_number(item) and behind > place:
            behind += 1
            break
        joins = behind > place and item.low in {"of", "&"} and behind + 1 < len(items)
        if joins and _is_part(items[behind + 1], language) and (language.code == "en" or item.text == "&"):
            behind += 2
            continue
        if not _is_part(item, language):
            break
        behind += 1
    return behind


def _is_number(item: Item) -> bool:
    """Tell whether a figure may end a product's name ("Ridge 1")."""
    return item.text.isdigit() and len(item.text) < 3


def _is_part(item: Item, language: Language) -> bool:
    return (
        item.is_word
        and item.text[0].isupper()
        and item.low not in language.never_names
        and (language.code == "en" or item.low not in language.unknown_common)
    )


def find_start(reading: Reading, place: int, behind: int) -> int:
    """Return where a name in a run may begin: behind a word that is only capital as the sentence's first."""
    items, language = reading.items, reading.language
    described = language.code == "de" and place > 0 and items[place - 1].low in language.determiners
    told = items[place].low in language.unknown_appositions
    if behind - place > (1 if told else 2) and (described or told):
        return place + 1  # "der Luftreiniger Filtra Home", "den Konkurrenten Thermotec"
    if behind - place > 2 and items[place + 1].low == "of" and language.is_office(items[place].low):
        return place + 2  # "the CEO of Tessmer Optik"
    if place != find_head(items) or behind - place < 2:
        return place
    opens = items[place].low in language.sentence_starters | language.unknown_adverbs
    remembers = language.code == "en" and items[place].low.endswith("ing") and behind - place > 2
    return place + 1 if opens or remembers else place


def may_be_name(reading: Reading, place: int, behind: int) -> bool:
    """Refuse offices, kinds of things, function words at the head of a sentence, and parts of a longer name."""
    items, language = reading.items, reading.language
    words = [item for item in items[place:behind] if item.is_word]
    if not words or _touches_name(items, place, behind):
        return False
    first, last = words[0], words[-1]
    if first.low in language.sentence_starters and place == find_head(items):
        return False
    if any(language.is_office(item.low) or item.low in language.function_words for item in words):
        return False
    kinds = [item.descriptor for item in words]
    if len(words) == 1 and first.low in language.unknown_common:
        return False
    if language.code == "de":
        plain = [item for item in words if item.low.endswith(tuple(language.noun_endings))]
        return not any(kinds) and not plain and not is_german_adjective(first)
    if len(words) == 1 and (first.descriptor or first.low.endswith(_ENGLISH_ADJECTIVE)):
        return False
    plural = last.descriptor and last.low.endswith("s") and not last.low.endswith("works")
    return not kinds[0] and not (plural and place == find_head(items))


def _touches_name(items: Sequence[Item], place: int, behind: int) -> bool:
    """Tell whether a known name stands directly beside the run, so that it is only a part of something."""
    before = items[place - 1] if place else None
    after = items[behind] if behind < len(items) else None
    joined = before is not None and before.mention is not None and items[place].start - before.end <= 1
    owned = joined and before is not None and before.mention is not None and before.mention.owns
    goes_on = after is not None and after.mention is not None and after.start - items[behind - 1].end <= 1
    return (joined and not owned) or goes_on


def is_german_adjective(item: Item) -> bool:
    """Tell whether a capitalised word at the head of a sentence can be an adjective ("Deutsche Forscher")."""
    return item.low.endswith(_GERMAN_ADJECTIVE)


def find_head(items: Sequence[Item]) -> int:
    """Return the number of the first item that is no mark."""
    return next((n for n, item in enumerate(items) if not item.is_mark), len(items))


def is_strong(reading: Reading, place: int, behind: int) -> bool:
    """Tell whether the form of a run alone makes it a name in German: two words, a figure, a foreign ending."""
    language = reading.language
    words = [item for item in reading.items[place:behind] if item.is_word]
    if len(words) > 1 or any(_is_number(item) for item in reading.items[place:behind]):
        return True
    text = words[0].text.rsplit("-", 1)[-1]
    inside = any(char.isupper() or char.isdigit() for char in text[1:]) or text[0].isdigit()
    foreign = "-" not in words[0].text and text.lower().endswith(tuple(language.unknown_endings))
    return foreign or (inside and ("-" in words[0].text or not text.isupper()))


def may_open(reading: Reading, place: int, behind: int) -> bool:
    """Tell whether a run at the head of a sentence can be a name although every first word is capitalised."""
    items, language = reading.items, reading.language
    words = [item for item in items[place:behind] if item.is_word]
    if len(words) > 1 or is_strong(reading, place, behind):
        return True
    low = words[0].low
    if low in language.unknown_adverbs or low.endswith(tuple(language.unknown_adverb_endings)):
        return False
    if low.endswith(tuple(language.unknown_noun_endings)):
        return False
    following, after = (items[n].low if n < len(items) else "" for n in (behind, behind + 1))
    if following in language.unknown_plurals or after in _SUBJECTS:
        return False
    if language.code == "en":
        return True
    return after not in language.articles or reading.items[behind].stem in language.unknown_roles


_SUBJECTS = frozenset({"der", "er", "sie", "es", "man", "wir", "ich", "it", "he", "she", "they"})
"""What stands behind a verb as its subject, so that the word before the verb is none ("Leider verspricht er")."""


def find_lead(reading: Reading, place: int) -> int:
    """Return where the noun phrase begins whose last words stand at `place`: its article, or `place` itself."""
    items, language = reading.items, reading.language
    for back in range(place - 1, max(-1, place - _LONGEST_LEAD), -1):
        item = items[back]
        if item.low in language.determiners and item.is_word:
            return back
        noun = language.code == "de" and back == place - 1 and item.is_word and item.text[0].isupper()
        if not (noun or leads_to_name(item, language)) or item.low in language.function_words:
            return back + 1
    return place
