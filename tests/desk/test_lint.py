"""Checking a manuscript: what is reported, what is not, and that nothing else would come of importing it."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.desk.lint import Linted, lint, make_draft, read_draft
from claims.errors import FileRefused, TextRefused
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store import tables as t
from claims.store.queries.finding import list_findings
from claims.store.queries.reference import read_number
from claims.store.queries.vocabulary import load_into
from claims.store.record import record
from claims.store.schema import upgrade
from claims.store.transaction import reading, writing
from claims.suggest.run import suggest_for
from claims.vocabulary import get_seed_vocabulary
from tests.crosscheck.factory import reject
from tests.crosscheck.judging import get_claim, rule

Run = Callable[..., Any]


@pytest.fixture
def session(ledger: str) -> Iterator[Session]:
    with writing(ledger, actor="mk", command="test", keep=False) as opened:
        yield opened
        record(opened, "test", None, "end")


def bring(session: Session, folder: Path, name: str, text: str, published: str | None = None) -> int:
    """Import a text as an article and read it; return the article."""
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    imported = import_paths(session, [path], ReadOptions(language="de", published=published, outlet="Blatt"))
    suggest_for(session)
    return read_number("article", imported.articles[0]["id"]) or 0


def fix(session: Session, folder: Path, text: str, **valid: Any) -> None:
    """Rule that what a text says is the house fact, and let no article say it."""
    name = hashlib.sha256(text.encode()).hexdigest()[:8]
    article = bring(session, folder, f"house-{name}", text)
    [mention] = session.scalars(
        select(t.Mention.id)
        .join(t.Revision, t.Revision.id == t.Mention.revision_id)
        .where(t.Revision.article_id == article)
    )
    rule(session, get_claim(session, mention), reason="Their own note.", **valid)
    reject(session, mention)


def check(session: Session, text: str, published: str | None = None, **rest: Any) -> Linted:
    return lint(session, make_draft(text.encode(), ReadOptions(language="de", published=published)), **rest)


def list_kinds(done: Linted) -> list[tuple[str, list[str]]]:
    return [(one["rule"], [other["kind"] for other in one["against"]]) for one in done.findings]


NOVEMBER, JANUARY = "DeepSeek-R1 erschien im November 2024.", "DeepSeek-R1 erschien im Januar 2025."


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
    [finding] = check(session, "ChatGPT hatte im Oktober 2024 500 Millionen Nutzer.").findings
    assert [one["article"] for one in finding["against"]] == ["a2"]


def test_what_is_planned_does_not_stand_against_what_happened(session: Session, tmp_path: Path) -> None:
    bring(session, tmp_path, "a", NOVEMBER, "2025-02-01")
    assert check(session, JANUARY, "2024-06-01").findings == []


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


SENTENCES = [
    NOVEMBER,
    JANUARY,
    "DeepSeek-R1 erschien 2024.",
    "DeepSeek-R1 erschien am 10. November 2024.",
    "DeepSeek-R1 wurde nicht im November 2024 veröffentlicht.",
    "DeepSeek-R1 ist noch nicht erschienen.",
    "DeepSeek-R1 wurde von OpenAI entwickelt.",
    "DeepSeek-R1 wurde von DeepSeek entwickelt.",
    "DeepSeek-R1 hat 671 Milliarden Parameter.",
    "DeepSeek-R1 hat 671 Millionen Parameter.",
    "Der Umsatz von SAP lag 2023 bei 31 Milliarden Euro.",
    "Der Umsatz von SAP lag 2024 bei 34 Milliarden Euro.",
    "Der Umsatz von SAP liegt bei 34 Milliarden Euro.",
    "Brakwin-9 erschien im Mai 2024.",
    "Brakwin-9 erschien im Juni 2024.",
]
days = st.sampled_from([None, "2025-06-01", "2025-08-01"])  # behind all dates: nothing is planned
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
CONFLICTS = {"ruling-violation", "value-contradiction", "magnitude-slip", "polarity-contradiction"}


def list_linted(done: Linted) -> set[tuple[Any, ...]]:
    """Return place, gravest rule, all rules, and what stands against it, of each finding."""
    return {
        (
            one["start"],
            one["severity"],
            frozenset(one["rules"]),
            frozenset(
                (other["kind"], other["start"] if other["kind"] == "draft" else other["id"])
                for other in one["against"]
                if other["kind"] != "ruling"
            ),
        )
        for one in done.findings
    }


def list_checked(findings: Sequence[dict[str, Any]], article: str) -> set[tuple[Any, ...]]:
    """Return the same of what the cross-check found in an article."""
    places: dict[int, list[tuple[str, str, frozenset[Any]]]] = {}
    for finding in findings:
        for own in finding["members"]:
            broken = finding["rule"] == "ruling-violation"
            if own["article"] != article or (broken and own["alternative"] == 0):
                continue
            against = frozenset(
                ("draft", other["start"]) if other["article"] == article else ("claim", other["claim"])
                for other in finding["members"]
                if set(other["fits"]).isdisjoint(own["fits"])
            )
            if against:
                found = (finding["severity"], finding["rule"], frozenset() if broken else against)
                places.setdefault(own["start"], []).append(found)
    return {
        (
            start,
            "violation" if any(severity == "violation" for severity, _, _ in found) else "warning",
            frozenset(rule for _, rule, _ in found),
            frozenset().union(*(against for _, _, against in found)),
        )
        for start, found in places.items()
    }


@pytest.fixture(scope="session")
def lean(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a ledger with few known names, which every reading of a text would go through."""
    path = str(tmp_path_factory.mktemp("lean") / "claims.db")
    upgrade(path)
    seeds = get_seed_vocabulary()
    names = {"DeepSeek", "DeepSeek-R1", "OpenAI", "SAP"}
    known = tuple(
        replace(entity, part_of=None) for entity in seeds.entities if names & set(entity.label.values())
    )
    with writing(path, actor=None, command="test", first=lambda: "mk") as session:
        load_into(session, replace(seeds, entities=known))
        record(session, "vocabulary", None, "load")
    return path


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(texts, days), max_size=3),
    st.lists(st.sampled_from(SENTENCES), max_size=2, unique=True),
    st.sampled_from([{}, {"valid_from": "2025-07-01"}]),
    texts,
    days,
)
def test_a_draft_is_told_what_the_cross_check_would_find_in_it(
    lean: str,
    tmp_path: Path,
    articles: list[tuple[str, str | None]],
    house: list[str],
    valid: dict[str, str],
    text: str,
    published: str | None,
) -> None:
    with writing(lean, actor="mk", command="test", keep=False) as session:
        for place, (told, day) in enumerate(articles):
            bring(session, tmp_path, f"a{place}", told, day)
        for sentence in house:
            fix(session, tmp_path, sentence, **valid)
        linted = list_linted(check(session, text, published))
        article = bring(session, tmp_path, "draft", text, published)
        cross_check(session, scope="all")
        session.expire_all()
        found = [one for one in list_findings(session, article_ids=[article]) if one["rule"] in CONFLICTS]
        record(session, "test", None, "end")
    assert linted == list_checked(found, f"a{article}")


