"""What a full run costs follows the claims: steps of the database are counted, not timed."""

from pathlib import Path

from bench.generate import generate
from bench.ledger import AT
from claims.crosscheck import cross_check
from claims.crosscheck.query import read_sql, run, run_all
from claims.store.transaction import writing
from tests.counting import count

SMALL, LARGE = 1_000, 10_000


def count_full_run(folder: Path, claims: int) -> int:
    """Check a generated ledger of so many claims, and return the steps that this takes, in hundreds."""
    path = str(folder / f"{claims}.db")
    generate(path, claims)
    with (
        writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session,
        count(session) as done,
    ):
        cross_check(session, scope="all")
    return done["steps"]


def test_a_full_run_over_ten_times_the_claims_takes_hardly_more_than_ten_times_the_steps(
    tmp_path: Path,
) -> None:
    few, many = count_full_run(tmp_path, SMALL), count_full_run(tmp_path, LARGE)
    assert few < many < few * LARGE / SMALL * 1.1


def test_titles_are_looked_for_among_titles_however_often_a_claim_stands_in_texts(tmp_path: Path) -> None:
    path = str(tmp_path / "claims.db")
    generate(path, LARGE)
    with writing(path, actor="bench", command="cross-check", clock=lambda: AT, keep=False) as session:
        cross_check(session, scope="all")
        run_all(session, "set_up")
        run(session, f"INSERT INTO check_flagged {read_sql('flag')}")
        rows = "FROM check_flagged CROSS JOIN check_row ON check_row.key = check_flagged.key"
        claims = run(session, f"SELECT count(*) {rows}").scalar_one()
        mentions = run(
            session, f"SELECT count(*) {rows} CROSS JOIN mention ON mention.claim_id = check_row.claim"
        ).scalar_one()
        with count(session) as done:
            assert run(session, read_sql("headline_claims")).all() == []
    assert done["steps"] * 100 < claims * 20 < mentions * 10
