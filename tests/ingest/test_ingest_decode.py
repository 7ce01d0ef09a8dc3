"""Bytes become exact text, or the byte that stands in the way is named."""

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import read_all, read_articles, read_one, read_refusal, write

from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.decode import decode, normalise
from claims.ingest.metadata import ReadOptions

PROSE = "Über die „Größe“ – 5 €.\n"
WITHOUT_LATIN_LETTERS = "Проверка фактов требует времени.\n"

ACCEPTED = {
    "ascii": (b"Plain.\n", "Plain.\n", "ascii"),
    "utf-8": (PROSE.encode(), PROSE, "utf-8"),
    "utf-8 with mark": (b"\xef\xbb\xbf" + PROSE.encode(), PROSE, "utf-8"),
    "mark alone": (b"\xef\xbb\xbf", "", "utf-8"),
    "mark in the text": ("a\ufeffb".encode(), "a\ufeffb", "utf-8"),
    "utf-16 little": (b"\xff\xfe" + PROSE.encode("utf-16-le"), PROSE, "utf-16-le"),
    "utf-16 big": (b"\xfe\xff" + PROSE.encode("utf-16-be"), PROSE, "utf-16-be"),
    "utf-16 astral": (b"\xff\xfe" + "👩‍🚒 x".encode("utf-16-le"), "👩‍🚒 x", "utf-16-le"),
    "cp1252": (PROSE.encode("cp1252"), PROSE, "cp1252"),
    "latin-1": ("Größe zählt\n".encode("latin-1"), "Größe zählt\n", "cp1252"),
    "cp1252 ß before a quote": (
        "Viel „Spaß“ für alle Bürger\n".encode("cp1252"),
        "Viel „Spaß“ für alle Bürger\n",
        "cp1252",
    ),
    "cp1252 valid as utf-8 by accident": (b"Spa\xdf\x93 (sic)", "Spaß“ (sic)", "cp1252"),
    "hebrew and n'ko": ("\u05d0\u0596 \u07ca\u07d6 x".encode(), "\u05d0\u0596 \u07ca\u07d6 x", "utf-8"),
    "cp1252 one letter": (b"caf\xe9", "café", "cp1252"),
    "form feed and tab": (b"a\tb\x0cc", "a\tb\x0cc", "ascii"),
    "escape in utf-8": (b"a\x1b[31mb", "a\x1b[31mb", "ascii"),
    "next line and separators": ("a\x85b\u2028c".encode(), "a\x85b\u2028c", "utf-8"),
    "literal U+FFFD": ("a\ufffdb".encode(), "a\ufffdb", "utf-8"),
    "private use and noncharacters": ("\ue000\ufdd0\U0010ffff".encode(), "\ue000\ufdd0\U0010ffff", "utf-8"),
}

REFUSED = {
    "NUL": (b"abc\x00def", "offset 3"),
    "NUL in cp1252": (b"caf\xe9\x00", "offset 4"),
    "utf-16 without mark": (PROSE.encode("utf-16-le"), "offset 1"),
    "utf-32 little": (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
    "utf-32 big": (b"\x00\x00\xfe\xff\x00\x00\x00a", "UTF-32"),
    "utf-16 odd length": (b"\xff\xfea\x00b", "offset 4"),
    "utf-16 lone surrogate": (b"\xff\xfea\x00\x00\xd8b\x00", "offset 4"),
    "mark, then no utf-8": (b"\xef\xbb\xbfa\xe9b", "offset 4"),
    "undefined in cp1252": (b"na\xefve \x81", "offset 2"),
    "control in cp1252": (b"na\xefve \x01", "offset 2"),
    "png": (b"\x89PNG\r\n\x1a\n....", "offset 0"),
    "gzip": (b"\x1f\x8b\x08\x08abc", "offset 1"),
    "truncated utf-8": ("Größe für Köln".encode()[:-4] + b"\xc3", "offset"),
    "one bad byte in utf-8": ("Größe für Köln ".encode() + b"\xff" + " schön".encode(), "offset 19"),
    "encoded surrogate": (b"ab\xed\xa0\x80", "offset 2"),
    "modified utf-8 NUL": (b"ab\xc0\x80", "offset 2"),
    "cyrillic cp1251": (WITHOUT_LATIN_LETTERS.encode("cp1251"), "offset 0"),
    "cyrillic koi8-r": (WITHOUT_LATIN_LETTERS.encode("koi8-r"), "offset 0"),
    "japanese euc": ("日本語の記事です。".encode("euc-jp"), "offset 0"),
    "dos cp850": ("für die Größe".encode("cp850"), "offset 1"),
}


@pytest.mark.parametrize("case", ACCEPTED)
def test_text_in_an_accepted_encoding_is_read_exactly(case: str) -> None:
    raw, text, encoding = ACCEPTED[case]
    assert decode(raw) == (text, encoding)


@pytest.mark.parametrize("case", REFUSED)
def test_bytes_that_are_no_text_are_refused_with_their_offset(case: str) -> None:
    raw, where = REFUSED[case]
    with pytest.raises(TextRefused, match=where):
        decode(raw)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_unicode_text_survives_every_unicode_encoding(text: str) -> None:
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + text.encode(codec))[0] == text


