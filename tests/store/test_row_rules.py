"""The rules that the database itself holds about a single row."""

import sqlite3
from typing import Any

import pytest

from tests.store.filled import DATE, MENTION, QUOTE, TEXT, VERDICT

NO_DATE = dict.fromkeys(("edtf", "date_lo", "date_hi", "day_lo", "day_hi"))
QUANTITY = {
    **DATE,
    **NO_DATE,
    "value_type": "quantity",
    "value_key": "quantity:1",
    "amount": "64",
    "comparator": "=",
    "number_lo": 64.0,
    "number_hi": 65.0,
}
NEXT = {"mention": MENTION, "claim": {**DATE, "value_key": "new"}, "verdict": VERDICT}


def add(shell: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    columns = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    number = shell.execute(f"SELECT max(id) + 1 FROM {table}").fetchone()[0]
    shell.execute(f"INSERT INTO {table} (id, {columns}) VALUES ({number}, {marks})", values)


def test_a_quote_is_the_text_at_its_offsets_after_an_emoji_too(shell: sqlite3.Connection) -> None:
    start = TEXT.index("👩")
    add(shell, "mention", {**MENTION, "start_cp": start, "end_cp": start + 5, "quote": "👩‍👩‍👧"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": QUOTE[:-1]},
        {"quote": QUOTE.replace("2025", "2024")},
        {"start_cp": 3},
        {"end_cp": 1000},
        {"end_cp": 2},
        {"start_cp": 28, "end_cp": 2},
        {"start_cp": -1},
        {"revision_id": 99},
        {"field": "title"},
    ],
)
def test_a_quote_that_is_not_the_text_is_refused(shell: sqlite3.Connection, wrong: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "mention", {**MENTION, **wrong})


def test_a_mention_may_lie_in_the_title(shell: sqlite3.Connection) -> None:
    add(
        shell,
        "mention",
        {**MENTION, "field": "title", "start_cp": 0, "end_cp": 9, "quote": "R1 ist da", "voice": "headline"},
    )


@pytest.mark.parametrize("column", ["quote", "start_cp", "end_cp", "field", "revision_id"])
def test_an_anchor_never_moves(shell: sqlite3.Connection, column: str) -> None:
    other = {"quote": "'x'", "field": "'title'"}.get(column, "7")
    with pytest.raises(sqlite3.IntegrityError, match="never moves"):
        shell.execute(f"UPDATE mention SET {column} = {other}")


@pytest.mark.parametrize(
    "wrong",
    [
        {"value_type": None},
        {"value_type": "quantity"},
        {"edtf": None},
        {"amount": "5"},
        {"value_entity_id": 1},
        {"value_bool": 1},
        {"day_lo": 20200},
        {"snak": "untyped"},
        {"snak": "novalue"},
        {"slot_id": None},
        {"polarity": "maybe"},
        {"modality": "dreamt"},
        {"day_lo": "soon"},
    ],
)
def test_value_columns_fit_the_value_type(shell: sqlite3.Connection, wrong: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "claim", {**NEXT["claim"], **wrong})


@pytest.mark.parametrize(
    "wrong",
    [{"amount": None}, {"comparator": None}, {"comparator": "≈"}, {"number_lo": 66.0}, {"edtf": "2025"}],
)
def test_a_quantity_has_its_columns_and_no_others(shell: sqlite3.Connection, wrong: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "claim", {**QUANTITY, **wrong})


def test_a_quantity_that_is_right_is_kept(shell: sqlite3.Connection) -> None:
    add(shell, "claim", QUANTITY)


def test_the_same_answer_is_kept_once(shell: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "claim", DATE)


@pytest.mark.parametrize("blank", ["", "   ", None])
def test_a_rationale_is_not_blank(shell: sqlite3.Connection, blank: str | None) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "verdict", {**VERDICT, "supersedes_id": 2, "rationale": blank})


def test_a_verdict_chain_has_one_root(shell: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "verdict", {**VERDICT, "supersedes_id": None})


def test_a_verdict_is_superseded_once(shell: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "verdict", {**VERDICT, "supersedes_id": 1})


def test_a_verdict_supersedes_only_the_same_claim(shell: sqlite3.Connection) -> None:
    shell.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "verdict", {**VERDICT, "claim_id": 2, "supersedes_id": 2})


def test_a_retraction_is_a_row_without_rating(shell: sqlite3.Connection) -> None:
    add(shell, "verdict", {**VERDICT, "rating_id": None, "supersedes_id": 2})
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "verdict", {**VERDICT, "claim_id": 2, "rating_id": None, "supersedes_id": None})


def test_a_verdict_about_attribution_names_a_mention_of_its_claim(shell: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "verdict", {**VERDICT, "about": "attribution"})
    with pytest.raises(sqlite3.IntegrityError, match="another claim"):
        add(
            shell,
            "verdict",
            {**VERDICT, "about": "attribution", "mention_id": 1, "mention_key": 1, "claim_id": 2},
        )
    add(shell, "verdict", {**VERDICT, "about": "attribution", "mention_id": 1, "mention_key": 1})


def test_evidence_quotes_its_snapshot(shell: sqlite3.Connection) -> None:
    row = {"stance": "refutes", "created_at": "x", "claim_id": 1, "snapshot_id": 1, "reviewer_id": 1}
    add(shell, "evidence", {**row, "quote": "20 January 2025"})
    with pytest.raises(sqlite3.IntegrityError, match="snapshot"):
        add(shell, "evidence", {**row, "quote": "21 January 2025"})


def test_revisions_count_without_gaps(shell: sqlite3.Connection) -> None:
    row = shell.execute("SELECT text_sha256 FROM revision").fetchone()[0]
    values = {"title": None, "raw_sha256": "b" * 64, "imported_at": "x", "article_id": 1, "text_sha256": row}
    with pytest.raises(sqlite3.IntegrityError, match="numbers"):
        add(shell, "revision", {**values, "number": 3})
    add(shell, "revision", {**values, "number": 2})


def test_a_ruling_answers_its_slot(shell: sqlite3.Connection) -> None:
    row = {"reason": "x", "retracts": 0, "created_at": "x", "slot_id": 2, "claim_id": 1, "reviewer_id": 1}
    with pytest.raises(sqlite3.IntegrityError, match="another question"):
        add(shell, "ruling", row)


def test_merging_never_goes_round_in_a_circle(shell: sqlite3.Connection) -> None:
    shell.execute("UPDATE entity SET merged_into_id = 2 WHERE id = 1")
    shell.execute("UPDATE entity SET merged_into_id = 3 WHERE id = 2")
    with pytest.raises(sqlite3.IntegrityError, match="circle"):
        shell.execute("UPDATE entity SET merged_into_id = 1 WHERE id = 3")


def test_a_waiver_has_a_reason(shell: sqlite3.Connection) -> None:
    row = {
        "action": "waive",
        "at": "x",
        "content_hash": "d" * 64,
        "reason": " ",
        "finding_id": 1,
        "reviewer_id": 1,
    }
    with pytest.raises(sqlite3.IntegrityError):
        add(shell, "finding_act", row)


def test_the_flat_view_has_one_row_per_mention(shell: sqlite3.Connection) -> None:
    add(shell, "verdict", {**VERDICT, "about": "context", "mention_id": 1, "mention_key": 1})
    counts = shell.execute(
        "SELECT (SELECT count(*) FROM v_mention), (SELECT count(*) FROM mention)"
    ).fetchone()
    assert counts[0] == counts[1] == 1
