"""What the reports say about a week's articles, mentions and findings, now and at any moment of it."""

from pathlib import Path
from typing import Any

import pytest

from claims.reports.run import run_report
from claims.store.transaction import reading
from tests.reports import report_times as week_of
from tests.reports.report_ask import ask, before


def test_nothing_was_known_before_the_import(week: str) -> None:
    for name in (
        "fact-sheet",
        "todo",
        "contradictions",
        "house-facts",
        "coverage",
        "verdicts",
        "sources-by-use",
    ):
        assert ask(week, name, "", as_of=before(week_of.IMPORTED)) == []


def test_the_fact_sheet_says_all_about_a_claim(week: str) -> None:
    with reading(week) as session:
        answer = run_report(session, "fact-sheet", {"article": "004", "as_of": week_of.RULED})
        rows = list(answer.rows)
    opened = (
        *(1, "Die Lenzbrücke wurde im Mai 2020 eröffnet.", week_of.OPENED, "c1"),
        *("Lenzbrücke · completed · 2020-05", None, "article", "2020-05", "accepted", "true", 3),
        *("Protokoll des Bauamts", "mk", week_of.JUDGED, None, "m1", "a1"),
    )
    cost = (
        *(2, "Der Bau der Lenzbrücke kostete 5 Millionen Euro.", week_of.COST, "c2"),
        *("Lenzbrücke · development_cost · 5 Millionen Euro", None, "article", "5 Millionen Euro"),
        *("suggested", None, 0, None, None, None, "hedged", "m2", "a1"),
    )
    gain = (
        *(3, "Bürgermeisterin Ada Lenz nennt sie einen Gewinn.", week_of.GAIN, "c3"),
        *("Ada Lenz · said · ein Gewinn", "Ada Lenz", "indirect", "ein Gewinn", "suggested"),
        *(None, 0, None, None, None, "attribution false", "m3", "a1"),
    )
    assert rows == [opened, cost, gain]


@pytest.mark.parametrize(
    ("moment", "state"), [("ACCEPTED", "suggested"), ("RETYPED", "accepted"), ("CORRECTED", None)]
)
def test_a_mention_has_the_state_that_it_had(week: str, moment: str, state: str | None) -> None:
    found = ask(week, "fact-sheet", "mention_id state", as_of=before(getattr(week_of, moment)))
    assert dict(found).get("m1") == state


@pytest.mark.parametrize("minute", ["before", "after"])
def test_a_rejected_mention_is_gone_from_then_on(week: str, minute: str) -> None:
    at = before(week_of.REJECTED) if minute == "before" else week_of.REJECTED
    found = dict(ask(week, "fact-sheet", "mention_id note", as_of=at))
    assert (found.get("m4") == "not typed yet") is (minute == "before")


def test_a_retyped_mention_made_its_old_claim_until_then(week: str) -> None:
    for at, expected in ((before(week_of.RETYPED), ("c5", "2021-06")), (week_of.RETYPED, ("c1", "2020-05"))):
        found = ask(week, "fact-sheet", "mention_id claim_id value", as_of=at)
        assert {row[0]: row[1:] for row in found}["m5"] == expected


@pytest.mark.parametrize(
    ("moment", "rating", "evidence"),
    [
        ("PROVEN", None, 0),
        ("JUDGED", None, 3),
        ("ATTRIBUTED", "true", 3),
        ("REJUDGED", "true", 3),
        ("RETRACTED", "false", 3),
    ],
)
def test_a_claim_has_the_rating_that_it_had(
    week: str, moment: str, rating: str | None, evidence: int
) -> None:
    found = ask(
        week, "fact-sheet", "mention_id rating evidence_count", as_of=before(getattr(week_of, moment))
    )
    assert {row[0]: row[1:] for row in found}["m5"] == (rating, evidence)


@pytest.mark.parametrize(
    ("moment", "states"),
    [
        ("CHECKED", []),
        ("ACCEPTED", [("open", "c1", "m1"), ("open", "c5", "m5")]),
        ("WAIVED", [("open", "c1", "m1"), ("open", "c5", "m5")]),
        ("RETYPED", []),
        ("PROVEN", []),
        ("REJUDGED", [("reopened", "c7", "m7"), ("reopened", "c1", "m5")]),
    ],
)
def test_a_finding_had_the_members_and_the_state_that_it_had(
    week: str, moment: str, states: list[Any]
) -> None:
    at = before(getattr(week_of, moment))
    assert ask(week, "contradictions", "state claim_id mention_id", as_of=at) == states


def test_findings_in_another_state_are_shown_when_asked_for(week: str) -> None:
    waived = ask(week, "contradictions", "state claim_id", as_of=week_of.WAIVED, state="waived")
    assert waived == [("waived", "c1"), ("waived", "c5")]
    fixed = ask(week, "contradictions", "state claim_id mention_id", as_of=week_of.FIXED, state="fixed")
    assert fixed == [("fixed", "c1", "m1"), ("fixed", "c1", "m5")]


