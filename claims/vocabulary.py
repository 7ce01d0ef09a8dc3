"""What the desk's claims are made of, as data: predicates, units, known entities, rating scales.

Read from the TOML files under `seeds/`, so that an editor adds a predicate by adding lines of data.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from claims.errors import InvalidVocabulary
from claims.settings import get_folder

T = TypeVar("T")

ENTITY_KINDS = (
    "person",
    "organisation",
    "place",
    "product",
    "work",
    "plan",
    "event",
    "law",
    "office",
    "incident",
    "project",
    "building",
    "class",
    "licence",
    "topic",
)
"""What an entity can be. A state acts and lies somewhere: it is a place."""

VALUE_TYPES = ("date", "quantity", "entity", "string", "boolean")
CARDINALITIES = ("single", "set", "multi")
TEMPORALS = ("none", "instant", "period", "deadline", "state")
LACKING = ("compared", "at_most", "apart")
"""How an answer that lacks a separator stands to one that has it: compared, no less than it, another's."""
TRUTH_CLASSES = ("true", "mixed", "false", "unproven", "not_checkable")
LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A kind of statement: what it is about, what it says, and when two of them conflict.

    `subject_kinds` and `value_kinds` are entity kinds; empty means any. `dimension` is the unit
    dimension of a quantity. `validity_days` says how long a state stays comparable; None for a
    state means until a change is known. Tolerances are the difference that is no contradiction:
    relative to the figure, or absolute in the dimension's base unit. `parts` are the separators that
    divide a figure into parts of the one without them (staff in one place), `apart` those without which
    the question is another (a share of the vote in one town). `shared` are values of a separator for
    which several answers are right at once, as patterns (an office that several people hold). `contains` says that part and
    whole agree as values; `plans_compare` that planned and happened are compared alike; `compared`
    is False where values are never compared (statements).
    """

    key: str
    value_type: str
    subject_kinds: tuple[str, ...] = ()
    value_kinds: tuple[str, ...] = ()
    dimension: str | None = None
    signed: bool = False
    cardinality: str = "single"
    temporal: str = "none"
    separators: tuple[str, ...] = ()
    validity_days: int | None = None
    tolerance_relative: float | None = None
    tolerance_absolute: float | None = None
    parts: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contains: bool = False
    plans_compare: bool = False
    compared: bool = True
    label: Mapping[str, str] = field(default_factory=dict)
    triggers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_shared(self, separators: Iterable[tuple[str, str]]) -> bool:
        """Tell whether several answers are right at once to the question with these separators."""
        return any(
            fnmatchcase(value.casefold(), pattern)
            for key, value in separators
            for pattern in self.shared.get(key, ())
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement or a currency: `base = amount * factor + offset` in its dimension.

    Currencies have factor 1 and a dimension each ("money:USD"), since they never convert.
    `forms` are the ways to write it, per language ("mul" for all).
    """

    code: str
    dimension: str
    factor: str = "1"
    offset: str = "0"
    label: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity that texts name: `aliases` per language ("mul" for all), `part_of` another's key.

    `adjectives` are the words that stand for a place before a noun ("chinesisch", "Chinese").
    """

    key: str
    kind: str
    label: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of a rating scale; `ordinal` is None where it has no place in the order."""

    code: str
    ordinal: int | None
    label: Mapping[str, str]
    truth_class: str
    use: str = ""
    about_mention: bool = False


