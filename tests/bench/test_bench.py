"""The benchmarks run, at sizes that measure nothing, and say what they are meant to say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench import run
from bench.audit import measure_audit
from bench.bulk import check_same, measure_bulk
from bench.contradiction import check_all, measure_contradiction
from bench.copies import measure_copies
from bench.deciding import measure_deciding
from bench.engines import measure_engines
from bench.generate import COLUMNS, generate
from bench.importing import measure_importing
from bench.ledger import connect, copy_ledger
from bench.lint import measure_lint
from bench.measure import Line, Result, Spread, ratios, run_apart, spread
from bench.planted import measure_planted
from bench.reports import measure_reports
from bench.startup import measure_startup
from bench.suggestion import measure_suggestion

SMALL: dict[str, Callable[[], Result]] = {
    "startup": lambda: measure_startup(rounds=1),
    "suggestion": lambda: measure_suggestion(repetitions=1, rounds=1, hostile_characters=500),
    "bulk": lambda: measure_bulk(claims=300, rounds=1),
    "importing": lambda: measure_importing(articles=50, rounds=1),
    "contradiction": lambda: measure_contradiction(sizes=(100, 1_000), rounds=1),
    "engines": lambda: measure_engines(claims=300, rounds=1, spark=False),
    "copies": lambda: measure_copies(sizes=(500, 2_000), rounds=1),
    "lint": lambda: measure_lint(sizes=(200, 400), rounds=1),
    "deciding": lambda: measure_deciding(decisions=20, rounds=1, shared=Path("/nowhere")),
    "audit": lambda: measure_audit(events=200, rounds=1),
    "reports": lambda: measure_reports(claims=200, rounds=1),
    "planted": lambda: measure_planted(most=2),
}
GOALS = {
    "startup": 3,
    "suggestion": 3,
    "bulk": 1,
    "importing": 1,
    "contradiction": 8,
    "engines": 0,
    "copies": 11,
    "lint": 2,
    "deciding": 1,
    "audit": 1,
    "reports": 13,
    "planted": 2,
}


@pytest.fixture(params=list(SMALL))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[int]]:
    """Return a ledger of a thousand claims and the slots with planted contradictions; do not write to it."""
    path = str(tmp_path_factory.mktemp("generated") / "claims.db")
    return path, generate(path, 1_000).conflicts


def read(path: str, query: str) -> list[tuple[object, ...]]:
    connection = connect(path)
    rows = connection.execute(query).fetchall()
    connection.close()
    return rows


def test_every_benchmark_is_tried_here_and_has_a_quick_size() -> None:
    assert list(run.FULL) == list(run.QUICK) == list(SMALL)
    assert run.LARGE.keys() < run.FULL.keys()


def test_a_benchmark_yields_figures_above_nothing_and_its_goals(name: str) -> None:
    result = SMALL[name]()
    figures = [line.figure for line in result.lines if not line.name.endswith(("found", "planted", "rows"))]
    assert len([line for line in result.lines if line.goal is not None]) == GOALS[name]
    assert all(0 < figure.least <= figure.median <= figure.greatest for figure in figures)


def test_a_full_run_finds_the_planted_contradictions_and_no_others(
    generated: tuple[str, list[int]], tmp_path: Path
) -> None:
    path, planted = generated
    done = check_all(copy_ledger(path, str(tmp_path / "copy.db")))
    assert len(planted) > 1
    assert sorted(done["found"]) == planted


def test_a_generated_ledger_has_as_many_claims_as_asked_for(generated: tuple[str, list[int]]) -> None:
    assert read(generated[0], "SELECT count(*) FROM claim") == [(1_000,)]


def test_a_generated_ledger_keeps_every_foreign_key(generated: tuple[str, list[int]]) -> None:
    assert read(generated[0], "PRAGMA foreign_key_check") == []


def test_a_generated_ledger_has_its_triggers_and_indexes_back(
    generated: tuple[str, list[int]], ledger: str
) -> None:
    query = "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'index') ORDER BY name"
    assert read(generated[0], query) == read(ledger, query) != []


def test_a_process_is_not_charged_with_the_memory_of_the_one_that_started_it() -> None:
    held = b"x" * 300_000_000
    assert run_apart("bench.measure:read_peak") < len(held) / 2_000_000


def test_the_same_seed_generates_the_same_claims(generated: tuple[str, list[int]], tmp_path: Path) -> None:
    again = str(tmp_path / "again.db")
    generate(again, 1_000)
    query = "SELECT id, slot_id, value_key FROM claim"
    assert read(again, query) == read(generated[0], query)


def test_peers_that_wrote_different_rows_are_refused(
    generated: tuple[str, list[int]], tmp_path: Path
) -> None:
    other = copy_ledger(generated[0], str(tmp_path / "other.db"))
    connection = connect(other)
    connection.execute("UPDATE article SET outlet = 'Other', external_id = 'other' WHERE id = 1")
    connection.close()
    with pytest.raises(ValueError, match="different rows into article"):
        check_same(generated[0], other, COLUMNS, "bench")


@pytest.mark.parametrize(
    ("median", "at_most", "met"),
    [(1.4, True, True), (1.6, True, False), (1.4, False, False), (1.6, False, True)],
)
def test_a_goal_is_held_against_the_median(median: float, at_most: bool, met: bool) -> None:
    line = Line("a", Spread(median, 0.1, 9.9), "x", 1.5, at_most=at_most)
    assert line.is_met is met


def test_a_ratio_is_taken_round_by_round() -> None:
    assert ratios([2, 9, 4], [1, 3, 4]) == Spread(2, 1, 3)


def test_the_median_of_an_even_number_of_rounds_lies_between() -> None:
    assert spread([1, 4, 2, 9]) == Spread(3, 1, 9)


def test_a_line_shows_its_figure_its_spread_and_whether_the_goal_is_met() -> None:
    lines = (Line("ours", Spread(1.5, 1.25, 2), "x", 1.2), Line("speed", Spread(12345, 1, 2), "/s"))
    shown = run.show_result(Result("Title", "What was done.", lines)).splitlines()
    assert shown[6:] == [
        "| ours | 1.50× | 1.25×–2.00× | ≤ 1.20× | **not met** |",
        "| speed | 12,345 /s | 1.00 /s–2.00 /s |  |  |",
    ]


def test_the_page_names_no_host_and_no_path() -> None:
    import platform

    page = run.show_page([], "2025-03-01", run.describe_machine())
    assert "SQLite 3." in page
    assert platform.node() not in page
    assert str(run.HERE.parent) not in page


def test_a_single_benchmark_is_printed_and_not_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "QUICK", SMALL)
    assert run.main(["--only", "audit", "--quick"]) == 0
    assert "events per CPU second" in capsys.readouterr().out
    assert not (tmp_path / "RESULTS.md").exists()


def test_what_large_ledgers_show_is_written_to_a_page_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "LARGE", {"audit": SMALL["audit"]})
    assert run.main(["--large"]) == 0
    assert [page.name for page in tmp_path.iterdir()] == ["RESULTS-LARGE.md"]
    assert (
        "# Results of large ledgers\n\nWritten by `make bench-large`"
        in (tmp_path / "RESULTS-LARGE.md").read_text()
    )


def test_a_benchmark_that_has_no_large_size_is_refused_with_those_that_have(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        run.main(["--large", "--only", "lint"])
    assert "--large goes with contradiction, engines, copies" in capsys.readouterr().err


def test_a_function_run_apart_returns_its_result() -> None:
    assert run_apart("statistics:median", [3.0, 1.0, 2.0]) == 2
