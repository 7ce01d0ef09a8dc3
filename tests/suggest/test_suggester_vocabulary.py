"""A kind of statement is data: adding one to the seed files is all it takes."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.settings import get_folder
from claims.store.queries.vocabulary import load_into
from claims.store.record import record
from claims.store.transaction import writing
from claims.vocabulary import load_vocabulary

Desk = Callable[..., Any]

PREDICATE = """
[bell_count]
value_type = "quantity"
subject_kinds = ["building"]
dimension = "count"
temporal = "none"
label = {de = "Zahl der Glocken", en = "number of bells"}

[bell_count.triggers]
de = ["Glocken"]
en = ["bells"]
"""
TEXTS = {
    "morgen.txt": "Die Hansebrücke trägt neuerdings 12 Glocken.",
    "abend.txt": "Die Hansebrücke trägt neuerdings 14 Glocken.",
    "woche.txt": "Die Hansebrücke trägt mehr als 10 Glocken.",
}


@pytest.fixture
def extended(desk: Desk, tmp_path: Path) -> Desk:
    """Return the command line on a ledger whose vocabulary has one predicate more, with three articles read."""
    seeds = shutil.copytree(get_folder("seeds"), tmp_path / "seeds")
    with (seeds / "predicates.toml").open("a", encoding="utf-8") as file:
        file.write(PREDICATE)
    with writing(str(tmp_path / "claims.db"), actor="mk", command="test") as session:
        load_into(session, load_vocabulary(seeds))
        record(session, "vocabulary", None, "load")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert desk("import", *TEXTS, "--language", "de").code == 0
    assert desk("suggest").code == 0
    return desk


def test_the_shipped_vocabulary_does_not_know_it(desk: Desk, tmp_path: Path) -> None:
    # Else the tests below would show nothing.
    (tmp_path / "morgen.txt").write_text(TEXTS["morgen.txt"], "utf-8")
    desk("import", "morgen.txt", "--language", "de")
    desk("suggest")
    assert [one for one in desk("mention", "list", "--json").json if one["predicate"]] == []


def test_an_added_predicate_is_listed(extended: Desk) -> None:
    assert "bell_count" in extended("predicate", "list").out


def test_an_added_predicate_is_suggested(extended: Desk) -> None:
    listed = extended("mention", "list", "--predicate", "bell_count", "--json").json
    assert sorted((one["subject"]["label"], one["value"]["amount"]) for one in listed) == [
        ("Hansebrücke", "10"),
        ("Hansebrücke", "12"),
        ("Hansebrücke", "14"),
    ]


def test_an_added_predicate_is_compared(extended: Desk) -> None:
    checked = extended("cross-check", "--json")
    assert checked.code == 1
    (finding,) = checked.json["findings"]
    assert (finding["rule"], finding["slot"]["predicate"]) == ("value-contradiction", "bell_count")
    told = {one["value"]["amount"]: one["alternative"] for one in finding["members"]}
    assert told["12"] != told["14"]
    assert told["10"] is None


def test_an_added_predicate_is_explained(extended: Desk) -> None:
    ran = extended("suggest", "--explain", "Sie trägt 9 Glocken.", "--json")
    assert [one["predicate"] for one in ran.json["lacking"]] == ["bell_count"]


def test_an_added_predicate_is_taken_from_any_suggester(
    extended: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.suggest.model_server import claim_all, make_item, serve

    quote = "Die Hansebrücke trägt neuerdings 12 Glocken"
    item = make_item(quote, subject="Hansebrücke", predicate="bell_count", value="12")
    with serve(claim_all(item)) as served:
        for name, value in served.environment.items():
            monkeypatch.setenv(name, value)
        ran = extended("suggest", "morgen.txt", "--with", "llm", "--json")
    assert "bell_count: number of bells" in served.requests[0]["messages"][0]["content"]
    assert (ran.json["mentions"] + ran.json["known"], ran.json["dropped"]) == (1, {})