READ_WHOLE = {
    "predicate",
    "predicate_kind",
    "predicate_separator",
    "predicate_trigger",
    "entity",
    "alias",
    "unit",
}
"""The vocabulary, which the reader of texts needs."""


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
    assert scanned == set()


def test_linting_writes_nothing(ledger: str, tmp_path: Path) -> None:
    before = hashlib.sha256(Path(ledger).read_bytes()).hexdigest()
    with reading(ledger) as session:
        check(session, f"{NOVEMBER} {JANUARY}")
    assert hashlib.sha256(Path(ledger).read_bytes()).hexdigest() == before


@pytest.fixture
def newsroom(desk: Run, tmp_path: Path) -> Run:
    """Return the command line where the release of DeepSeek-R1 in January 2025 is the house fact."""
    (tmp_path / "a.txt").write_text(JANUARY, "utf-8")
    desk("import", "a.txt", "--language", "de", "--outlet", "Blatt", "--published", "2025-01-27")
    desk("suggest")
    assert desk("ruling", "add", "c1", "--reason", "Their own note.").code == 0
    return desk


def test_a_violation_ends_with_1_and_shows_what_stands_against_it(newsroom: Run) -> None:
    ran = newsroom("lint", "-", "--language", "de", stdin=f"{NOVEMBER}\n")
    assert ran.code == 1
    assert ran.out.splitlines()[:3] == [
        "stdin:1:1  violation  ruling-violation  DeepSeek-R1 · released",
        f"    draft: 2024-11: „{NOVEMBER[:-1]}“",
        "    against house fact h1: 2025-01: Their own note.",
    ]
    assert "    against c1: 2025-01, Blatt [a1], 2025-01-27:" in ran.out


def test_a_violation_in_json_has_quote_ruling_and_reason(newsroom: Run) -> None:
    ran = newsroom("lint", "-", "--language", "de", "--json", stdin=f"{NOVEMBER}\n")
    [finding] = ran.json["findings"]
    assert (ran.code, finding["quote"], finding["slot"]["predicate"]) == (1, NOVEMBER[:-1], "released")
    assert finding["against"][0]["reason"] == "Their own note."


def test_a_draft_without_findings_ends_with_0_and_one_line(newsroom: Run) -> None:
    ran = newsroom("lint", "-", "--language", "de", stdin=f"{JANUARY} Brakwin-9 erschien im Mai 2024.\n")
    assert (ran.code, ran.out) == (
        0,
        "0 violations, 0 warnings: 2 typed claims, 1 compared, 1 has nothing to compare with yet\n",
    )


def test_a_warning_ends_with_1_only_on_request(newsroom: Run) -> None:
    text = (
        "Der Umsatz von SAP lag 2023 bei 31 Milliarden Euro. Der Umsatz von SAP liegt bei 34 Milliarden Euro."
    )
    assert newsroom("lint", "-", "--language", "de", stdin=text).code == 0
    assert newsroom("lint", "-", "--language", "de", "--fail-on", "warning", stdin=text).code == 1


def test_check_is_another_name_for_lint(newsroom: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(NOVEMBER, "utf-8")
    ran = newsroom("check", "draft.txt", "--format", "json", "--language", "de")
    assert (ran.code, len(ran.json["findings"])) == (1, 1)
