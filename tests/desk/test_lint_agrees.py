"""The lint of a draft and the cross-check of the same text as an article find the same."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.crosscheck import cross_check
from claims.desk.lint import Linted
from claims.store.queries.finding import list_findings
from claims.store.queries.vocabulary import load_into
from claims.store.record import record
from claims.store.schema import upgrade
from claims.store.transaction import writing
from claims.vocabulary import get_seed_vocabulary
from tests.desk.drafting import JANUARY, NOVEMBER, bring, check, fix

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
            # A finding is about a claim, whoever made it when; a draft is bound by its own day alone.
            bring(session, tmp_path, f"a{place}", told, published if valid else day)
        for sentence in house:
            fix(session, tmp_path, sentence, **valid)
        linted = list_linted(check(session, text, published))
        article = bring(session, tmp_path, "draft", text, published)
        cross_check(session, scope="all")
        session.expire_all()
        found = [one for one in list_findings(session, article_ids=[article]) if one["rule"] in CONFLICTS]
        record(session, "test", None, "end")
    checked = list_checked(found, f"a{article}")
    assert {place[:3] for place in linted} == {place[:3] for place in checked}
    # A finding has two sides of several denials together; lint names only those that deny this very claim.
    against = {place[:3]: place[3] for place in checked}
    assert all(place[3] <= against[place[:3]] for place in linted)
