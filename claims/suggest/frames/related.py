"""Claims that relate two names: the patterns of the relation tables, and the vocabulary's triggers beyond them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.suggest.entities.mention import BY_PLACE, Mention
from claims.suggest.entities.name_tables import VocabularyKey
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.elided import find_joints, match_elided
from claims.suggest.sentence.patterns import Match, Pattern, Role, leads_to_name, match_pattern, parse_pattern
from claims.suggest.sentence.reading import Item, Reading
from claims.suggest.words.language import Language, read_table
from claims.values.value import EntityValue
from claims.vocabulary import Predicate

_MOST_WORDS = 6

_TRUST = {"certain": 0.88, "likely": 0.78, "possible": 0.55, "planned": 0.7}
"""How far the levels of the relation tables are trusted; what "planned" patterns say is still to come."""
_DOUBT = {"described": 0.12, "pronoun": 0.15, "place": 0.2}
_GENERIC = ("S … {} … V", "V … {} … S")


@dataclass(frozen=True, slots=True)
class PatternTable:
    """The relation patterns by the word that must stand in a sentence for them to fit."""

    by_key: dict[str, list[Pattern]]
    wordless: tuple[Pattern, ...]
    implied: dict[str, EntityValue]


def list_implied(language: Language) -> set[str]:
    """Return the names of the values that patterns of a language imply ("quelloffen": Open Source)."""
    lines = (
        line
        for levels in read_table(f"relations_{language.code}.toml").values()
        for listed in levels.values()
        for line in listed
    )
    return {implied.strip() for line in lines if (implied := line.partition("=>")[2]).strip()}


@lru_cache(maxsize=16)
def get_pattern_table(key: VocabularyKey, language: Language) -> PatternTable:
    """Return the compiled patterns for the predicates of a vocabulary."""
    vocabulary, table = key.vocabulary, read_table(f"relations_{language.code}.toml")
    patterns = [
        parse_pattern(predicate, source, _TRUST[level], implied.strip() or None, language)
        for predicate, levels in table.items()
        if predicate in vocabulary.predicates
        for level, lines in levels.items()
        for line in lines
        for source, _, implied in (one.partition("=>") for one in (line, *_list_perfect(line)))
    ]
    for predicate in vocabulary.predicates.values():
        if (
            predicate.value_type == "entity"
            and predicate.key not in table
            and predicate.key not in _ELSEWHERE
        ):
            patterns += _read_triggers(predicate, language)
    by_key: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in pattern.keys:
            by_key.setdefault(word, []).append(pattern)
    labels = {
        label: EntityValue(label, e.key, e.kind) for e in vocabulary.entities for label in e.label.values()
    }
    implied_values = {
        p.implied: labels.get(p.implied, EntityValue(p.implied, None, "licence"))
        for p in patterns
        if p.implied
    }
    return PatternTable(by_key, tuple(p for p in patterns if not p.keys), implied_values)


def _list_perfect(line: str) -> Iterator[str]:
    """Yield a pattern with "been" once more as the perfect has it: "S was|been …", "S has|have|had … been …"."""
    found = _BEEN.search(line)
    if found is not None:
        yield f"{line[: found.start()]}S has|have|had … been{line[found.end() :]}"


_BEEN = re.compile(r"\bS (?:\S+\|)?been\b(?:\|\S+)?")
_ELSEWHERE = frozenset({"office_holder", "criticised"})


def _read_triggers(predicate: Predicate, language: Language) -> list[Pattern]:
    """Make patterns of an editor's own predicate from its triggers: subject, trigger, value."""
    return [
        parse_pattern(
            predicate.key, f"S … {trigger.replace(' … ', ' … ')} _ V", _TRUST["likely"], None, language
        )
        for trigger in predicate.triggers.get(language.code, ())
        if not trigger.startswith("-") and not trigger.endswith("-")
    ]


def propose_related(
    reading: Reading, table: PatternTable, predicates: dict[str, Predicate]
) -> Iterator[Draft]:
    """Yield a claim for each pattern that fits, every member of a list for itself."""
    names = [place for place, item in enumerate(reading.items) if item.mention is not None]
    if not names:
        return
    several = len(names) > 1 or any(item.adjective is not None for item in reading.items)
    chosen: dict[int, Pattern] = {id(p): p for p in table.wordless} if several else {}
    for word in {item.stem for item in reading.items} | {item.low for item in reading.items}:
        for pattern in table.by_key.get(word, ()):
            chosen[id(pattern)] = pattern
    joints = find_joints(reading) if several else None
    for pattern in chosen.values():
        predicate = predicates[pattern.predicate]

        def fits(item: Item, role: Role, headed: bool, predicate: Predicate = predicate) -> bool:  # noqa: FBT001  # the protocol of patterns.Fits
            return _fits(item, role, predicate, reading.language, headed=headed)

        matches = match_pattern(pattern, reading, _list_starts(pattern, reading, names), fits)
        elided = match_elided(pattern, reading, *joints, fits) if joints is not None else ()
        for match in (*matches, *elided):
            yield from _make_drafts(reading, match, table, contains=pattern.predicate == "part_of")


