"""Findings as other programs read them."""

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from claims.cli.output import show, show_stream
from claims.crosscheck import cross_check
from claims.store import tables as t
from claims.store.queries.finding import list_findings, list_severities, stream_findings
from claims.store.queries.place import MENTIONS_SHOWN
from claims.store.write import update
from claims.values import parse_edtf
from tests.crosscheck.factory import add_article, add_entity, reject, say


def set_up(session: Session, label: str, *edtf: str) -> list[int]:
    """Let one article each date the release of one product; return the articles."""
    product = add_entity(session, label)
    articles = [add_article(session, f"{label}-{place}") for place in range(len(edtf))]
    for article, date in zip(articles, edtf, strict=True):
        say(session, article, product, "released", parse_edtf(date))
    return articles


def test_a_finding_has_the_fields_of_the_contract(session: Session) -> None:
    set_up(session, "Brakwin-9", "2024-11", "2025-01")
    cross_check(session)
    finding = list_findings(session)[0]
    assert finding.keys() >= {"id", "rule", "severity", "state", "slot", "message", "members"}
    assert finding["slot"].keys() >= {"subject", "predicate", "qualifiers"}
    assert finding["slot"]["subject"]["label"] == "Brakwin-9"
    member = finding["members"][0]
    assert list(member)[:3] == ["alternative", "fits", "claim"]
    assert member.keys() >= {
        "value",
        "article",
        "external_id",
        "title",
        "published",
        "start",
        "end",
        "quote",
        "speaker",
        "mention_state",
    }
    assert member["value"]["edtf"] == "2024-11"
    assert (member["external_id"], member["quote"], member["fits"]) == ("Brakwin-9-0", "One", [0])
    assert [
        letter[0] for letter in (finding["id"], finding["slot"]["id"], member["claim"], member["article"])
    ] == [
        "f",
        "s",
        "c",
        "a",
    ]


def test_of_many_mentions_of_a_claim_twenty_are_listed_and_the_rest_counted(session: Session) -> None:
    set_up(session, "Brakwin-9", "2024-11", *["2025-01"] * (MENTIONS_SHOWN + 3))
    cross_check(session)
    members = list_findings(session)[0]["members"]
    assert len(members) == 1 + MENTIONS_SHOWN
    assert members[-1]["more"] == 3
    assert all("more" not in member for member in members[:-1])


def test_violations_come_before_warnings(session: Session) -> None:
    product = add_entity(session, "Brakwin-8")
    place = {"place": "China"}
    say(session, add_article(session, "x"), product, "released", parse_edtf("2023"))
    say(session, add_article(session, "y"), product, "released", parse_edtf("2024"), qualifiers=place)
    cross_check(session)
    set_up(session, "Brakwin-9", "2024-11", "2025-01")
    cross_check(session)
    findings = list_findings(session)
    assert [finding["severity"] for finding in findings] == ["violation", "warning", "info"]
    assert findings[1]["slot"]["qualifiers"] == place


def test_only_findings_that_an_article_takes_part_in_are_listed_for_it(session: Session) -> None:
    first = set_up(session, "Brakwin-8", "2024-11", "2025-01")
    second = set_up(session, "Brakwin-9", "2024-11", "2025-01")
    cross_check(session)
    assert [f["slot"]["subject"]["label"] for f in list_findings(session, article_ids=first[:1])] == [
        "Brakwin-8"
    ]
    assert len(list_findings(session, article_ids=[*first, *second])) == 2


def test_what_is_waived_or_fixed_is_listed_on_request_only(session: Session) -> None:
    set_up(session, "Brakwin-9", "2024-11", "2025-01")
    cross_check(session)
    update(session, t.Finding, 1, state="waived")
    session.expire_all()
    assert list_findings(session) == []
    assert [finding["state"] for finding in list_findings(session, states=["waived"])] == ["waived"]
    assert len(list_findings(session, states=None, rule="value-contradiction", ids=[1])) == 1
    assert list_findings(session, states=None, rule="magnitude-slip") == []


def test_a_claim_that_nobody_makes_any_more_is_listed_without_a_place(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    for place, date in enumerate(("2024-11", "2025-01")):
        mention = say(session, add_article(session, f"a{place}"), product, "released", parse_edtf(date))
    cross_check(session)
    reject(session, mention)
    cross_check(session)
    session.expire_all()
    members = list_findings(session, states=["fixed"])[0]["members"]
    assert [member["article"] is None for member in members] == [False, True]


def test_the_number_of_queries_does_not_grow_with_the_findings(session: Session) -> None:
    def count_queries() -> int:
        seen: list[str] = []
        connection = session.connection()

        def note(*arguments: object) -> None:
            seen.append(str(arguments[2]))

        event.listen(connection, "before_cursor_execute", note)
        list_findings(session)
        event.remove(connection, "before_cursor_execute", note)
        return len(seen)

    set_up(session, "Brakwin-8", "2024-11", "2025-01")
    cross_check(session)
    few = count_queries()
    for place in range(12):
        set_up(session, f"Brakwin-{place + 20}", "2024-11", "2025-01")
    cross_check(session)
    assert len(list_findings(session)) == 13
    assert count_queries() == few


def test_findings_that_come_a_few_at_a_time_are_those_of_the_list(session: Session) -> None:
    for label in ("Brakwin-7", "Brakwin-8", "Brakwin-9"):
        set_up(session, label, "2024-11", "2025-01")
    set_up(session, "Velin-1", "2024-11-10", "2024")
    cross_check(session)
    listed = list_findings(session)
    assert len(listed) == 3
    assert list(stream_findings(session, at_once=2)) == listed
    assert list_severities(session) == [finding["severity"] for finding in listed]


def test_the_first_finding_comes_before_the_others_are_read(session: Session) -> None:
    def count_queries() -> int:
        done: list[object] = []

        def note(*_: object) -> None:
            done.append(None)

        event.listen(session.connection(), "before_cursor_execute", note)
        next(stream_findings(session, at_once=1))
        event.remove(session.connection(), "before_cursor_execute", note)
        return len(done)

    set_up(session, "Brakwin-1", "2024-11", "2025-01")
    cross_check(session)
    alone = count_queries()
    for place in range(2, 6):
        set_up(session, f"Brakwin-{place}", "2024-11", "2025-01")
    cross_check(session)
    assert count_queries() == alone


@pytest.mark.parametrize("findings", [[], [{"id": "f1"}], [{"a": ["x\ny", {}]}, {"a": []}, {}]])
def test_json_that_is_printed_as_it_comes_is_the_same_as_all_at_once(
    findings: list[dict[str, object]], capsys: pytest.CaptureFixture[str]
) -> None:
    show({"examined": 1, "new": 0, "findings": findings})
    at_once = capsys.readouterr().out
    show_stream({"examined": 1, "new": 0}, "findings", iter(findings))
    assert capsys.readouterr().out == at_once
