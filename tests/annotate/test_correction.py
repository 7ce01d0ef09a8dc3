"""What was changed in print: its passages stand in the texts named, its times run forward."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.annotate.correction import add_correction, edit_correction, retract_correction
from claims.errors import ClaimsError, DecisionRefused, OptionRefused
from claims.store.queries.correction import list_corrections
from claims.store.record import record
from tests.annotate.sample import Sample, count_events, refused
from tests.crosscheck.factory import BODY, revise


def correct(session: Session, sample: Sample, **given: Any) -> int:
    plain = {"article_id": sample.article, "kind": "correction", "reason": "Wrong month."}
    return add_correction(session, **(plain | given))


def test_a_correction_keeps_both_passages_their_texts_and_times(session: Session, sample: Sample) -> None:
    revise(session, sample.article)
    record(session, "test", None, "revise")
    correct(
        session,
        sample,
        before=BODY[:19],
        after="A title",
        from_revision=1,
        to_revision=2,
        noticed_at="2025-02-28",
        published_at="2025-03-01T09:00:00+01:00",
    )
    [one] = list_corrections(session, article_id=sample.article)
    assert (one["from_revision"], one["to_revision"]) == (1, 2)
    assert (one["before"], one["after"]) == (BODY[:19], "A title")
    assert (one["noticed_at"], one["published_at"]) == ("2025-02-28", "2025-03-01T08:00:00Z")
    assert (one["decided_by"], one["finding"]) == ("mk", None)
    assert count_events(session, "correction", "add") == 1


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"kind": "typo"}, OptionRefused, "correction, clarification"),
        ({"reason": ""}, OptionRefused, "--reason is blank"),
        ({"before": " "}, OptionRefused, "--before is blank"),
        ({"noticed_at": "yesterday"}, OptionRefused, "no day or time"),
        ({"from_revision": 7}, DecisionRefused, "a1 has no revision 7; see: claims article show a1"),
        ({"to_revision": 2}, DecisionRefused, "no revision 2"),
        ({"from_revision": 1, "before": "never said"}, DecisionRefused, "does not stand in revision 1"),
        ({"from_revision": 2, "to_revision": 1}, DecisionRefused, "does not come after"),
        ({"from_revision": 1, "to_revision": 1}, DecisionRefused, "does not come after"),
        (
            {"noticed_at": "2025-02-02", "published_at": "2025-02-01T10:00"},
            DecisionRefused,
            "published on 2025-02-01",
        ),
    ],
)
def test_what_is_no_correction_is_refused(
    session: Session, sample: Sample, given: dict[str, Any], error: type[ClaimsError], said: str
) -> None:
    with refused(session, error, said):
        correct(session, sample, **given)


def test_what_becomes_known_later_is_added_and_the_log_keeps_what_it_said(
    session: Session, sample: Sample
) -> None:
    number = correct(session, sample, noticed_at="2025-02-28")
    assert edit_correction(session, number, published_at="2025-03-01T09:00Z", reason="Wrong year.")
    [one] = list_corrections(session)
    assert (one["reason"], one["published_at"], one["noticed_at"]) == (
        "Wrong year.",
        "2025-03-01T09:00:00Z",
        "2025-02-28",
    )
    assert count_events(session, "correction", "edit") == 1
    assert not edit_correction(session, number, reason="Wrong year.")
    assert count_events(session, "correction", "edit") == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"published_at": "2025-02-01"}, "swap or correct them"),
        ({"from_revision": 7}, "no revision 7"),
        ({"reason": " "}, "--reason is blank"),
        ({"kind": "typo"}, "correction, clarification"),
    ],
)
def test_an_edit_is_held_to_the_same_rules(
    session: Session, sample: Sample, given: dict[str, Any], said: str
) -> None:
    number = correct(session, sample, noticed_at="2025-02-28")
    with refused(session, ClaimsError, said):
        edit_correction(session, number, **given)


def test_a_correction_that_was_taken_back_stays_on_record_and_is_changed_no_more(
    session: Session, sample: Sample
) -> None:
    number = correct(session, sample)
    retract_correction(session, number)
    [one] = list_corrections(session)
    assert one["retracted_at"] is not None
    for act in (retract_correction, edit_correction):
        with refused(session, DecisionRefused, "k1 was taken back on"):
            act(session, number)


def test_a_correction_is_edited_undone_and_taken_back_from_the_command_line(read: Callable[..., Any]) -> None:
    read("correction", "add", "--article", "b.txt", "--kind", "correction", "--reason", "So.")
    added = read("audit", "log", "-n", "1", "--json").json[0]["seq"]
    assert read("correction", "edit", "k1", "--published-at", "2025-03-02", "--json").json == {"id": "k1"}
    assert read("audit", "undo", str(added)).code == 2
    assert read("audit", "undo", str(added + 1)).code == 0
    [one] = read("correction", "list", "--json").json
    assert (one["published_at"], one["retracted_at"]) == (None, None)
    assert read("audit", "undo", str(added)).code == 0
    assert read("correction", "list", "--json").json[0]["retracted_at"] is not None
    assert read("report", "run", "corrections", "--format", "json").json == []
    assert read("correction", "retract", "k1").code == 2
    assert read("audit", "verify").code == 0


def test_corrections_from_the_command_line(read: Callable[..., Any]) -> None:
    read("cross-check")
    given = ("--kind", "correction", "--reason", "Wrong month.", "--finding", "f1", "--before", "November")
    added = read("correction", "add", "--article", "b.txt", *given, "--from-revision", "1", "--json")
    assert (added.code, added.json) == (0, {"id": "k1"})
    [one] = read("correction", "list", "--article", "b.txt", "--json").json
    assert (one["finding"], one["before"]) == ("f1", "November")
    assert read("correction", "list", "--article", "a.txt", "--json").json == []


@pytest.mark.parametrize("arguments", [("--article", "zz.txt"), ("--article", "a.txt", "--finding", "f9")])
def test_an_unknown_id_is_refused(read: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    ran = read("correction", "add", *arguments, "--kind", "correction", "--reason", "So.")
    assert (ran.code, ran.err[:11]) == (2, "claims: no ")
    assert read("correction", "list", "--json").json == []
