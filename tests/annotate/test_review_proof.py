"""Citing a source and rating a claim from within the review, a key each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.annotate.review_sample import list_states, set_up


@pytest.fixture
def review(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return a function that gives keys to the review of an article whose source q1 is archived."""
    set_up(desk, tmp_path)
    (tmp_path / "note.txt").write_text("The lab says: a = b, released on 20 January 2025.", "utf-8")
    added = desk("source", "add", "--title", "Lab note", "--kind", "primary", "--file", "note.txt")
    assert added.code == 0

    def run(keys: str, *options: str) -> Any:
        return desk("annotate", "t.txt", "--plain", *options, stdin=keys)

    return run


def test_a_source_is_cited_without_leaving_the_suggestion(review: Any, desk: Any) -> None:
    out = review("c\nsource=q1 stance=supports quote=released on 20 January 2025\nyq").out
    assert "evidence v1 on c1: supports" in out
    [evidence] = desk("evidence", "list", "m1", "--json").json
    assert (evidence["stance"], evidence["quote"]) == ("supports", "released on 20 January 2025")
    assert list_states(desk)["m1"] == "accepted"


def test_a_question_without_an_answer_is_evidence_too(review: Any, desk: Any) -> None:
    review("c source=q1 stance=no answer question=Who ran the test?\nq")
    [evidence] = desk("evidence", "list", "m1", "--json").json
    assert (evidence["stance"], evidence["question"]) == ("no answer", "Who ran the test?")


def test_a_claim_is_rated_on_what_was_just_cited(review: Any, desk: Any) -> None:
    out = review("c source=q1 stance=supports\nv rating=true evidence=v1 rationale=The lab: a=b.\ny").out
    assert "verdict j1 on c1: true" in out
    verdict = desk("verdict", "show", "j1", "--json").json
    assert (verdict["rating"], verdict["rationale"], verdict["evidence"]) == ("true", "The lab: a=b.", ["v1"])


def test_nothing_found_is_said_and_not_left_out(review: Any, desk: Any) -> None:
    out = " ".join(review("v\nrating=Unbelegt rationale=No tester named.\n\nq").out.split())
    assert "not done: say what it rests on: evidence=" in out
    review("v rating=Unbelegt evidence=none rationale=No tester named.\nq")
    [verdict] = desk("verdict", "list", "--json").json
    assert (verdict["rating"], verdict["evidence"]) == ("unproven", [])


def test_a_verdict_on_the_attribution_is_about_the_passage_on_the_screen(review: Any, desk: Any) -> None:
    review("v rating=false about=attribution evidence=none rationale=Somebody else.\nq")
    [verdict] = desk("verdict", "list", "--json").json
    assert (verdict["about"], verdict["mention"]) == ("attribution", "m1")


@pytest.mark.parametrize(
    ("key", "line", "said"),
    [
        ("v", "rating=nonsense evidence=none rationale=x", "nonsense"),
        ("v", "rating=true evidence=none", "rationale is missing"),
        ("v", "rating=true evidence=v9 rationale=x", "no evidence v9"),
        ("v", "true because", "write field=value pairs"),
        ("v", "rating=true rating=false evidence=none rationale=x", "given twice"),
        ("c", "source=q9 stance=supports", "no source q9"),
        ("c", "stance=supports", "source is missing"),
        ("c", "source=q1 stance=perhaps", "perhaps"),
        ("c", "source=q1 stance=supports quote=released on 21 January", "nearest"),
    ],
)
def test_what_does_not_fit_is_asked_for_again_and_writes_nothing(
    review: Any, desk: Any, key: str, line: str, said: str
) -> None:
    out = " ".join(review(f"{key}\n{line}\n\nq").out.split())
    assert said in out.partition("not done: ")[2]
    assert desk("verdict", "list", "--json").json == []
    assert desk("evidence", "list", "--json").json == []
    assert set(list_states(desk).values()) == {"suggested"}


def test_undo_is_of_decisions_and_a_verdict_is_taken_back_by_name(review: Any, desk: Any) -> None:
    out = review("y\nv rating=true evidence=none rationale=Known.\nuq").out
    assert "to take it back: claims verdict retract j1" in " ".join(out.split())
    assert "taken back: m1" in out
    assert len(desk("verdict", "list", "--json").json) == 1
