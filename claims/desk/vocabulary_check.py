"""Whether the files of the vocabulary have the form that is asked for; says what, where and what to do.

They are edited by hand. A list forgotten around a single trigger would be read as a list of letters.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claims.errors import InvalidVocabulary

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Language = Literal["de", "en", "mul"]
Texts = list[Text]
Named = dict[Language, Text]
Listed = dict[Language, Texts]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PredicateEntry(_Entry):
    """An entry of `predicates.toml`."""

    value_type: Text
    subject_kinds: Texts = []
    value_kinds: Texts = []
    dimension: Text | None = None
    signed: bool = False
    cardinality: Text = "single"
    temporal: Text = "none"
    separators: Texts = []
    parts: Texts = []
    apart: Texts = []
    shared: dict[Text, Texts] = {}
    validity_days: Annotated[int, Field(gt=0)] | None = None
    tolerance_relative: Annotated[float, Field(ge=0)] | None = None
    tolerance_absolute: Annotated[float, Field(ge=0)] | None = None
    contains: bool = False
    plans_compare: bool = False
    compared: bool = True
    label: Named
    triggers: Listed = {}


class UnitEntry(_Entry):
    """An entry of `units.toml`; factor and offset are texts, so that they stay exact."""

    dimension: Text
    factor: Text = "1"
    offset: Text = "0"
    label: Named
    forms: Listed = {}


class EntityEntry(_Entry):
    """An entry of `entities.toml`."""

    kind: Text
    label: Named
    aliases: Listed = {}
    adjectives: Listed = {}
    part_of: Text | None = None


class RatingEntry(_Entry):
    """A rating of a scale in `rating_scales.toml`."""

    code: Text
    ordinal: int | None = None
    label: Named
    truth_class: Text
    use: str = ""
    about_mention: bool = False


class ScaleEntry(_Entry):
    """An entry of `rating_scales.toml`."""

    label: Named
    note: str = ""
    worst: int
    best: int
    default: bool = False
    ratings: list[RatingEntry]


class Orderings(_Entry):
    """What `orderings.toml` holds."""

    chains: list[Annotated[Texts, Field(min_length=2)]] = []


_FILES: Mapping[str, TypeAdapter[Any]] = {
    "predicates.toml": TypeAdapter(dict[str, PredicateEntry]),
    "units.toml": TypeAdapter(dict[str, UnitEntry]),
    "entities.toml": TypeAdapter(dict[str, EntityEntry]),
    "rating_scales.toml": TypeAdapter(dict[str, ScaleEntry]),
    "orderings.toml": TypeAdapter(Orderings),
}
_MOST = 10
"""Faults told at once."""


def check_vocabulary(folder: Path) -> None:
    """Refuse vocabulary files that are not of the form that `seeds/README.md` explains.

    Raises:
        InvalidVocabulary: Names for each fault the file, the entry, the field and what to write.
    """
    faults = [fault for name, form in _FILES.items() for fault in _list_faults(folder / name, form)]
    if faults:
        more = f"\nand {len(faults) - _MOST} more" if len(faults) > _MOST else ""
        raise InvalidVocabulary("\n".join(faults[:_MOST]) + more)


def _list_faults(path: Path, form: TypeAdapter[Any]) -> list[str]:
    try:
        entries = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return []  # reading the vocabulary says so, with the place
    try:
        form.validate_python(entries)
    except ValidationError as error:
        return [f"{path}: {_say_where(one['loc'])}: {_say_what(one)}" for one in error.errors()]
    return []


def _say_where(place: tuple[int | str, ...]) -> str:
    """Return "[founded] triggers.de, item 2" for a place in a file."""
    first, *rest = place
    said = f"[{first}] " if rest or not isinstance(first, int) else ""
    for part in rest:
        said += (
            f", item {part + 1}" if isinstance(part, int) else f".{part}" if not said.endswith(" ") else part
        )
    return said.strip()


def _say_what(error: ErrorDetails) -> str:
    given, sort = error["input"], error["type"]
    if sort == "list_type" and isinstance(given, str):
        return f'"{given}" is a single text where a list of texts belongs; write ["{given}"]'
    if sort == "string_type":
        return f"{given!r} is no text; put it in quotation marks"
    if sort in {"string_too_short", "string_pattern_mismatch"}:
        return "the text is empty; write one or leave the entry out"
    if sort == "extra_forbidden":
        return "there is no such field; seeds/README.md lists those that there are"
    if sort == "missing":
        return "the field is missing; add it, as seeds/README.md explains"
    if sort == "literal_error":
        return f"{error['ctx']['expected']} is asked for here"
    return f"{given!r} does not fit: {error['msg'].lower()}"
