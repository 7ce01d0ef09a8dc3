"""Cutting a text into paragraphs and runs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.reports.html_text import Span, cut, split_paragraphs

TEXT = st.text(alphabet="ab .\n😀é\u0301", min_size=1, max_size=60)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span], list[tuple[int, int, str]]]:
    text = draw(TEXT)
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place).filter(lambda pair: pair[0] < pair[1]), max_size=8))
    spans = [Span(f"m{n}", start, end, start, min(end, start + 1)) for n, (start, end) in enumerate(pairs)]
    borders = sorted(draw(st.sets(place, max_size=6)))
    sentences = [
        (start, end, "opinion" if n % 2 else "open") for n, (start, end) in enumerate(pairwise(borders))
    ]
    return text, spans, sentences


@given(texts_with_spans())
def test_the_runs_of_a_paragraph_are_exactly_its_text(
    drawn: tuple[str, list[Span], list[tuple[int, int, str]]],
) -> None:
    text, spans, sentences = drawn
    for paragraph in cut(text, split_paragraphs(text), sentences, spans):
        runs = [run.text for part in paragraph.parts for run in part.runs]
        assert "".join(runs) == text[paragraph.start : paragraph.end]
        assert all(runs)


@given(texts_with_spans())
def test_the_runs_under_a_mention_are_its_quote_but_for_the_gaps_between_paragraphs(
    drawn: tuple[str, list[Span], list[tuple[int, int, str]]],
) -> None:
    text, spans, sentences = drawn
    paragraphs = cut(text, split_paragraphs(text), sentences, spans)
    for span in spans:
        covered = "".join(
            run.text for one in paragraphs for part in one.parts for run in part.runs if span.key in run.keys
        )
        expected = "".join(
            text[max(span.start, one.start) : min(span.end, one.end)]
            for one in paragraphs
            if max(span.start, one.start) < min(span.end, one.end)
        )
        assert covered == expected


@given(texts_with_spans())
def test_a_mention_that_is_shown_begins_once_and_ends_at_least_once(
    drawn: tuple[str, list[Span], list[tuple[int, int, str]]],
) -> None:
    text, spans, sentences = drawn
    paragraphs = cut(text, split_paragraphs(text), sentences, spans)
    runs = [run for one in paragraphs for part in one.parts for run in part.runs]
    for span in spans:
        shown = any(span.key in run.keys for run in runs)
        assert sum(span.key in run.begins for run in runs) == shown
        assert sum(span.key in one.keys for one in paragraphs) == shown
        if shown and text[span.end - 1].strip():
            assert any(span.key in run.ends for run in runs)


@given(TEXT)
def test_only_white_space_lies_between_paragraphs(text: str) -> None:
    rest, last = [], 0
    for start, end in split_paragraphs(text):
        rest.append(text[last:start])
        assert text[start:end].strip()
        last = end
    assert not "".join([*rest, text[last:]]).strip()


def test_blank_lines_divide_paragraphs_and_line_ends_only_where_there_are_none() -> None:
    assert split_paragraphs("one\ntwo\n \nthree") == [(0, 7), (10, 15)]
    assert split_paragraphs("one\ntwo") == [(0, 3), (4, 7)]


def test_a_first_line_that_is_the_title_is_a_paragraph_of_its_own() -> None:
    assert split_paragraphs("Title\nTwo\n\nThree", "Title") == [(0, 5), (6, 9), (11, 16)]
    assert split_paragraphs("Titles\nTwo\n\nThree", "Title") == [(0, 10), (12, 17)]


def test_nested_and_overlapping_mentions_share_their_runs() -> None:
    (paragraph,) = cut("abcdef", [(0, 6)], [], [Span("m1", 0, 4), Span("m2", 1, 3), Span("m3", 2, 6)])
    runs = [(run.text, run.keys, run.begins, run.ends) for run in paragraph.parts[0].runs]
    assert runs == [
        ("a", ("m1",), ("m1",), ()),
        ("b", ("m1", "m2"), ("m2",), ()),
        ("c", ("m1", "m2", "m3"), ("m3",), ("m2",)),
        ("d", ("m1", "m3"), (), ("m1",)),
        ("ef", ("m3",), (), ("m3",)),
    ]


def test_many_mentions_of_a_long_text_are_cut_in_linear_time() -> None:
    text = "A sentence with a claim. " * 20_000
    spans = [Span(f"m{n}", n * 25, n * 25 + 20, n * 25 + 11, n * 25 + 15) for n in range(20_000)]
    (paragraph,) = cut(text, [(0, len(text) - 1)], [], spans)
    assert len(paragraph.keys) == 20_000
