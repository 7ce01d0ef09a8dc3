"""What a field of an article may be, and what its title is."""

import json
from pathlib import Path

import pytest
from ingest_samples import read_all, read_one, read_refusal, write

from claims.errors import RowRefused
from claims.ingest.record import find_title


@pytest.mark.parametrize(
    "published",
    [
        "2024-12-20",
        "0001-01-01",
        "9999-12-31",
        "2024-12-20T18:30",
        "2024-12-20T18:30:05.123Z",
        "2024-02-29T00:00:00+01:00",
    ],
)
def test_a_date_is_kept_in_its_own_precision(tmp_path: Path, published: str) -> None:
    assert (
        read_one(write(tmp_path, "a.json", json.dumps({"text": "x", "published": published}))).published
        == published
    )


@pytest.mark.parametrize(
    ("published", "reason"),
    [
        ("20.12.2024", "write 2024-12-20"),
        ("1.2.2024", "write 2024-02-01"),
        ("12/20/2024", "not an ISO date"),
        ("2024-12", "not an ISO date"),
        ("20241220", "not an ISO date"),
        ("2024-02-30", "no day or time"),
        ("0000-01-01", "no day or time"),
        ("2024-12-20T25:00", "no day or time"),
        ("２０２４-12-20", "not an ISO date"),
        (20241220, "a number where text is expected"),
    ],
)
def test_what_is_no_iso_date_is_a_bad_row(tmp_path: Path, published: object, reason: str) -> None:
    refused = read_refusal(write(tmp_path, "a.jsonl", json.dumps({"text": "x", "published": published})))
    assert refused.column == "$.published"
    assert reason in refused.reason


@pytest.mark.parametrize(
    ("record", "column"),
    [
        ({"text": 5}, "text"),
        ({"text": ["x"]}, "text"),
        ({"text": None}, "text"),
        ({"text": ""}, "text"),
        ({"text": " \n\u2003"}, "text"),
        ({"text": "a\ud800b"}, "text"),
        ({"text": "a\u0000b"}, "text"),
        ({"text": "x", "title": "\udfff"}, "title"),
        ({"text": "x", "title": {"de": "y"}}, "title"),
        ({"text": "x", "id": ""}, "id"),
        ({"text": "x", "id": "  "}, "id"),
        ({"text": "x", "id": True}, "id"),
        ({"text": "x", "id": 1.5}, "id"),
        ({"text": "x", "url": "u" * 10_001}, "url"),
        ({"text": "x", "language": "German!"}, "language"),
    ],
)
def test_an_unusable_field_is_a_bad_row_named_by_its_path(
    tmp_path: Path, record: object, column: str
) -> None:
    content = json.dumps([{"text": "fine"}, record], indent=1)
    outcomes = read_all(write(tmp_path, "a.json", content))
    assert isinstance(outcomes[1], RowRefused)
    assert (outcomes[1].column, outcomes[1].line) == (f"$[1].{column}", 5)


def test_null_and_blank_optional_fields_say_nothing(tmp_path: Path) -> None:
    article = read_one(
        write(tmp_path, "a.json", '{"text":"Text.","title":" ","url":null,"id":null,"outlet":""}')
    )
    assert (article.title, article.url, article.external_id, article.outlet) == (None, None, None, None)


def test_a_line_break_in_a_title_becomes_a_space(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.csv", 'title,text\n"Two\n lines",x\n')).title == "Two lines"


def test_control_characters_of_a_title_are_kept_for_the_display_to_escape(tmp_path: Path) -> None:
    assert (
        read_one(write(tmp_path, "a.json", '{"title":"\\u001b]8;;x\\u0007","text":"x"}')).title
        == "\x1b]8;;x\x07"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hafen gesperrt\nMehr.", "Hafen gesperrt"),
        ("Wird der Hafen gesperrt?\n\nMehr.", "Wird der Hafen gesperrt?"),
        ("Streit: Hafen oder Deich – oder beides?\n", "Streit: Hafen oder Deich – oder beides?"),
        ("Am 20. Dezember kommt Dr. Meier\nMehr.", "Am 20. Dezember kommt Dr. Meier"),
        ("U.S. Navy buys St. Mary Island\n", "U.S. Navy buys St. Mary Island"),
        ("Warten auf Godot...\nMehr.", "Warten auf Godot..."),
        ("Der Hafen ist gesperrt.\nMehr.", None),
        ("„Der Hafen ist gesperrt.“\nMehr.", None),
        ("Er kam. Sie ging\nMehr.", None),
        ("Wer kam? Niemand weiß es\nMehr.", None),
        ("x" * 150, "x" * 150),
        ("x" * 151, None),
        ("Der Hafen bleibt nach dem Sturm bis auf\nweiteres gesperrt.", None),
    ],
)
def test_the_first_line_is_the_title_if_it_can_be_a_headline(text: str, title: str | None) -> None:
    assert find_title(text) == title


@pytest.mark.real
def test_three_of_the_real_articles_have_no_headline(real_articles: Path) -> None:
    articles = [read_one(path) for path in sorted(real_articles.glob("0*.txt"))]
    assert [article.title is not None for article in articles] == [False, True, False, False, True]
