"""Keeping in mind a name that its place in one sentence gave away, so that the rest of the text knows it."""

from collections.abc import Iterator, Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.frames.unknown_names import Unknown
from claims.suggest.sentence.reading import Reading, Source
from claims.suggest.words.tokens import tokenize
from claims.values.value import EntityValue

_SHORTEST = 4


def name_unknown(source: Source, reading: Reading, found: Sequence[Unknown]) -> None:
    """Add to `source` the names found in a sentence, there and wherever they come again behind it."""
    for one in found:
        items = reading.items[one.first : one.behind]
        start, end = items[0].start, items[-1].end
        first, last = source.locate(start, end)
        entity = EntityValue(source.text[start:end], None, one.kind)
        here = Mention(start, end, entity, first, last, "place")
        source.add([here])
        source.add(_find_later(source, here))


def _find_later(source: Source, named: Mention) -> Iterator[Mention]:
    """Yield the later places of a name, of its genitive, and of an organisation's first word alone."""
    words = [token.text for token in tokenize(named.entity.label)]
    forms = [(words, False)]
    forms += [([*words[:-1], words[-1] + mark], True) for mark in source.language.genitive_marks]
    if named.kind == "organisation" and len(words) > 1 and len(words[0]) >= _SHORTEST:
        forms.append((words[:1], False))
    for form, owns in forms:
        for place in source.find_word(form[0]):
            last = place + len(form)
            if place < named.last or [token.text for token in source.tokens[place:last]] != form:
                continue
            start, end = source.tokens[place].start, source.tokens[last - 1].end
            yield _extend(source, Mention(start, end, named.entity, place, last, "place", owns=owns))


def _extend(source: Source, mention: Mention) -> Mention:
    """Take in the English genitive ("Volt's") that follows a name."""
    tokens, last = source.tokens, mention.last
    marked = (
        last + 1 < len(tokens)
        and tokens[last].text in {"'", "’"}
        and tokens[last + 1].text == "s"
        and tokens[last].start == mention.end
    )
    if not marked:
        return mention
    return Mention(
        mention.start, tokens[last].end, mention.entity, mention.first, last + 2, mention.origin, owns=True
    )
