"""Changes are taken back on record: rows are what they were, the log keeps both, and it verifies."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.annotate.retype import retype_mention
from claims.crosscheck.run import cross_check
from claims.errors import DecisionRefused
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store import tables as t
from claims.store.queries.reviewer import add_reviewer
from claims.store.record import record
from claims.store.write import insert, update
from tests.audit.conftest import TEXT
from tests.audit.undoing import MENTION, Desk, accept, reject


class TestDecision:
    """Accepting, rejecting, retyping."""

    @pytest.mark.parametrize(
        "act",
        [
            accept(1),
            reject(1),
            accept(1, 2),
            lambda session: retype_mention(session, 1, value="2025-03-15"),
            lambda session: retype_mention(session, 1, subject="Südsteg", polarity="negated"),
        ],
        ids=["accept", "reject", "several", "retype", "retype to a new name"],
    )
    def test_undoing_a_decision_leaves_the_mention_as_it_was(self, at: Desk, act: Any) -> None:
        before = at.rows(MENTION)
        seq = at.do(act)
        assert at.rows(MENTION) != before
        (undone,) = at.undo(seq)
        assert (undone.event, undone.by) == (seq, seq + 1)
        assert at.rows(MENTION) == before
        assert at.is_sound()

    def test_what_was_decided_stays_on_record_and_so_does_the_undo(self, at: Desk) -> None:
        seq = at.do(accept(1))
        at.undo(seq)
        assert at.rows("SELECT state FROM decision ORDER BY id") == [("accepted",), ("suggested",)]
        event = at.rows("SELECT command, noun, noun_id, action FROM event ORDER BY seq DESC LIMIT 1")
        assert event == [(f"audit undo {seq}", "mention", 1, "undo")]

    def test_a_decision_over_another_gives_the_earlier_one_back(self, at: Desk) -> None:
        at.do(accept(1))
        before = at.rows(MENTION)
        at.undo(at.do(reject(1)))
        assert at.rows(MENTION) == before
        assert at.cell("SELECT state FROM decision ORDER BY id DESC LIMIT 1") == "accepted"

    def test_a_later_decision_stands_in_the_way_and_is_named(self, at: Desk) -> None:
        first = at.do(accept(1))
        later = at.do(reject(1))
        with pytest.raises(
            DecisionRefused, match=rf"event {first} cannot be undone: .* by event {later} \(test"
        ):
            at.undo(first)
        at.undo(later, first)
        assert at.cell("SELECT state FROM mention WHERE id = 1") == "suggested"
        assert at.is_sound()

    def test_a_name_stays_accepted_while_an_accepted_mention_uses_it(self, at: Desk) -> None:
        with at.writing() as session:
            speaker = insert(session, t.Entity, kind="person", label="Ada Kern", state="proposed")
            for number in (1, 2):
                update(session, t.Mention, number, speaker_id=speaker, speaker_snak="value")
            record(session, "entity", speaker, "add")
        state = f"SELECT state FROM entity WHERE id = {speaker}"
        first = at.do(accept(1))
        at.do(accept(2))
        at.undo(first)
        assert at.cell(state) == "accepted"
        at.undo(at.do(reject(2)))
        assert at.is_sound()

    def test_the_questions_wait_for_the_next_cross_check(self, at: Desk) -> None:
        seq = at.do(accept(1))
        at.do(cross_check)
        assert at.rows("SELECT slot_id FROM dirty_slot") == []
        at.undo(seq)
        slot = at.cell("SELECT slot_id FROM claim JOIN mention ON claim.id = claim_id WHERE mention.id = 1")
        assert (slot,) in at.rows("SELECT slot_id FROM dirty_slot")

    def test_an_undo_can_be_undone(self, at: Desk) -> None:
        seq = at.do(accept(1))
        after = at.rows(MENTION)
        (undone,) = at.undo(seq)
        at.undo(undone.by)
        assert at.rows(MENTION) == after
        at.undo(seq)
        assert at.cell("SELECT state FROM mention WHERE id = 1") == "suggested"
        assert at.is_sound()

    def test_nothing_is_undone_twice(self, at: Desk) -> None:
        seq = at.do(accept(1))
        at.undo(seq)
        with pytest.raises(DecisionRefused, match=f"event {seq + 1} undid it already"):
            at.undo(seq)


class TestArticle:
    """Importing and reading."""

    def test_undoing_an_import_withdraws_the_article(self, at: Desk, tmp_path: Path) -> None:
        (tmp_path / "other.txt").write_text("Nichts geschah.", "utf-8")
        seq = at.do(lambda session: import_paths(session, [tmp_path / "other.txt"], ReadOptions()))
        at.undo(seq)
        assert at.rows("SELECT id, withdrawn_at IS NOT NULL FROM article") == [(1, 0), (2, 1)]
        assert at.is_sound()

    def test_an_import_that_was_built_on_stays(self, at: Desk) -> None:
        with pytest.raises(
            DecisionRefused, match=r"m1 was found in a1 by event 4 \(test.*: claims audit undo 4"
        ):
            at.undo(3)
        at.undo(4, 3)
        assert at.cell("SELECT withdrawn_at IS NOT NULL FROM article") == 1
        assert at.is_sound()

    def test_a_later_revision_stays_with_the_reason(self, at: Desk, tmp_path: Path) -> None:
        (tmp_path / "bridge.txt").write_text(TEXT.replace("3. Mai", "4. Mai"), "utf-8")
        seq = at.do(lambda session: import_paths(session, [tmp_path / "bridge.txt"], ReadOptions()))
        with pytest.raises(DecisionRefused, match="import the earlier text again"):
            at.undo(seq)

    def test_undoing_suggestions_rejects_them(self, at: Desk) -> None:
        at.undo(4)
        assert set(at.rows("SELECT state, decided_by_id FROM mention")) == {("rejected", None)}
        assert at.is_sound()

    def test_undoing_that_undo_brings_them_back(self, at: Desk) -> None:
        before = at.rows(MENTION)
        (undone,) = at.undo(4)
        at.undo(undone.by)
        assert at.rows(MENTION) == before

    def test_suggestions_that_were_decided_on_stay(self, at: Desk) -> None:
        seq = at.do(accept(2))
        with pytest.raises(DecisionRefused, match=f"m2 was decided by event {seq}"):
            at.undo(4)


class TestReviewer:
    """People."""

    def test_undoing_an_addition_takes_them_off_the_list(self, at: Desk) -> None:
        at.undo(at.do(lambda session: add_reviewer(session, "jd", None)))
        assert at.rows("SELECT handle, active FROM reviewer") == [("mk", 1), ("jd", 0)]
        assert at.is_sound()

    def test_who_acted_since_stays(self, at: Desk) -> None:
        seq = at.do(lambda session: add_reviewer(session, "jd", None))
        later = at.do(accept(1), actor="jd")
        with pytest.raises(DecisionRefused, match=f"jd acted in event {later}"):
            at.undo(seq)

    def test_nobody_takes_themselves_off_the_list(self, at: Desk) -> None:
        at.undo(4, 3)
        with pytest.raises(DecisionRefused, match=r"acted in event|takes themselves off"):
            at.undo(1)


class TestTo:
    """Going back to a moment."""

    def test_everything_after_an_event_is_undone_but_cross_checks(self, at: Desk) -> None:
        before = at.rows(MENTION)
        at.do(accept(1))
        at.do(cross_check)
        at.do(reject(1, 2))
        undone = at.undo(to=4)
        assert [one.event for one in undone] == [7, 5]
        assert at.rows(MENTION) == before
        assert at.is_sound()

    @settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(data=st.data())
    def test_whatever_was_decided_and_undone_mentions_are_what_they_were(
        self, at: Desk, data: st.DataObject
    ) -> None:
        acts = data.draw(
            st.lists(
                st.tuples(st.sampled_from([accept, reject]), st.sampled_from([(1,), (2,), (1, 2)])),
                max_size=6,
            )
        )
        start, states = at.last, {at.last: at.rows(MENTION)}
        for act, ids in acts:
            at.do(act(*ids))
            states[at.last] = at.rows(MENTION)
        for moment in sorted(states, reverse=True):
            if data.draw(st.booleans()) and moment < at.last:
                with suppress(DecisionRefused):  # where all of it was undone already
                    at.undo(to=moment)
                assert at.rows(MENTION) == states[moment]
        if at.last > start and at.rows(MENTION) != states[start]:
            at.undo(to=start)
        assert at.rows(MENTION) == states[start]
        assert at.is_sound()


def test_the_command_says_which_event_undid_which(desk: Callable[..., Any]) -> None:
    desk("reviewer", "add", "jd")
    done = desk("--as", "mk", "audit", "undo", "3")
    assert (done.code, done.out) == (0, "event 3 undone by event 4: reviewer: 1 updated\n")
    again = desk("audit", "undo", "3")
    assert again.code == 2
    assert "event 4 undid it already" in again.err
    assert desk("audit", "verify").code == 0
