"""Citing sources: word for word, from a text that was archived."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.evidence import add_evidence
from claims.annotate.passage import find_nearest, find_passage
from claims.annotate.source import add_snapshot, add_source
from claims.errors import DecisionRefused, OptionRefused
from claims.store import tables as t
from claims.store.queries.source import list_evidence
from tests.annotate.sample import NOTE, Sample, count_events, refused


def test_evidence_comes_from_the_newest_snapshot(session: Session, sample: Sample) -> None:
    newest, _ = add_snapshot(session, sample.source, "It was never released.")
    number = add_evidence(session, sample.winter, source_id=sample.source, stance="refutes")
    [one] = list_evidence(session, ids=[number])
    assert (one["snapshot"], one["stance"], one["quote"]) == (f"n{newest}", "refutes", None)
    assert count_events(session, "evidence", "add") == 2


def test_an_older_snapshot_can_be_named(session: Session, sample: Sample) -> None:
    newest, _ = add_snapshot(session, sample.source, "It was never released.")
    number = add_evidence(
        session, sample.winter, source_id=sample.source, stance="supports", snapshot_id=newest - 1
    )
    assert list_evidence(session, ids=[number])[0]["snapshot"] == f"n{newest - 1}"


def test_a_quote_is_kept_as_the_snapshot_breaks_its_lines(session: Session, sample: Sample) -> None:
    number = add_evidence(
        session, sample.winter, source_id=sample.source, stance="supports", quote="released on 20 January"
    )
    assert list_evidence(session, ids=[number])[0]["quote"] == "released\non 20 January"


def test_a_quote_that_is_not_there_is_refused_with_the_nearest_passage(
    session: Session, sample: Sample
) -> None:
    with refused(session, DecisionRefused, "does not stand in n1; nearest.*on 20 January 2025"):
        add_evidence(
            session, sample.winter, source_id=sample.source, stance="supports", quote="on 21 January 2025."
        )


def test_a_quote_from_another_world_is_refused_without_a_guess(session: Session, sample: Sample) -> None:
    with refused(session, DecisionRefused, "nor anything near it"):
        add_evidence(session, sample.winter, source_id=sample.source, stance="supports", quote="xyz qqq")


def test_evidence_without_a_snapshot_is_refused_with_the_command_that_makes_one(
    session: Session, sample: Sample
) -> None:
    bare = add_source(session, title="A talk", kind="interview")
    with refused(session, DecisionRefused, f"claims source snapshot q{bare} --file F"):
        add_evidence(session, sample.winter, source_id=bare, stance="supports")


def test_a_snapshot_of_another_source_is_refused(session: Session, sample: Sample) -> None:
    add_source(session, title="A talk", kind="interview", text="Nothing.")
    with refused(session, DecisionRefused, "n2 is no snapshot of q1; it has: n1"):
        add_evidence(session, sample.winter, source_id=sample.source, stance="supports", snapshot_id=2)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"stance": "maybe"}, "supports, refutes, qualifies or 'no answer'"),
        ({"quote": " "}, "--quote is blank"),
        ({"answer": "Yes."}, "--question"),
        ({"question": ""}, "--question is blank"),
    ],
)
def test_what_says_nothing_is_refused(
    session: Session, sample: Sample, given: dict[str, Any], said: str
) -> None:
    with refused(session, OptionRefused, said):
        add_evidence(session, sample.winter, **({"source_id": sample.source, "stance": "supports"} | given))


@pytest.mark.parametrize("written", ["no answer", "no-answer", "No_Answer"])
def test_no_answer_may_be_written_with_a_dash(session: Session, sample: Sample, written: str) -> None:
    number = add_evidence(
        session, sample.winter, source_id=sample.source, stance=written, question="Who tested it?"
    )
    [one] = list_evidence(session, ids=[number])
    assert (one["stance"], one["question"], one["answer"]) == ("no answer", "Who tested it?", None)


def test_new_evidence_marks_its_claim_for_the_cross_check(session: Session, sample: Sample) -> None:
    session.connection().exec_driver_sql("DELETE FROM dirty_mention")
    add_evidence(session, sample.winter, source_id=sample.source, stance="refutes")
    assert list(session.scalars(select(t.DirtyMention.claim_id))) == [sample.winter]


def test_a_passage_may_differ_in_its_spaces_and_in_nothing_else() -> None:
    assert find_passage(NOTE, "released on 20") == "released\non 20"
    assert find_passage(NOTE, "released on 2O") is None
    assert find_passage("a+b  (c)", "a+b (c)") == "a+b  (c)"


def test_the_nearest_passage_is_the_one_that_shares_most() -> None:
    text = "The bridge is 20 m long. The bridge is 30 m wide and old. Rain fell."
    assert find_nearest(text, "the bridge is 30 m high and old") == "The bridge is 30 m wide and old."
    assert find_nearest(text, "nothing of the kind") is None


def test_hostile_texts_do_not_slow_the_search() -> None:
    text = "a" + " " * 200_000 + ("a " * 100_000) + "." * 100_000 + "b. a c d e" * 20_000
    started = time.perf_counter()
    assert find_passage(text, "a a a a a b") is None
    find_nearest(text, "a a a a a b")
    assert time.perf_counter() - started < 10


def test_evidence_from_the_command_line(read: Callable[..., Any]) -> None:
    read("source", "add", "--title", "Note", "--kind", "official", "--file", "note.txt")
    [mention] = [one for one in read("mention", "list", "--json").json if "Januar" in one["quote"]]
    arguments = ("--source", "q1", "--stance", "supports", "--quote", "released on 20 January 2025")
    assert read("evidence", "add", mention["id"], *arguments, "--json").json == {"id": "v1"}
    assert read("evidence", "add", mention["claim"], *arguments).out == "v2\n"
    listed = read("evidence", "list", mention["claim"], "--json").json
    assert [(row["id"], row["claim"]) for row in listed] == [
        ("v1", mention["claim"]),
        ("v2", mention["claim"]),
    ]
    assert "released⏎on" in read("evidence", "list", "--format", "csv").out
    shown = read("evidence", "show", "v1")
    assert "quote: released" in shown.out
    assert read("evidence", "show", "v1", "--json").json["verdicts"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("c99", "--source", "q1", "--stance", "supports"), "no claim c99"),
        (("m99", "--source", "q1", "--stance", "supports"), "no mention m99"),
        (("c1", "--source", "q9", "--stance", "supports"), "no source q9"),
        (("c1", "--source", "q1", "--stance", "supports", "--snapshot", "n9"), "no snapshot 'n9'"),
        (("c1", "--source", "q1", "--stance", "supports", "--quote", "on 21 January"), "nearest"),
    ],
)
def test_a_wrong_command_is_refused(read: Callable[..., Any], arguments: tuple[str, ...], said: str) -> None:
    read("source", "add", "--title", "Note", "--kind", "official", "--file", "note.txt")
    ran = read("evidence", "add", *arguments)
    assert (ran.code, said in ran.err) == (2, True)
    assert read("evidence", "list", "--json").json == []


def test_the_database_holds_to_it_too(session: Session, sample: Sample) -> None:
    from sqlalchemy.exc import IntegrityError

    with pytest.raises(IntegrityError, match="does not stand in the snapshot"):
        session.connection().exec_driver_sql(
            "INSERT INTO evidence (id, stance, quote, created_at, claim_id, snapshot_id, reviewer_id)"
            " VALUES (9, 'supports', 'never said', '2025', 1, 1, 1)"
        )
