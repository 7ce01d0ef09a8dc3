"""A desk decides for its ledger which rules run, and how grave a breach is."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.crosscheck.setting import read_rules, set_rule
from claims.errors import NotFound, OptionRefused
from claims.store import tables as t
from tests.crosscheck.factory import set_up_dates
from tests.crosscheck.judging import get_claim, judge


def list_states(session: Session) -> list[tuple[str, str]]:
    session.expire_all()
    return [(one.severity, one.state) for one in session.scalars(select(t.Finding).order_by(t.Finding.id))]


def count_dirty(session: Session) -> int:
    return len(session.scalars(select(t.DirtySlot.slot_id)).all())


def test_a_rule_that_is_switched_off_closes_its_findings_and_reopens_them_when_it_is_back(
    session: Session,
) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    assert list_states(session) == [("violation", "open")]
    set_rule(session, "value-contradiction", {"enabled": "0"})
    assert cross_check(session).closed == 1
    assert list_states(session) == [("violation", "fixed")]
    set_rule(session, "value-contradiction", {"enabled": "1"})
    assert cross_check(session).new == 1
    assert list_states(session) == [("violation", "reopened")]


def test_a_rule_that_is_switched_on_finds_what_was_there_before(session: Session) -> None:
    set_rule(session, "value-contradiction", {"enabled": "0"})
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    assert list_states(session) == []
    set_rule(session, "value-contradiction", {"enabled": "1"})
    assert cross_check(session).new == 1


def test_a_rule_about_verdicts_can_be_switched_off(session: Session) -> None:
    (mention,) = set_up_dates(session, "2024-11")
    judge(session, get_claim(session, mention), "true", none_found=False)
    set_rule(session, "unsupported-verdict", {"enabled": "0"})
    cross_check(session)
    assert list_states(session) == []


def test_another_severity_reaches_the_findings_that_stand(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    set_rule(session, "value-contradiction", {"severity": "info"})
    assert count_dirty(session) == 1
    assert cross_check(session).new == 0
    assert list_states(session) == [("info", "open")]


def test_what_is_set_again_to_the_same_marks_nothing_and_leaves_no_event(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    set_rule(session, "magnitude-slip", {"severity": "warning"})
    events = len(session.scalars(select(t.Event.seq)).all())
    set_rule(session, "magnitude-slip", {"severity": "warning"})
    assert (len(session.scalars(select(t.Event.seq)).all()), count_dirty(session)) == (events, 0)


def test_a_setting_is_an_event(session: Session) -> None:
    set_rule(session, "magnitude-slip", {"severity": "warning"})
    last = session.scalars(select(t.Event).order_by(t.Event.seq.desc()).limit(1)).one()
    assert (last.noun, last.action) == ("rule", "set")


@pytest.mark.parametrize(
    ("name", "settings", "error"),
    [
        ("no-such-rule", {"severity": "info"}, NotFound),
        ("magnitude-slip", {"severity": "grave"}, OptionRefused),
        ("magnitude-slip", {"enabled": "perhaps"}, OptionRefused),
        ("magnitude-slip", {"colour": "red"}, OptionRefused),
    ],
)
def test_what_no_rule_knows_is_refused(
    session: Session, name: str, settings: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        set_rule(session, name, settings)
    assert session.scalars(select(t.RuleSetting.rule)).all() == []


def test_rules_are_read_as_set(session: Session) -> None:
    set_rule(session, "magnitude-slip", {"severity": "info", "enabled": "0"})
    found = {rule.name: (rule.severity, rule.enabled) for rule in read_rules(session)}
    assert found["magnitude-slip"] == ("info", False)
    assert found["value-contradiction"] == ("violation", True)


def test_the_commands_set_and_show(desk: Callable[..., Any]) -> None:
    assert "warning" in desk("rule", "set", "impossible-time", "severity=warning").out
    assert "switched off" in desk("rule", "disable", "impossible-time").out
    listed = {one["name"]: one for one in desk("rule", "list", "--json").json["rules"]}
    assert (listed["impossible-time"]["severity"], listed["impossible-time"]["enabled"]) == ("warning", False)
    assert "switched on" in desk("rule", "enable", "impossible-time").out
    assert "seeds/orderings.toml" in desk("rule", "show", "impossible-time").out
    assert desk("rule", "set", "impossible-time", "severity").code == 2
    assert desk("rule", "show", "nothing").code == 2