@dataclass(frozen=True, slots=True)
class RatingScale:
    """A desk's set of ratings, frozen under its key once used."""

    key: str
    label: Mapping[str, str]
    note: str
    worst: int
    best: int
    default: bool
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class OrderingPair:
    """Of one subject, what `earlier` dates cannot lie after what `later` dates."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything under `seeds/` that types a claim."""

    predicates: Mapping[str, Predicate]
    units: Mapping[str, Unit]
    entities: tuple[KnownEntity, ...]
    scales: tuple[RatingScale, ...]
    orderings: tuple[OrderingPair, ...]


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read the vocabulary files of `folder`.

    Raises:
        InvalidVocabulary: A file is missing, is no TOML, or says something unusable; names the file and entry.
    """
    predicates = tuple(_read(folder, "predicates.toml", Predicate))
    units = load_units(folder / "units.toml")
    entities = tuple(_read(folder, "entities.toml", KnownEntity))
    scales = tuple(_read_scales(folder))
    orderings = tuple(
        OrderingPair(earlier, later)
        for chain in _load(folder / "orderings.toml").get("chains", [])
        for place, earlier in enumerate(chain)
        for later in chain[place + 1 :]
    )
    vocabulary = Vocabulary({p.key: p for p in predicates}, units, entities, scales, orderings)
    _check(vocabulary, folder)
    return vocabulary


def load_units(path: Path) -> dict[str, Unit]:
    """Read the units of `path` (`units.toml`) by code, for what needs them without the other files.

    Raises:
        InvalidVocabulary: The file is missing, is no TOML, or says something unusable; names the entry.
    """
    return {unit.code: unit for unit in _read(path.parent, path.name, Unit)}


@cache
def get_seed_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the program, read once per process."""
    return load_vocabulary(get_folder("seeds"))


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise InvalidVocabulary(
            f"{path}: vocabulary file missing; restore it from the distribution"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidVocabulary(f"{path}: not readable as TOML: {error}") from None


def _read(folder: Path, name: str, kind: type[T]) -> Iterable[T]:
    path = folder / name
    key_field = "code" if kind is Unit else "key"
    for key, entry in _load(path).items():
        yield _build(kind, {key_field: key, **entry}, f"{path}: [{key}]")


def _read_scales(folder: Path) -> Iterable[RatingScale]:
    path = folder / "rating_scales.toml"
    for key, entry in _load(path).items():
        ratings = tuple(
            _build(Rating, {"ordinal": None, **rating}, f"{path}: [{key}] {rating.get('code')}")
            for rating in entry.pop("ratings", [])
        )
        yield _build(RatingScale, {"key": key, "ratings": ratings, **entry}, f"{path}: [{key}]")


def _build(kind: type[T], entry: dict[str, Any], where: str) -> T:
    frozen = {name: _freeze(value) for name, value in entry.items()}
    try:
        return kind(**frozen)
    except TypeError as error:
        raise InvalidVocabulary(f"{where}: {str(error).split('__init__() ')[-1]}") from None


def _freeze(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {key: _freeze(inner) for key, inner in value.items()}
    return value


def _check(vocabulary: Vocabulary, folder: Path) -> None:
    """Refuse what points nowhere: an unknown kind, dimension, predicate or whole."""
    dimensions = {unit.dimension.partition(":")[0] for unit in vocabulary.units.values()} | {
        "number",
        "count",
    }
    for predicate in vocabulary.predicates.values():
        where = f"{folder / 'predicates.toml'}: [{predicate.key}]"
        _among(predicate.value_type, VALUE_TYPES, f"{where} value_type")
        _among(predicate.cardinality, CARDINALITIES, f"{where} cardinality")
        _among(predicate.temporal, TEMPORALS, f"{where} temporal")
        for kind in predicate.subject_kinds + predicate.value_kinds:
            _among(kind, ENTITY_KINDS, f"{where} kind")
        for name in ("parts", "apart", "shared"):
            for separator in getattr(predicate, name):
                _among(separator, predicate.separators, f"{where} {name}")
        if predicate.dimension is not None:
            _among(predicate.dimension, sorted(dimensions), f"{where} dimension")
    keys = {entity.key for entity in vocabulary.entities}
    for entity in vocabulary.entities:
        where = f"{folder / 'entities.toml'}: [{entity.key}]"
        _among(entity.kind, ENTITY_KINDS, f"{where} kind")
        if entity.part_of is not None and entity.part_of not in keys:
            raise InvalidVocabulary(f"{where} part_of: no entity {entity.part_of!r}")
    for pair in vocabulary.orderings:
        for key in (pair.earlier, pair.later):
            _among(key, tuple(vocabulary.predicates), f"{folder / 'orderings.toml'}")
    for scale in vocabulary.scales:
        for rating in scale.ratings:
            _among(
                rating.truth_class,
                TRUTH_CLASSES,
                f"{folder / 'rating_scales.toml'}: [{scale.key}] {rating.code}",
            )


def _among(value: str, allowed: Iterable[str], where: str) -> None:
    if value not in allowed:
        raise InvalidVocabulary(f"{where}: {value!r} is not one of {', '.join(allowed)}")
