"""Words that mean the same to a reader who searches are one word to the index."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.store.fold import find_words, fold

UMLAUTS = st.text("aeouyqnxäöüßéAEOUÄÖÜẞæœø\u0308\u00ad", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ärztin", "Aerztin"),
        ("Ärztin", "ARZTIN"),
        ("Straße", "Strasse"),
        ("STRAẞE", "strasse"),
        ("Müller", "muller"),
        ("Müller", "Mueller"),
        ("Größe", "groesse"),
        ("Café", "cafe"),
        ("Mu\u0308ller", "Müller"),
        ("Straf\u00adtat", "Straftat"),
        ("ﬁnden", "finden"),
        ("Smørrebrød", "smorrebrod"),
        ("Łódź", "lodz"),
        ("m²", "m2"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("neue", "neu"), ("Feuer", "Feur"), ("Quelle", "Qulle"), ("Januar", "Februar"), ("5", "6")],
)
def test_a_ue_after_a_vowel_or_q_is_no_umlaut(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text() | UMLAUTS)
@example("xueue")
@example("aéee")
@example("ℌ½ǆ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1) | UMLAUTS, st.data())
def test_the_start_of_a_word_folds_to_its_start(word: str, data: st.DataObject) -> None:
    start = word[: data.draw(st.integers(0, len(word)))]
    assert fold(word).startswith(fold(start))


@given(st.text() | UMLAUTS)
def test_the_case_of_letters_makes_no_difference(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(st.text())
def test_an_accent_makes_no_difference_where_it_is_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_words_are_found_where_they_stand(text: str) -> None:
    for start, end, word in find_words(text):
        assert word in fold(text[start:end])
        assert word.isalnum()
