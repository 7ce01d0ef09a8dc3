"""With how many others a sentence is compared and paired, however many there are."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from bench.copies import write_sentences
from bench.copies_text import make_word, plant
from claims.crosscheck.copies import index as copies_index
from claims.crosscheck.copies.blocks import FULL_SINGLE
from claims.crosscheck.copies.index import MOST, Counted, index_new_sentences
from claims.crosscheck.copies.values import read_values
from claims.store.tables import WordingPair
from claims.store.transaction import writing

WEATHER = "In {} bleibt es am Dienstag trocken bei {} Grad, und der Wind weht schwach aus Südwest."


def index(folder: Path, sentences: list[str]) -> tuple[Counted, list[tuple[int, int]]]:
    """Return what indexing a ledger of these sentences did, and the pairs that it found."""
    path = str(folder / "wordings.db")
    write_sentences(path, sentences)
    with writing(path, actor="bench", command="cross-check", keep=False) as session:
        counted = index_new_sentences(session)
        pairs = session.execute(select(WordingPair.wording_id, WordingPair.other_id)).all()
        return counted, [(row.wording_id, row.other_id) for row in pairs]


def write_with(words: str, count: int, first: int) -> list[str]:
    """Return sentences that have these words, and three more that none of the others has."""
    return [" ".join([words, *(make_word(first + 3 * n + k) for k in range(3))]) for n in range(count)]


def test_a_word_that_many_sentences_have_makes_nobody_compare_them_all(tmp_path: Path) -> None:
    counted, _ = index(tmp_path, write_with("Hafen", 60, first=5_000))
    assert counted.compared == FULL_SINGLE * (FULL_SINGLE - 1) / 2


def test_two_words_together_find_a_copy_where_each_by_itself_is_common(tmp_path: Path) -> None:
    common = write_with("Hafen", 20, first=5_000) + write_with("Werft", 20, first=6_000)
    _, pairs = index(tmp_path, [*common, "Hafen der Werft", "Werft am Hafen"])
    assert pairs == [(41, 42)]


def test_what_follows_a_formula_is_paired_with_the_closest_only(tmp_path: Path) -> None:
    _, pairs = index(tmp_path, [WEATHER.format(make_word(7_000 + n), n) for n in range(25)])
    assert max(Counter(other for _, other in pairs).values()) == MOST


def test_the_values_of_a_sentence_are_read_once_however_many_it_is_like(tmp_path: Path) -> None:
    read_values.cache_clear()
    index(tmp_path, [WEATHER.format(make_word(7_000 + n), n) for n in range(25)])
    read = read_values.cache_info()
    assert read.misses == 25 < read.hits


@pytest.mark.parametrize("at_once", [1, 7, 250])
def test_sentences_that_come_in_a_few_at_a_time_are_paired_as_those_that_come_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    sentences = [one.text for one in plant(900, 60).sentences]
    sentences += [WEATHER.format(make_word(7_000 + n), n) for n in range(45)]
    sentences += write_with("Hafen Werft", 40, first=5_000)
    _, together = index(tmp_path, sentences)
    monkeypatch.setattr(copies_index, "_AT_ONCE", at_once)
    _, apart = index(tmp_path, sentences)
    assert apart == together
    assert len(together) > 400
