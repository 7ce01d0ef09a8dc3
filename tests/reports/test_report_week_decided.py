"""What the reports say about a week's verdicts, house facts, sources and corrections, at any moment of it."""

from pathlib import Path

import pytest

from claims.reports.run import run_report
from claims.store.keep import ClaimKeeper, Statement
from claims.store.record import record
from claims.store.tables import Entity
from claims.store.transaction import reading, writing
from claims.store.write import update
from claims.values.value import EntityValue, StringValue
from claims.vocabulary import get_seed_vocabulary
from tests.reports import report_times as week_of
from tests.reports.report_ask import ask, before
from tests.reports.report_parts import add_mention


def test_house_facts_stand_until_another_replaces_them(week: str) -> None:
    columns = "ruling_id subject predicate qualifiers value rating decided_by decided_at valid_until sources violations_open"
    assert ask(week, "house-facts", columns, as_of=before(week_of.RULED)) == []
    assert ask(week, "house-facts", columns, as_of=week_of.RULED) == [
        (
            *("h1", "Lenzbrücke", "completed", None, "2020-05", "true", "mk", week_of.RULED, "2030-12-31"),
            *("Protokoll des Bauamts; confidential source q3", 0),
        )
    ]
    assert ask(week, "house-facts", columns) == [
        ("h2", "Lenzbrücke", "completed", None, "2020-04", None, "lz", week_of.OVERRULED, None, None, 1)
    ]
    assert ask(week, "house-facts", "ruling_id", article="a2") == [("h2",)]
    assert ask(week, "house-facts", "ruling_id", until="2025-02-04") == []


def test_the_name_of_a_confidential_source_stays_out_of_what_goes_to_the_author(week: str) -> None:
    for name in ("fact-sheet", "house-facts"):
        with reading(week) as session:
            rows = list(run_report(session, name, {"as_of": week_of.RULED}).rows)
        assert "Ein Mitarbeiter" not in repr(rows)


def test_every_verdict_is_listed_with_what_it_rests_on(week: str) -> None:
    columns = (
        "verdict_id claim_id rating truth_class reviewer as_of created_at supersedes about evidence_count"
        " independent_origins mention_id standing"
    )
    day = "2025-02-04"
    first = ("j1", "c1", "true", "true", "mk", day, week_of.JUDGED, None, "content", 2, 1, None)
    second = ("j2", "c3", "false", "false", "lz", day, week_of.ATTRIBUTED, None, "attribution", 0, 0, "m3")
    assert ask(week, "verdicts", columns) == [
        (*first, "no"),
        (*second, "no"),
        ("j3", "c1", "false", "false", "mk", day, week_of.REJUDGED, "j1", "content", 0, 0, None, "yes"),
        ("j4", "c3", None, None, "lz", day, week_of.RETRACTED, "j2", "attribution", 0, 0, "m3", "no"),
    ]
    assert ask(week, "verdicts", columns, as_of=week_of.RULED) == [(*first, "yes"), (*second, "yes")]
    assert ask(week, "verdicts", "verdict_id", article="x2") == [("j1",), ("j3",)]
    assert ask(week, "verdicts", "verdict_id", since="2025-02-05") == [("j3",), ("j4",)]


@pytest.mark.parametrize(
    ("moment", "parts"),
    [
        ("REVISED", []),
        ("ARCHIVED", ["revision"]),
        ("REPHRASED", ["revision", "evidence"]),
        ("OVERRULED", ["revision", "evidence", "vocabulary"]),
        ("REJUDGED", ["revision", "evidence", "vocabulary", "ruling"]),
        ("RETRACTED", []),
    ],
)
def test_a_verdict_is_stale_from_the_moment_its_ground_changed(
    week: str, moment: str, parts: list[str]
) -> None:
    found = ask(week, "stale-verdicts", "verdict_id changed_part", as_of=before(getattr(week_of, moment)))
    assert found == [("j1", part) for part in parts]


def test_a_stale_verdict_says_when_and_for_how_long(week: str) -> None:
    found = ask(
        week,
        "stale-verdicts",
        "claim_id claim rating reviewer as_of changed_at age_days",
        as_of="2025-02-06T07:00Z",
    )
    claim = ("c1", "Lenzbrücke · completed · 2020-05", "true", "mk", "2025-02-04")
    changes = (week_of.REVISED, week_of.ARCHIVED, week_of.REPHRASED, week_of.OVERRULED)
    assert found == [(*claim, at, 0) for at in changes]


