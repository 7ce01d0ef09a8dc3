"""The index is what it would be if it were built anew, whoever wrote to the ledger and whoever writes just now."""

import random
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from claims.errors import DatabaseBusy
from claims.store import tables as t
from claims.store.database import get_sqlite
from claims.store.queries.search import list_hits
from claims.store.schema import upgrade
from claims.store.search import searching, update_index
from claims.store.search_terms import read_terms
from claims.store.transaction import reading
from claims.store.write import insert, update
from tests.store.filled import HEX, NOW
from tests.store.searched import add_text, ask, change, find, give_reason, revise, write_elsewhere


@pytest.mark.parametrize(
    ("statement", "query", "found"),
    [
        ("INSERT INTO alias VALUES (90001, 'de', 'Zorbi', 'name', 'zorbi', 2)", "Zorbi", ["e2"]),
        ("INSERT OR ROLLBACK INTO alias VALUES (90001, 'de', 'Zorbi', 'name', 'zorbi', 2)", "Zorbi", ["e2"]),
        ("REPLACE INTO alias SELECT 1, 'de', 'Zorbi', 'name', 'zorbi', 2", "Zorbi", ["e2"]),
        ("UPDATE entity SET label = 'Zorbeck' WHERE id = 3", "Zorbeck", ["e3"]),
        ("INSERT INTO verdict SELECT 9, about, 0, 'Zorbeck', as_of, 0, basis_hash, created_at, NULL, claim_id, NULL, reviewer_id, rating_id, 2 FROM verdict WHERE id = 2", "Zorbeck", ["j9"]),
        ("UPDATE source SET title = 'Zorbeck'", "Zorbeck", ["q1"]),
    ],
)  # fmt: skip
def test_another_programs_writing_is_found(filled: str, statement: str, query: str, found: list[str]) -> None:
    assert find(filled, query) == []
    write_elsewhere(filled, statement)
    assert find(filled, query) == found


def test_an_alias_replaced_by_another_program_leaves_the_entity_it_named(filled: str) -> None:
    write_elsewhere(filled, "INSERT INTO alias VALUES (90001, 'de', 'Zorbi', 'name', 'zorbi', 2)")
    assert find(filled, "Zorbi") == ["e2"]
    write_elsewhere(filled, "REPLACE INTO alias VALUES (90001, 'de', 'Zorbi', 'name', 'zorbi', 3)")
    assert find(filled, "Zorbi") == ["e3"]


ANYTHING = (
    "INSERT INTO alias SELECT max(id) + 1, 'de', 'Name' || max(id), 'name', 'name' || max(id), :e FROM alias",
    "UPDATE alias SET name = 'Alias' || :n, entity_id = :e WHERE id = :n",
    "DELETE FROM alias WHERE id = :n",
    "UPDATE entity SET label = 'Label' || :n WHERE id = :e",
    "UPDATE OR IGNORE entity SET merged_into_id = nullif(:f, id) WHERE id = :e AND :f > :e",
    "UPDATE entity SET merged_into_id = NULL WHERE id = :e",
    "UPDATE mention SET state = 'rejected'",
    "UPDATE mention SET state = 'accepted', claim_id = 1 + :n % 2",
    "UPDATE source SET title = 'Titel' || :n",
    "UPDATE predicate SET label_de = 'Wort' || :n WHERE id = 1",
    "UPDATE finding SET message = 'Satz' || :n",
    "INSERT INTO finding_act SELECT max(id) + 1, 'acknowledge', at, content_hash, 'Grund ' || :n, NULL, 1, 1, NULL FROM finding_act",
    "INSERT INTO claim SELECT max(id) + 1, 'untyped', NULL, 'k' || max(id), 'Satz Nummer ' || :n, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'asserted', 'happened', '', NULL, NULL, NULL FROM claim",
)  # fmt: skip


def read_index(path: str) -> set[tuple[Any, ...]]:
    """Return every word of the index with whose it is and where it stands."""
    with closing(get_sqlite().connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, search, instance)")
        query = (
            "SELECT noun, noun_id, col, term, offset FROM word JOIN search_document AS d ON d.id = word.doc"
        )
        whole = connection.execute("SELECT count(*) FROM word").fetchone()[0]
        rows = connection.execute(query).fetchall()
        assert len(rows) == whole == len(set(rows))
        return set(rows)


