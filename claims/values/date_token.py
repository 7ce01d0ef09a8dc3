"""Cutting a text into tokens of time: what each word and figure may mean in a date.

A token's kind is one letter, so that a text becomes a string in which patterns of dates are plain
regular expressions that are the same for both languages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claims.values import date_word_de, date_word_en
from claims.values.date_figure import read_figure, read_int, read_year_word


class Token(NamedTuple):
    """One word or figure, or what a pass has read: its kind, its place in the text, what it means there.

    `weak` names the pattern of a reading that needs a word of time beside it.
    """

    kind: str
    start: int
    end: int
    payload: object
    word: str
    weak: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, ready for look-up by their lower-case form."""

    language: str
    words: dict[str, tuple[str, int | str]]
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, int | str]]]]
    sets: dict[str, frozenset[str]]
    feasts: dict[str, tuple[str, int, int, int]]


@cache
def get_lexicon(language: str) -> Lexicon:
    """Return the words of "de" or "en"; raises ValueError for another language."""
    if language not in {"de", "en"}:
        raise ValueError(f"Dates are found in 'de' and 'en', not in {language!r}.")
    table = date_word_de if language == "de" else date_word_en
    words = {
        form: (kind, payload)
        for kind, meanings in reversed(table.WORDS.items())
        for payload, forms in meanings.items()
        for form in forms.split()
    }
    words.update({form: ("o", number) for form, number in table.ORDINALS.items()})
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, int | str]]]] = {}
    feasts = {name: ("H", name) for name in table.FEASTS}
    for phrase, meaning in sorted((table.PHRASES | feasts).items(), key=lambda item: -len(item[0])):
        parts = tuple(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\S", phrase))
        phrases.setdefault(parts[0], []).append((parts, meaning))
    sets = {name: frozenset(forms.split()) for name, forms in table.SETS.items()}
    return Lexicon(language, words, phrases, sets, table.FEASTS)


FIGURE = re.compile(
    r"""
    (?P<quarter>(?:\d{4}-?)?[QH][1-4](?:[-/ ]\d{4})?)(?!\w)
    |(?P<era>['’]?\d{2}(?:\d{2})?(?:ern?|['’]?s))(?!\w)
    |(?=\d)(?:(?=\d{1,4}[ ]?[-/.])(?:
    (?P<iso>\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2})(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w/-]|[.,:]\d)
    |(?P<dmy>\d{1,2}(?P<s2>[-/.])[ ]?\d{1,2}(?P=s2)[ ]?(?:\d{4}|\d{2}))(?![\w/]|-(?!\d{1,2}/\d)|[.,:]\d)
    |(?P<dmdot>\d{1,2}\.[ ]?\d{1,2}\.)(?!\w|[ ]?\d)
    |(?P<spanyear>\d{4}/(?:\d{4}|\d{2}))(?![\w/]|-(?!\d{1,2}/\d)|[.,:]\d)
    |(?P<ym>\d{4}[-/]\d{1,2})(?![\w/-]|[.,:]\d)
    |(?P<my>\d{1,2}[ ]?[-/.][ ]{0,2}\d{4})(?![\w/-]|[.,:]\d)
    |(?P<md>\d{1,2}[/.]\d{1,2})(?=-\d{1,2}/\d|(?!\w|[/.,:%]\d|-\w))
    )
    |(?P<ord>\d{1,2}(?:st|nd|rd|th))(?!\w)
    |(?P<many>\d+(?:[.,:]\d+)+)
    |(?P<int>\d+)(?!\w)
    )
    |(?P<gap>\n[ \t]*\n)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)(?![\d_])
    |(?P<other>\w+)
    |(?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
MARKS = {"–": "-", "—": "-", "-": "-", "~": "-", "/": "/", ",": ",", ".": ".", "(": "(", ")": ")"}


def list_tokens(text: str, language: str) -> list[Token]:
    """Cut `text` into tokens; a blank line is a token of its own, other white space is none."""
    lexicon = get_lexicon(language)
    tokens: list[Token] = []
    for found in FIGURE.finditer(text):
        name = found.lastgroup
        if name in {"s1", "s2"}:
            name = "iso" if found["iso"] else "dmy"
        if name == "word":
            tokens.append(_read_word(found, tokens, lexicon))
        elif name == "int":
            kind, number = read_int(found[0])
            tokens.append(Token(kind, found.start(), found.end(), number, found[0]))
        elif name == "mark":
            _add_mark(tokens, found, lexicon)
        elif name == "gap":
            tokens.append(Token("|", found.start(), found.end(), 0, ""))
        elif name == "other":
            tokens.append(Token("x", found.start(), found.end(), 0, found[0].lower()))
        else:
            tokens.extend(_read_figure(found, name or "other", language))
    return list(_join_phrases(tokens, lexicon))


def _read_word(found: re.Match[str], tokens: list[Token], lexicon: Lexicon) -> Token:
    """Return the token of a word; "today's" is "today", and its ending no part of the date."""
    word = found[0].lower().replace("’", "'")
    stem = word.removesuffix("'s")
    kind, payload = lexicon.words.get(stem, ("x", 0))
    if kind == "x" and lexicon.language == "de" and (year := read_year_word(word)) is not None:
        return Token("y", found.start(), found.end(), year, word)
    if stem == word or kind == "x":
        return Token(_judge_case(kind, word, found[0], tokens), found.start(), found.end(), payload, word)
    return Token(_judge_case(kind, stem, found[0], tokens), found.start(), found.end() - 2, payload, word)


def _judge_case(kind: str, word: str, written: str, tokens: list[Token]) -> str:
    """Return the kind of a word that is one thing with a capital and another without."""
    if word in {"may", "march", "mar"} and kind == "M" and written[0].islower():
        return "l"
    if kind == "a" and written[0].islower():
        return "x"
    if word == "morgen":
        opening = not tokens or tokens[-1].kind in {".", "|", "_"}
        after_day = bool(tokens) and tokens[-1].kind in {"T", "f", "R", "W", "j"}
        return "B" if after_day or (written[0].isupper() and not opening) else "T"
    return kind


def _add_mark(tokens: list[Token], found: re.Match[str], lexicon: Lexicon) -> None:
    """Add a punctuation mark; a full stop may belong to the abbreviation or ordinal before it."""
    mark = found[0]
    if mark == "." and tokens and tokens[-1].end == found.start():
        before = tokens[-1]
        meaning = lexicon.words.get(before.word + ".")
        capital = before.word == "c" and found.string[before.start].isupper()
        if meaning is not None and not capital:
            tokens[-1] = Token(meaning[0], before.start, found.end(), meaning[1], before.word + ".")
            return
        if before.kind == "d" and lexicon.language == "de":
            tokens[-1] = before._replace(kind="o", end=found.end())
            return
    tokens.append(Token(MARKS.get(mark, "_"), found.start(), found.end(), 0, mark))


def _read_figure(found: re.Match[str], name: str, language: str) -> Iterator[Token]:
    """Yield the token of a figure, or its parts as plain numbers where it is no date."""
    start, text = found.start(), found[0]
    if name == "many":
        yield Token("c", start, found.end(), None, text)
        return
    kind, payload = read_figure(name, text, language)
    if not kind and name == "md":
        yield Token("c", start, start + len(found[name]), None, text)
        return
    if kind:
        yield Token(kind, start, start + len(found[name]), payload, text.lower())
        return
    for part in re.finditer(r"\d+|[^\w\s]|[^\W\d]+", text):
        if part[0].isdigit():
            number_kind, number = read_int(part[0])
            yield Token(number_kind, start + part.start(), start + part.end(), number, part[0])
        else:
            yield Token(MARKS.get(part[0], "x"), start + part.start(), start + part.end(), 0, part[0])


def _join_phrases(tokens: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        token = tokens[place]
        for parts, (kind, payload) in lexicon.phrases.get(token.word.rstrip("."), ()):
            end = _match_phrase(tokens, place, parts)
            if end:
                yield Token(kind, token.start, tokens[end - 1].end, payload, " ".join(parts))
                place = end
                break
        else:
            yield token
            place += 1


def _match_phrase(tokens: list[Token], place: int, parts: tuple[str, ...]) -> int:
    """Return the place behind a phrase that begins at `place`, or 0."""
    swallowed = False
    for part in parts:
        if part == "." and swallowed:
            swallowed = False
            continue
        if place == len(tokens) or tokens[place].word.rstrip(".") != part.rstrip("."):
            return 0
        swallowed = part != "." and tokens[place].word.endswith(".")
        place += 1
    return place
