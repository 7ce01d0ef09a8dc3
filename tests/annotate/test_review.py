"""The review line by line: keys, undo, resuming, and what a crash or another reviewer leaves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.annotate.review_sample import get, list_states, set_up
from tests.test_terminal import HOSTILE


@pytest.fixture
def review(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return a function that gives keys to the review and returns what it printed."""
    set_up(desk, tmp_path)

    def run(keys: str, *options: str) -> Any:
        return desk("annotate", "t.txt", "--plain", *options, stdin=keys)

    return run


def test_keys_on_one_line_are_taken_in_turn(review: Any, desk: Any) -> None:
    ran = review("yny")
    assert ran.code == 0
    assert list_states(desk) == {
        "m1": "accepted",
        "m2": "rejected",
        "m3": "accepted",
        "m4": "suggested",
        "m5": "suggested",
    }
    assert ran.out.splitlines()[-1] == "3 decided (2 accepted, 1 rejected), 2 left"


def test_keys_on_lines_of_their_own_are_the_same(review: Any, desk: Any) -> None:
    review("y\nn\n\ny\n")
    assert list(list_states(desk).values()) == ["accepted", "rejected", "accepted", "suggested", "suggested"]


def test_the_sentence_stands_between_its_neighbours_which_are_indented_further(review: Any) -> None:
    lines = review("yq").out.splitlines()
    at = lines.index("  Das Modell stammt von DeepSeek.")
    assert lines[at - 1] == "          DeepSeek-R1 erschien im Januar 2025."
    assert lines[at + 1] == "          Ob das klug war?"


def test_the_claim_is_shown_as_it_was_understood_and_why(review: Any) -> None:
    out = review("q").out
    assert "[ ] m1  DeepSeek-R1 · released · Januar 2025" in out
    assert "read as: 2025-01" in out
    assert "why: " in out
    assert "sure: 0.9" in out


def test_suggestions_of_one_sentence_are_shown_together(review: Any) -> None:
    out = review("yyy").out
    last = out.rpartition("──")[2]
    assert "m4  Qwen 2.5 · developer" in last
    assert "m5  Qwen 2.5 · released" in last


def test_the_rest_of_a_sentence_is_accepted_with_one_key(review: Any, desk: Any) -> None:
    ran = review("sssa", "--json")
    assert list_states(desk) == {
        "m1": "suggested",
        "m2": "suggested",
        "m3": "suggested",
        "m4": "accepted",
        "m5": "accepted",
    }
    assert ran.json == {"decided": 2, "accepted": 2, "rejected": 0, "left": 3, "keys": 4}


def test_the_next_sitting_goes_on_where_this_one_stopped(review: Any, desk: Any) -> None:
    review("yn")
    out = review("q").out
    assert "m3  Tencent" in out
    assert "m1" not in out


def test_an_edit_corrects_and_accepts(review: Any, desk: Any) -> None:
    ran = review("e\nvalue=20. Januar 2025 place=China\n")
    assert "accepted as: DeepSeek-R1 · released · 20. Januar 2025 · place=China" in ran.out
    mention = get(desk, "m1")
    assert (mention["value"]["edtf"], mention["state"]) == ("2025-01-20", "accepted")
    assert mention["qualifiers"] == {"place": "China"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("value=sometime", "not one date"),
        ("nonsense", "write field=value pairs"),
        ("predicate=nonsense", "no predicate 'nonsense'"),
        ("moon=full", "not separated by moon"),
        ("value=", "value has no value"),
        ("value=2024 value=2025", "given twice"),
        ("hedged=maybe", "neither yes nor no"),
        ("polarity=maybe", "asserted or negated"),
    ],
)
def test_an_edit_that_does_not_fit_is_asked_for_again(review: Any, desk: Any, line: str, said: str) -> None:
    ran = review(f"e\n{line}\nvalue=2025-01-20\n")
    assert said in " ".join(ran.out.split())
    assert get(desk, "m1")["value"]["edtf"] == "2025-01-20"


def test_an_empty_line_goes_back_from_the_edit(review: Any, desk: Any) -> None:
    review("e\n\nn")
    assert get(desk, "m1")["state"] == "rejected"


def test_an_edit_in_one_line_with_its_key(review: Any, desk: Any) -> None:
    review("e value=2025-01-20\nn")
    assert (get(desk, "m1")["value"]["edtf"], get(desk, "m2")["state"]) == ("2025-01-20", "rejected")


def test_another_predicate_reads_the_same_words_anew(review: Any, desk: Any) -> None:
    review("e\npredicate=announced\n")
    mention = get(desk, "m1")
    assert (mention["predicate"], mention["value"]["edtf"]) == ("announced", "2025-01")


