"""The same text under another name is found, however it is typed, and kept as it came."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest.alike import hash_letters

TEXT = (
    "Die „Nordbrücke“ wurde am 14. März 2025 eröffnet.\nSie kostete 5,6 Millionen Euro – mehr als geplant.\n"
)

VARIANTS = {
    "decomposed letters": unicodedata.normalize("NFD", TEXT),
    "straight quotation marks": TEXT.replace("„", '"').replace("“", '"'),
    "guillemets": TEXT.replace("„", "»").replace("“", "«"),
    "no-break spaces": TEXT.replace(" ", "\u00a0"),
    "one line": TEXT.replace("\n", "  "),
    "Windows line ends": TEXT.replace("\n", "\r\n"),
    "soft hyphens": TEXT.replace("Nordbrücke", "Nord\u00adbrücke"),
    "a hyphen for a dash": TEXT.replace("–", "-"),
    "capital letters": TEXT.upper(),
    "a ligature": TEXT.replace("eröffnet", "ero\u0308\ufb00net"),
    "full-width figures": TEXT.replace("2025", "２０２５"),
}
OTHERS = {
    "another month": TEXT.replace("März", "Mai"),
    "another figure": TEXT.replace("5,6", "5,7"),
    "another word": TEXT.replace("mehr", "weniger"),
    "one word more": TEXT.replace("wurde", "wurde nicht"),
    "another letter": TEXT.replace("ü", "u"),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS.keys())
def test_texts_that_only_look_different_have_the_same_letters(variant: str) -> None:
    assert hash_letters(variant) == hash_letters(TEXT)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_texts_that_say_something_else_have_not(other: str) -> None:
    assert hash_letters(other) != hash_letters(TEXT)


@given(st.text())
def test_how_letters_are_composed_never_matters(text: str) -> None:
    forms = {hash_letters(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert forms == {hash_letters(text)}


class TestImport:
    """What an import says and keeps."""

    @pytest.fixture
    def twice(self, desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
        (tmp_path / "first.txt").write_text(TEXT, "utf-8")
        assert desk("import", "first.txt").code == 0
        return desk

    @pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS.keys())
    def test_it_names_the_article_that_reads_the_same(
        self, twice: Callable[..., Any], variant: str, tmp_path: Path
    ) -> None:
        (tmp_path / "second.txt").write_text(variant, "utf-8", newline="")
        done = twice("import", "second.txt", "--json")
        assert done.json["articles"][0]["duplicate_of"] == "a1"
        assert done.json["articles"][0]["status"] == "imported"

    def test_it_says_so_and_names_the_way_out(self, twice: Callable[..., Any], tmp_path: Path) -> None:
        (tmp_path / "second.txt").write_text(TEXT.upper(), "utf-8")
        done = twice("import", "second.txt")
        assert done.code == 0
        assert "probably imported before under another name: a2 like a1." in done.err
        assert "claims article withdraw a2" in done.err

    def test_both_texts_are_kept_as_they_came(self, twice: Callable[..., Any], tmp_path: Path) -> None:
        variant = VARIANTS["guillemets"]
        (tmp_path / "second.txt").write_text(variant, "utf-8")
        twice("import", "second.txt")
        bodies = twice("sql", "SELECT body FROM text ORDER BY body", "--format", "json").json
        assert [row["body"] for row in bodies] == sorted([TEXT, variant])

    def test_doubles_within_one_file_are_named(self, desk: Callable[..., Any], tmp_path: Path) -> None:
        rows = [{"id": str(n), "text": text} for n, text in enumerate([TEXT, "Etwas anderes.", TEXT.upper()])]
        (tmp_path / "wire.json").write_text(json.dumps(rows), "utf-8")
        done = desk("import", "wire.json", "--json").json
        assert [one["duplicate_of"] for one in done["articles"]] == ["a3", None, "a1"]

    def test_an_article_that_is_there_already_is_no_double_of_itself(
        self, twice: Callable[..., Any], tmp_path: Path
    ) -> None:
        assert twice("import", "first.txt", "--json").json["articles"][0]["duplicate_of"] is None
        (tmp_path / "first.txt").write_text(TEXT.upper(), "utf-8")
        done = twice("import", "first.txt", "--json").json
        assert (done["articles"][0]["status"], done["articles"][0]["duplicate_of"]) == ("revised", None)

    def test_a_withdrawn_article_and_an_earlier_text_do_not_count(
        self, twice: Callable[..., Any], tmp_path: Path
    ) -> None:
        (tmp_path / "first.txt").write_text(OTHERS["another month"], "utf-8")
        twice("import", "first.txt")
        (tmp_path / "second.txt").write_text(TEXT, "utf-8")
        assert twice("import", "second.txt", "--json").json["articles"][0]["duplicate_of"] is None
        assert twice("article", "withdraw", "a1", "--reason", "superseded").code == 0
        (tmp_path / "third.txt").write_text(OTHERS["another month"], "utf-8")
        assert twice("import", "third.txt", "--json").json["articles"][0]["duplicate_of"] is None
