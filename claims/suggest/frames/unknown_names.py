"""Names that nobody knows yet, found by their place in a sentence that has a clear trigger.

"Pfeiffer Kranbau wurde 1921 gegründet": who was founded in 1921 is an organisation, whatever its name.
Such names are trusted less than known ones, and each claim that rests on one says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.suggest.frames.measured import get_dimension, is_fitting, price_trigger
from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.patterns import leads_to_name
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import choose_subject
from claims.suggest.sentence.triggers import Hit
from claims.suggest.sentence.unknown_beside import (
    KINDS,
    is_speech,
    read_agent,
    read_apposition,
    read_holder,
    read_object,
    read_owner,
    read_seat,
    read_speaker,
)
from claims.suggest.sentence.unknown_runs import (
    find_head,
    find_lead,
    find_run,
    find_start,
    is_strong,
    may_be_name,
    may_open,
)
from claims.values.value import Date, Quantity
from claims.vocabulary import Unit

_NO_PLACE = frozenset({"rank", "duration", "capacity", "benchmark_score"})
"""Predicates whose triggers say too little of what they are said of."""
_FARTHEST = 2.5
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name at items `first` to `behind`, exclusive, and what it names."""

    first: int
    behind: int
    kind: str


def find_unknown_names(reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit]) -> list[Unknown]:
    """Return the names of a sentence that nobody knows and whose place tells what they are, in order."""
    found: list[Unknown] = []
    place, items = 0, reading.items
    while place < len(items):
        item = items[place]
        behind = find_run(reading, place) if item.is_word and item.text[0].isupper() else place
        first = find_start(reading, place, behind)
        named = behind > first and may_be_name(reading, first, behind)
        kind = _tell_kind(reading, hits, units, first, behind) if named else None
        if kind is None and named and first > 1 and items[first - 1].low in reading.language.joiners:
            kind = _get_kind_before(reading, found, first - 2)
        if kind is not None and _has_form(reading, first, behind, kind):
            found.append(Unknown(first, behind, kind))
        place = max(behind, place + 1)
    known = {one.first for one in found}
    return sorted(
        [*found, *(one for one in find_voted(reading, hits) if one.first not in known)],
        key=lambda one: one.first,
    )


_VOTES = "vote_share"


def find_voted(reading: Reading, hits: Sequence[Hit]) -> list[Unknown]:
    """Return the parties of a vote that stand before their share: "die Grüne Küste 24 Prozent"."""
    items, found = reading.items, []
    if not any(hit.trigger.predicate.key == _VOTES for hit in hits):
        return []
    for place, item in enumerate(items):
        behind = find_run(reading, place) if item.is_word and item.text[0].isupper() else place
        lead = place - 1
        if lead > 0 and reading.language.code == "en" and leads_to_name(items[lead], reading.language):
            lead -= items[lead].low not in _NOMINATIVE
        if behind == place or lead < 0 or items[lead].low not in _NOMINATIVE or behind >= len(items):
            continue
        described = reading.language.code == "en" or (behind - place > 1 and item.low.endswith("e"))
        described = described or item.low.endswith(tuple(reading.language.unknown_parties))
        voted = any(hit.first == behind and hit.trigger.predicate.key == _VOTES for hit in hits)
        share = items[behind].value
        if described and (voted or (share is not None and isinstance(share.value, Quantity))):
            found.append(Unknown(place, behind, "organisation"))
    return found


_NOMINATIVE = frozenset({"die", "der", "das", "the"})


def _get_kind_before(reading: Reading, found: Sequence[Unknown], place: int) -> str | None:
    """Return the kind of the agent that a list begins with ("founded by Priya Raman and X")."""
    if found and found[-1].behind == place + 1:
        return found[-1].kind
    mention, lead = reading.items[place].mention, reading.items[place - 1].low
    named = mention is not None and mention.kind == "person" and lead in reading.language.agents
    return "person" if named else None


def _has_form(reading: Reading, first: int, behind: int, kind: str) -> bool:
    """Ask a person for two or three plain words, and a figure at the end for a product."""
    words = [item for item in reading.items[first:behind] if item.is_word]
    if len(words) < behind - first and kind != "product":
        return False
    if kind != "person":
        return True
    plain = all(word.text.replace("-", "").isalpha() and word.text[1:].islower() for word in words)
    language = reading.language
    named = {word.low for word in words} & (language.org_heads | language.org_tails | language.legal_forms)
    return 1 < len(words) <= _LONGEST_NAME and plain and not named and not words[-1].descriptor


def _tell_kind(
    reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit], first: int, behind: int
) -> str | None:
    return (
        read_speaker(reading, first, behind)
        or read_apposition(reading, first, behind)
        or read_agent(reading, first, behind)
        or read_object(reading, first, behind)
        or read_owner(reading, first, behind)
        or read_seat(reading, first, behind)
        or read_holder(reading, first, behind)
        or _read_subject(reading, hits, units, first, behind)
    )


def _read_subject(
    reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit], first: int, behind: int
) -> str | None:
    if not _is_subject(reading, hits, first, behind):
        return None
    for kind in _list_kinds(reading, hits, units, first, behind):
        if kind is not None:
            return kind
    return None


