"""Verdicts: one reviewer's chain on one claim, on a ground that is named, never overwritten."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.evidence import add_evidence
from claims.annotate.rating import read_rating
from claims.annotate.source import add_snapshot
from claims.annotate.verdict import add_verdict
from claims.errors import ClaimsError, DecisionRefused, OptionRefused
from claims.store import tables as t
from claims.store.record import record
from tests.annotate.sample import (
    TODAY,
    Sample,
    count_events,
    get_claim,
    get_verdict,
    judge,
    refused,
    say_untyped,
)
from tests.crosscheck.factory import add_article, reject, revise, say


def test_a_verdict_says_who_judged_what_on_which_ground_for_which_day(
    session: Session, sample: Sample
) -> None:
    one = get_verdict(session, judge(session, sample))
    assert (one["claim"], one["about"], one["mention"]) == (f"c{sample.winter}", "content", None)
    assert (one["rating"], one["rating_de"], one["truth_class"]) == ("true", "Richtig", "true")
    assert (one["reviewer"], one["as_of"], one["standing"]) == ("mk", TODAY, True)
    assert (one["evidence"], one["none_found"]) == ([f"v{sample.evidence}"], False)


def test_a_verdict_is_one_event_and_marks_its_claim(session: Session, sample: Sample) -> None:
    session.connection().exec_driver_sql("DELETE FROM dirty_mention")
    judge(session, sample)
    assert count_events(session, "verdict", "add") == 1
    assert list(session.scalars(select(t.DirtyMention.claim_id))) == [sample.winter]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("partly_false", "partly_false"),
        ("PARTLY_FALSE", "partly_false"),
        ("Größtenteils falsch", "mostly_false"),
        ("mostly  true", "mostly_true"),
        ("Unbelegt", "unproven"),
        ("Meinung", "opinion"),
        ("nicht prüfbar", "opinion"),
    ],
)
def test_a_rating_is_read_by_code_or_by_either_label(session: Session, written: str, code: str) -> None:
    assert read_rating(session, written).code == code


def test_another_scale_is_used_where_it_is_named(session: Session, sample: Sample) -> None:
    one = get_verdict(session, judge(session, sample, rating="Stimmt überwiegend", scale="sentence-1"))
    assert (one["rating"], one["scale"]) == ("mostly_holds", "sentence-1")


def test_verdicts_about_a_passage_stand_beside_those_on_the_content(session: Session, sample: Sample) -> None:
    content = judge(session, sample)
    about = judge(session, sample, about="attribution", mention_id=sample.winter_mention, rating="false")
    assert get_verdict(session, content)["standing"]
    assert (get_verdict(session, about)["about"], get_verdict(session, about)["mention"]) == (
        "attribution",
        f"m{sample.winter_mention}",
    )


def test_a_rating_of_a_passage_is_about_its_context(session: Session, sample: Sample) -> None:
    number = judge(session, sample, rating="missing_context", named_by=sample.winter_mention)
    assert (get_verdict(session, number)["about"], get_verdict(session, number)["mention"]) == (
        "context",
        f"m{sample.winter_mention}",
    )


def test_a_claim_named_by_its_mention_is_judged_wherever_it_is_made(session: Session, sample: Sample) -> None:
    assert get_verdict(session, judge(session, sample, named_by=sample.winter_mention))["mention"] is None


def test_having_looked_and_found_nothing_is_a_ground(session: Session, sample: Sample) -> None:
    one = get_verdict(session, judge(session, sample, rating="unproven", evidence_ids=[], none_found=True))
    assert (one["none_found"], one["evidence"]) == (True, [])


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"rating": "rather true"}, OptionRefused, "desk5-1; there are: true \\(Richtig\\)"),
        ({"rating": "Stimmt"}, OptionRefused, "add --scale sentence-1"),
        ({"scale": "desk9"}, OptionRefused, "desk5-1, sentence-1"),
        ({"rationale": " \n"}, OptionRefused, "--rationale is blank"),
        ({"as_of": "today"}, OptionRefused, "no day"),
        ({"as_of": "2025-02-29"}, OptionRefused, "no day"),
        ({"about": "tone"}, DecisionRefused, "content, attribution or context"),
        ({"about": "attribution"}, DecisionRefused, "add --mention M"),
        ({"about": "context"}, DecisionRefused, "add --mention M"),
        ({"rating": "missing_context"}, DecisionRefused, "add --mention M"),
        ({"rating": "manipulated", "about": "content"}, DecisionRefused, "add --mention M"),
        ({"mention_id": 1}, DecisionRefused, "leave --mention out"),
        ({"evidence_ids": []}, DecisionRefused, "--evidence ID.*--none-found"),
        ({"none_found": True}, DecisionRefused, "exclude each other"),
        ({"request_id": ""}, OptionRefused, "--request-id is blank"),
        ({"request_id": "x" * 201}, DecisionRefused, "201 characters"),
    ],
)
def test_what_is_no_verdict_is_refused(
    session: Session, sample: Sample, given: dict[str, Any], error: type[ClaimsError], said: str
) -> None:
    with refused(session, error, said):
        judge(session, sample, **given)


def test_evidence_on_another_claim_is_refused(session: Session, sample: Sample) -> None:
    with refused(session, DecisionRefused, f"v{sample.evidence} is about c{sample.winter}"):
        judge(session, sample, claim=sample.autumn)


def test_a_mention_of_another_claim_is_refused(session: Session, sample: Sample) -> None:
    with refused(session, DecisionRefused, f"makes c{sample.autumn}"):
        judge(session, sample, about="context", mention_id=sample.autumn_mention)


def test_a_rejected_mention_is_not_judged(session: Session, sample: Sample) -> None:
    other = say_again(session, sample)
    reject(session, other)
    record(session, "test", None, "reject")
    with refused(session, DecisionRefused, "was rejected"):
        judge(session, sample, about="context", mention_id=other)


def test_a_mention_in_a_replaced_text_is_not_judged(session: Session, sample: Sample) -> None:
    revise(session, sample.article)
    record(session, "test", None, "revise")
    with refused(session, DecisionRefused, "revision 1, the article is at 2"):
        judge(session, sample, about="context", mention_id=sample.winter_mention)


def test_a_claim_whose_mentions_are_all_rejected_is_not_judged(session: Session, sample: Sample) -> None:
    other = say_again(session, sample)
    reject(session, sample.winter_mention)
    record(session, "test", None, "reject")
    judge(session, sample)
    reject(session, other)
    record(session, "test", None, "reject")
    with refused(session, DecisionRefused, "every mention of c1 was rejected"):
        judge(session, sample)


def say_again(session: Session, sample: Sample) -> int:
    """Let a further article make the winter claim; return the mention."""
    from claims.values import parse_edtf

    mention = say(session, add_article(session, "three"), sample.product, "released", parse_edtf("2025-01"))
    assert get_claim(session, mention) == sample.winter
    record(session, "test", None, "say again")
    return mention


def test_the_truth_of_an_untyped_claim_is_not_judged(session: Session, sample: Sample) -> None:
    claim, _ = say_untyped(session, sample.article)
    with refused(session, DecisionRefused, "is not typed.*claims mention retype"):
        add_verdict(session, claim, rating="true", rationale="Sure.", none_found=True)


@pytest.mark.parametrize("rating", ["unproven", "opinion"])
def test_that_an_untyped_claim_cannot_be_checked_can_be_said(
    session: Session, sample: Sample, rating: str
) -> None:
    claim, _ = say_untyped(session, sample.article)
    number = add_verdict(session, claim, rating=rating, rationale="No figure.", none_found=True)
    assert get_verdict(session, number)["rating"] == rating


@pytest.mark.parametrize(("about", "rating"), [("attribution", "false"), ("context", "missing_context")])
def test_who_said_an_untyped_claim_and_in_which_context_can_be_judged(
    session: Session, sample: Sample, about: str, rating: str
) -> None:
    claim, mention = say_untyped(session, sample.article)
    number = add_verdict(
        session,
        claim,
        rating=rating,
        rationale="Somebody else did.",
        none_found=True,
        about=about,
        mention_id=mention,
    )
    assert get_verdict(session, number)["about"] == about


def test_the_mentions_seen_and_the_snapshots_used_are_kept(session: Session, sample: Sample) -> None:
    other = say_again(session, sample)
    number = judge(session, sample)
    seen = session.scalars(select(t.VerdictMention.mention_id).where(t.VerdictMention.verdict_id == number))
    assert set(seen) == {sample.winter_mention, other}
    [kept] = session.execute(select(t.VerdictEvidence.snapshot_sha256)).scalars()
    assert kept == session.scalar(select(t.Snapshot.text_sha256))


def test_the_basis_changes_with_what_it_rests_on_and_not_with_what_is_said(
    session: Session, sample: Sample
) -> None:
    first = get_verdict(session, judge(session, sample))["basis_hash"]
    assert (
        get_verdict(session, judge(session, sample, rating="false", rationale="No."))["basis_hash"] == first
    )
    assert (
        get_verdict(session, judge(session, sample, evidence_ids=[], none_found=True))["basis_hash"] != first
    )
    add_snapshot(session, sample.source, "The note was taken back.")
    later = add_evidence(session, sample.winter, source_id=sample.source, stance="refutes")
    assert get_verdict(session, judge(session, sample, evidence_ids=[later]))["basis_hash"] != first
    say_again(session, sample)
    assert get_verdict(session, judge(session, sample))["basis_hash"] != first


def test_verdicts_from_the_command_line(read: Callable[..., Any]) -> None:
    [mention] = [one for one in read("mention", "list", "--json").json if "Januar" in one["quote"]]
    claim = mention["claim"]
    read("source", "add", "--title", "Note", "--kind", "official", "--file", "note.txt")
    read("evidence", "add", claim, "--source", "q1", "--stance", "supports")
    given = ("--rationale", "The note says so.", "--evidence", "v1")
    first = read("verdict", "add", claim, "--rating", "Richtig", *given, "--request-id", "r1", "--json")
    assert (first.code, first.json) == (0, {"id": "j1"})
    assert read("verdict", "add", claim, "--rating", "Richtig", *given, "--request-id", "r1").out == "j1\n"
    assert (
        read("verdict", "add", mention["id"], "--rating", "false", *given, "--supersedes", "j1").out == "j2\n"
    )
    late = read("verdict", "add", claim, "--rating", "true", *given, "--supersedes", "j1")
    assert (late.code, late.out) == (2, "")
    assert "superseded by j2" in late.err
    bare = read("verdict", "add", claim, "--rating", "true", "--rationale", "So.")
    assert (bare.code, "--none-found" in bare.err) == (2, True)
    assert read("verdict", "retract", "j2", "--reason", "Wrong page.").out == "j3\n"
    assert [row["id"] for row in read("verdict", "list", claim, "--json").json] == ["j1", "j2", "j3"]
    assert read("verdict", "list", "--standing", "--json").json == []
    shown = read("verdict", "show", "j2")
    assert [line[:4] for line in shown.out.splitlines() if "about" in line] == ["  j1", "→ j2", "  j3"]
    assert [row["id"] for row in read("verdict", "show", "j1", "--json").json["history"]] == [
        "j1",
        "j2",
        "j3",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "c99", "--rating", "true", "--rationale", "So.", "--none-found"),
        ("add", "c1", "--rating", "true", "--rationale", "So.", "--evidence", "v9"),
        ("add", "c1", "--rating", "true", "--rationale", "So.", "--none-found", "--supersedes", "j9"),
        ("add", "c1", "--rating", "true", "--rationale", "So.", "--none-found", "--mention", "m99"),
        ("retract", "j9", "--reason", "So."),
        ("show", "j9"),
    ],
)
def test_an_unknown_id_is_refused(read: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    ran = read("verdict", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("claims: no ")