@pytest.mark.parametrize("seed", range(4))
def test_the_index_built_anew_is_the_one_kept_step_by_step(filled: str, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(40):
        wild = {"n": dice.randint(1, 30), "e": dice.randint(1, 6), "f": dice.randint(1, 9)}
        write_elsewhere(filled, dice.choice(ANYTHING), **wild)
        if dice.random() < 0.3:
            update_index(filled)
    update_index(filled)
    kept = read_index(filled)
    update_index(filled, rebuild=True)
    assert read_index(filled) == kept


def test_the_file_is_sound_after_words_were_taken_out_again(filled: str) -> None:
    for name in ("Zorbeck", "Quixel"):
        change(filled, lambda session, name=name: update(session, t.Entity, 1, label=name))
        update_index(filled)
    with closing(get_sqlite().connect(filled)) as connection:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_searching_writes_nothing_that_the_log_would_have_to_tell(filled: str) -> None:
    def read_all() -> dict[str, list[Any]]:
        with closing(sqlite3.connect(filled)) as connection:
            return {
                name: connection.execute(f'SELECT * FROM "{name}"').fetchall()
                for name in t.Table.metadata.tables
            }

    before = read_all()
    assert find(filled, "Januar")
    assert read_all() == before


def test_while_another_command_writes_the_answer_is_complete_all_the_same(filled: str) -> None:
    update_index(filled)
    change(filled, lambda session: update(session, t.Source, 1, title="Zorbeck"))
    change(filled, revise)
    with closing(get_sqlite().connect(filled, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with searching(filled) as session:
            assert session.info["overlay"]
            scopes = ["article", "source"]
            found = {
                query: [hit["id"] for hit in list_hits(session, read_terms(query), scopes=scopes).hits]
                for query in ("Zorbeck", "Note", "Aerztin", "Danach", "R1")
            }
        assert found["Zorbeck"] == ["q1"]
        assert found["Note"] == []
        assert found["Aerztin"] == ["a1"]
        assert found["Danach"] == []
        assert sorted(found["R1"]) == ["a1", "q1"]
        with pytest.raises(DatabaseBusy):
            update_index(filled, rebuild=True)
        writer.execute("ROLLBACK")
    assert find(filled, "Zorbeck") == ["q1"]


def test_a_search_waits_for_nobody_where_the_index_has_everything(filled: str) -> None:
    update_index(filled)
    with closing(get_sqlite().connect(filled, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with searching(filled) as session:
            assert not session.info["overlay"]
        writer.execute("ROLLBACK")


def test_a_ledger_upgraded_from_before_the_index_is_searched_whole(filled: str) -> None:
    upgrade(filled, to="0007")
    write_elsewhere(filled, "UPDATE source SET title = 'Zorbeck'")
    upgrade(filled)
    assert find(filled, "Zorbeck") == ["q1"]
    assert find(filled, "Danach") == ["a1"]


def test_the_best_hits_come_first_and_all_are_counted(filled: str) -> None:
    change(filled, revise)

    def repeat(session: Any) -> None:
        for number in range(2, 12):
            insert(session, t.Article, identity=f"id:{number}", revisions=1)
            text = add_text(session, f"Text {number}." + (" Zorbeck" if number < 11 else ""))
            insert(
                session,
                t.Revision,
                number=1,
                title="Zorbeck" if number == 7 else "Nichts",
                raw_sha256=HEX,
                imported_at=NOW,
                article_id=number,
                text_sha256=text,
            )

    change(filled, repeat)
    found = ask(filled, "Zorbeck", limit=3)
    assert found.total == 9
    assert found.hits[0]["id"] == "a7"
    assert len(found.hits) == 3
    scores = [hit["score"] for hit in found.hits]
    assert scores == sorted(scores, reverse=True)


def test_the_number_of_statements_does_not_grow_with_the_hits(filled: str) -> None:
    def count(limit: int) -> int:
        with searching(filled) as session:
            seen: list[str] = []
            session.connection().connection.driver_connection.set_trace_callback(seen.append)
            found = list_hits(session, read_terms("e* OR a* OR d*"), limit=limit, scopes=["entity", "claim"])
            assert len(found.hits) == limit
            return sum(statement.lstrip().startswith(("SELECT", "WITH", "--")) for statement in seen)

    update_index(filled)
    assert 0 < count(100) <= count(10) + 1


def test_every_document_of_the_index_says_what_is_shown_of_it(filled: str) -> None:
    change(filled, give_reason)
    for hit in ask(filled, "e* OR i* OR z*", limit=10_000).hits:
        assert hit["title"]
        assert hit["state"]
        assert "[" in hit["snippet"]


def test_reading_finds_the_waiting_changes_untouched(filled: str) -> None:
    with reading(filled) as session:
        before = session.connection().exec_driver_sql("SELECT count(*) FROM search_dirty").scalar_one()
    update_index(filled)
    with reading(filled) as session:
        after = session.connection().exec_driver_sql("SELECT count(*) FROM search_dirty").scalar_one()
    assert before > after == 0
