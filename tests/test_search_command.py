"""`claims search`, as a user types it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store.transaction import writing
from claims.suggest.run import suggest_for

ARTICLES = [
    {
        "id": "hafen",
        "title": "Brücke am Hafen gesperrt",
        "outlet": "Beispielblatt",
        "published": "2025-03-01",
        "language": "de",
        "text": "Die drei größten Brücken bleiben zu. Die Ärztin Eva Groß hat ihren Sitz in der Straße am Hafen.",
    },
    {
        "id": "lab",
        "title": "Quixel-2 is out",
        "outlet": "Example Post",
        "published": "2025-02-11",
        "language": "en",
        "text": "Quixel-2 was released in January 2025. A \x1b[31mred robot said \u202eso at the Hafen.",
    },
]


@pytest.fixture(scope="module")
def searched_ledger(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("searched")
    ledger, source = folder / "claims.db", folder / "articles.jsonl"
    ledger.write_bytes(empty_ledger.read_bytes())
    source.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), "utf-8")
    with writing(str(ledger), actor="mk", command="test") as session:
        import_paths(session, [source], ReadOptions())
        suggest_for(session, None)
    return ledger.read_bytes()


@pytest.fixture
def searched(desk: Callable[..., Any], searched_ledger: bytes, tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "claims.db").write_bytes(searched_ledger)
    return desk


def list_ids(ran: Any) -> list[str]:
    assert ran.code == 0, ran.err
    return [hit["id"] for hit in ran.json["hits"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Aerztin", ["a1"]),
        ("strasse", ["a1"]),
        ("brucke*", ["a1"]),
        ('"drei größten"', ["a1"]),
        ('"größten drei"', []),
        ("Hafen", ["a1", "a2"]),
        ("Hafen -robot", ["a1"]),
        ("Hafen NOT (Ärztin OR robot)", []),
    ],
)
def test_articles_are_found_in_any_spelling(
    searched: Callable[..., Any], query: str, found: list[str]
) -> None:
    assert sorted(list_ids(searched("search", query, "--in", "article", "--json"))) == found


def test_several_words_need_no_quotes(searched: Callable[..., Any]) -> None:
    assert list_ids(searched("search", "Hafen", "robot", "--in", "article", "--json")) == ["a2"]


def test_a_hit_names_what_the_next_command_takes(searched: Callable[..., Any]) -> None:
    hits = searched("search", "Quixel-2", "--json").json["hits"]
    assert {hit["kind"] for hit in hits} == {"article", "claim", "entity"}
    articles = [hit["id"] for hit in hits if hit["kind"] == "article"]
    assert articles == ["a2"]
    assert searched("article", "show", "a2").code == 0
    claim = next(hit for hit in hits if hit["kind"] == "claim")
    assert claim["article"] == {"id": "a2", "external_id": "lab", "revision": 1}
    assert claim["id"] in searched("claim", "list", "--format", "csv").out


def test_the_json_says_how_many_there_are_and_marks_the_words(searched: Callable[..., Any]) -> None:
    answer = searched("search", "Aerztin", "--in", "article", "--json").json
    assert answer["total"] == 1
    (hit,) = answer["hits"]
    assert "[Ärztin]" in hit["snippet"]
    assert (hit["title"], hit["outlet"], hit["date"], hit["state"]) == (
        "Brücke am Hafen gesperrt",
        "Beispielblatt",
        "2025-03-01",
        "newest",
    )


def test_the_list_is_cut_and_says_so(searched: Callable[..., Any]) -> None:
    ran = searched("search", "Hafen", "--in", "article", "--limit", "1", "--format", "csv")
    assert len(ran.out.splitlines()) == 2
    assert "The best 1 of 2" in ran.err


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "md", "jsonl", "json"])
def test_nothing_from_a_text_acts_on_the_terminal(searched: Callable[..., Any], form: str) -> None:
    ran = searched("search", "robot at", "--format", form)
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "robot" in ran.out


def test_what_was_decided_since_is_found_at_once(searched: Callable[..., Any]) -> None:
    claim = list_ids(searched("search", "Quixel-2", "January", "--in", "claim", "--json"))[0]
    judged = searched(
        "verdict", "add", claim, "--rating", "true", "--rationale", "Laut Häfenamt.", "--none-found"
    )
    if judged.code == 2 and "No such command" in judged.err:
        pytest.skip("this build has no command for verdicts")
    assert judged.code == 0, judged.err
    assert list_ids(searched("search", "haefenamt", "--in", "rationale", "--json")) == ["j1"]


def test_the_index_can_be_built_anew(searched: Callable[..., Any]) -> None:
    before = searched("search", "Hafen", "--json").out
    assert searched("search", "Hafen", "--rebuild", "--json").out == before


@pytest.mark.parametrize(
    ("query", "why"),
    [("?!", "no word"), ("", "no word"), ("NOT Hafen", "must not occur"), ("((((" * 9 + "x", "parentheses")],
)
def test_a_query_without_a_question_is_one_line_and_wrong_use(
    searched: Callable[..., Any], query: str, why: str
) -> None:
    ran = searched("search", query)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "query", ['"', "Hafen OR", "(Hafen", "title:Hafen", "NEAR(Hafen", "* Hafen", "Hafen'; --"]
)
def test_a_broken_query_is_answered(searched: Callable[..., Any], query: str) -> None:
    ran = searched("search", "--", "Hafen " + query)
    assert ran.code == 0
    assert len(ran.err.splitlines()) <= 1


def test_a_query_may_begin_with_a_minus_after_two(searched: Callable[..., Any]) -> None:
    assert searched("search", "--in", "article", "--json", "--", "-robot Hafen").json["total"] == 1


def test_nothing_found_is_no_error(searched: Callable[..., Any]) -> None:
    ran = searched("search", "Zorbeck")
    assert ran.code == 0
    assert "Nothing fits" in ran.err


def test_the_log_still_verifies_after_a_search(searched: Callable[..., Any]) -> None:
    assert searched("search", "Hafen").code == 0
    assert searched("audit", "verify").code == 0


def test_search_is_in_the_help(desk: Callable[..., Any]) -> None:
    assert "search" in desk("--help").out
    shown = desk("search", "--help").out
    assert "claims search Hangzhou" in shown
    assert "--every-revision" in shown