@given(st.binary(max_size=60))
def test_no_bytes_become_a_replacement_character(raw: bytes) -> None:
    try:
        text, _ = decode(raw)
    except TextRefused:
        return
    assert text.count("\ufffd") <= raw.count(b"\xef\xbf\xbd") + raw.count(b"\xfd\xff") + raw.count(
        b"\xff\xfd"
    )


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_normal_form_c_is_reached_at_once_and_keeps_the_meaning(text: str) -> None:
    kept = normalise(text)
    assert normalise(kept) == kept
    assert kept == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


@given(st.text("a\u0301\u0323\u0308e", max_size=300))
def test_long_runs_of_marks_get_the_same_normal_form(text: str) -> None:
    assert normalise(text * 3) == unicodedata.normalize("NFC", text * 3)


def test_hostile_runs_of_marks_do_not_take_quadratic_time() -> None:
    start = time.perf_counter()
    normalise("a" + "\u0301\u0323" * 200_000)
    assert time.perf_counter() - start < 5


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), min_size=1))
def test_offsets_in_kept_text_convert_to_utf16_and_back(text: str) -> None:
    kept = normalise(text)
    for index in range(len(kept) + 1):
        units = kept[:index].encode("utf-16-le")
        assert len(units.decode("utf-16-le")) == index


def test_a_surrogate_pair_in_json_escapes_is_one_character() -> None:
    assert normalise("👨‍👩‍👧") == "👨‍👩‍👧"
    with pytest.raises(TextRefused, match=r"U\+D83D at character 1"):
        normalise("a\ud83d")


def test_mixed_line_ends_become_newlines_and_nothing_is_stripped() -> None:
    assert normalise("  a\r\nb\rc\n\n ") == "  a\nb\nc\n\n "


def test_a_decomposed_letter_in_a_file_is_composed(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.txt", "Gro\u0308ße zählt.")).text == "Größe zählt."


def test_reading_windows_1252_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    read_one(write(tmp_path, "a.txt", PROSE.encode("cp1252")), ReadOptions(remark=said.append))
    assert [remark for remark in said if "Windows-1252" in remark] == said != []


def test_a_replacement_character_of_the_input_is_kept_and_said_once(tmp_path: Path) -> None:
    said: list[str] = []
    lines = '{"text":"fine"}\n{"text":"lost \ufffd"}\n{"text":"\ufffd again"}\n'
    articles = read_articles(write(tmp_path, "a.jsonl", lines), ReadOptions(remark=said.append))
    assert articles[1].text == "lost \ufffd"
    assert ["line 2" in remark for remark in said] == [True]


def test_a_file_that_is_no_text_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"a\.txt: byte 0x89 at offset 0"):
        read_all(write(tmp_path, "a.txt", REFUSED["png"][0]))


def test_the_first_line_beyond_ascii_settles_the_encoding_of_the_rest(tmp_path: Path) -> None:
    lines = [b'{"text":"plain"}', '{"text":"Größe"}'.encode("cp1252"), '{"text":"Köln"}'.encode("cp1252")]
    articles = read_articles(write(tmp_path, "a.jsonl", b"\n".join(lines)))
    assert [article.text for article in articles] == ["plain", "Größe", "Köln"]


@pytest.mark.parametrize(("first", "second"), [("utf-8", "cp1252"), ("cp1252", "utf-8")])
def test_a_line_in_another_encoding_than_the_lines_before_is_a_bad_row(
    tmp_path: Path, first: str, second: str
) -> None:
    lines = ['{"text":"Größe"}'.encode(first), '{"text":"Käse für Köln"}'.encode(second), b'{"text":"plain"}']
    outcomes = read_all(write(tmp_path, "a.jsonl", b"\n".join(lines)))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [False, True, False]
    assert "offset" in str(outcomes[1])


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_utf_16_is_read_in_every_format(tmp_path: Path, codec: str, name: str) -> None:
    content = {
        "a.jsonl": '{"text":"Größe 👍"}\r\n',
        "a.json": '[{"text":"Größe 👍"}]',
        "a.csv": "text;title\r\nGröße 👍;x\r\n",
    }
    mark = b"\xff\xfe" if codec.endswith("le") else b"\xfe\xff"
    assert read_one(write(tmp_path, name, mark + content[name].encode(codec))).text == "Größe 👍"


def test_utf_16_that_breaks_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="UTF-16"):
        read_all(write(tmp_path, "a.jsonl", b"\xff\xfe" + '{"text":"x"}'.encode("utf-16-le")[:-1]))


def test_nul_in_a_line_is_a_bad_row_with_its_offset(tmp_path: Path) -> None:
    refused = read_refusal(write(tmp_path, "a.jsonl", b'{"text":"ok"}\n{"text":"a\x00b"}\n'))
    assert (refused.line, "offset 24" in refused.reason) == (2, True)


def test_a_mark_counts_in_the_offset_of_a_bad_byte(tmp_path: Path) -> None:
    refused = read_refusal(write(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"text":"a\xffb"}\n'))
    assert "offset 13" in refused.reason
