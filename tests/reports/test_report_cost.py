"""A report's cost grows with the ledger and not with its square."""

import pytest

from bench.measure import run_apart
from claims.reports.report import list_names
from claims.reports.run import run_report
from claims.store.transaction import reading

SIZES = (1_500, 6_000)


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("desks")
    paths = [str(folder / f"{size}.db") for size in SIZES]
    for path, size in zip(paths, SIZES, strict=True):
        run_apart("bench.reports:make_desk", path, size)
    return paths


def count_steps(path: str, name: str) -> int:
    """Return how many hundreds of steps SQLite takes for a report."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with reading(path) as session:
        session.connection().connection.driver_connection.set_progress_handler(step, 100)
        list(run_report(session, name, {}).rows)
    return steps


@pytest.mark.parametrize("name", list_names())
def test_four_times_the_claims_take_no_more_than_five_times_the_steps(desks: list[str], name: str) -> None:
    small, large = (count_steps(path, name) for path in desks)
    # What a tiny report costs hangs on how many findings there happen to be.
    assert large <= 5 * small + 200


def test_one_article_costs_far_less_than_all(desks: list[str]) -> None:
    with reading(desks[1]) as session:
        taken = []
        for given in ({}, {"article": "a7"}):
            steps: list[int] = []
            driver = session.connection().connection.driver_connection
            driver.set_progress_handler(lambda steps=steps: steps.append(1), 100)
            list(run_report(session, "fact-sheet", given).rows)
            taken.append(len(steps))
    assert taken[1] < taken[0] / 5
