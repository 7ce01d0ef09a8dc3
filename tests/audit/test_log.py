"""T05 and the log as it is read: one event, one line, whatever stands in it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from claims.audit.log import describe_payload, list_events
from claims.errors import OptionRefused, ReviewerUnknown
from claims.store.record import record
from claims.store.tables import Tag
from claims.store.transaction import reading, writing
from claims.store.write import insert
from tests.audit.forge import Log


def list_all(path: str, **options: Any) -> list[dict[str, Any]]:
    with reading(path) as session:
        return list_events(session, **options)


def test_every_event_is_listed_the_newest_last(worked: str, kept_log: Log) -> None:
    assert [event["seq"] for event in list_all(worked)] == [row[0] for row in kept_log.headers]


def test_the_newest_so_many_are_listed_in_their_order(worked: str, kept_log: Log) -> None:
    assert [event["seq"] for event in list_all(worked, last=3)] == [row[0] for row in kept_log.headers[-3:]]


def test_events_are_narrowed_by_noun_and_reviewer(worked: str) -> None:
    assert {event["noun"] for event in list_all(worked, noun="tag")} == {"tag"}
    assert len(list_all(worked, noun="tag")) == 32
    assert list_all(worked, actor="jd") == []
    with pytest.raises(ReviewerUnknown):
        list_all(worked, actor="nobody")


def test_both_ends_of_a_time_are_included(ledger: str) -> None:
    for day in (1, 2, 3):
        with writing(
            ledger, actor="mk", command="t", clock=lambda d=day: f"2019-01-0{d}T12:30:00.5Z"
        ) as session:  # type: ignore[misc]  # the day of this round
            record(session, "tag", insert(session, Tag, name=f"{day}"), "add")
    listed = list_all(ledger, since="2019-01-02", until="2019-01-02")
    assert [event["at"][:10] for event in listed] == ["2019-01-02"]
    assert len(list_all(ledger, until="2019-01-02T12:30Z")) == 2
    assert len(list_all(ledger, until="2019-01-02T12:29Z")) == 1
    assert len(list_all(ledger, since="2019-01-02T12:30", until="2019")) == 2


@pytest.mark.parametrize("moment", ["yesterday", "2025-1-1", "' OR 1", "%", ""])
def test_what_is_no_time_is_refused(ledger: str, moment: str) -> None:
    with pytest.raises(OptionRefused):
        list_all(ledger, until=moment)


def test_a_payload_is_told_in_words(worked: str) -> None:
    (event,) = [one for one in list_all(worked, noun="mention") if one["action"] == "accept"]
    assert event["changes"] == "decision: 1 inserted, entity: 1 updated, mention: 1 updated"
    assert (event["what"], event["withheld"]) == ("mention m2 accept", False)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (None, "withheld"),
        ("{", "damaged"),
        ("[1]", "damaged"),
        ('{"insert":{"tag":5}}', "damaged"),
        ("{}", ""),
    ],
)
def test_a_payload_that_is_not_there_or_broken_is_told_as_that(body: str | None, told: str) -> None:
    assert describe_payload(body) == told


def test_one_record_is_one_line_whatever_stands_in_it(desk: Callable[..., Any], tmp_path: Any) -> None:
    evil = 'add\n{"seq": 99}\r\x1b[2J\u2028x'
    with writing(str(tmp_path / "claims.db"), actor="mk", command=evil) as session:
        record(session, "tag", insert(session, Tag, name=evil), evil)
    lines = desk("audit", "log", "--format", "jsonl").out.removesuffix("\n").split("\n")
    assert [json.loads(line)["seq"] for line in lines] == [1, 2, 3]
    table = desk("audit", "log", "--format", "csv").out
    assert "\x1b" not in table
