"""What cannot be deleted is answered by a row that says the opposite, or the undo is refused with the reason."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from claims.audit.guards import list_refusing
from claims.audit.inverse import ANSWERED, LEFT, REFUSED, list_deleted
from claims.audit.mirror import list_mirrors
from claims.crosscheck.run import cross_check
from claims.errors import DecisionRefused, NotFound
from claims.store import tables as t
from claims.store.queries.reviewer import add_reviewer
from claims.store.record import record
from claims.store.write import delete, insert, insert_rows, update
from tests.audit.undoing import Desk, accept
from tests.store.filled import NOW, VERDICT


def give_verdict(**cells: Any) -> Callable[[Session], Any]:
    def give(session: Session) -> None:
        number = insert(session, t.Verdict, **(VERDICT | cells))
        insert_rows(session, t.VerdictMention, ("verdict_id", "mention_id"), [(number, 1)])
        record(session, "verdict", number, "add")

    return give


class TestVerdict:
    """Verdicts and house facts."""

    def test_undoing_a_first_verdict_retracts_it(self, at: Desk) -> None:
        at.undo(at.do(give_verdict()))
        assert at.rows("SELECT rating_id, supersedes_id FROM verdict") == [(1, None), (None, 1)]
        assert at.is_sound()

    def test_undoing_a_change_of_mind_gives_the_earlier_verdict_again(self, at: Desk) -> None:
        at.do(give_verdict())
        at.undo(at.do(give_verdict(rating_id=2, rationale="On second thought.", supersedes_id=1)))
        rows = at.rows("SELECT rating_id, rationale, supersedes_id FROM verdict ORDER BY id")
        assert rows[2] == (1, VERDICT["rationale"], 2)
        assert at.rows("SELECT verdict_id, mention_id FROM verdict_mention ORDER BY 1") == [
            (1, 1),
            (2, 1),
            (3, 1),
        ]
        assert at.is_sound()

    def test_after_that_the_first_can_be_undone_too(self, at: Desk) -> None:
        first = at.do(give_verdict())
        second = at.do(give_verdict(rating_id=2, rationale="On second thought.", supersedes_id=1))
        at.undo(second, first)
        assert at.cell("SELECT rating_id FROM verdict ORDER BY id DESC LIMIT 1") is None
        assert at.is_sound()

    def test_a_verdict_that_was_replaced_since_stays(self, at: Desk) -> None:
        first = at.do(give_verdict())
        second = at.do(give_verdict(rating_id=2, supersedes_id=1))
        with pytest.raises(DecisionRefused, match=f"a later one replaced it by event {second}"):
            at.undo(first)

    def test_only_its_reviewer_takes_a_verdict_back(self, at: Desk) -> None:
        seq = at.do(give_verdict())
        at.do(lambda session: add_reviewer(session, "jd", None))
        with pytest.raises(DecisionRefused, match="j1 is mk's"):
            at.undo(seq, actor="jd")

    def test_a_mention_that_was_judged_keeps_its_suggestion(self, at: Desk) -> None:
        seq = at.do(give_verdict())
        with pytest.raises(DecisionRefused, match=rf"a verdict was given on m1 by event {seq}"):
            at.undo(4)

    def test_undoing_a_ruling_withdraws_it(self, at: Desk) -> None:
        slot, claim = at.rows("SELECT slot_id, id FROM claim WHERE slot_id IS NOT NULL")[0]

        def rule(session: Session) -> None:
            number = insert(
                session, t.Ruling, reason="The office says so.", retracts=0, created_at=NOW, slot_id=slot,
                claim_id=claim, reviewer_id=1,
            )  # fmt: skip
            record(session, "ruling", number, "add")

        at.undo(at.do(rule))
        assert at.rows("SELECT retracts, supersedes_id FROM ruling ORDER BY id") == [(0, None), (1, 1)]
        assert (slot,) in at.rows("SELECT slot_id FROM dirty_slot")
        assert at.is_sound()


class TestFinding:
    """The life of findings."""

    @pytest.fixture
    def found(self, at: Desk) -> Desk:
        def find(session: Session) -> None:
            insert(
                session, t.Finding, rule="by-hand", severity="warning", state="open", fingerprint="f" * 64,
                content_hash="c" * 64, message="These do not fit.",
            )  # fmt: skip
            self.act(session, "open", "")
            record(session, "finding", 1, "add")

        at.do(find)
        return at

    def act(self, session: Session, action: str, reason: str) -> None:
        insert(
            session, t.FindingAct, action=action, at=NOW, content_hash="c" * 64, reason=reason, finding_id=1,
            reviewer_id=1,
        )  # fmt: skip

    def waive(self, session: Session) -> None:
        update(session, t.Finding, 1, state="waived")
        self.act(session, "waive", "Known and agreed.")
        record(session, "finding", 1, "waive")

    def test_undoing_a_waiver_opens_the_finding_again(self, found: Desk) -> None:
        found.undo(found.do(self.waive))
        assert found.cell("SELECT state FROM finding") == "open"
        assert found.rows("SELECT action, reviewer_id FROM finding_act ORDER BY id")[-1] == ("open", 1)
        assert found.is_sound()

    def test_undoing_a_finding_made_by_hand_closes_it(self, found: Desk) -> None:
        found.undo(found.last)
        assert found.cell("SELECT state FROM finding") == "fixed"
        assert found.cell("SELECT action FROM finding_act ORDER BY id DESC LIMIT 1") == "fix"
        assert found.is_sound()

    def test_a_finding_that_was_decided_on_stays(self, found: Desk) -> None:
        made = found.last
        later = found.do(self.waive)
        with pytest.raises(DecisionRefused, match=f"f1 was decided on by event {later}"):
            found.undo(made)


class TestLabels:
    """Rows that can be deleted again."""

    def add(self, session: Session) -> None:
        number = insert(session, t.Tag, name="bridges")
        record(session, "tag", number, "add")

    def use(self, session: Session) -> None:
        insert_rows(session, t.Tagging, ("tag_id", "noun", "noun_id"), [(1, "article", 1)])
        record(session, "tag", 1, "use")

    def test_a_label_that_was_added_is_deleted(self, at: Desk) -> None:
        at.undo(at.do(self.add))
        assert at.rows("SELECT * FROM tag") == []
        assert at.is_sound()

    def test_a_label_that_is_used_stays(self, at: Desk) -> None:
        added, used = at.do(self.add), at.do(self.use)
        with pytest.raises(DecisionRefused, match=f"tag 1 is used by event {used}"):
            at.undo(added)
        at.undo(used, added)
        assert at.is_sound()

    def test_a_label_that_was_deleted_comes_back(self, at: Desk) -> None:
        at.do(self.add)

        def remove(session: Session) -> None:
            delete(session, t.Tag, id=1)
            record(session, "tag", 1, "delete")

        at.undo(at.do(remove))
        assert at.rows("SELECT id, name FROM tag") == [(1, "bridges")]
        assert at.is_sound()


class TestRefusals:
    """What is not undone, and why."""

    def test_the_vocabulary_stays(self, at: Desk) -> None:
        with pytest.raises(DecisionRefused, match="vocabulary comes with the program"):
            at.undo(2)

    def test_a_cross_check_stays(self, at: Desk) -> None:
        at.do(cross_check)
        with pytest.raises(DecisionRefused, match="only follows from the claims"):
            at.undo(at.last)

    def test_an_event_that_is_not_there_is_said_to_be_so(self, at: Desk) -> None:
        with pytest.raises(NotFound, match="no event 99"):
            at.undo(99)

    def test_a_withheld_payload_cannot_be_undone(self, at: Desk) -> None:
        import sqlite3

        connection = sqlite3.connect(at.path)
        connection.execute("UPDATE event_payload SET salt = NULL, body = NULL WHERE seq = 4")
        connection.commit()
        connection.close()
        with pytest.raises(DecisionRefused, match="payload is withheld"):
            at.undo(4)

    def test_one_refusal_leaves_everything_as_it_was(self, at: Desk) -> None:
        seq, before = at.do(accept(1)), at.last
        with pytest.raises(DecisionRefused):
            at.undo(seq, 2)
        assert at.last == before
        assert at.cell("SELECT state FROM mention WHERE id = 1") == "accepted"


def test_every_recorded_table_is_answered_left_refused_or_deleted() -> None:
    kinds = [ANSWERED, LEFT, frozenset(REFUSED), list_deleted()]
    assert sorted(name for kind in kinds for name in kind) == sorted(list_mirrors())
    assert list_deleted().isdisjoint(list_refusing("delete"))
    assert list_deleted() == {"alias", "assignment", "inquiry", "tag", "tagging"}
