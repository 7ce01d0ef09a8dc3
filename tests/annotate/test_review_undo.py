"""Taking decisions back within a sitting, and what others decided meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.annotate.review import accept, reject, take_back
from claims.errors import DecisionRefused
from claims.store.transaction import writing
from tests.annotate.review_sample import ask, get, list_states, set_up
from tests.store.filled import fill


@pytest.fixture
def review(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return a function that gives keys to the review and returns what it printed."""
    set_up(desk, tmp_path)

    def run(keys: str, *options: str) -> Any:
        return desk("annotate", "t.txt", "--plain", *options, stdin=keys)

    return run


def test_undo_takes_back_one_decision_after_the_other(review: Any, desk: Any) -> None:
    ran = review("ynuuu")
    assert set(list_states(desk).values()) == {"suggested"}
    assert "nothing was decided in this sitting yet" in ran.out
    assert ask(desk, "SELECT state FROM decision ORDER BY id") == [
        ["accepted"],
        ["rejected"],
        ["suggested"],
        ["suggested"],
    ]


def test_undo_of_an_edit_brings_the_claim_the_speaker_and_the_hedge_back(review: Any, desk: Any) -> None:
    before = get(desk, "m1")
    review("e\nvalue=2030 speaker=Nora Beispiel hedged=yes\nu")
    assert get(desk, "m1") == before
    [taken, back] = ask(desk, "SELECT claim_id, from_claim_id, state FROM decision ORDER BY id")
    assert (back[0], back[1], back[2]) == (taken[1], taken[0], "suggested")


def test_undo_of_an_opinion_brings_the_sentence_back(review: Any, desk: Any) -> None:
    before = desk("article", "show", "t.txt", "--json").json
    review("sssou")
    assert desk("article", "show", "t.txt", "--json").json == before


def test_undo_after_skips_meets_what_was_skipped_again(review: Any, desk: Any) -> None:
    review("yssunnn")
    assert list(list_states(desk).values()) == ["rejected"] * 3 + ["suggested"] * 2


NAMED = "Der Dienst Orfalia stammt von der Nordwind GmbH. Der Dienst Brelova stammt von der Nordwind GmbH."


def is_proposed(run: Callable[..., Any]) -> bool:
    return "Nordwind GmbH" in {
        one["label"] for one in run("entity", "list", "--state", "proposed", "--json").json
    }


def test_undo_leaves_a_name_accepted_that_another_acceptance_uses(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    set_up(desk, tmp_path, NAMED)
    with writing("claims.db", actor="mk", command="test") as session:
        first = accept(session, [1])
        accept(session, [2])
        take_back(session, first)
    assert list_states(desk) == {"m1": "suggested", "m2": "accepted"}
    assert not is_proposed(desk)


def test_undo_of_the_only_acceptance_of_a_name_proposes_it_again(
    desk: Callable[..., Any], tmp_path: Path
) -> None:
    set_up(desk, tmp_path, NAMED)
    desk("annotate", "t.txt", "--plain", stdin="yu")
    assert is_proposed(desk)


def test_every_decision_is_an_event_of_its_own_and_the_chain_holds(review: Any, desk: Any) -> None:
    review("yne\nvalue=5.100\nou")
    acts = [row[0] for row in ask(desk, "SELECT action FROM event ORDER BY seq DESC LIMIT 5")]
    assert acts == ["take back", "reject", "retype", "reject", "accept"]
    assert desk("audit", "verify").code == 0


def test_what_was_taken_back_takes_part_in_the_next_check(review: Any, desk: Any, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("DeepSeek-R1 erschien im November 2024.", "utf-8")
    desk("import", "b.txt", "--language", "de")
    desk("suggest")
    with writing("claims.db", actor="mk", command="test") as session:
        step = reject(session, [1])
    assert desk("cross-check").code == 0
    with writing("claims.db", actor="mk", command="test") as session:
        take_back(session, step)
    assert desk("cross-check").code == 1


def test_what_another_reviewer_decided_meanwhile_stays(ledger: str) -> None:
    with writing(ledger, actor="mk", command="test") as session:
        fill(session)
    with (
        writing(ledger, actor="mk", command="test") as session,
        pytest.raises(DecisionRefused, match="m1 was accepted"),
    ):
        reject(session, [1])
    with (
        writing(ledger, actor="mk", command="test") as session,
        pytest.raises(DecisionRefused, match="that stays"),
    ):
        accept(session, [1])


def test_undo_leaves_what_another_reviewer_decided_since(review: Any, desk: Any, monkeypatch: Any) -> None:
    import claims.cli.review_key as keys

    desk("reviewer", "add", "zz")
    undo = keys.ACTS["u"]

    def meddle(sitting: Any) -> Any:
        assert desk("mention", "reject", "m1", "--as", "zz").code == 0
        return undo(sitting)

    monkeypatch.setitem(keys.ACTS, "u", meddle)
    out = review("yu", "--as", "mk").out
    assert "not done: m1 was rejected by zz since; that stays" in out
    assert get(desk, "m1")["state"] == "rejected"
