"""The audit log: complete, chained, and silent where a payload is withheld."""

import hashlib
import json
import sqlite3
from collections import namedtuple

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from claims.store.record import GENESIS, canonical, chain, commit_to, record
from claims.store.tables import Mention, Tag, Tagging
from claims.store.transaction import writing
from claims.store.write import delete, insert, insert_rows, update

Pair = namedtuple("Pair", "one other")
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(1 - 2**53, 2**53 - 1)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=0x7F)), inner),
    max_leaves=20,
)


@given(JSON)
def test_the_canonical_form_is_that_of_rfc_8785(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)


def read_events(path: str) -> list[sqlite3.Row]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    rows = connection.execute(
        "SELECT * FROM event LEFT JOIN event_payload USING (seq) ORDER BY seq"
    ).fetchall()
    connection.close()
    return rows


def test_every_event_is_chained_and_commits_to_its_payload(filled: str) -> None:
    prev_hash = GENESIS
    events = read_events(filled)
    assert [row["seq"] for row in events] == list(range(1, len(events) + 1))
    for row in events:
        header = [
            row[name] for name in ("seq", "at", "actor_id", "command", "noun", "noun_id", "action", "format")
        ]
        written = json.dumps(
            [prev_hash, *header, row["commitment"]], separators=(",", ":"), ensure_ascii=False
        )
        assert (
            row["hash"]
            == hashlib.sha256(written.encode()).hexdigest()
            == chain(prev_hash, [*header, row["commitment"]])
        )
        assert row["commitment"] == commit_to(row["salt"], row["body"])
        prev_hash = row["hash"]


def test_a_payload_carries_the_rows_and_texts_by_hash(filled: str) -> None:
    payload = json.loads(read_events(filled)[-1]["body"])
    assert payload["insert"]["text"]["columns"] == ["sha256", "length"]
    claim = payload["insert"]["claim"]
    assert dict(zip(claim["columns"], claim["rows"][0], strict=True))["edtf"] == "2025-01"
    assert "check_row" not in payload["insert"]


def test_real_numbers_are_text_in_a_payload(filled: str) -> None:
    with writing(filled, actor="mk", command="test") as session:
        update(session, Mention, 1, score=0.25)
        record(session, "mention", 1, "score")
    assert json.loads(read_events(filled)[-1]["body"]) == {
        "update": {"mention": [[{"id": 1}, {"score": ["0.9", "0.25"]}]]}
    }


def test_a_deletion_is_recorded_whole(filled: str) -> None:
    with writing(filled, actor="mk", command="test") as session:
        assert delete(session, Tagging, tag_id=1) == 1
        record(session, "tag", 1, "untag")
    assert json.loads(read_events(filled)[-1]["body"]) == {
        "delete": {"tagging": [{"noun": "article", "noun_id": 1, "tag_id": 1}]}
    }


def test_a_change_that_changes_nothing_makes_no_event(filled: str) -> None:
    before = len(read_events(filled))
    with writing(filled, actor="mk", command="test") as session:
        assert not update(session, Mention, 1, state="accepted")
        record(session, "mention", 1, "accept")
    assert len(read_events(filled)) == before


def test_a_change_without_an_event_is_not_committed(filled: str) -> None:
    with (
        pytest.raises(RuntimeError, match="no event"),
        writing(filled, actor="mk", command="test") as session,
    ):
        insert(session, Tag, name="chips")
    connection = sqlite3.connect(filled)
    assert connection.execute("SELECT count(*) FROM tag").fetchone() == (1,)
    connection.close()


def test_two_events_of_one_transaction_follow_each_other(filled: str) -> None:
    with writing(filled, actor="mk", command="test") as session:
        for name in ("chips", "law"):
            record(session, "tag", insert(session, Tag, name=name), "add")
    first, second = read_events(filled)[-2:]
    assert second["prev_hash"] == first["hash"]


def test_salts_never_repeat(filled: str) -> None:
    salts = [row["salt"] for row in read_events(filled)]
    assert len(set(salts)) == len(salts)
    assert all(len(salt) == 64 for salt in salts)


def test_one_event_writes_one_set_of_columns_per_table(filled: str) -> None:
    with writing(filled, actor="mk", command="test", keep=False) as session:
        insert(session, Tag, name="chips")
        with pytest.raises(ValueError, match="one set of columns"):
            insert_rows(session, Tag, ("name", "id"), [("law", 9)])
        record(session, "tag", None, "add")


def test_a_named_tuple_is_written_as_a_list() -> None:
    assert canonical([Pair(1, "é")]) == '[[1,"é"]]'.encode()


@pytest.mark.parametrize("value", [2**64, "half \ud800", object(), {1: "a number as a name"}])
def test_what_no_json_of_a_ledger_holds_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)
