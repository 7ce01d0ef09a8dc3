"""In which parts all check rows are written anew."""

from pathlib import Path

from bench.generate import generate
from claims.crosscheck.query import run
from claims.crosscheck.rows.renew import list_parts
from claims.store.transaction import reading

MOST = 200


def test_parts_hold_about_as_many_claims_each_and_all_slots_once(tmp_path: Path) -> None:
    path = str(tmp_path / "claims.db")
    generate(path, 1_000)
    with reading(path) as session:
        parts = list(list_parts(session, MOST))
        counted = "SELECT count(*) FROM claim WHERE slot_id BETWEEN ? AND ?"
        held = [run(session, counted, *part).scalar_one() for part in parts]
        (last,) = run(session, "SELECT max(id) FROM slot").one()
    assert sum(held) == 1_000
    assert max(held) <= MOST
    assert len(held) < 2 * 1_000 / MOST
    assert [part[0] for part in parts] == [0, *(part[1] + 1 for part in parts[:-1])]
    assert parts[-1][1] == last
