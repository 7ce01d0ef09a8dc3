"""Checking a manuscript: what is reported and what is not."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from claims.desk.draft import make_draft, read_draft
from claims.desk.lint import Linted, lint
from claims.errors import FileRefused, TextRefused
from claims.ingest.metadata import ReadOptions
from claims.store import tables as t
from claims.store.record import record
from claims.store.transaction import reading, writing
from tests.desk.drafting import JANUARY, NOVEMBER, bring, check, fix


def list_kinds(done: Linted) -> list[tuple[str, list[str]]]:
    return [(one["rule"], [other["kind"] for other in one["against"]]) for one in done.findings]


def test_a_draft_against_a_house_fact_is_reported_with_its_reason(session: Session, tmp_path: Path) -> None:
    fix(session, tmp_path, JANUARY)
    [finding] = check(session, NOVEMBER).findings
    assert (finding["rule"], finding["severity"]) == ("ruling-violation", "violation")
    [ruling] = finding["against"]
    assert (ruling["kind"], ruling["id"], ruling["reason"]) == ("ruling", "h1", "Their own note.")
    assert ruling["value"]["edtf"] == "2025-01"


def test_a_draft_that_agrees_with_the_house_fact_passes(session: Session, tmp_path: Path) -> None:
    fix(session, tmp_path, JANUARY)
    done = check(session, "DeepSeek-R1 erschien 2025. DeepSeek-R1 erschien im Januar 2025.")
    assert (done.findings, done.claims, done.compared) == ([], 2, 2)


def test_a_house_fact_of_limited_validity_binds_by_the_drafts_day(session: Session, tmp_path: Path) -> None:
    fix(session, tmp_path, "DeepSeek-R1 wurde von DeepSeek entwickelt.", valid_until="2025-03-31")
    other = "DeepSeek-R1 wurde von OpenAI entwickelt."
    assert len(check(session, other, "2025-03-31").findings) == 1
    assert check(session, other, "2025-04-01").findings == []


def test_a_draft_against_an_article_names_outlet_day_and_quote(session: Session, tmp_path: Path) -> None:
    bring(session, tmp_path, "a", JANUARY, "2025-01-27")
    [finding] = check(session, NOVEMBER).findings
    assert finding["rule"] == "value-contradiction"
    [claim] = finding["against"]
    names = ("kind", "id", "article", "outlet", "published", "quote")
    assert [claim[name] for name in names] == ["claim", "c1", "a1", "Blatt", "2025-01-27", JANUARY[:-1]]


def test_a_draft_that_contradicts_itself_is_reported_at_both_places(session: Session) -> None:
    done = check(session, f"{NOVEMBER}\n{JANUARY}")
    assert list_kinds(done) == [("value-contradiction", ["draft"])] * 2
    assert [(one["line"], one["column"]) for one in done.findings] == [(1, 1), (2, 1)]
    assert done.findings[0]["against"][0]["line"] == 2


def test_a_new_name_is_checked_within_the_draft(session: Session) -> None:
    done = check(session, "Brakwin-9 erschien im Mai 2024.\nBrakwin-9 erschien im Juni 2024.")
    assert [one["slot"]["subject"] for one in done.findings] == [{"id": None, "label": "Brakwin-9"}] * 2


def test_what_stands_against_other_claims_of_the_ledger_only_is_not_reported(
    session: Session, tmp_path: Path
) -> None:
    bring(session, tmp_path, "a", NOVEMBER)
    bring(session, tmp_path, "b", "DeepSeek-R1 erschien im Dezember 2024.")
    assert check(session, "DeepSeek-R1 erschien 2024.").findings == []


def test_figures_of_other_times_do_not_stand_against_a_draft(session: Session, tmp_path: Path) -> None:
    bring(session, tmp_path, "a", "ChatGPT hatte im Oktober 2023 100 Millionen Nutzer.", "2023-11-01")
    bring(session, tmp_path, "b", "ChatGPT hatte im Oktober 2024 300 Millionen Nutzer.", "2024-11-01")
    bring(session, tmp_path, "c", "ChatGPT hatte im Oktober 2023 200 Millionen Nutzer.", "2023-11-01")
    [finding] = check(session, "ChatGPT hatte im Oktober 2024 500 Millionen Nutzer.").findings
    assert [one["article"] for one in finding["against"]] == ["a2"]


def test_what_is_planned_does_not_stand_against_what_happened(session: Session, tmp_path: Path) -> None:
    bring(session, tmp_path, "a", NOVEMBER, "2025-02-01")
    planned = "DeepSeek-R1 soll im Januar 2025 erscheinen."
    assert check(session, planned, "2024-06-01").findings == []
    assert len(check(session, JANUARY, "2025-02-01").findings) == 1


def test_makers_that_other_texts_name_form_no_set_with_the_drafts(session: Session, tmp_path: Path) -> None:
    bring(session, tmp_path, "a", "DeepSeek-R1 wurde von OpenAI entwickelt.")
    assert len(check(session, "DeepSeek-R1 wurde von DeepSeek entwickelt.").findings) == 1


def test_a_finding_bears_the_name_of_the_gravest_rule(session: Session, tmp_path: Path) -> None:
    fix(session, tmp_path, JANUARY, valid_from="2025-01-01")
    bring(session, tmp_path, "a", JANUARY)
    [finding] = check(session, NOVEMBER).findings  # undated: the house fact may not bind it
    assert (finding["severity"], finding["rule"]) == ("violation", "value-contradiction")
    assert finding["rules"] == ["value-contradiction", "ruling-violation"]


def test_all_rules_that_a_claim_breaks_are_one_finding(session: Session, tmp_path: Path) -> None:
    fix(session, tmp_path, JANUARY)
    bring(session, tmp_path, "a", "DeepSeek-R1 wurde nicht im November 2024 veröffentlicht.")
    bring(session, tmp_path, "b", "DeepSeek-R1 erschien im Mai 2024.")
    [finding] = check(session, NOVEMBER).findings
    assert finding["rules"] == ["ruling-violation", "value-contradiction", "polarity-contradiction"]
    assert [one["kind"] for one in finding["against"]] == ["ruling", "claim", "claim"]


def test_claims_read_with_less_certainty_can_be_left_out(session: Session) -> None:
    text = f"{NOVEMBER}\n{JANUARY}"
    assert check(session, text, min_score=1.0).claims == 0


def test_claims_without_another_are_counted(session: Session, tmp_path: Path) -> None:
    bring(session, tmp_path, "a", JANUARY)
    done = check(session, f"{JANUARY} Brakwin-9 erschien im Mai 2024.")
    assert (done.claims, done.compared) == (2, 1)


def test_lines_count_from_the_top_of_the_file_and_offsets_in_the_text(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"---\nlanguage: de\n---\n\n# Modelle\n\n{NOVEMBER} {JANUARY}\n", "utf-8")
    done = lint(session, read_draft(path, ReadOptions()))
    assert [(one["line"], one["column"]) for one in done.findings] == [(7, 1), (7, 40)]
    text = read_draft(path, ReadOptions()).text
    assert [text[one["start"] : one["end"]] for one in done.findings] == [NOVEMBER[:-1], JANUARY[:-1]]


def test_a_title_of_its_own_is_checked_too(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"---\nlanguage: de\ntitle: {NOVEMBER[:-1]}\n---\n{JANUARY}\n", "utf-8")
    done = lint(session, read_draft(path, ReadOptions()))
    assert [(one["field"], one["line"]) for one in done.findings] == [("title", None), ("text", 5)]


@pytest.mark.parametrize("name", ["draft.csv", "."])
def test_a_draft_is_one_text(tmp_path: Path, name: str) -> None:
    (tmp_path / "draft.csv").write_text("text\nx\n", "utf-8")
    with pytest.raises(FileRefused):
        read_draft(tmp_path / name, ReadOptions())


def test_an_empty_stdin_is_refused() -> None:
    with pytest.raises(TextRefused):
        make_draft(b" \n", ReadOptions())


READ_WHOLE = {
    "predicate",
    "predicate_kind",
    "predicate_separator",
    "predicate_shared",
    "predicate_trigger",
    "unit",
    "rule_setting",
}
"""What does not grow with articles: kinds of statement, units, what the desk set."""


def test_only_the_questions_of_the_draft_are_read(ledger: str, tmp_path: Path) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        bring(session, tmp_path, "a", f"{JANUARY} SAP hat 900 Mitarbeiter.")
        fix(session, tmp_path, "DeepSeek-R1 wurde von OpenAI entwickelt.")
        record(session, "test", None, "end")
    ledger_tables = set(t.Table.metadata.tables) - READ_WHOLE
    scanned: set[str] = set()
    with reading(ledger) as session:
        connection = session.connection()
        raw: Any = connection.connection.driver_connection

        def note(*arguments: Any) -> None:
            statement, parameters, many = arguments[2], arguments[3], arguments[5]
            if statement.split()[0] in {"SELECT", "INSERT", "WITH", "--"}:
                first = parameters[0] if many else parameters
                for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", first):
                    words = row[3].split()
                    if words[0] == "SCAN" and words[1] in ledger_tables:
                        scanned.add(words[1])

        event.listen(connection, "before_cursor_execute", note)
        assert len(check(session, f"{NOVEMBER} {NOVEMBER[:11]} wurde von DeepSeek entwickelt.").findings) == 2
    assert scanned <= {"rule_setting"}  # a row per rule that the desk set otherwise


def test_linting_writes_nothing(ledger: str, tmp_path: Path) -> None:
    before = hashlib.sha256(Path(ledger).read_bytes()).hexdigest()
    with reading(ledger) as session:
        check(session, f"{NOVEMBER} {JANUARY}")
    assert hashlib.sha256(Path(ledger).read_bytes()).hexdigest() == before