def test_who_says_it_and_whether_they_hedge_is_edited_too(review: Any, desk: Any) -> None:
    review("e\nspeaker=Nora Beispiel hedged=yes\n")
    mention = get(desk, "m1")
    assert (mention["speaker"]["label"], mention["hedged"], mention["state"]) == (
        "Nora Beispiel",
        True,
        "accepted",
    )
    review("e\nspeaker=(unnamed)\n")
    assert get(desk, "m2")["speaker"] == {"id": None, "label": "(unnamed)"}


def test_an_opinion_marks_the_sentence_and_rejects_its_suggestions(review: Any, desk: Any) -> None:
    review("ssso")
    assert [list_states(desk)[one] for one in ("m4", "m5")] == ["rejected", "rejected"]
    [last] = [
        one for one in desk("article", "show", "t.txt", "--json").json["sentences"] if one["number"] == 5
    ]
    assert (last["kind"], last["decided_by"]) == ("opinion", "mk")


def test_an_unknown_key_is_said_and_costs_nothing(review: Any, desk: Any) -> None:
    assert "'x' is no key here" in review("xq").out
    assert set(list_states(desk).values()) == {"suggested"}


def test_the_question_mark_explains_every_key(review: Any) -> None:
    out = review("?q").out
    assert all(f"\n{key}  " in out for key in "yneocvausq")


def test_without_an_article_all_are_reviewed_in_the_order_of_publication(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    for name, published in (("late", "2025-03-01"), ("early", "2024-12-01")):
        (tmp_path / f"{name}.txt").write_text("DeepSeek-R1 erschien im Januar 2025.", "utf-8")
        desk("import", f"{name}.txt", "--language", "de", "--published", published)
    (tmp_path / "undated.txt").write_text("DeepSeek-R1 erschien im Januar 2025.", "utf-8")
    desk("import", "undated.txt", "--language", "de")
    desk("suggest")
    out = desk("annotate", "--plain", stdin="yyy").out
    places = [out.index(word) for word in ("2024-12-01", "2025-03-01", "undated")]
    assert places == sorted(places)
    assert out.splitlines()[-1] == "3 decided (3 accepted, 0 rejected), 0 left"


def test_a_finished_article_says_so(review: Any) -> None:
    review("ayyyyy")
    assert "No suggestion waits" in review("").out


def test_without_plain_the_missing_screen_is_named_in_a_line(review: Any, desk: Any) -> None:
    ran = desk("annotate", "t.txt", stdin="y")
    assert "line by line" in ran.err
    assert ran.err.count("\n") == 1
    assert "1 decided" in ran.out


def test_who_may_not_decide_is_told_before_the_first_question(review: Any, desk: Any) -> None:
    desk("reviewer", "add", "zz")
    ran = review("y")
    assert ran.code == 2
    assert "--as HANDLE" in ran.err
    assert "m1" not in ran.out


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(review: Any, monkeypatch: Any, width: int) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(width))
    out = review("?nnnn").out
    shown = [line for line in out.splitlines() if "[y n e" not in line]
    assert max(map(cell_len, shown)) <= width


def test_wide_and_unbroken_words_are_cut_at_the_width() -> None:
    from rich.cells import cell_len

    from claims.cli.layout import wrap

    for text in ("中" * 200, "x" * 300, "a\u0301" * 150, "👩‍👩‍👧 " * 60, "kurz " * 100):
        for line in wrap(text, 40, first="  m1  ").splitlines():
            assert cell_len(line) <= 40


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_ever_shown(desk: Callable[..., Any], tmp_path: Path, payload: str) -> None:
    import json

    row = {
        "id": "x",
        "title": f"Titel {payload}",
        "outlet": payload,
        "text": f"DeepSeek-R1 erschien im Januar 2025 {payload}.",
    }
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    desk("import", "x.jsonl", "--language", "de")
    desk("suggest")
    for ran in (
        desk("annotate", "x", "--plain", stdin=f"x{payload}\ne\nvalue={payload}\n\nyn"),
        desk("article", "show", "x"),
        desk("claim", "show", "m1"),
    ):
        wrong = {hex(ord(c)) for c in ran.out + ran.err if not c.isprintable() and c not in "\n\u00a0\u200d"}
        assert wrong == set()


@pytest.mark.real
@pytest.mark.parametrize("key", ["y", "a"])
def test_a_decision_costs_at_most_one_key_and_a_fifth(
    desk: Callable[..., Any], shared: Path, key: str
) -> None:
    articles = sorted(map(str, (shared / "articles").glob("*.txt")))
    desk("import", *articles, "--language", "de")
    desk("suggest")
    waiting = len(desk("mention", "list", "--state", "suggested", "--json").json)
    done = desk("annotate", "--plain", "--json", stdin=key * waiting).json
    assert (done["decided"], done["left"]) == (waiting, 0)
    assert waiting > 30
    assert done["keys"] <= 1.2 * done["decided"]
