"""House facts: what contradicts them, for which time they hold, and how the finding shows them."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.crosscheck import cross_check
from claims.store.queries.finding import list_findings
from claims.values import EntityValue, parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, merge, reject, say
from tests.crosscheck.judging import get_claim, rule


def tell(
    session: Session, subject: int, predicate: str, value: Any, published: str | None = None, **rest: Any
) -> int:
    """Let an article of its own make a claim; return the mention."""
    article = add_article(session, f"a{len(list_articles(session))}", published)
    return say(session, article, subject, predicate, value, **rest)


def list_articles(session: Session) -> list[Any]:
    return list(session.connection().exec_driver_sql("SELECT id FROM article"))


def fix(session: Session, mention: int, **valid: Any) -> int:
    """Rule that the claim made by a mention is the house fact, and let no article make it; return the claim."""
    claim = get_claim(session, mention)
    reject(session, mention)
    rule(session, claim, **valid)
    return claim


def list_violations(session: Session) -> list[dict[str, Any]]:
    cross_check(session)
    session.expire_all()
    return list_findings(session, rule="ruling-violation")


def test_a_claim_that_contradicts_the_house_fact_is_a_violation(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01")), reason="Their own note.")
    tell(session, product, "released", parse_edtf("2024-11"))
    [finding] = list_violations(session)
    assert (finding["severity"], finding["message"]) == (
        "violation",
        "Brakwin-9 · released: 2025-01 (house fact) against 2024-11",
    )


def test_a_claim_that_agrees_with_the_house_fact_is_none(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01")))
    for edtf in ("2025", "2025-01", "2025-01-20"):
        tell(session, product, "released", parse_edtf(edtf))
    assert list_violations(session) == []


def test_the_house_fact_is_alternative_0_though_no_article_says_it(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    claim = fix(session, tell(session, product, "released", parse_edtf("2025-01")), reason="Their own note.")
    tell(session, product, "released", parse_edtf("2024-11"))
    tell(session, product, "released", parse_edtf("2024-12"))
    [finding] = list_violations(session)
    assert [(one["alternative"], one["mention_state"]) for one in finding["members"]] == [
        (0, None),
        (1, "accepted"),
        (2, "accepted"),
    ]
    assert finding["members"][0]["claim"] == finding["ruling"]["claim"] == f"c{claim}"
    assert (finding["ruling"]["id"], finding["ruling"]["reason"]) == ("h1", "Their own note.")


def test_findings_of_other_rules_name_no_house_fact(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    rule(session, get_claim(session, tell(session, product, "released", parse_edtf("2025-01"))))
    tell(session, product, "released", parse_edtf("2024-11"))
    cross_check(session)
    found = {finding["rule"]: finding["ruling"] for finding in list_findings(session)}
    assert found["value-contradiction"] is None
    assert found["ruling-violation"] is not None


def test_a_retracted_house_fact_binds_nobody(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    claim = fix(session, tell(session, product, "released", parse_edtf("2025-01")))
    tell(session, product, "released", parse_edtf("2024-11"))
    assert len(list_violations(session)) == 1
    rule(session, claim, retracts=True, day=2)
    assert list_violations(session) == []


def test_the_newest_house_fact_binds(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01")))
    second = tell(session, product, "released", parse_edtf("2024-11"))
    rule(session, get_claim(session, second), day=2)
    assert list_violations(session) == []


def test_what_the_house_fact_denies_is_a_violation(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2024-11"), polarity="negated"))
    tell(session, product, "released", parse_edtf("2024-11-10"))
    assert len(list_violations(session)) == 1


def test_who_denies_the_house_fact_violates_it(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01-20")))
    tell(session, product, "released", parse_edtf("2025-01"), polarity="negated")
    assert len(list_violations(session)) == 1


def test_not_yet_released_on_a_day_after_the_release_violates_the_house_fact(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01-20")))
    tell(session, product, "released", None, "2025-01-10")
    assert list_violations(session) == []
    tell(session, product, "released", None, "2025-02-10")
    assert len(list_violations(session)) == 1


def test_a_part_agrees_with_the_whole_that_the_house_fact_names(session: Session) -> None:
    product, other = add_entity(session, "Brakwin-9"), add_entity(session, "Velin", "organisation")
    whole = add_entity(session, "Quellhain", "organisation")
    part = add_entity(session, "Quellhain Cloud", "organisation", part_of_id=whole)
    fix(session, tell(session, product, "developer", EntityValue("", f"e{whole}")))
    tell(session, product, "developer", EntityValue("", f"e{part}"))
    assert list_violations(session) == []
    tell(session, product, "developer", EntityValue("", f"e{other}"))
    assert len(list_violations(session)) == 1


@pytest.mark.parametrize(
    ("published", "severity"), [("2025-02-01", "violation"), ("2024-12-01", None), (None, "warning")]
)
def test_a_house_fact_of_limited_validity_binds_what_was_published_in_it(
    session: Session, published: str | None, severity: str | None
) -> None:
    firm, old, new = (add_entity(session, name, "organisation") for name in ("Velin", "Old", "New"))
    fix(session, tell(session, firm, "owner", EntityValue("", f"e{new}")), valid_from="2025-01-01")
    tell(session, firm, "owner", EntityValue("", f"e{old}"), published)
    assert [finding["severity"] for finding in list_violations(session)] == [severity] * (
        severity is not None
    )


@pytest.mark.parametrize(("as_of", "found"), [("2024-06", False), ("2025-06", True)])
def test_the_stated_time_of_a_claim_decides_whether_the_house_fact_binds_it(
    session: Session, as_of: str, found: bool
) -> None:
    firm = add_entity(session, "Velin", "organisation")
    fix(
        session,
        tell(session, firm, "staff", make_quantity(64)),  # type: ignore[arg-type]
        valid_from="2025-01-01",
        valid_until="2025-12-31",
    )
    tell(session, firm, "staff", make_quantity(900), "2026-05-01", as_of=as_of)  # type: ignore[arg-type]
    assert bool(list_violations(session)) is found


def test_a_house_fact_without_a_separator_warns_where_the_claim_states_it(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01")))
    tell(session, product, "released", parse_edtf("2024-11"), qualifiers={"place": "China"})
    [finding] = list_violations(session)
    assert (finding["severity"], finding["slot"]["qualifiers"]) == ("warning", {"place": "China"})


def test_the_own_house_fact_of_a_question_comes_before_a_more_general_one(session: Session) -> None:
    product, china = add_entity(session, "Brakwin-9"), {"place": "China"}
    fix(session, tell(session, product, "released", parse_edtf("2025-01")))
    fix(session, tell(session, product, "released", parse_edtf("2024-11"), qualifiers=china))
    tell(session, product, "released", parse_edtf("2024-11-10"), qualifiers=china)
    assert list_violations(session) == []


def test_a_house_fact_binds_what_is_said_of_a_merged_subject(session: Session) -> None:
    one, other = add_entity(session, "Brakwin-9"), add_entity(session, "Brakwin Nine")
    fix(session, tell(session, one, "released", parse_edtf("2025-01")))
    tell(session, other, "released", parse_edtf("2024-11"))
    assert list_violations(session) == []
    merge(session, other, one)
    assert len(list_violations(session)) == 1


def test_another_article_with_a_known_violation_leaves_the_finding_as_it_is(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01")))
    tell(session, product, "released", parse_edtf("2024-11"))
    list_violations(session)
    tell(session, product, "released", parse_edtf("2024-11"))
    assert cross_check(session).new == 0


@pytest.mark.parametrize(
    ("published", "severity"), [("2025-02-01", "violation"), ("2024-12-01", None), (None, "warning")]
)
def test_a_timeless_claim_is_bound_by_the_day_of_its_article(
    session: Session, published: str | None, severity: str | None
) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2024-01")), valid_from="2025-01-01")
    tell(session, product, "released", parse_edtf("2023-11"), published)
    assert [finding["severity"] for finding in list_violations(session)] == [severity] * (
        severity is not None
    )


def test_of_two_house_facts_that_a_merge_brought_together_the_newest_binds(session: Session) -> None:
    one, other = add_entity(session, "Brakwin-9"), add_entity(session, "Brakwin Nine")
    fix(session, tell(session, one, "released", parse_edtf("2025-01")))
    fix(session, tell(session, other, "released", parse_edtf("2024-11")), day=2)
    merge(session, other, one)
    tell(session, one, "released", parse_edtf("2024-11-10"))
    assert list_violations(session) == []


def test_a_part_that_the_house_fact_names_agrees_with_its_whole(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    whole = add_entity(session, "Quellhain", "organisation")
    part = add_entity(session, "Quellhain Cloud", "organisation", part_of_id=whole)
    fix(session, tell(session, product, "developer", EntityValue("", f"e{part}")))
    tell(session, product, "developer", EntityValue("", f"e{whole}"))
    assert list_violations(session) == []


def test_only_those_who_deny_the_house_fact_are_accused(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2025-01-20")))
    for edtf in ("2025-01", "2024-11"):
        tell(session, product, "released", parse_edtf(edtf), polarity="negated")
    [finding] = list_violations(session)
    assert [one["value"]["edtf"] for one in finding["members"]] == ["2025-01-20", "2025-01"]


def test_only_what_the_house_fact_denies_is_accused(session: Session) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2024-11"), polarity="negated"))
    for edtf in ("2023-05", "2024-11-10"):
        tell(session, product, "released", parse_edtf(edtf))
    [finding] = list_violations(session)
    assert [one["value"]["edtf"] for one in finding["members"]] == ["2024-11", "2024-11-10"]


def set_up_pair_of_makers(session: Session) -> tuple[int, list[EntityValue]]:
    """Let one sentence name two makers, of which the first is the house fact."""
    product = add_entity(session, "Brakwin-9")
    makers = [
        EntityValue("", f"e{add_entity(session, label, 'organisation')}")
        for label in ("Quellhain", "Velin", "Osterby")
    ]
    article = add_article(session, "both", "2025-01-10")
    first = say(session, article, product, "developer", makers[0])
    say(session, article, product, "developer", makers[1])
    rule(session, get_claim(session, first))
    return product, makers


def test_who_is_named_together_with_the_house_fact_is_not_held_against_it(session: Session) -> None:
    set_up_pair_of_makers(session)
    assert list_violations(session) == []


def test_who_is_named_alone_is_held_against_a_house_fact_that_others_name_with_him(session: Session) -> None:
    product, makers = set_up_pair_of_makers(session)
    tell(session, product, "developer", makers[2])
    [finding] = list_violations(session)
    assert finding["message"] == "Brakwin-9 · developer: Quellhain (house fact) against Osterby"


@pytest.mark.parametrize(("there", "count"), [("2025-05", 0), ("2024-10", 1)])
def test_what_is_out_since_a_day_may_come_out_later_in_one_country_but_not_before(
    session: Session, there: str, count: int
) -> None:
    product = add_entity(session, "Brakwin-9")
    fix(session, tell(session, product, "released", parse_edtf("2024-11")))
    tell(session, product, "released", parse_edtf(there), qualifiers={"place": "Germany"})
    assert len(list_violations(session)) == count