def test_statements_are_listed_with_the_verdict_on_who_said_them(week: str) -> None:
    columns = "speaker role_in_text predicate quote voice article published attribution_verdict same_speaker_elsewhere"
    first = ("Ada Lenz", None, "said", week_of.GAIN, "indirect", "a1", "2025-02-01")
    second = ("Ada Lenz", None, "said", week_of.FEAST, "quote", "a2", None, None)
    unnamed = ("unnamed", None, None, week_of.REASONS, "indirect", "a1", "2025-02-01", None, None)
    assert ask(week, "who-said-what", columns, as_of=week_of.ACCEPTED) == [
        (*first, None, 1),
        (*second, 1),
        unnamed,
    ]
    assert ask(week, "who-said-what", columns, as_of=week_of.RULED, article="004") == [(*first, "false", 1)]
    assert ask(week, "who-said-what", columns) == [(*second, 0)]


def test_sources_are_listed_by_what_rests_on_them(week: str) -> None:
    columns = (
        "source_id title kind publisher origin confidential claims supports refutes verdicts_resting last_snapshot"
        " dead_link"
    )
    assert ask(week, "sources-by-use", columns, as_of=week_of.RULED) == [
        ("q1", "Protokoll des Bauamts", "official", "Bauamt", None, "no", 1, 1, 0, 1, week_of.PROVEN, "no"),
        ("q2", "Agentur", "agency", None, "q1", "no", 1, 1, 0, 1, week_of.PROVEN, None),
        ("q3", "Ein Mitarbeiter", "interview", None, None, "yes", 1, 0, 1, 0, week_of.PROVEN, None),
    ]
    now = ask(week, "sources-by-use", "source_id verdicts_resting last_snapshot dead_link")
    assert now[0] == ("q1", 0, week_of.ARCHIVED, "yes")
    assert ask(week, "sources-by-use", "source_id", since="2025-02-05") == []


def test_corrections_say_how_long_an_error_stood(week: str) -> None:
    columns = (
        "correction_id article from_revision to_revision quote_before quote_after kind reason finding_id noticed_at"
        " decided_by published_at hours_open"
    )
    error = (
        "k1",
        "a1",
        1,
        2,
        "Mai 2020",
        "April 2020",
        "correction",
        "Falscher Monat.",
        "f1",
        week_of.ARCHIVED,
        "mk",
    )
    assert ask(week, "corrections", columns) == [(*error, week_of.CORRECTED, 29.5)]
    assert ask(week, "corrections", columns, as_of="2025-02-05T15:00Z") == [(*error, None, 6.0)]
    assert ask(week, "corrections", columns, as_of=before(week_of.ARCHIVED)) == []
    assert ask(week, "corrections", columns, article="x2") == []


def test_the_activity_of_reviewers_counts_their_acts_in_a_span(week: str) -> None:
    columns = "reviewer accepted rejected evidence verdicts retractions rulings finding_acts inquiries corrections sign_offs"
    assert ask(week, "reviewer-activity", columns) == [
        ("lz", 1, 0, 0, 1, 1, 1, 0, 1, 0, 1),
        ("mk", 1, 1, 3, 2, 0, 1, 1, 0, 1, 0),
    ]
    assert ask(week, "reviewer-activity", columns, since="2025-02-04", until="2025-02-04") == [
        ("lz", 1, 0, 0, 1, 0, 0, 0, 0, 0, 0),
        ("mk", 0, 0, 3, 1, 0, 1, 0, 0, 0, 0),
    ]
    assert ask(week, "reviewer-activity", "reviewer first_at last_at", as_of=week_of.REJECTED) == [
        ("lz", None, None),
        ("mk", week_of.ACCEPTED, week_of.REJECTED),
    ]


def test_a_speaker_is_one_person_after_a_merge_and_has_the_office_that_the_article_gives(
    week: str, tmp_path: Path
) -> None:
    copy = tmp_path / "claims.db"
    copy.write_bytes(Path(week).read_bytes())
    ada, other = EntityValue("Ada Lenz", kind="person"), EntityValue("A. Lenz", kind="person")
    office = Statement(EntityValue("Rathaus", kind="office"), "office_holder", ada)
    said = Statement(other, "said", StringValue("Fest"))
    with writing(str(copy), actor="mk", command="test", clock=lambda: week_of.IMPORTED) as session:
        keeper = ClaimKeeper(session, get_seed_vocabulary())
        add_mention(session, keeper, 2, week_of.SECOND, "Ada Lenz", office)
        add_mention(session, keeper, 2, week_of.SECOND, "einem Fest", said, speaker=other, voice="quote")
        merged, into = keeper.find_entity(other), keeper.find_entity(ada)
        update(session, Entity, merged or 0, merged_into_id=into)
        record(session, "entity", merged, "merge")
    found = ask(
        str(copy), "who-said-what", "speaker role_in_text quote same_speaker_elsewhere", as_of=week_of.RULED
    )
    assert found == [
        ("Ada Lenz", None, week_of.GAIN, 2),
        ("Ada Lenz", "Rathaus", week_of.FEAST, 1),
        ("Ada Lenz", "Rathaus", "einem Fest", 1),
    ]
