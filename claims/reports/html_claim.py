"""A claim in words: what it is about, what is said of it, with what reservations, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.reports.html_words import QUALIFIERS, WORDS
from claims.values.say_date import write_date, write_edtf
from claims.values.say_figure import write_figure


@dataclass(frozen=True, slots=True)
class Labels:
    """The names that a report in one language uses; entities by id where they have another name there."""

    language: str
    predicates: Mapping[str, str]
    entities: Mapping[str, str]

    @property
    def words(self) -> Mapping[str, str]:
        """The report's own words."""
        return WORDS[self.language]


def name_entity(labels: Labels, entity: Mapping[str, Any] | None) -> str:
    """Return the name of an entity of the JSON contract; of none, nothing; of no one named, that."""
    if entity is None:
        return ""
    if entity["id"] is None and entity["label"] == "(unnamed)":
        return labels.words["unnamed"]
    return labels.entities.get(entity["id"] or "", str(entity["label"]))


def write_value(labels: Labels, said: Mapping[str, Any]) -> str:
    """Return what a mention or a finding's member says, a denial or a plan marked as such.

    `said` has snak, value, polarity and modality of the JSON contract.
    """
    words = labels.words
    plain = _write_plain(labels, said)
    if said.get("polarity") == "negated" and plain:
        plain = f"{words['not']} {plain}"
    if said.get("modality") in {"planned", "estimated", "alleged"} and plain:
        plain = f"{plain} ({words[said['modality']]})"
    if said.get("as_of"):
        plain = f"{plain} ({words['as_of'].format(write_edtf(said['as_of'], labels.language))})"
    return plain


def _write_plain(labels: Labels, said: Mapping[str, Any]) -> str:
    words, value = labels.words, said["value"]
    if said.get("snak") == "novalue":
        return words["no_value"]
    if value is None:
        return words["some_value"] if said.get("snak") == "somevalue" else ""
    match value["type"]:
        case "date" if value["edtf"] is None:
            return words["unresolved"].format(value["text"]) if value["text"] else words["some_value"]
        case "date":
            return write_date(value, labels.language)
        case "quantity":
            return write_figure(value, labels.language)
        case "entity":
            return name_entity(labels, value)
        case "boolean":
            return words["yes" if value["value"] else "no"]
    return str(value["text"])


def write_qualifiers(labels: Labels, qualifiers: Mapping[str, str]) -> str:
    """Return the separators of a question, such as "place: China, stage: beta"."""
    names = QUALIFIERS[labels.language]
    return ", ".join(f"{names.get(key, key)}: {value}" for key, value in sorted(qualifiers.items()))


def write_predicate(labels: Labels, key: str | None) -> str:
    """Return a predicate's label; of an untyped claim, that it is worth checking."""
    return labels.words["worth_checking"] if key is None else labels.predicates.get(key, key)


def list_reservations(labels: Labels, mention: Mapping[str, Any]) -> list[str]:
    """Return how the text says it where it does not simply assert it: in a quote, hedged, and so on."""
    said = [] if mention["voice"] == "article" else [labels.words[f"voice_{mention['voice']}"]]
    return [*said, labels.words["hedged"]] if mention["hedged"] else said
