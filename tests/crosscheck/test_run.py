"""Runs of the cross-check on a real ledger: what takes part, what is found, what is written."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check, list_rules
from claims.store import tables as t
from claims.store.queries.tally import Tally
from claims.store.record import record
from claims.store.write import update
from claims.values import EntityValue, parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import (
    add_article,
    add_entity,
    merge,
    reject,
    revise,
    say,
    set_up_dates,
)


def list_open(session: Session) -> list[tuple[str, str]]:
    states = ("open", "reopened")
    return [
        (row.rule, row.severity)
        for row in session.scalars(
            select(t.Finding).where(t.Finding.state.in_(states)).order_by(t.Finding.id)
        )
    ]


def test_two_dates_of_one_release_are_a_violation(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01", "2025-01-20")
    outcome = cross_check(session)
    assert (outcome.examined, outcome.new, outcome.changed) == (1, 1, Tally(3, 3, 3))
    finding = session.scalars(select(t.Finding)).one()
    assert (finding.rule, finding.severity) == ("value-contradiction", "violation")
    assert finding.message == ("Brakwin-9 · released: 2024-11 against 2025-01, 2025-01-20")


def test_a_claim_without_another_has_nothing_to_compare_with(session: Session) -> None:
    set_up_dates(session, "2024-11")
    outcome = cross_check(session)
    assert (outcome.new, outcome.changed) == (0, Tally(1, 1, 0))


def test_a_run_with_nothing_to_do_writes_nothing(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    cross_check(session)
    events = session.scalar(select(func.count()).select_from(t.Event))
    assert cross_check(session).examined == 0
    assert session.scalar(select(func.count()).select_from(t.Event)) == events
    assert session.scalar(select(func.count()).select_from(t.CheckRun)) == 1


def test_a_run_is_one_event(session: Session) -> None:
    set_up_dates(session, "2024-11", "2025-01")
    record(session, "test", None, "set up")
    before = session.scalar(select(func.max(t.Event.seq))) or 0
    cross_check(session)
    events = session.scalars(select(t.Event).where(t.Event.seq > before)).all()
    assert [(event.noun, event.action) for event in events] == [("check_run", "run")]


def test_a_rejected_mention_takes_no_part(session: Session) -> None:
    first, _ = set_up_dates(session, "2024-11", "2025-01")
    reject(session, first)
    assert cross_check(session).new == 0


def test_a_mention_in_an_older_revision_takes_no_part(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    old = add_article(session, "old")
    say(session, old, product, "released", parse_edtf("2024-11"))
    say(session, add_article(session, "new"), product, "released", parse_edtf("2025-01"))
    revise(session, old)
    assert cross_check(session).new == 0


def test_a_withdrawn_article_takes_no_part(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    gone = add_article(session, "gone")
    say(session, gone, product, "released", parse_edtf("2024-11"))
    say(session, add_article(session, "kept"), product, "released", parse_edtf("2025-01"))
    update(session, t.Article, gone, withdrawn_at="2025-03-01T00:00:00Z")
    assert cross_check(session).new == 0


def test_merged_makers_agree_and_split_ones_do_not(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    short, full = (add_entity(session, label, "organisation") for label in ("Quellhain", "Quellhain Labs"))
    for place, maker in enumerate((short, full)):
        value = EntityValue("", f"e{maker}")
        say(session, add_article(session, f"a{place}"), product, "developer", value)
    assert cross_check(session).new == 1
    merge(session, short, full)
    assert cross_check(session).closed == 1


def test_claims_about_merged_subjects_are_compared(session: Session) -> None:
    one, other = add_entity(session, "Brakwin Nine"), add_entity(session, "Brakwin-9")
    say(session, add_article(session, "a"), one, "released", parse_edtf("2024-11"))
    say(session, add_article(session, "b"), other, "released", parse_edtf("2025-01"))
    assert cross_check(session).new == 0
    merge(session, one, other)
    assert cross_check(session).new == 1


def test_a_part_and_its_whole_agree_as_makers(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    whole = add_entity(session, "Quellhain", "organisation")
    part = add_entity(session, "Quellhain Cloud", "organisation", part_of_id=whole)
    other = add_entity(session, "Velin", "organisation")
    for place, maker in enumerate((whole, part)):
        say(session, add_article(session, f"a{place}"), product, "developer", EntityValue("", f"e{maker}"))
    assert cross_check(session).new == 0
    say(session, add_article(session, "c"), product, "developer", EntityValue("", f"e{other}"))
    assert cross_check(session).new == 1


def test_a_circle_of_parts_is_gone_round_once(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    one = add_entity(session, "Aldan", "organisation")
    other = add_entity(session, "Birke", "organisation", part_of_id=one)
    update(session, t.Entity, one, part_of_id=other)
    for place, maker in enumerate((one, other)):
        say(session, add_article(session, f"a{place}"), product, "developer", EntityValue("", f"e{maker}"))
    assert cross_check(session).new == 0


def test_of_two_findings_in_slots_that_became_one_the_standing_slots_remains(session: Session) -> None:
    slots = []
    for label in ("Brakwin-9", "Brakwin Nine"):
        product = add_entity(session, label)
        for date in ("2024", "2025"):
            say(session, add_article(session, label + date), product, "released", parse_edtf(date))
        slots.append(session.scalars(select(t.Slot.id).where(t.Slot.subject_id == product)).one())
    cross_check(session)
    kept, gone = session.scalars(select(t.Slot.subject_id).where(t.Slot.id.in_(slots)).order_by(t.Slot.id))
    merge(session, gone, kept)
    update(session, t.Slot, slots[1], canonical_id=slots[0])
    outcome = cross_check(session)
    assert (outcome.examined, outcome.new, outcome.closed) == (1, 0, 1)
    standing = session.scalars(select(t.Finding).where(t.Finding.state != "fixed")).one()
    assert standing.slot_id == slots[0]


def test_names_of_one_sentence_are_one_set(session: Session) -> None:
    product, article = add_entity(session, "Brakwin-9"), add_article(session, "a")
    makers = [add_entity(session, label, "organisation") for label in ("Aldan", "Birke", "Corva")]
    for maker in makers[:2]:
        say(session, article, product, "developer", EntityValue("", f"e{maker}"), sentence=2)
    say(session, add_article(session, "b"), product, "developer", EntityValue("", f"e{makers[1]}"))
    assert cross_check(session).new == 0
    say(session, add_article(session, "c"), product, "developer", EntityValue("", f"e{makers[2]}"))
    assert cross_check(session).new == 1


def test_a_left_out_separator_makes_a_warning(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    say(session, add_article(session, "a"), product, "released", parse_edtf("2024-11"))
    say(
        session,
        add_article(session, "b"),
        product,
        "released",
        parse_edtf("2025-01"),
        qualifiers={"place": "China"},
    )
    cross_check(session)
    assert ("value-contradiction", "warning") in list_open(session)


def test_a_new_scoped_claim_is_compared_with_an_unscoped_one_that_did_not_change(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    place = {"place": "China"}
    say(session, add_article(session, "a"), product, "released", parse_edtf("2024-11"))
    assert cross_check(session).examined == 1
    say(session, add_article(session, "b"), product, "released", parse_edtf("2025-01"), qualifiers=place)
    cross_check(session)
    assert ("value-contradiction", "warning") in list_open(session)


def staff(amount: int) -> Any:
    return make_quantity(amount)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "found"),
    [
        (("2025-01-10", "2025-02-10"), [("value-contradiction", "violation")]),
        (("2022-01-10", "2025-02-10"), []),
        ((None, "2025-02-10"), [("value-contradiction", "warning")]),
    ],
)
def test_states_are_compared_within_their_validity(
    session: Session, published: tuple[str | None, str | None], found: list[tuple[str, str]]
) -> None:
    firm = add_entity(session, "Tidewerk", "organisation")
    for place, (day, amount) in enumerate(zip(published, (340, 215), strict=True)):
        say(session, add_article(session, f"a{place}", day), firm, "staff", staff(amount))
    cross_check(session)
    assert list_open(session) == found


def test_a_stated_time_outweighs_the_articles_date(session: Session) -> None:
    firm = add_entity(session, "Tidewerk", "organisation")
    say(session, add_article(session, "a", "2025-01-10"), firm, "staff", staff(340), as_of="2019-10")
    say(session, add_article(session, "b", "2025-01-12"), firm, "staff", staff(215))
    assert cross_check(session).new == 0


def test_a_million_against_a_billion_is_a_slip(session: Session) -> None:
    firm = add_entity(session, "Velin", "organisation")
    for place, amount in enumerate((640_000_000, 640_000_000_000)):
        value = make_quantity(amount, unit="EUR")  # type: ignore[arg-type]
        say(session, add_article(session, f"a{place}"), firm, "revenue", value)
    cross_check(session)
    assert list_open(session) == [("magnitude-slip", "violation")]


def test_figures_in_different_currencies_are_not_compared(session: Session) -> None:
    firm = add_entity(session, "Velin", "organisation")
    for place, (amount, unit) in enumerate(((640, "EUR"), (900, "USD"))):
        say(session, add_article(session, f"a{place}"), firm, "revenue", make_quantity(amount, unit=unit))  # type: ignore[arg-type]
    assert cross_check(session).new == 0


def test_a_denial_is_found(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    say(session, add_article(session, "a"), product, "released", parse_edtf("2024-11-10"))
    say(session, add_article(session, "b"), product, "released", parse_edtf("2024-11"), polarity="negated")
    cross_check(session)
    assert list_open(session) == [("polarity-contradiction", "violation")]
    message = session.scalars(select(t.Finding.message)).one()
    assert message == "Brakwin-9 · released: 2024-11-10 against not 2024-11"


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2025-01-15", [("polarity-contradiction", "violation")]),
        ("2024-11-05", []),
        (None, [("polarity-contradiction", "warning")]),
    ],
)
def test_not_yet_speaks_for_the_day_of_its_article(
    session: Session, published: str | None, found: list[tuple[str, str]]
) -> None:
    product = add_entity(session, "Brakwin-9")
    say(session, add_article(session, "a", "2025-03-01"), product, "released", parse_edtf("2024-11"))
    say(session, add_article(session, "b", published), product, "released", None)
    cross_check(session)
    assert list_open(session) == found


def test_only_the_slots_of_the_named_articles_are_examined(session: Session) -> None:
    product, other = add_entity(session, "Brakwin-9"), add_entity(session, "Brakwin-8")
    article = add_article(session, "a")
    say(session, article, product, "released", parse_edtf("2024-11"))
    say(session, add_article(session, "b"), product, "released", parse_edtf("2025-01"))
    far = [add_article(session, name) for name in ("c", "d")]
    for place, date in zip(far, ("2023", "2024"), strict=True):
        say(session, place, other, "released", parse_edtf(date))
    assert cross_check(session, article_ids=[article]).new == 1
    assert cross_check(session).new == 1


def test_namesakes_have_findings_of_their_own(session: Session) -> None:
    for place in range(2):
        person = add_entity(session, "Kim Kaya", "person")
        for date in ("1970", "1980"):
            say(session, add_article(session, f"{date}{place}"), person, "born", parse_edtf(date))
    assert cross_check(session).new == 2
    assert cross_check(session, scope="all").new == 0


def test_a_text_of_a_claim_is_shown_on_one_short_line(session: Session) -> None:
    product = add_entity(session, "Brakwin\n9" + " x" * 100)
    for place, date in enumerate(("2024", "2025")):
        say(session, add_article(session, f"a{place}"), product, "released", parse_edtf(date))
    cross_check(session)
    message = session.scalars(select(t.Finding.message)).one()
    assert "\n" not in message
    assert len(message) < 200


def test_every_rule_is_explained_in_both_languages() -> None:
    for rule in list_rules():
        assert all(rule.title[language] and rule.explanation[language] for language in ("de", "en"))
        assert set(rule.to_json()) >= {"name", "severity", "title", "enabled"}
