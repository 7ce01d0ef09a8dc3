"""What an article costs follows the article, not the ledger: queries made and rows read are counted, not timed."""

from pathlib import Path
from typing import Any

import pytest

from bench.contradiction import add_article, check_all
from bench.generate import generate
from bench.ledger import AT, copy_ledger
from claims.crosscheck import cross_check, suspect
from claims.store.transaction import writing
from tests.counting import count

ARTICLES = 8
SIZES = (1_000, 10_000)

Later = list[list[tuple[str, tuple[Any, ...]]]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Later]]:
    """Return two checked ledgers, one ten times the other, each with articles that are still to come."""
    folder = tmp_path_factory.mktemp("cost")
    made = []
    for size in SIZES:
        path = str(folder / f"{size}.db")
        made.append((path, generate(path, size, later=ARTICLES).later))
        check_all(path)
    return made


@pytest.fixture
def ledgers(checked: list[tuple[str, Later]], tmp_path: Path) -> list[tuple[str, Later]]:
    """Return copies of them for a test of its own."""
    return [(copy_ledger(path, str(tmp_path / Path(path).name)), later) for path, later in checked]


def count_articles(path: str, later: Later) -> tuple[int, int]:
    """Let articles come in one by one, each checked by itself; return the queries and steps of the checks."""
    queries = steps = 0
    for article in later:
        add_article(path, article)
        with (
            writing(path, actor="bench", command="cross-check", clock=lambda: AT) as session,
            count(session) as done,
        ):
            cross_check(session)
        queries, steps = queries + done["queries"], steps + done["steps"]
    return queries, steps


def test_articles_cost_the_same_in_a_ledger_of_ten_times_the_size(ledgers: list[tuple[str, Later]]) -> None:
    (few_queries, few_steps), (queries, steps) = (count_articles(path, later) for path, later in ledgers)
    assert queries <= few_queries * 1.1
    assert steps <= few_steps * 1.1


def test_splitting_a_hot_question_again_would_be_noticed(
    ledgers: list[tuple[str, Later]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suspect, "put_further", lambda *_, **__: False)
    (_, few_steps), (_, steps) = (count_articles(path, later) for path, later in ledgers)
    assert steps > few_steps * 1.5