def _list_starts(pattern: Pattern, reading: Reading, names: list[int]) -> list[int]:
    first = pattern.elements[0]
    if first.sort == "name":
        return names
    if first.sort == "adjective":
        return [place for place, item in enumerate(reading.items) if item.adjective is not None]
    starts: list[int] = []
    for stem in first.stems | first.exact:
        starts += reading.locate(stem)
    for place, item in enumerate(reading.items):
        if item.low in first.exact and place not in starts:
            starts.append(place)
    return sorted(starts)


def _fits(item: Item, role: Role, predicate: Predicate, language: Language, *, headed: bool) -> bool:
    mention = item.mention
    if mention is None:
        return False
    if mention.modifies and not headed:
        described = language.get_descriptor_kind(mention.head or "")
        if described not in (predicate.value_kinds if role == "S" else predicate.subject_kinds):
            return False
    kinds = predicate.subject_kinds if role == "S" else predicate.value_kinds
    return not kinds or mention.kind in kinds


def _make_drafts(reading: Reading, match: Match, table: PatternTable, *, contains: bool) -> Iterator[Draft]:
    implied = match.pattern.implied
    subjects = _get_mentions(reading, match, match.subject, "S")
    values: tuple[Mention | EntityValue, ...] = (
        (table.implied[implied],) if implied else _get_mentions(reading, match, match.value, "V")
    )
    for subject in subjects:
        for value in values:
            entity = value.entity if isinstance(value, Mention) else value
            if contains and entity.kind != subject.kind:
                continue
            if entity.label == subject.entity.label or (
                entity.id is not None and entity.id == subject.entity.id
            ):
                continue
            yield _make_draft(reading, match, subject, value, entity)


def _get_mentions(reading: Reading, match: Match, place: int, role: Role) -> tuple[Mention, ...]:
    """Return the names at an item, or the class of things that begins there."""
    if place < 0:
        return ()
    is_class = any(element.sort == "class" and element.role == role for element in match.pattern.elements)
    adjective = reading.items[place].adjective
    if not is_class:
        return reading.items[place].group or ((adjective,) if adjective else ())
    last = place
    while (
        last + 1 < match.last
        and not reading.items[last].text[0].isupper()
        and reading.items[last + 1].is_word
    ):
        last += 1
    words = [item.text for item in reading.items[place : last + 1]]
    label = " ".join([*(_to_plain_adjective(word) for word in words[:-1]), words[-1]])
    return (
        Mention(reading.items[place].start, reading.items[last].end, EntityValue(label, None, "class"), 0, 0),
    )


def _to_plain_adjective(word: str) -> str:
    """Return a German plural adjective without its case ("chinesischen" as "chinesische")."""
    return word[:-1] if word.endswith("en") and word[0].islower() else word


def _make_draft(
    reading: Reading, match: Match, subject: Mention, value: Mention | EntityValue, entity: EntityValue
) -> Draft:
    place = (value.start, value.end) if isinstance(value, Mention) else None
    phrase = match.pattern.is_phrase
    doubt = _DOUBT.get(subject.origin, 0.0)
    reasons = [_write_wording(reading, match)]
    origins = {subject.origin, value.origin} if isinstance(value, Mention) else {subject.origin}
    if isinstance(value, Mention) and subject.origin != "place":
        doubt += _DOUBT.get(value.origin, 0.0)
    if "place" in origins:
        reasons.append(BY_PLACE)
    elif subject.origin in _DOUBT:
        reasons.append(f"read as {subject.entity.label}")
    return Draft(
        match.pattern.predicate,
        subject,
        entity,
        min(match.last - 1, max(match.first, match.last - 1)),
        set(range(match.first, match.last)),
        match.pattern.trust - doubt,
        reasons,
        value_item=match.value,
        value_at=place,
        subject_at=(subject.start, subject.end),
        modality=_get_modality(match, subject, phrase=phrase),
        polarity="asserted" if phrase else None,
        span=_find_phrase(reading, match) if phrase else None,
        trigger_width=sum(1 for element in match.pattern.elements if element.sort == "word"),
    )


def _write_wording(reading: Reading, match: Match) -> str:
    """Return what relates the two names, in the words of the text."""
    words = [
        item.text for item in reading.items[match.first : match.last] if item.is_word and item.mention is None
    ]
    if not words:
        return "two names side by side"
    if len(words) > _MOST_WORDS:
        words = [*words[: _MOST_WORDS // 2], "…", *words[-(_MOST_WORDS // 2) :]]
    return f"wording “{' '.join(words)}”"


def _get_modality(match: Match, subject: Mention, *, phrase: bool) -> str | None:
    """Return what the pattern itself says; "Google's partnership" is there whatever the verb says of it."""
    if match.pattern.trust == _TRUST["planned"]:
        return "planned"
    return "happened" if phrase or subject.owns else None


def _find_phrase(reading: Reading, match: Match) -> tuple[int, int]:
    """Return the characters of a noun phrase that relates two names by itself ("das Modell X von Y")."""
    items, first = reading.items, match.first
    while first > 0 and items[first - 1].clause == items[first].clause:
        if not leads_to_name(items[first - 1], reading.language):
            break
        first -= 1
    return items[first].start, items[match.last - 1].end
