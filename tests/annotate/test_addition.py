"""Adding a claim and a place where it is made, by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.annotate.addition import Place, find_place
from claims.errors import DecisionRefused
from tests.annotate.review_sample import TEXT, ask, get, set_up

RELEASED = ("--subject", "DeepSeek-R1", "--predicate", "released", "--value", "Januar 2025")


@pytest.fixture
def add(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    set_up(desk, tmp_path)

    def run(*options: str, said: tuple[str, ...] = RELEASED) -> Any:
        return desk("mention", "add", "t.txt", *options, *said)

    return run


def test_a_mention_is_added_accepted_and_its_id_printed(add: Any, desk: Any) -> None:
    ran = add("--quote", "im Januar 2025")
    assert ran.out == "m6\n"
    mention = get(desk, "m6")
    assert (mention["state"], mention["score"], mention["reasons"]) == ("accepted", None, [])
    assert TEXT[mention["start"] : mention["end"]] == "im Januar 2025"
    assert mention["claim"] == get(desk, "m1")["claim"]
    assert ask(desk, "SELECT state, claim_id FROM decision") == [["accepted", 1]]
    assert desk("audit", "verify").code == 0


def test_an_id_comes_as_json_too(add: Any) -> None:
    assert add("--quote", "im Januar 2025", "--json").json["id"] == "m6"


def test_a_quote_that_stands_there_several_times_wants_its_start(add: Any, desk: Any) -> None:
    ran = add("--quote", "DeepSeek")
    assert ran.code == 2
    assert "several times (at 0, 59)" in ran.err
    assert add("--quote", "DeepSeek", "--start", "59").code == 0
    assert get(desk, "m6")["start"] == 59


def test_offsets_alone_are_a_place(add: Any, desk: Any) -> None:
    assert add("--start", "21", "--end", "35", "--revision", "1").code == 0
    assert get(desk, "m6")["quote"] == "im Januar 2025"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--start", "20", "--end", "999"), "out of range"),
        (("--start", "-5", "--end", "5"), "out of range"),
        (("--start", "30", "--end", "20"), "does not lie before"),
        (("--start", "5", "--end", "5"), "does not lie before"),
        (("--start", "5"), "say where"),
        ((), "say where"),
        (("--quote", ""), "empty"),
        (("--quote", "Februar"), "does not stand in the text"),
        (("--quote", "Januar", "--start", "3"), "does not stand at 3"),
        (("--quote", "Januar", "--start", "-1"), "does not stand at -1"),
        (("--quote", "Januar", "--start", "24", "--end", "99"), "ends at 30, not at 99"),
        (("--quote", "Januar", "--revision", "2"), "revision 2 is not the newest, which is 1"),
        (("--quote", "Januar", "--title"), "has no title"),
        (("--quote", "Januar", "--voice", "song"), "no voice"),
        (("--quote", "DeepSeek-R1 erschien im Januar 2025"), "m1 makes this claim there already"),
    ],
)
def test_a_place_that_is_none_is_refused(add: Any, desk: Any, options: tuple[str, ...], said: str) -> None:
    before = desk("mention", "list", "--json").json
    ran = add(*options)
    assert ran.code == 2
    assert said in ran.err
    assert desk("mention", "list", "--json").json == before


def test_offsets_of_a_replaced_text_are_refused(add: Any, desk: Any, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Vorab. " + TEXT, "utf-8")
    desk("import", "t.txt")
    ran = add("--start", "24", "--end", "35", "--revision", "1")
    assert ran.code == 2
    assert "revision 1 is not the newest, which is 2" in ran.err


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("--subject", "X", "--value", "2025"), "--predicate KEY"),
        (("--predicate", "released", "--value", "2025"), "--subject NAME"),
        (("--subject", "X", "--predicate", "released"), "--value"),
        (("--subject", "X", "--predicate", "nonsense", "--value", "1"), "claims predicate list"),
        (("--subject", "X", "--predicate", "released", "--value", "sometime"), "not one date"),
        ((*RELEASED, "--polarity", "maybe"), "asserted or negated"),
        ((*RELEASED, "--modality", "dreamt"), "planned"),
        ((*RELEASED, "--qualifier", "moon=full"), "not separated by moon"),
        ((*RELEASED, "--qualifier", "place"), "KEY=VALUE"),
    ],
)
def test_a_claim_that_does_not_fit_is_refused(add: Any, said: tuple[str, ...], why: str) -> None:
    ran = add("--quote", "im Januar 2025", said=said)
    assert ran.code == 2
    assert why in ran.err


def test_without_a_predicate_it_is_a_claim_to_check(add: Any, desk: Any) -> None:
    assert add("--quote", "Ob das klug war", "--speaker", "(unnamed)", said=()).code == 0
    mention = get(desk, "m6")
    assert (mention["predicate"], mention["speaker"]) == (None, {"id": None, "label": "(unnamed)"})


def test_a_sentence_that_was_open_has_claims_then(desk: Any, tmp_path: Path) -> None:
    set_up(desk, tmp_path, "Niemand weiß es genau. DeepSeek-R1 erschien im Januar 2025.")
    before = desk("article", "show", "t.txt", "--json").json["sentences"][0]
    assert (before["kind"], before["mentions"]) == ("open", [])
    desk("mention", "add", "t.txt", "--quote", "Niemand weiß es")
    after = desk("article", "show", "t.txt", "--json").json["sentences"][0]
    assert (after["kind"], after["decided_by"], len(after["mentions"])) == ("claims", "mk", 1)


def test_a_claim_is_added_once(desk: Any) -> None:
    first = desk("claim", "add", *RELEASED)
    assert first.out == "c1\n"
    assert desk("claim", "add", *RELEASED[:4], "--value", "2025-01").out == "c1\n"
    assert desk("claim", "add", *RELEASED[:4], "--value", "2025-02").out == "c2\n"
    assert desk("claim", "add", "--subject", "X").code == 2


def test_a_claim_shows_who_makes_it_and_what_others_say(add: Any, desk: Any, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("DeepSeek-R1 erschien im November 2024.", "utf-8")
    desk("import", "b.txt", "--language", "de")
    desk("suggest")
    desk("verdict", "add", "c1", "--rating", "true", "--rationale", "The maker says so.", "--none-found")
    shown = desk("claim", "show", "m1")
    assert shown.out.startswith("c1  DeepSeek-R1 · released · Januar 2025\n    read as: 2025-01\n")
    assert "[ ] m1  a1, revision 1: „DeepSeek-R1 erschien im Januar 2025“" in shown.out
    assert "The maker says so." in shown.out
    assert "DeepSeek-R1 · released · November 2024" in shown.out.partition("Other answers")[2]
    found = desk("claim", "show", "c1", "--json").json
    assert [one["value"]["edtf"] for one in found["others"]] == ["2024-11"]
    assert [one["id"] for one in found["places"]] == ["m1"]


def test_a_claim_that_is_not_there_is_named(desk: Any) -> None:
    assert desk("claim", "show", "c9").code == 2


@given(st.text("ab😀", min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 5))
def test_a_quote_with_its_start_is_found_where_it_was_taken(text: str, start: int, size: int) -> None:
    start = min(start, len(text) - 1)
    quote = text[start : start + size]
    assert find_place(text, Place(quote, start)) == (start, start + len(quote))
    try:
        found = find_place(text, Place(quote))
    except DecisionRefused:
        assert text.count(quote) > 1 or text.find(quote, text.find(quote) + 1) > 0
    else:
        assert found == (start, start + len(quote))
