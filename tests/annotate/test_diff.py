"""The difference of two texts, word by word, and what became of the claims."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.annotate.diff import diff_words
from tests.annotate.review_sample import TEXT, set_up

PROSE = st.lists(
    st.sampled_from(["der", "Plan", "kam", "2024", "2025", ".", "!", "\n", " ", "😀"]), max_size=40
)


@given(PROSE, PROSE)
def test_the_parts_make_both_texts(old: list[str], new: list[str]) -> None:
    first, second = "".join(old), "".join(new)
    parts = diff_words(first, second)
    assert "".join(part.text for part in parts if part.change != "came") == first
    assert "".join(part.text for part in parts if part.change != "gone") == second
    for part in parts:
        if part.change != "came":
            assert first[part.old : part.old + len(part.text)] == part.text
        if part.change != "gone":
            assert second[part.new : part.new + len(part.text)] == part.text


@given(PROSE)
def test_equal_texts_have_no_changes(text: list[str]) -> None:
    assert {part.change for part in diff_words("".join(text), "".join(text))} <= {"same"}


def test_a_changed_word_is_all_that_changes() -> None:
    parts = diff_words("Es kam im Januar. Es blieb.", "Es kam im März. Es blieb.")
    assert [(part.change, part.text) for part in parts] == [
        ("same", "Es kam im "),
        ("gone", "Januar"),
        ("came", "März"),
        ("same", ". Es blieb."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 50_000 + "x", "a " * 50_000 + "y"),
        ("a. " * 20_000 + "x", "b. " * 20_000),
        ("".join(f"S{n} a. " for n in range(20_000)), "".join(f"S{n} {n % 2}. " for n in range(20_000))),
        ("." * 200_000, "!" * 200_000),
    ],
    ids=["one sentence", "repeated", "every other", "marks"],
)
def test_hostile_texts_cost_little_time(old: str, new: str) -> None:
    started = time.process_time()
    parts = diff_words(old, new)
    assert time.process_time() - started < 5
    assert "".join(part.text for part in parts if part.change != "came") == old


@pytest.fixture
def revised(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return the command line on an article whose second text has another month and a sentence less."""
    set_up(desk, tmp_path)
    changed = TEXT.replace("Januar", "Februar").replace("Tencent hat 5.000 Mitarbeiter. ", "")
    (tmp_path / "t.txt").write_text(changed, "utf-8")
    desk("import", "t.txt")
    desk("suggest")
    return desk


def test_the_claims_that_went_came_and_stayed_are_named(revised: Any) -> None:
    claims = revised("article", "diff", "t.txt", "--json").json["claims"]
    said = {
        key: sorted(f"{one['subject']['label']} {one['predicate']}" for one in group)
        for key, group in claims.items()
    }
    assert said == {
        "went": ["DeepSeek-R1 released", "Tencent staff"],
        "came": ["DeepSeek-R1 released"],
        "stayed": ["DeepSeek-R1 developer", "Qwen 2.5 developer", "Qwen 2.5 released"],
    }


def test_changes_are_shown_in_their_surroundings_with_the_claims_that_begin_there(revised: Any) -> None:
    out = revised("article", "diff", "t.txt").out
    assert out.startswith("a1  revision 1 → 2\n")
    assert "⟨m6⟩DeepSeek-R1 erschien im [-Januar-]{+Februar+} 2025." in " ".join(out.split())
    assert "[-⟨m3⟩Tencent hat 5.000 Mitarbeiter. -]" in " ".join(out.split())


def test_the_other_way_round_what_came_went(revised: Any) -> None:
    there = revised("article", "diff", "t.txt", "--json").json["claims"]
    back = revised("article", "diff", "t.txt", "--from", "2", "--to", "1", "--json").json["claims"]
    assert [one["id"] for one in back["went"]] == [one["id"] for one in there["came"]]
    assert [one["id"] for one in back["came"]] == [one["id"] for one in there["went"]]


def test_claims_of_a_text_that_nobody_read_are_unknown(revised: Any, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Ganz anders.", "utf-8")
    revised("import", "t.txt")
    out = revised("article", "diff", "t.txt").out
    assert "Revision 3 was not read yet" in out
    assert "gone:" not in out


@pytest.mark.parametrize(
    ("options", "said"),
    [((), "one revision only"), (("--to", "7"), "no revision 7"), (("--from", "4"), "no revision 4")],
)
def test_a_revision_that_is_not_there_is_named(
    desk: Any, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    set_up(desk, tmp_path)
    ran = desk("article", "diff", "t.txt", *options)
    assert ran.code == 2
    assert said in ran.err


def test_hostile_text_is_only_shown(desk: Any, tmp_path: Path) -> None:
    set_up(desk, tmp_path, "Ein Satz \x1b[2J hier. Ende.")
    (tmp_path / "t.txt").write_text("Ein Satz \u202e\x9b dort. Ende.", "utf-8")
    desk("import", "t.txt")
    desk("suggest")
    ran = desk("article", "diff", "t.txt")
    assert ran.code == 0
    assert all(one.isprintable() or one == "\n" for one in ran.out)
