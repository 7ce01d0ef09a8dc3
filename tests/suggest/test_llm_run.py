"""`claims suggest --with llm`: off unless set, and no fault of the endpoint stops the desk."""

import json
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.suggest.model_server import KEY, Handler, Reply, Served, claim_all, make_item, serve

TEXT = "DeepSeek-R1 erschien im Januar 2025."
CLAIM = make_item(TEXT[:-1], subject="DeepSeek-R1", value="Januar 2025")
Desk = Callable[..., Any]


@pytest.fixture
def articles(desk: Desk, tmp_path: Path) -> Desk:
    """Return the command line on a ledger with five articles that nobody has read."""
    for number in range(1, 6):
        (tmp_path / f"{number}.txt").write_text(f"{TEXT} Das ist Meldung {number}.", "utf-8")
    assert desk("import", *(f"{n}.txt" for n in range(1, 6)), "--language", "de").code == 0
    return desk


def connect(monkeypatch: pytest.MonkeyPatch, served: Served) -> None:
    for name, value in served.environment.items():
        monkeypatch.setenv(name, value)


def test_without_an_address_the_command_says_what_to_set(
    articles: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMS_LLM_URL", raising=False)
    ran = articles("suggest", "--with", "llm")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert all(name in ran.err for name in ("CLAIMS_LLM_URL", "CLAIMS_LLM_MODEL", "CLAIMS_LLM_KEY"))


def test_what_the_model_finds_is_suggested(articles: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(claim_all(CLAIM)) as served:
        connect(monkeypatch, served)
        ran = articles("suggest", "--with", "llm", "--json")
    assert (ran.code, ran.json["articles"], ran.json["mentions"], ran.json["failed"]) == (0, 5, 5, [])
    listed = articles("mention", "list", "--json").json
    assert {(one["state"], one["value"]["edtf"], one["score"]) for one in listed} == {
        ("suggested", "2025-01", 0.5)
    }


def test_the_model_reads_what_the_rules_read_and_leaves_their_suggestions(
    articles: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles("suggest")
    before = articles("mention", "list", "--json").json
    other = make_item("Das ist Meldung", subject="Meldung", predicate="said", value="ist")
    with serve(claim_all(other)) as served:
        connect(monkeypatch, served)
        assert articles("suggest", "--with", "llm", "--json").json["articles"] == 5
    after = articles("mention", "list", "--json").json
    assert [one for one in after if one["id"] in {known["id"] for known in before}] == before


def test_what_rules_and_model_both_find_is_one_mention(
    articles: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles("suggest")
    before = articles("mention", "list", "--json").json
    quote = next(one["quote"] for one in before if one["predicate"] == "released")
    with serve(claim_all({**CLAIM, "quote": quote})) as served:
        connect(monkeypatch, served)
        assert articles("suggest", "--with", "llm").code == 0
    assert articles("mention", "list", "--json").json == before


def test_an_article_it_fails_on_is_named_and_the_others_go_on(
    articles: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(handler: Handler, request: dict[str, Any]) -> None:
        bad = "Meldung 3" in request["messages"][-1]["content"]
        handler.say("kein JSON" if bad else json.dumps({"claims": [CLAIM]}))

    with serve(stumble) as served:
        connect(monkeypatch, served)
        ran = articles("suggest", "--with", "llm", "--json")
    assert (ran.code, ran.json["articles"], ran.json["failed"]) == (2, 4, ["a3"])
    assert (
        ran.err == "claims: suggester llm failed on a3: the model answered with something that is no JSON\n"
    )
    assert {one["article"] for one in articles("mention", "list", "--json").json} == {"a1", "a2", "a4", "a5"}


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (lambda handler, _: handler.send(b"no", 401), "refuses the key"),
        (lambda handler, _: handler.connection.shutdown(socket.SHUT_RDWR), "breaks off"),
    ],
    ids=["refused", "broken off"],
)
def test_an_endpoint_that_nobody_reaches_is_left_alone_after_three(
    articles: Desk, monkeypatch: pytest.MonkeyPatch, reply: Reply, said: str
) -> None:
    with serve(reply) as served:
        connect(monkeypatch, served)
        ran = articles("suggest", "--with", "llm")
    assert (ran.code, len(served.requests)) == (2, 3)
    assert ran.err.count(said) == 3
    assert "2 more articles left alone" in ran.err
    assert KEY not in ran.err
    assert articles("suggest").code == 0
    assert articles("mention", "list", "--json").json


def test_nobody_is_kept_from_the_ledger_while_a_model_thinks(
    articles: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def write(handler: Handler, _: dict[str, Any]) -> None:
        connection = sqlite3.connect(tmp_path / "claims.db", timeout=0)
        connection.execute("BEGIN IMMEDIATE")
        connection.rollback()
        connection.close()
        handler.say('{"claims": []}')

    with serve(write) as served:
        connect(monkeypatch, served)
        assert articles("suggest", "--with", "llm").code == 0


def test_an_article_withdrawn_meanwhile_is_not_written_to(
    articles: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def withdraw(handler: Handler, _: dict[str, Any]) -> None:
        connection = sqlite3.connect(tmp_path / "claims.db")
        connection.execute("UPDATE article SET withdrawn_at = '2025-01-01T00:00:00Z' WHERE id = 1")
        connection.commit()
        connection.close()
        handler.say(json.dumps({"claims": [CLAIM]}))

    with serve(withdraw) as served:
        connect(monkeypatch, served)
        ran = articles("suggest", "a1", "--with", "llm", "--json")
    assert (ran.code, ran.json["mentions"]) == (0, 0)


def test_a_long_text_is_put_in_parts_and_quotes_are_found_in_theirs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filler = "Hier steht ein Satz ohne Belang. " * 300
    (tmp_path / "long.txt").write_text(filler + TEXT, "utf-8")
    desk("import", "long.txt", "--language", "de")
    with serve(claim_all(CLAIM)) as served:
        connect(monkeypatch, served)
        ran = desk("suggest", "--with", "llm", "--json")
    parts = [request["messages"][-1]["content"] for request in served.requests]
    assert len(parts) == 2
    assert max(map(len, parts)) < 6_200
    assert ran.json["dropped"] == {"quote not in the text": 1}
    (mention,) = desk("mention", "list", "--json").json
    assert mention["start"] == len(filler)