def _is_subject(reading: Reading, hits: Sequence[Hit], first: int, behind: int) -> bool:
    """Tell whether a run stands where the subject of its clause stands."""
    items, language = reading.items, reading.language
    lead = find_lead(reading, first)
    head = find_head(items)
    opens = lead == head or (lead > 0 and items[lead - 1].clause != items[lead].clause)
    if behind >= len(items) or (first == head and not may_open(reading, first, behind)):
        return False
    follows = _is_verb(reading, hits, behind)
    if language.code == "en":
        led = lead > 0 and items[lead - 1].low in language.prepositions
        return follows and not led
    described = first - lead > 1 and items[first - 1].text[0].isupper()
    if opens and follows:
        return lead == first == head or described or (lead < first and is_strong(reading, first, behind))
    inverted = lead > head and items[lead - 1].low in language.unknown_verbs
    return (
        inverted
        and (described or is_strong(reading, first, behind))
        and items[lead].low not in {"den", "dem"}
    )


def _is_verb(reading: Reading, hits: Sequence[Hit], place: int) -> bool:
    """Tell whether the verb of a subject stands at `place`, an adverb or a relative pronoun before it."""
    items, language = reading.items, reading.language
    if items[place].text == "," and place + 1 < len(items):
        return items[place + 1].low in language.relatives or _is_participle(reading, hits, place + 1)
    if items[place].low in language.unknown_between and place + 1 < len(items):
        place += 1
    item = items[place]
    if not item.is_word or item.text[0].isupper():
        return False
    verbs = item.low in language.unknown_verbs or item.stem in language.unknown_roles
    return verbs or any(hit.first == place for hit in hits) or is_speech(reading, place)


def _is_participle(reading: Reading, hits: Sequence[Hit], first: int) -> bool:
    """Tell whether an addition with a participle follows a name: ", founded in 1988", ", 1954 in Siegen gegründet,"."""
    items = reading.items
    if reading.language.code == "en":
        return any(hit.first == first and items[first].low.endswith("ed") for hit in hits)
    last = first
    while last + 1 < len(items) and items[last + 1].clause == items[first].clause:
        last += 1
    closed = last + 1 < len(items) and items[last + 1].text == ","
    participle = items[last].low.startswith("ge") or items[last].low.endswith(("iert", "elt"))
    return closed and participle and any(hit.last == last for hit in hits)


def _list_kinds(
    reading: Reading, hits: Sequence[Hit], units: Mapping[str, Unit], first: int, behind: int
) -> Iterator[str | None]:
    """Yield what the sentence makes of its subject: by the verb's roles, its triggers, a licence."""
    items, language = reading.items, reading.language
    named = items[behind - 1].descriptor if language.code == "en" else None
    role = _find_role(reading, first, behind)
    if role is not None:
        yield named or role
        return
    for hit in hits:
        kinds = hit.trigger.predicate.subject_kinds
        if (
            hit.trigger.predicate.key in _NO_PLACE
            or hit.last < behind
            or abs(items[hit.first].clause - items[first].clause) > 1
        ):
            continue
        if _is_answered(reading, hit, units) and not _has_subject(reading, hit, kinds, behind):
            yield named if named in kinds else next((kind for kind in KINDS if kind in kinds), None)
    if any(m.kind == "licence" and not m.modifies for item in items[behind:] for m in item.group):
        yield "product" if items[behind].low in language.unknown_verbs else None


def _find_role(reading: Reading, first: int, behind: int) -> str | None:
    """Return the kind that a verb of making or owning gives its subject: who acts, or what is acted on."""
    items, language = reading.items, reading.language
    clause = [n for n in range(behind, len(items)) if items[n].clause == items[first].clause]
    verb = next((n for n in clause if items[n].stem in language.unknown_roles and items[n].is_word), None)
    if verb is None:
        return None
    made, maker = language.unknown_roles[items[verb].stem]
    passive = any(items[n].low in language.passives for n in clause)
    if passive:
        agent = any(items[n].low in language.agents for n in clause)
        return made if agent else None
    acts = verb - behind <= 1 or any(items[n].low in language.unknown_have for n in clause)
    objects = [n for n in clause if n != verb and (items[n].group or items[n].text[0].isupper())]
    return maker if acts and objects and items[min(verb + 1, len(items) - 1)].value is None else None


def _is_answered(reading: Reading, hit: Hit, units: Mapping[str, Unit]) -> bool:
    """Tell whether a value of the kind that a trigger asks for stands beside it, or a denial."""
    items, predicate = reading.items, hit.trigger.predicate
    clauses = {items[hit.first].clause, items[hit.last].clause}
    for place, item in enumerate(items):
        if item.value is None:
            continue
        value = item.value.value
        if isinstance(value, Date) and predicate.value_type == "date" and item.clause in clauses:
            return True
        if (
            isinstance(value, Quantity)
            and predicate.value_type == "quantity"
            and is_fitting(predicate, get_dimension(value, units))
            and price_trigger(reading, hit, place) <= _FARTHEST
        ):
            return True
    denied = any(item.low in reading.language.denials for item in items if item.clause in clauses)
    return denied and predicate.temporal == "instant"


def _has_subject(reading: Reading, hit: Hit, kinds: Sequence[str], behind: int) -> bool:
    """Tell whether a known name is what the trigger is said of."""
    choice = choose_subject(reading, kinds, hit.last, -1, Memory(), first=hit.first)
    if choice is None or choice.item < 0:
        return False
    return reading.items[choice.item].clause == reading.items[hit.last].clause and choice.item < behind
