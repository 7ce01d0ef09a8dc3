"""JSON that two programs would read differently is refused, with the path to the place."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_samples import read_all, read_articles, read_one, read_refusal, write

from claims.errors import FileRefused, RowRefused, TextRefused
from claims.ingest.metadata import ReadOptions
from claims.ingest.strict_json import StrictDecoder
from claims.settings import MAX_JSON_DEPTH

FLAWS = {
    '{"text":"a","text":"b"}': ("$.text", "stands there twice"),
    '{"text":"a","x":[{"y":1,"y":1}]}': ("$.x[0].y", "stands there twice"),
    '{"text":"a","x":NaN}': ("$.x", "NaN"),
    '{"text":"a","x":[1,-Infinity]}': ("$.x[1]", "Infinity"),
    '{"text":"a","x":1e400}': ("$.x", "too large"),
    '{"text":"a","x":-1e400}': ("$.x", "too large"),
    '{"text":"a","x":9007199254740993}': ("$.x", "2^53"),
    '{"text":"a","id":-9007199254740993}': ("$.id", "2^53"),
    '{"text":"a","x":' + "9" * 5000 + "}": ("$.x", "2^53"),
    "NaN": ("$", "NaN"),
}


@pytest.mark.parametrize("document", FLAWS)
def test_a_value_that_cannot_be_trusted_is_named_by_its_path(document: str) -> None:
    path, reason = FLAWS[document]
    with pytest.raises(TextRefused) as refused:
        StrictDecoder().decode_whole(document)
    assert str(refused.value).startswith(f"{path}: ")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    "number", ["9007199254740992", "-9007199254740992", "0", "-0", "1e308", "5e-324", "1E2"]
)
def test_numbers_that_every_program_reads_alike_are_read(number: str) -> None:
    assert StrictDecoder().decode_whole(f"[{number}]") == json.loads(f"[{number}]")


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    )
)
def test_sound_json_is_read_as_the_standard_library_reads_it(value: object) -> None:
    document = json.dumps(value)
    assert StrictDecoder().decode_whole(document) == json.loads(document)


def test_a_flaw_is_forgotten_with_its_document() -> None:
    decoder = StrictDecoder()
    with pytest.raises(TextRefused):
        decoder.decode_whole('{"a":NaN}')
    assert decoder.decode_whole('{"a":1}') == {"a": 1}


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_the_depth_limit_is_exact(opening: str, closing: str) -> None:
    def nest(depth: int) -> str:
        return opening * depth + "1" + closing * depth

    assert StrictDecoder().decode_whole(nest(MAX_JSON_DEPTH))
    with pytest.raises(TextRefused, match="nested deeper"):
        StrictDecoder().decode_whole(nest(MAX_JSON_DEPTH + 1))


def test_many_brackets_that_are_not_nested_are_read() -> None:
    assert len(StrictDecoder().decode_whole(json.dumps([{"a": "[[[[{{{{"}] * 100))) == 100


@pytest.mark.parametrize("depth", [100, 100_000])
def test_a_line_nested_too_deep_is_a_bad_row_and_the_next_is_read(tmp_path: Path, depth: int) -> None:
    deep = '{"text":"x","a":' + "[" * depth + "]" * depth + "}"
    outcomes = read_all(write(tmp_path, "a.jsonl", deep + '\n{"text":"fine"}\n'))
    assert "nested deeper" in str(outcomes[0])
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [True, False]


@pytest.mark.parametrize("depth", [100, 100_000])
def test_a_list_nested_too_deep_is_refused(tmp_path: Path, depth: int) -> None:
    path = write(tmp_path, "a.json", "[" * depth + "]" * depth)
    if depth == 100:
        assert "nested deeper" in read_refusal(path).reason
    else:
        with pytest.raises(FileRefused, match="nested too deep"):
            read_all(path)


@pytest.mark.parametrize("document", [document for document in FLAWS if document.startswith("{")])
def test_a_list_is_read_on_behind_a_record_with_a_flaw(tmp_path: Path, document: str) -> None:
    outcomes = read_all(write(tmp_path, "a.json", f'[{{"text":"1"}},\n{document},\n{{"text":"3"}}]'))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [False, True, False]
    assert isinstance(outcomes[1], RowRefused)
    assert outcomes[1].line == 2
    assert FLAWS[document][0].replace("$", "$[1]") in outcomes[1].reason


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"text":"x"',
        "nonsense",
        '{"text":"x"}{"text":"y"}',
        '{"text":"a\tb"}',
        "[]",
        '"text"',
        "7",
        "null",
        "'x'",
    ],
)
def test_a_line_that_is_no_article_is_a_bad_row_and_the_next_is_read(tmp_path: Path, line: str) -> None:
    outcomes = read_all(write(tmp_path, "a.jsonl", f'{{"text":"1"}}\n{line}\n{{"text":"3"}}'))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [False, True, False]
    assert isinstance(outcomes[1], RowRefused)
    assert outcomes[1].line == 2


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("[\n{]", "line 2, column 2"),
        ('[{"text":"x"}', "line 1, column 14"),
        ('[{"text":"x"},]', "line 1"),
        ('[{"text":"x"} {"text":"y"}]', "line 1, column 15"),
        ('[{"text":"x"}] trailing', "line 1, column 16"),
        ('{"text":"x"}\n{"text":"y"}', "line 2, column 1"),
        ("{", "line 1"),
    ],
)
def test_a_file_that_is_no_json_is_refused_with_line_and_column(
    tmp_path: Path, content: str, where: str
) -> None:
    with pytest.raises(FileRefused, match=f"a.json, {where}"):
        read_all(write(tmp_path, "a.json", content))


def test_an_element_that_is_no_object_is_a_bad_row(tmp_path: Path) -> None:
    outcomes = read_all(write(tmp_path, "a.json", '["x", {"text":"y"}, 3]'))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [True, False, True]
    assert "$[2]" in str(outcomes[2])


def test_escapes_of_a_surrogate_pair_are_one_character(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.json", '{"text":"\\ud83d\\udc4d"}')).text == "👍"


def test_line_separators_inside_a_text_do_not_end_the_line(tmp_path: Path) -> None:
    texts = ["a\u2028b", "c\x85d", "e\x0bf"]
    lines = "\n".join(
        json.dumps({"text": text}, ensure_ascii=False).replace("\x0b", "\\u000b") for text in texts
    )
    assert [article.text for article in read_articles(write(tmp_path, "a.jsonl", lines))] == texts


def test_a_list_with_one_line_per_record_says_on_which_line_each_begins(tmp_path: Path) -> None:
    content = '[\n{"text":"a"},\n\n {"text":"b"}, {"text":"c"}\n]'
    assert [article.line for article in read_articles(write(tmp_path, "a.json", content))] == [2, 4, 4]


def test_one_bad_record_in_a_hundred_thousand_leaves_the_others(tmp_path: Path) -> None:
    lines = [f'{{"id":"{number}","text":"Nr. {number}"}}' for number in range(100_000)]
    lines[77_777] = '{"id":"x","text":NaN}'
    outcomes = read_all(write(tmp_path, "a.jsonl", "\n".join(lines)), ReadOptions(language="de"))
    bad = [outcome for outcome in outcomes if isinstance(outcome, RowRefused)]
    assert (len(outcomes), [outcome.line for outcome in bad]) == (100_000, [77_778])
