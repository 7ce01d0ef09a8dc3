"""The sample articles and sources that ship with the ledger, and the list of what is planted in them."""

import csv
import json
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.settings import get_folder

SEEDS = get_folder("seeds")
SOURCE_KINDS = {
    "primary",
    "official",
    "reporting",
    "agency",
    "reference",
    "interview",
    "e-mail",
    "own test",
    "social",
}
RULES = {"value-contradiction", "polarity-contradiction", "magnitude-slip"}

Record = dict[str, Any]


def _read_markdown(path: Path) -> Record:
    _, header, text = path.read_text("utf-8").split("---\n", 2)
    return {**yaml.safe_load(header), "text": text}


def _read_jsonl(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _read_plain_texts() -> list[Record]:
    with (SEEDS / "articles-meta.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["file"]: row for row in csv.DictReader(file)}
    return [
        {**rows[path.name], "id": path.stem, "text": path.read_text("utf-8")}
        for path in sorted((SEEDS / "articles").glob("*.txt"))
    ]


def _read_articles() -> list[Record]:
    folder = SEEDS / "articles"
    articles = [_read_markdown(path) for path in sorted(folder.glob("*.md"))]
    return articles + _read_plain_texts() + _read_jsonl(folder / "wire.jsonl")


ARTICLES = {article["id"]: article for article in _read_articles()}
REVISED = {article["id"]: article for article in _read_jsonl(SEEDS / "revisions" / "wire.jsonl")}
PLANTED = _read_jsonl(SEEDS / "planted.jsonl")
SOURCES = tomllib.loads((SEEDS / "sources" / "sources.toml").read_text("utf-8"))
CONTRADICTIONS = [row for row in PLANTED if row["kind"] == "contradiction"]
AGREEMENTS = [row for row in PLANTED if row["kind"] == "agreement"]

each_article = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
each_planted = pytest.mark.parametrize("row", PLANTED, ids=lambda row: row["id"])
each_contradiction = pytest.mark.parametrize("row", CONTRADICTIONS, ids=lambda row: row["id"])
each_source = pytest.mark.parametrize("key", SOURCES)


def _published(article: Record) -> date:
    return date.fromisoformat(str(article["published"]))


def _text_of(member: Record) -> str:
    articles = REVISED if member.get("revision", 1) == 2 else ARTICLES
    return str(articles[member["article"]]["text"])


def _what(value: Record) -> tuple[Any, ...]:
    return tuple(value.get(key) for key in ("edtf", "modifier", "amount", "unit", "label"))


@each_article
def test_an_article_says_where_when_and_in_which_language_it_was_published(article: Record) -> None:
    assert article["outlet"].strip()
    assert article["author"].strip()
    assert article["title"].strip()
    assert article["language"] in {"de", "en"}
    assert date(2024, 11, 1) <= _published(article) <= date(2025, 6, 30)


def test_no_two_articles_share_an_id_or_address() -> None:
    articles = _read_articles()
    assert len({article["id"] for article in articles}) == len(articles)
    assert len({article["url"] for article in articles}) == len(articles)


@each_article
def test_addresses_lie_in_the_domain_reserved_for_examples(article: Record) -> None:
    assert article["url"].startswith("https://example.org/")


def test_every_file_of_the_samples_is_read_by_these_tests() -> None:
    files = Counter(path.suffix for path in (SEEDS / "articles").iterdir())
    assert files.keys() == {".md", ".txt", ".jsonl"}
    assert files[".md"] + files[".txt"] + len(_read_jsonl(SEEDS / "articles" / "wire.jsonl")) == len(ARTICLES)


def test_the_details_of_plain_texts_name_files_that_exist() -> None:
    with (SEEDS / "articles-meta.csv").open(encoding="utf-8", newline="") as file:
        named = {row["file"] for row in csv.DictReader(file)}
    assert named == {path.name for path in (SEEDS / "articles").glob("*.txt")}


def test_a_plain_text_opens_with_its_title() -> None:
    assert all(article["text"].splitlines()[0] == article["title"] for article in _read_plain_texts())


def test_both_languages_have_several_articles() -> None:
    languages = Counter(article["language"] for article in ARTICLES.values())
    assert languages["de"] >= 6
    assert languages["en"] >= 4


@each_article
def test_an_article_is_short_enough_to_read_and_long_enough_to_be_one(article: Record) -> None:
    wire = article["id"].startswith("wire-")
    assert (40 if wire else 150) <= len(article["text"].split()) <= 350


@pytest.mark.parametrize("key", REVISED)
def test_a_revision_changes_the_text_of_an_article_and_nothing_else(key: str) -> None:
    before, after = ARTICLES[key], REVISED[key]
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"text"}


def test_enough_is_planted_of_both_kinds() -> None:
    assert len(CONTRADICTIONS) >= 14
    assert len(AGREEMENTS) >= 14
    assert len(CONTRADICTIONS) + len(AGREEMENTS) == len(PLANTED)


def test_each_rule_is_planted_at_least_twice() -> None:
    counts = Counter(row["rule"] for row in CONTRADICTIONS)
    assert counts.keys() == RULES
    assert min(counts.values()) >= 2


def test_contradictions_lie_within_and_across_languages() -> None:
    pairs = {
        "/".join(sorted({ARTICLES[member["article"]]["language"] for member in row["members"]}))
        for row in CONTRADICTIONS
    }
    assert pairs == {"de", "en", "de/en"}


def test_planted_rows_have_ids_of_their_own() -> None:
    assert len({row["id"] for row in PLANTED}) == len(PLANTED)


@each_planted
def test_a_planted_quote_stands_exactly_once_in_its_article(row: Record) -> None:
    assert [_text_of(member).count(member["quote"]) for member in row["members"]] == [1] * len(row["members"])


@each_planted
def test_a_planted_member_carries_the_address_of_its_article(row: Record) -> None:
    assert [member["url"] for member in row["members"]] == [
        ARTICLES[member["article"]]["url"] for member in row["members"]
    ]


@each_planted
def test_planted_members_lie_in_different_texts(row: Record) -> None:
    assert len({(member["article"], member.get("revision", 1)) for member in row["members"]}) >= 2


@each_planted
def test_a_planted_value_is_of_the_type_that_its_predicate_takes(row: Record) -> None:
    predicates = tomllib.loads((SEEDS / "predicates.toml").read_text("utf-8"))
    value_type = predicates[row["predicate"]]["value_type"]
    assert {member["value"]["type"] for member in row["members"]} == {value_type}


@each_planted
def test_a_planted_unit_is_in_the_vocabulary(row: Record) -> None:
    units = tomllib.loads((SEEDS / "units.toml").read_text("utf-8"))
    named = {member["value"].get("unit") for member in row["members"]} - {None}
    assert named <= units.keys()


@each_planted
def test_only_a_contradiction_names_a_rule(row: Record) -> None:
    assert (row["rule"] in RULES) == (row["kind"] == "contradiction")
    assert row["rule"] in RULES | {None}


@each_contradiction
def test_a_contradicting_passage_names_its_subject(row: Record) -> None:
    assert all(row["subject"] in member["quote"] for member in row["members"])


@each_contradiction
def test_planted_values_conflict_in_the_way_that_their_rule_looks_for(row: Record) -> None:
    values = [member["value"] for member in row["members"]]
    negated = [member.get("polarity") == "negated" for member in row["members"]]
    if row["rule"] == "polarity-contradiction":
        assert sorted(negated) == [False, True]
        assert len({_what(value) for value in values}) == 1
        return
    assert not any(negated)
    assert all(_what(one) != _what(other) for one, other in combinations(values, 2))
    if row["rule"] == "magnitude-slip":
        amounts = sorted(Decimal(value["amount"]) for value in values)
        assert all(high / low == 1000 for low, high in pairwise(amounts))


@each_source
def test_a_source_says_what_it_is(key: str) -> None:
    source = SOURCES[key]
    assert source["kind"] in SOURCE_KINDS
    assert source["url"].startswith("https://example.org/")
    assert source["title"].strip()
    assert source["publisher"].strip()
    assert isinstance(source["published"], date)


def test_each_source_has_its_archived_text_and_each_text_its_source() -> None:
    folder = SEEDS / "sources"
    assert sorted(source["file"] for source in SOURCES.values()) == sorted(
        path.name for path in folder.glob("*.txt")
    )


@pytest.mark.parametrize("row", [row for row in PLANTED if "settled_by" in row], ids=lambda row: row["id"])
def test_a_settling_quote_stands_in_the_archived_source(row: Record) -> None:
    source = SOURCES[row["settled_by"]["source"]]
    text = (SEEDS / "sources" / source["file"]).read_text("utf-8")
    assert text.count(row["settled_by"]["quote"]) == 1


def test_every_source_settles_something() -> None:
    assert {row["settled_by"]["source"] for row in PLANTED if "settled_by" in row} == set(SOURCES)
