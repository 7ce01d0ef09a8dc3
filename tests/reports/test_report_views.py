"""The flat views: one row per thing, whatever hangs on it."""

from pathlib import Path

import pytest

from bench.ledger import connect
from tests.reports.report_times import IMPORTED

VIEWS = ("mention", "claim", "verdict", "finding", "article", "source")

FIRST_LOOK = (
    "mention_id, claim_id, slot_id, article_id, external_id, title, outlet, published, revision, sentence_no, start_cp,"
    " end_cp, quote, state, subject_id, subject, predicate, predicate_de, predicate_en, value_type, value_text, edtf,"
    " date_lo, date_hi, amount, number_lo, number_hi, unit, value_entity_id, value_entity, value_bool, polarity,"
    " modality, hedged, speaker_id, speaker, voice, qualifiers, as_of, rating, truth_class, verdict_id, reviewed_by,"
    " reviewed_at, findings_open"
)

MORE_OF_ALL = f"""
INSERT INTO qualifier (slot_id, key, value) SELECT slot_id, 'phase', 'eins' FROM claim WHERE id = 1;
INSERT INTO qualifier (slot_id, key, value) SELECT slot_id, 'place', 'Lenz' FROM claim WHERE id = 1;
INSERT INTO verdict (id, about, mention_key, rationale, as_of, none_found, basis_hash, created_at, claim_id,
    reviewer_id, rating_id) VALUES (90, 'content', 0, 'So.', '2025-02-07', 0, 'x', '{IMPORTED}', 1, 2, 1);
INSERT INTO verdict_evidence (verdict_id, evidence_id, snapshot_sha256) VALUES (90, 1, 'x'), (90, 2, 'x'), (90, 3, 'x');
INSERT INTO verdict_considered (verdict_id, considered_id) VALUES (90, 1), (90, 3);
INSERT INTO finding (id, rule, severity, state, fingerprint, content_hash, message)
    VALUES (90, 'x', 'warning', 'open', 'y', 'z', 'Two.');
INSERT INTO finding_member (finding_id, claim_id, fits) VALUES (90, 1, '[]'), (90, 2, '[]'), (90, 3, '[]');
INSERT INTO finding_act (id, action, at, content_hash, reason, finding_id) VALUES
    (90, 'open', '{IMPORTED}', 'z', '', 90), (91, 'acknowledge', '{IMPORTED}', 'z', '', 90);
INSERT INTO alias (id, language, name, kind, opening, entity_id)
    SELECT 90000 + id, 'en', 'Other name', 'name', 'other name', id FROM entity WHERE label IN ('Ada Lenz', 'Lenzbrücke');
INSERT INTO correction (id, kind, reason, article_id, decided_by_id) VALUES (90, 'addition', 'So.', 1, 1)
"""


@pytest.fixture(scope="module")
def crowded(week: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a ledger in which everything that can hang on a thing hangs there more than once."""
    path = tmp_path_factory.mktemp("crowded") / "claims.db"
    path.write_bytes(Path(week).read_bytes())
    connection = connect(str(path))
    for statement in MORE_OF_ALL.split(";\n"):
        connection.execute(statement)
    connection.close()
    return str(path)


@pytest.mark.parametrize("noun", VIEWS)
def test_a_view_has_one_row_per_thing(crowded: str, noun: str) -> None:
    connection = connect(crowded)
    there = connection.execute(f"SELECT id FROM {noun} ORDER BY id").fetchall()
    assert connection.execute(f"SELECT {noun}_id FROM v_{noun} ORDER BY 1").fetchall() == there
    assert len(there) > 1
    connection.close()


def test_the_first_columns_of_v_mention_are_those_that_a_journalist_was_promised(crowded: str) -> None:
    connection = connect(crowded)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(v_mention)")]
    assert columns[: FIRST_LOOK.count(",") + 1] == FIRST_LOOK.split(", ")
    connection.close()


def test_v_mention_says_what_is_known_of_a_mention(crowded: str) -> None:
    connection = connect(crowded)
    row = connection.execute(
        "SELECT external_id, outlet, revision, sentence_no, quote, state, subject, predicate, predicate_de, edtf, date_lo,"
        " date_hi, qualifiers, rating, reviewed_by, findings_open, live FROM v_mention WHERE mention_id = 5"
    ).fetchone()
    assert row == (
        *(
            "x2",
            "Echo",
            1,
            1,
            "Die Lenzbrücke wurde im Juni 2021 eröffnet",
            "accepted",
            "Lenzbrücke",
            "completed",
        ),
        *("abgeschlossen am", "2020-05", "2020-05-01", "2020-05-31", '{"phase":"eins","place":"Lenz"}'),
        *("true", "lz", 2, 1),
    )
    connection.close()


def test_a_retraction_leaves_the_verdict_of_another_reviewer_standing(crowded: str) -> None:
    connection = connect(crowded)
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO verdict (id, about, mention_key, rationale, as_of, none_found, basis_hash, created_at, claim_id,"
        f" reviewer_id, supersedes_id) VALUES (91, 'content', 0, 'No.', '2025-02-07', 0, 'x', '{IMPORTED}', 1, 2, 90)"
    )
    for view in ("v_mention", "v_claim"):
        found = connection.execute(f"SELECT rating, reviewed_by FROM {view} WHERE claim_id = 1").fetchone()
        assert found == ("false", "mk")
    connection.execute("ROLLBACK")
    connection.close()
