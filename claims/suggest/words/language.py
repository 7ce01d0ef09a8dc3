"""The word tables of a language, read once from the data files beside this module."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

from claims.suggest.words.stemming import build_stemmer
from claims.suggest.words.word_finders import build_descriptor_finder, build_office_finder

Words = frozenset[str]
_TEXT_TABLES = ("descriptors", "suffixes", "placed", "saying", "irregular", "measures", "unknown_roles")


@dataclass(frozen=True, eq=False)
class Language:
    """What the reader of a text looks up; the lists are explained where they are kept, in the data files."""

    code: str
    has_ordinal_stops: bool
    stem: Callable[[str], str]
    get_descriptor_kind: Callable[[str], str | None]
    is_office: Callable[[str], bool]
    suffix_kinds: tuple[tuple[str, str], ...]
    suffix_endings: tuple[str, ...]
    placed_kinds: tuple[tuple[str, str], ...]
    placed_endings: tuple[str, ...]
    common_compounds: Words
    saying: Mapping[str, Mapping[str, str | None]]
    measures: Mapping[str, str]
    unknown_roles: Mapping[str, tuple[str, str]]
    office_openings: Words
    parties: Words
    elections: Words
    partition_verbs: Words
    holding_verbs: Words
    share_bases: Words
    stance_for: Words
    stance_against: Words
    stance_none: Words
    rest_words: Words
    org_endings: Words
    clubs_before: Words
    clubs_behind: Words
    never_short: Words
    titles_with_stop: Words
    abbreviations: Words
    sentence_starters: Words
    determiners: Words
    separable: Words
    lead_adverbs: Words
    articles: Words
    demonstratives: Words
    relatives: Words
    subordinators: Words
    coordinators: Words
    joiners: Words
    agents: Words
    prepositions: Words
    function_words: Words
    passives: Words
    genitive_marks: Words
    legal_forms: Words
    event_heads: Words
    org_heads: Words
    org_tails: Words
    bodies_within: Words
    level_verbs: Words
    level_adjectives: Words
    losses: Words
    joined_events: Words
    treaties: Words
    part_nouns: Words
    work_heads: Words
    title_words: Words
    name_particles: Words
    version_words: Words
    launching: Words
    not_versioned: Words
    never_names: Words
    noun_endings: Words
    first_names: Words
    family_names: Words
    words: Words
    town_offices: Words
    town_bodies: Words
    company_offices: Words
    company_openings: Words
    presided: Words
    former: Words
    deputy: Words
    acting: Words
    links: Words
    negations: Words
    denials: Words
    no_negations: Words
    corrections: Words
    hedges: Words
    estimates: Words
    alleged: Words
    shall: Words
    shall_have: Words
    plans: Words
    future: Words
    not_future: Words
    past: Words
    no_longer: Words
    cancelled: Words
    not_to_be: Words
    prospective: Words
    opinion: Words
    first_person: Words
    boilerplate: Words
    credit: Words
    boilerplate_headings: Words
    request: Words
    comparisons: Words
    comparison_links: Words
    measured_words: Words
    according: Words
    object_sayers: Words
    subjunctive: Words
    states: Words
    stance: Words
    plain_saying: Words
    evidence: Words
    announcing: Words
    naming: Words
    saying_nouns: Words
    unknown_verbs: Words
    unknown_have: Words
    unknown_plurals: Words
    unknown_between: Words
    unknown_endings: Words
    unknown_adverbs: Words
    unknown_adverb_endings: Words
    unknown_noun_endings: Words
    unknown_common: Words
    unknown_appositions: Words
    unknown_ranks: Words
    owned_nouns: Words
    rival_nouns: Words
    founder_nouns: Words
    successor_nouns: Words
    place_endings: Words
    no_places: Words
    place_openings: Words
    unknown_parties: Words

    @property
    def offices(self) -> Words:
        """The names of offices a person can hold, lower case."""
        return self.words

    def list_office_widths(self, word: str) -> tuple[int, ...]:
        """Return of how many words an office may be that begins with a lower-case word, widest first."""
        return (3, 2, 1) if word in self.office_openings else (1,)


@cache
def get_language(code: str) -> Language:
    """Return the word tables for a language tag; English stands in for one that has none."""
    name = "de" if code.lower().startswith("de") else "en"
    tables = read_table(f"{name}.toml")
    descriptors = {
        word: kind
        for kind, words in tables["descriptors"].items()
        if kind != "never_short"
        for word in words.split()
    }
    never_short = frozenset(tables["descriptors"]["never_short"].split())
    lists: dict[str, Any] = {
        key: _read_list(value)
        for table, entries in tables.items()
        if table not in _TEXT_TABLES
        for key, value in entries.items()
        if isinstance(value, str)
    }
    for names in read_table("given_names.toml")["names"].values():
        lists["first_names"] |= _read_list(names)
    lists["family_names"] = _read_list(read_table("given_names.toml")["family_names"]["east_asian"])
    wanted = {field.name for field in fields(Language)}
    irregular = dict(pair.split(":") for pair in tables["irregular"]["forms"].split())
    if name == "en":  # "take" is not cut like "baked"
        irregular = {**{stem: stem for stem in irregular.values()}, **irregular}
    stem = build_stemmer(
        name, irregular, tuple(lists["particles"]), frozenset(tables["irregular"]["keep"].split())
    )
    suffixes = dict(tables["suffixes"])
    common = frozenset(suffixes.pop("common").split())
    suffix_kinds = _read_endings(suffixes)
    placed_kinds = _read_endings(tables["placed"])
    return Language(
        code=name,
        has_ordinal_stops=tables["sentences"]["has_ordinal_stops"],
        stem=stem,
        get_descriptor_kind=build_descriptor_finder(descriptors, never_short),
        is_office=build_office_finder(name, lists["words"]),
        suffix_kinds=suffix_kinds,
        suffix_endings=tuple(ending for ending, _ in suffix_kinds),
        placed_kinds=placed_kinds,
        placed_endings=tuple(ending for ending, _ in placed_kinds),
        common_compounds=common,
        saying=_read_saying(tables["saying"]),
        measures={word: key for key, words in tables["measures"].items() for word in words.split()},
        never_short=never_short,
        office_openings=frozenset(word.split()[0] for word in lists["words"] if " " in word),
        unknown_roles=_read_roles(tables["unknown_roles"], stem),
        **{key: value for key, value in lists.items() if key in wanted},
        **{
            key: _read_list(tables["saying"][key])
            for key in (
                "according",
                "object_sayers",
                "subjunctive",
                "states",
                "stance",
                "plain_saying",
                "evidence",
                "announcing",
                "naming",
                "saying_nouns",
            )
        },
    )


def _read_endings(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((word, kind) for kind, words in table.items() for word in words.split())


def _read_roles(table: Mapping[str, str], stem: Callable[[str], str]) -> dict[str, tuple[str, str]]:
    """Map the stem of each verb to what is acted on and who acts ("entwickelt": product, organisation)."""
    pairs = {pair: pair.split("-") for pair in table}
    return {
        stem(word): (pairs[pair][0], pairs[pair][1])
        for pair, words in table.items()
        for word in words.split()
    }


def read_table(name: str) -> dict[str, Any]:
    """Read one of the data files beside this module."""
    return tomllib.loads((resources.files("claims.suggest.words") / name).read_text("utf-8"))


def _read_list(text: str) -> Words:
    return frozenset(word.replace("_", " ") for word in text.split())


def _read_saying(table: Mapping[str, str]) -> dict[str, dict[str, str | None]]:
    """Map each predicate of speech to its verb forms, and each form to the particle that it needs."""
    saying: dict[str, dict[str, str | None]] = {}
    for key in ("said", "demanded", "criticised", "predicted", "denied"):
        needs: dict[str, str] = {}
        for word, particle in (pair.split(":") for pair in table[f"{key}_needs"].split()):
            needs[word] = f"{needs[word]}|{particle}" if word in needs else particle
        saying[key] = {word: needs.get(word) for word in (*table[key].split(), *needs)}
    return saying
