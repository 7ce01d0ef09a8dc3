"""Suggesters that packages bring: found by name, checked like our own, and no danger to the others."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.errors import OptionRefused
from claims.suggest.suggesters import describe_dropped, get_suggester, list_suggesters

Desk = Callable[..., Any]

PACKAGE = '''
from claims.suggest import Suggestion
from claims.values import find
from claims.values.value import EntityValue

def good(text, language, published=None, entities=(), vocabulary=None):
    found = find(text, language, published)[0]
    subject = EntityValue("Kelvora", None, "organisation")
    return [Suggestion(0, len(text), subject, "founded", found.value, score=0.9, reasons=("mine",))]

def mixed(text, language, published=None, entities=(), vocabulary=None):
    (one,) = good(text, language)
    there = {"subject": one.subject, "predicate": "founded", "value": one.value}
    return [one, Suggestion(0, 10_000, **there), Suggestion(-5, 3, **there), Suggestion(0, 5, **{**there, "predicate": "mood"})]

def raising(text, language, published=None, entities=(), vocabulary=None):
    if "2019" in text:
        raise KeyError("no\\nsuch\\x1b[31m thing")
    return good(text, language)

def wrong(text, language, published=None, entities=(), vocabulary=None):
    return {"claims": []}

def strangers(text, language, published=None, entities=(), vocabulary=None):
    return [{"start": 0, "end": 5}]

def endless(text, language, published=None, entities=(), vocabulary=None):
    while True:
        yield from good(text, language)

number = 5
'''  # fmt: skip


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Install a package of suggesters as an installer would leave it."""
    folder = tmp_path / "site"
    about = folder / "press_suggesters-2.5.dist-info"
    about.mkdir(parents=True)
    # A module name of the test's own: Python keeps modules by name.
    module = f"press_suggesters_{abs(hash(request.node.nodeid))}"
    (folder / f"{module}.py").write_text(PACKAGE, "utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: press-suggesters\nVersion: 2.5\n", "utf-8")
    names = ("good", "mixed", "raising", "wrong", "strangers", "endless", "number")
    listed = "\n".join(f"{name} = {module}:{name}" for name in names)
    entry_points = f"[claims.suggesters]\n{listed}\nmissing = {module}:nothing\nrules = {module}:wrong\nllm = {module}:wrong\n"
    (about / "entry_points.txt").write_text(entry_points, "utf-8")
    monkeypatch.syspath_prepend(folder)


@pytest.fixture
def articles(desk: Desk, tmp_path: Path, installed: None) -> Desk:
    """Return the command line on a ledger with three unread articles."""
    for year in (2018, 2019, 2020):
        (tmp_path / f"{year}.txt").write_text(f"Das Start-up wurde {year} gegründet.", "utf-8")
    assert desk("import", "2018.txt", "2019.txt", "2020.txt", "--language", "de").code == 0
    return desk


def test_an_installed_suggester_proposes_under_its_name_and_version(articles: Desk, tmp_path: Path) -> None:
    ran = articles("suggest", "--with", "good", "--json")
    assert (ran.code, ran.json["mentions"], ran.json["suggester"]) == (0, 3, "good")
    connection = sqlite3.connect(tmp_path / "claims.db")
    assert connection.execute("SELECT tool, version FROM suggestion_run").fetchall() == [("good", "2.5")]
    connection.close()
    assert {one["reasons"][0] for one in articles("mention", "list", "--json").json} == {"mine"}


def test_the_rules_are_recorded_under_their_name(articles: Desk, tmp_path: Path) -> None:
    from claims import __version__

    articles("suggest")
    connection = sqlite3.connect(tmp_path / "claims.db")
    assert connection.execute("SELECT tool, version FROM suggestion_run").fetchall() == [
        ("rules", __version__)
    ]
    connection.close()


def test_each_suggester_reads_each_article_once(articles: Desk) -> None:
    read = [
        articles("suggest", "--with", name, "--json").json["articles"]
        for name in ("good", "good", "rules", "rules")
    ]
    assert read[:3] == [3, 0, 3]


def test_an_unknown_name_is_refused_with_the_known_ones(articles: Desk) -> None:
    ran = articles("suggest", "--with", "oracle")
    assert (ran.code, ran.out) == (2, "")
    assert "'oracle'" in ran.err
    assert all(name in ran.err for name in ("good", "llm", "rules"))


@pytest.mark.parametrize("name", ["missing", "number"])
def test_a_suggester_that_cannot_be_loaded_is_refused(installed: None, name: str) -> None:
    with pytest.raises(OptionRefused, match=f"suggester {name} "):
        get_suggester(name)


def test_no_package_takes_the_place_of_the_programs_own(
    installed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_LLM_URL", "http://127.0.0.1:9")
    assert {"good", "llm", "rules"} <= set(list_suggesters())
    modules = {get_suggester(name).suggest.__module__ for name in ("rules", "llm")}
    assert modules == {"claims.suggest.proposing", "claims.suggest.llm.suggester"}


def test_one_that_raises_loses_that_article_only(articles: Desk) -> None:
    ran = articles("suggest", "--with", "raising", "--json")
    assert (ran.code, ran.json["articles"], ran.json["failed"]) == (2, 2, ["a2"])
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("claims: suggester raising failed on a2: KeyError")
    assert "\x1b" not in ran.err
    assert {one["article"] for one in articles("mention", "list", "--json").json} == {"a1", "a3"}


def test_an_article_that_failed_is_read_again_next_time(articles: Desk) -> None:
    articles("suggest", "--with", "raising")
    assert articles("suggest", "--with", "raising", "--json").json["failed"] == ["a2"]
    assert articles("suggest", "--json").json["articles"] == 3


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wrong", "returned no list"),
        ("strangers", "other than suggestions"),
        ("endless", "returned more than"),
    ],
)
def test_an_answer_that_is_no_list_of_suggestions_is_said(articles: Desk, name: str, said: str) -> None:
    ran = articles("suggest", "--with", name)
    assert ran.code == 2
    assert ran.err.count(f"suggester {name} failed on") == ran.err.count(said) == 3
    assert articles("mention", "list", "--json").json == []


def test_what_cannot_be_kept_is_dropped_and_counted(articles: Desk) -> None:
    ran = articles("suggest", "--with", "mixed")
    assert ran.code == 0
    assert ran.out.startswith("3 articles read: 3 mentions suggested")
    assert ran.err == "9 dropped: offsets outside the text (6), unknown predicate (3)\n"


def test_dropped_ones_are_listed_the_most_frequent_first() -> None:
    said = describe_dropped({"unknown predicate": 1, "quote not in the text": 2})
    assert said == "3 dropped: quote not in the text (2), unknown predicate (1)"
