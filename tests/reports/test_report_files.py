"""Each report's file says what it asks, takes and shows, and does that."""

import re
import sqlite3

import pytest

from claims.errors import NotFound
from claims.reports.report import (
    FOLDER,
    KINDS,
    KNOWN,
    Report,
    get_report,
    list_names,
    list_reports,
    read_report,
)
from claims.reports.run import run_report
from claims.store.queries.reference import LETTERS
from claims.store.transaction import reading

REPORTS = list_reports()

PROMISED = {
    "fact-sheet": "no, sentence, quote, claim_id, claim, speaker, voice, value, state, rating, evidence_count,"
    " best_source, checked_by, checked_at, note",
    "todo": "priority, article, published, claim_id, quote, why, assigned_to, due",
    "contradictions": "finding_id, severity, state, rule, subject, predicate, alternative, value, quote, speaker,"
    " outlet, article, published, reviewed, rating",
    "house-facts": "ruling_id, subject, predicate, qualifiers, value, rating, decided_by, decided_at, valid_until,"
    " sources, violations_open",
    "coverage": "article, sentences, with_claim, opinion, boilerplate, open, claims, accepted, with_verdict,"
    " findings_open, share_done, signed_off_by",
    "verdicts": "claim_id, claim, rating, truth_class, rationale, reviewer, as_of, created_at, supersedes, about,"
    " evidence_count, independent_origins",
    "stale-verdicts": "claim_id, claim, rating, reviewer, as_of, changed_part, changed_at, age_days",
    "who-said-what": "speaker, role_in_text, predicate, quote, voice, article, published, attribution_verdict,"
    " same_speaker_elsewhere",
    "sources-by-use": "source_id, title, kind, publisher, origin, confidential, claims, supports, refutes,"
    " verdicts_resting, last_snapshot, dead_link",
    "corrections": "correction_id, article, from_revision, to_revision, quote_before, quote_after, kind, reason,"
    " finding_id, noticed_at, decided_by, published_at, hours_open",
    "reviewer-activity": "reviewer, accepted, rejected, evidence, verdicts",
    "contradictions-by-entity": "entity_id, entity, kind, findings",
}
"""Columns that other programs rely on; ids for the next command follow them."""


def each_report() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)


def test_there_are_the_reports_that_a_desk_was_promised() -> None:
    assert list_names() == sorted(PROMISED)


@each_report()
def test_a_report_has_the_promised_columns_first_and_in_order(report: Report) -> None:
    promised = PROMISED[report.name].split(", ")
    assert [column.name for column in report.columns][: len(promised)] == promised


@each_report()
def test_the_documented_columns_are_those_of_the_result(report: Report, week: str) -> None:
    with reading(week) as session:
        answer = run_report(session, report.name, {})
        assert answer.columns == tuple(column.name for column in report.columns)
        assert list(answer.rows) != [] or report.name == "stale-verdicts"


@each_report()
def test_the_documented_parameters_are_those_of_the_query(report: Report) -> None:
    used = set(re.findall(r":([a-z_]+)", report.statement))
    assert used == {parameter.name for parameter in report.parameters}
    assert used >= {"article", "since", "until", "as_of"}
    assert {parameter.kind for parameter in report.parameters} <= set(KINDS)


@each_report()
def test_a_report_is_one_question_in_one_statement(report: Report) -> None:
    assert report.question.endswith("?")
    bare = re.sub(r"'[^']*'", "", re.sub(r"--.*", "", report.statement))
    assert ";" not in bare
    assert report.title


@each_report()
def test_the_ids_of_a_report_are_read_by_the_next_command(report: Report, week: str) -> None:
    with reading(week) as session:
        answer = run_report(session, report.name, {})
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    named = {
        "article": "article",
        "supersedes": "verdict",
        "origin": "source",
    } | {f"{noun}_id": noun for noun in LETTERS}
    for row in rows:
        for column, noun in named.items():
            if row.get(column) is not None:
                assert re.fullmatch(f"{LETTERS[noun]}[0-9]+", row[column])


@each_report()
def test_the_shown_sql_runs_as_it_is_in_stock_sqlite(report: Report, week: str) -> None:
    given = {parameter.name: None for parameter in report.parameters}
    with sqlite3.connect(f"file:{week}?mode=ro", uri=True) as connection, reading(week) as session:
        stock = connection.execute(report.text, given).fetchall()
        assert stock == list(run_report(session, report.name, {}).rows)
    connection.close()


@each_report()
def test_a_report_names_what_it_uses_of_what_was_known_then(report: Report) -> None:
    file = (FOLDER / f"{report.name}.sql").read_text("utf-8")
    uses = re.search(r"^-- Uses: (.*)$", file, re.MULTILINE)
    named = set(uses[1].split(", ")) if uses else set()
    own = file[uses.end() :] if uses else file
    known = {path.stem for path in KNOWN.glob("*.sql")}
    assert named - {"everything"} == set(re.findall(r"\b(?:FROM|JOIN) (\w+)", own)) & known
    assert not set(re.findall(r"^(\w+)[^\n]* AS (?:MATERIALIZED )?\(", own, re.MULTILINE)) & known


def test_all_that_is_kept_for_reports_is_used_by_more_than_one() -> None:
    begins = [
        path.read_text("utf-8").split("(")[0] for path in KNOWN.glob("*.sql") if path.stem != "everything"
    ]
    assert [begin for begin in begins if sum(f"\n{begin}(" in report.text for report in REPORTS) < 2] == []


def test_an_unknown_report_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(
        NotFound, match=r"no report 'fact_sheet'; did you mean fact-sheet\? there are: contra"
    ):
        get_report("fact_sheet")


@pytest.mark.parametrize(
    "name", ["../../settings", "fact-sheet.sql", "", "/etc/passwd", "sql/fact-sheet", "\0"]
)
def test_a_report_is_looked_up_by_name_and_never_by_path(name: str) -> None:
    with pytest.raises(NotFound):
        get_report(name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-- Title: x\nSELECT 1", "lacks Columns, Parameters, Question"),
        (
            "-- Title: x\n-- Question: y?\n-- Parameters:\n--   article\n-- Columns:\nSELECT 1",
            "the header says 'article'",
        ),
    ],
)
def test_a_header_that_documents_nothing_is_noticed(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_report("x", text)
