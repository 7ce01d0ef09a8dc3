"""From a model's answer to suggestions: nothing in it is believed that the text does not say itself.

The quote must be in the text, the names too (or be known), and the value is read again from the text's
own words. What does not hold is dropped and counted.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast, get_args

from claims.errors import SuggesterFailed
from claims.suggest.checking import fits
from claims.suggest.finishing import settle_value
from claims.suggest.llm.names import Names, find_words
from claims.suggest.suggestion import Modality, Polarity, Suggestion
from claims.values import find
from claims.values.value import BooleanValue, Date, EntityValue, Found, StringValue, Value
from claims.vocabulary import KnownEntity, Predicate, Vocabulary

SCORE = 0.5
"""How sure a model's proposal is taken to be, whatever it says of itself."""

MOST_CLAIMS = 200
"""Claims read from the answer on one part of a text."""

_LONGEST_QUOTE = 1_000
_YES = {"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False}
_TEXTS = ("quote", "subject", "predicate", "value", "polarity", "modality")
_Span = tuple[int, int]


class Dropped(Exception):
    """An item of an answer that cannot be kept; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with all that its claims are checked against."""

    text: str
    published: date | str | None
    vocabulary: Vocabulary
    names: Names
    found: Sequence[Found]
    starts: Sequence[int]


def read_article(
    text: str,
    language: str,
    published: date | str | None,
    vocabulary: Vocabulary,
    entities: Iterable[KnownEntity],
) -> Article:
    """Return a text with its names and values."""
    found = find(text, language, published)
    names = Names(text, language, vocabulary, entities)
    return Article(text, published, vocabulary, names, found, [one.start for one in found])


def read_items(content: str) -> list[object]:
    """Return the claims of an answer as it has them.

    Raises:
        SuggesterFailed: It is no JSON of the form that was asked for.
    """
    bare = content.strip()
    if bare.startswith("```"):
        bare = bare.removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        answer = json.loads(bare)
    except (ValueError, RecursionError):
        raise SuggesterFailed("the model answered with something that is no JSON") from None
    items = answer.get("claims") if isinstance(answer, dict) else None
    if not isinstance(items, list):
        raise SuggesterFailed('the model answered with JSON that has no list "claims"')
    return items


def read_answer(
    article: Article, part: _Span, items: Sequence[object], dropped: Counter[str], *, model: str
) -> list[Suggestion]:
    """Return what holds of a model's claims about `text[part]`; counts in `dropped` what does not."""
    kept: dict[tuple[object, ...], Suggestion] = {}
    if len(items) > MOST_CLAIMS:
        dropped[f"more than {MOST_CLAIMS} claims in an answer"] += len(items) - MOST_CLAIMS
    for item in items[:MOST_CLAIMS]:
        try:
            one = _read_item(article, part, item, model)
        except Dropped as why:
            dropped[str(why)] += 1
        else:
            kept.setdefault((one.start, one.end, one.predicate, one.subject, one.value, one.polarity), one)
    return sorted(kept.values(), key=lambda one: (one.start, one.end, one.predicate or ""))


def _read_item(article: Article, part: _Span, item: object, model: str) -> Suggestion:
    if not isinstance(item, dict) or not all(isinstance(item.get(name), str) for name in _TEXTS):
        raise Dropped("not in the form that was asked for")
    if item["polarity"] not in get_args(Polarity) or item["modality"] not in get_args(Modality):
        raise Dropped("not in the form that was asked for")
    predicate = article.vocabulary.predicates.get(item["predicate"])
    if predicate is None:
        raise Dropped("unknown predicate")
    quote = _find_quote(article.text, part, item["quote"], item.get("sentence"))
    subject = article.names.find(item["subject"], quote, predicate.subject_kinds)
    if subject is None:
        raise Dropped("subject not in the text, or none that the predicate can have")
    value, value_at = _read_value(article, quote, item["value"], predicate)
    speaker = _read_speaker(article, quote, item.get("speaker"))
    modality = cast("Modality", item["modality"])
    if modality == "happened" and _lies_ahead(value, article.published):
        modality = "planned"
    reasons = [f"proposed by the model {model}"]
    if subject[1] is None:
        reasons.append(f"the text does not write the name {subject[0].label}")
    return Suggestion(
        *quote,
        subject[0],
        predicate.key,
        value,
        _read_qualifiers(article.text, quote, item.get("qualifiers"), predicate),
        speaker,
        polarity=cast("Polarity", item["polarity"]),
        modality=modality,
        voice="article" if speaker is None else "indirect",
        score=SCORE if subject[1] is not None else SCORE - 0.2,
        reasons=tuple(reasons),
        value_start=value_at[0] if value_at else None,
        value_end=value_at[1] if value_at else None,
        subject_start=subject[1][0] if subject[1] else None,
        subject_end=subject[1][1] if subject[1] else None,
    )


def _find_quote(text: str, part: _Span, quote: str, sentence: object) -> _Span:
    """Return where a quote stands: where it stands once, or once in its sentence that stands once."""
    if not quote.strip():
        raise Dropped("empty quote")
    if len(quote) > _LONGEST_QUOTE:
        raise Dropped("quote too long")
    start = text.find(quote, *part)
    if start < 0:
        raise Dropped("quote not in the text")
    if text.find(quote, start + 1, part[1]) >= 0:
        if not isinstance(sentence, str) or not sentence.strip():
            raise Dropped("quote several times in the text")
        begin = text.find(sentence, *part)
        end = begin + len(sentence)
        start = text.find(quote, begin, end) if begin >= 0 else -1
        again = begin >= 0 and text.find(sentence, begin + 1, part[1]) >= 0
        if start < 0 or again or text.find(quote, start + 1, end) >= 0:
            raise Dropped("quote several times in the text")
    blank = len(quote) - len(quote.lstrip())
    return start + blank, start + len(quote.rstrip())


def _read_value(
    article: Article, quote: _Span, given: str, predicate: Predicate
) -> tuple[Value, _Span | None]:
    """Return the value that the text's own words give, and where."""
    given = given.strip()
    if predicate.value_type == "boolean":
        if given.casefold() not in _YES:
            raise Dropped("value neither yes nor no")
        return BooleanValue(_YES[given.casefold()]), None
    places = list(_find_all(article.text, given, quote))
    if not places:
        raise Dropped("value not in the quote")
    if predicate.value_type == "string":
        return StringValue(given), places[0]
    if predicate.value_type == "entity":
        if not any(find_words(article.text, given, *quote)):
            raise Dropped("value not in the quote")
        named = article.names.find(given, quote, predicate.value_kinds)
        if named is None:
            raise Dropped("value of another kind than the predicate wants")
        return named
    return _read_found(article, quote, places, predicate)


def _find_all(text: str, given: str, within: _Span) -> Iterable[_Span]:
    place = text.find(given, *within) if given else -1
    while place >= 0:
        yield place, place + len(given)
        place = text.find(given, place + 1, within[1])


def _read_found(
    article: Article, quote: _Span, places: Sequence[_Span], predicate: Predicate
) -> tuple[Value, _Span]:
    """Return the one date or figure that the text has at the words of the value."""
    fitting: list[tuple[Value, _Span]] = []
    for one in article.found[bisect_left(article.starts, quote[0]) :]:
        if one.start >= quote[1]:
            break
        touched = any(start < one.end and one.start < end for start, end in places)
        value = settle_value(one.value, predicate) if touched and one.end <= quote[1] else None
        if value is not None and fits(value, predicate, article.vocabulary.units):
            fitting.append((value, (one.start, one.end)))
    if not fitting:
        raise Dropped("no such value where the text was to give it")
    if len({(value, None) for value, _ in fitting}) > 1:
        raise Dropped("several values where the text was to give one")
    return fitting[0]


def _read_speaker(article: Article, quote: _Span, given: object) -> EntityValue | None:
    if given is None or given == "":
        return None
    speaker = (
        article.names.find(given, quote, ("person", "organisation", "place"))
        if isinstance(given, str)
        else None
    )
    if speaker is None:
        raise Dropped("speaker not in the text")
    return speaker[0]


def _read_qualifiers(text: str, quote: _Span, given: object, predicate: Predicate) -> dict[str, str]:
    """Return the separators that a predicate has and whose words stand in the quote."""
    kept: dict[str, str] = {}
    for one in given if isinstance(given, list) else []:
        pair = cast("Mapping[str, Any]", one) if isinstance(one, dict) else {}
        key, words = pair.get("key"), pair.get("text")
        if key not in predicate.separators or not isinstance(words, str) or not words.strip():
            raise Dropped("not in the form that was asked for")
        if text.find(words.strip(), *quote) < 0:
            raise Dropped("qualifier not in the quote")
        kept[str(key)] = words.strip()
    return kept


def _lies_ahead(value: Value, published: date | str | None) -> bool:
    """Tell whether a date begins after the day of publication."""
    if published is None or not isinstance(value, Date) or value.lo is None:
        return False
    day = published if isinstance(published, date) else date.fromisoformat(published[:10])
    return (value.lo.year, value.lo.month, value.lo.day) > (day.year, day.month, day.day)
