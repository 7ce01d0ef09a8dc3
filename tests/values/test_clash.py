"""Why two answers exclude each other, in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values import BooleanValue, EntityValue, StringValue, Value, find, parse_edtf
from claims.values.clash import explain_clash, read_bounds
from claims.values.clash_words import WORDS
from claims.values.compare import Relation, compare


def say(value: Value | None, polarity: str = "asserted", snak: str = "value") -> dict[str, Any]:
    return {"snak": snak, "value": None if value is None else value.to_json(), "polarity": polarity}


def date(edtf: str) -> dict[str, Any]:
    return say(parse_edtf(edtf))


def figure(text: str) -> dict[str, Any]:
    [found] = find(text, "en")
    return say(found.value)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "2024-11",
            "2025-01-20",
            "November 2024 ends on 30 November 2024; 20 January 2025 is 51 days after that.",
        ),
        ("2025-01-20", "2025-01-22", "22 January 2025 is 2 days later than 20 January 2025."),
        ("2025-01-20", "2025-01-21", "21 January 2025 is 1 day later than 20 January 2025."),
        ("2017", "2019", "2017 and 2019 are different years."),
        (
            "2024-12-30",
            "2025",
            "30 December 2024 lies before 2025, which begins on 1 January 2025, 2 days later.",
        ),
        ("2019~", "2025", "About 2019 ends on 30 December 2020; 2025 begins after that, on 1 January 2025."),
        (
            "{2025-01-20,2025-01-22}",
            "2025-01-21",
            "No day is both 21 January 2025 and 20 January 2025 and 22 January 2025.",
        ),
        ("-0044", "2025", "-0044 ends on -0044-12-31; 2025 begins after that"),
    ],
)
def test_dates_are_told_apart_by_their_ends(one: str, other: str, said: str) -> None:
    assert (explain_clash(date(one), date(other), "en") or "").startswith(said)
    assert (explain_clash(date(other), date(one), "en") or "").startswith(said)


@pytest.mark.parametrize(
    ("one", "other", "temporal", "said"),
    [
        (
            "../2025",
            "../2030",
            "deadline",
            "Until 2025 ends on 31 December 2025, until 2030 on 31 December 2030.",
        ),
        (
            "2024/2025",
            "2024/2026",
            "period",
            "2024 – 2025 ends on 31 December 2025, 2024 – 2026 on 31 December 2026.",
        ),
        (
            "2024/2025",
            "2023/2025",
            "period",
            "2023 – 2025 begins on 1 January 2023, 2024 – 2025 on 1 January 2024.",
        ),
    ],
)
def test_deadlines_and_periods_are_told_apart_though_they_share_days(
    one: str, other: str, temporal: str, said: str
) -> None:
    assert explain_clash(date(one), date(other), "en", temporal=temporal) == said
    assert explain_clash(date(other), date(one), "en", temporal=temporal) == said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("215", "340", "340 is 58% more than 215."),
        (
            "640 million euros",
            "640 billion euros",
            "640\u00a0billion\u00a0EUR is 1,000 times 640\u00a0million\u00a0EUR.",
        ),
        ("70 billion", "6.7 trillion", "6.7\u00a0trillion is about 96 times 70\u00a0billion."),
        ("40 percent", "45 percent", "45% is 5 percentage points more than 40%."),
        ("71.4", "74.1", "74.1 is 3.8% more than 71.4."),
        ("20 to 30", "45", "45 is 50% more than the upper end of 20 – 30."),
        ("200 metres", "3 km", "3\u00a0km is 15 times 200\u00a0m."),
        ("less than 5", "8", "No figure is both less than 5 and 8."),
    ],
)
def test_figures_are_told_apart_by_how_much_more_the_larger_is(one: str, other: str, said: str) -> None:
    assert explain_clash(figure(one), figure(other), "en") == said
    assert explain_clash(figure(other), figure(one), "en") == said


def test_the_tolerance_is_named() -> None:
    said = explain_clash(figure("215"), figure("340"), "en", tolerance=(0.03, None))
    assert said == "340 is 58% more than 215; a difference of 3% is tolerated."
    said = explain_clash(figure("215"), figure("340"), "de", tolerance=(None, 2.0))
    assert said == "340 ist 58 % mehr als 215; hingenommen wird ein Unterschied von 2."


def test_a_denial_says_what_it_denies() -> None:
    january = say(parse_edtf("2025-01"), "negated")
    assert (
        explain_clash(date("2025-01"), january, "en")
        == "One side says January 2025, the other denies exactly that."
    )
    said = "One side says 20 January 2025; the other denies January 2025, which includes it."
    assert explain_clash(january, date("2025-01-20"), "en") == said
    assert explain_clash(january, date("2025-02-20"), "en") is None


def test_that_nothing_happened_yet_is_said_of_a_day() -> None:
    none = say(None, snak="novalue")
    said = explain_clash(none, date("2025-01-20"), "en", denied_on="2025-02-03")
    assert (
        said == "One side says 20 January 2025; on 3 February 2025 the other said that it had not happened."
    )
    assert "has not happened" in (explain_clash(none, date("2025-01-20"), "en") or "")
    assert "there is none" in (explain_clash(figure("5"), none, "en") or "")


def test_names_texts_and_truth_values_are_set_side_by_side() -> None:
    graz, rotterdam = say(EntityValue("Graz", "e1")), say(EntityValue("Rotterdam", "e2"))
    assert "Grâce and Rotterdam are two" in (
        explain_clash(graz, rotterdam, "en", names={"e1": "Grâce"}) or ""
    )
    assert (
        explain_clash(say(BooleanValue(True)), say(BooleanValue(False)), "de")
        == "Die eine Seite sagt ja, die andere nein."
    )
    assert "open; shut" in (explain_clash(say(StringValue("open")), say(StringValue("shut")), "en") or "")


def test_what_can_both_be_is_explained_by_nothing() -> None:
    assert explain_clash(date("2025"), date("2025-01"), "en") is None
    assert explain_clash(figure("5 euros"), figure("7 dollars"), "en") is None
    assert explain_clash(date("2025"), figure("5"), "en") is None
    none = say(None, snak="novalue")
    assert explain_clash(none, none, "en") is None


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["de"].keys() == WORDS["en"].keys()
    assert all(WORDS["de"][key].count("{}") == said.count("{}") for key, said in WORDS["en"].items())


days = st.dates().map(lambda day: day.isoformat())
months = st.dates().map(lambda day: day.isoformat()[:7])


@given(days | months, days | months)
def test_every_contradiction_of_dates_has_a_reason_whichever_comes_first(one: str, other: str) -> None:
    relation = compare(parse_edtf(one), parse_edtf(other))
    for language in WORDS:
        said = explain_clash(date(one), date(other), language)
        assert said == explain_clash(date(other), date(one), language)
        assert said is not None or relation is not Relation.CONTRADICTION


def test_bounds_are_days_and_base_units() -> None:
    assert read_bounds(date("1970-01-02")["value"]) == ("date", 1, 2)
    assert read_bounds(figure("3 km")["value"]) == ("length", 2500, 3500)
    assert read_bounds(EntityValue("Graz").to_json()) is None