def test_contradictions_show_both_sides_whichever_article_is_asked_for(week: str) -> None:
    columns = (
        "finding_id severity state rule subject predicate alternative value quote speaker outlet article"
        " published reviewed rating"
    )
    one = ("f1", "violation", "reopened", "value-contradiction", "Lenzbrücke", "completed")
    sides = [
        (*one, 0, "2020-04", week_of.OPENED_EARLIER, None, "Blatt", "a1", "2025-02-01", "no", None),
        (*one, 1, "2020-05", week_of.OPENED_LATER, None, "Echo", "a2", None, "yes", "false"),
    ]
    for article in ("a1", "x2"):
        assert ask(week, "contradictions", columns, article=article) == sides
    assert ask(week, "contradictions", columns, since="2025-02-06") == []


def test_the_most_urgent_work_comes_first_with_its_reason(week: str) -> None:
    columns = "priority article claim_id why assigned_to due"
    assert ask(week, "todo", columns, as_of=week_of.ACCEPTED) == [
        (1, "a2", "c5", "finding", None, None),
        (1, "a1", "c1", "finding", None, None),
        (4, "a1", "c4", "figure untyped", None, None),
        (5, "a2", "c6", "no verdict", None, None),
        (5, "a1", "c2", "no verdict", None, None),
        (5, "a1", "c3", "no verdict", None, None),
    ]
    assigned = ask(week, "todo", columns, as_of=week_of.RULED)
    assert assigned[0] == (5, "a1", "c2", "no verdict", "lz", "2025-02-05T17:00:00.000000Z")
    assert ask(week, "todo", columns, as_of=week_of.REPHRASED)[0] == (3, "a2", "c1", "stale", None, None)


def test_coverage_counts_sentences_and_claims_of_the_text_of_that_time(week: str) -> None:
    columns = (
        "article sentences with_claim opinion boilerplate open claims accepted with_verdict findings_open"
        " share_done signed_off_by"
    )
    assert ask(week, "coverage", columns, as_of=week_of.ACCEPTED) == [
        ("a1", 6, 4, 1, 1, 1, 4, 1, 0, 1, 0.0, None),
        ("a2", 2, 2, 0, 0, 0, 2, 0, 0, 1, 0.0, None),
    ]
    assert ask(week, "coverage", columns, as_of=week_of.RULED, article="004") == [
        ("a1", 6, 3, 1, 1, 1, 3, 1, 1, 0, 0.333, None)
    ]
    assert ask(week, "coverage", columns) == [
        ("a1", 1, 1, 0, 0, 0, 1, 0, 0, 1, 0.0, "lz"),
        ("a2", 2, 2, 0, 0, 0, 2, 1, 1, 1, 0.5, None),
    ]


def test_contradictions_are_counted_by_what_they_are_about(week: str) -> None:
    columns = "entity kind findings violations warnings acknowledged questions claims newest_at"
    assert ask(week, "contradictions-by-entity", columns) == [
        ("Lenzbrücke", "building", 1, 1, 0, 0, 1, 2, week_of.OVERRULED)
    ]
    assert ask(week, "contradictions-by-entity", columns, as_of=week_of.WAIVED) == []


def test_a_withdrawn_article_is_left_out_from_then_on(week: str, tmp_path: Path) -> None:
    from claims.store.record import record
    from claims.store.tables import Article
    from claims.store.transaction import writing
    from claims.store.write import update

    copy = tmp_path / "claims.db"
    copy.write_bytes(Path(week).read_bytes())
    at = "2025-02-07T08:00:00.000000Z"
    with writing(str(copy), actor="mk", command="article withdraw", clock=lambda: at) as session:
        update(session, Article, 2, withdrawn_at=at)
        record(session, "article", 2, "withdraw")
    assert ask(str(copy), "coverage", "article") == [("a1",)]
    assert ask(str(copy), "coverage", "article", as_of="2025-02-07T07:59Z") == [("a1",), ("a2",)]


def test_days_of_publication_bound_what_is_listed(week: str) -> None:
    # The second article has no date of its own: its import counts.
    assert ask(week, "coverage", "article", until="2025-02-01") == [("a1",)]
    assert ask(week, "coverage", "article", since="2025-02-02") == [("a2",)]
    assert ask(week, "fact-sheet", "mention_id", until="2025-02-01") == [("m7",)]


def test_the_members_of_a_real_finding_are_known_for_the_time_before_a_later_run(
    week: str, tmp_path: Path
) -> None:
    from claims.annotate.retype import retype_mention
    from claims.crosscheck import cross_check
    from claims.store.transaction import writing

    copy = tmp_path / "claims.db"
    copy.write_bytes(Path(week).read_bytes())
    steps = ("2025-02-10T08:00:00.000000Z", "2025-02-11T08:00:00.000000Z")
    values = ("2021-07", "2021-08")
    for at, value in zip(steps, values, strict=True):
        with writing(str(copy), actor="mk", command="test", clock=lambda now=at: now) as session:  # type: ignore[misc]
            retype_mention(session, 5, value=value)
            cross_check(session, scope="changed")
    for at, value in zip(steps, values, strict=True):
        found = ask(str(copy), "contradictions", "rule value", as_of=at)
        assert {said for rule, said in found if rule == "value-contradiction"} == {"2020-04", value}
