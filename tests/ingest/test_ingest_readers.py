"""What each format says about an article, and by which bytes it is known."""

import hashlib
import json
from pathlib import Path

import pytest
from ingest_samples import FIELDS, FORMATS, read_all, read_articles, read_one, read_refusal, write

from claims.errors import FileRefused
from claims.ingest.metadata import ReadOptions


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_article(tmp_path: Path, name: str) -> None:
    article = read_one(write(tmp_path, name, FORMATS[name]))
    found = {
        "id": article.external_id,
        **{key: getattr(article, key) for key in FIELDS if key != "id"},
    }
    assert found == FIELDS
    assert article.identity == ("id", "n-1")


def test_plain_text_is_one_article_with_every_character(tmp_path: Path) -> None:
    raw = b"\n  Ein Titel \n\nText. \n\n"
    article = read_one(write(tmp_path, "a.txt", raw))
    assert article.text == "\n  Ein Titel \n\nText. \n\n"
    assert (article.title, article.line, article.identity) == ("Ein Titel", None, ("path", "a.txt"))
    assert article.raw_sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("content", ["", "   \n\n", "\ufeff"])
def test_an_empty_text_file_is_refused(tmp_path: Path, name: str, content: str) -> None:
    if content == "\ufeff":
        content = "\ufeff\n"
    with pytest.raises(FileRefused, match="empty"):
        read_all(write(tmp_path, name, content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", ""),
        ("a.json", " [ ] "),
        ("a.jsonl", ""),
        ("a.jsonl", "\n \r\n\n"),
        ("a.csv", ""),
        ("a.csv", "\n\n"),
        ("a.csv", "id,text\n"),
        ("a.csv", "id;text"),
        ("a.tsv", "id\ttext\n\n\t\n"),
    ],
)
def test_a_file_without_records_gives_none_and_says_so(tmp_path: Path, name: str, content: str) -> None:
    said: list[str] = []
    assert read_all(write(tmp_path, name, content), ReadOptions(remark=said.append)) == []
    assert [remark.rpartition(": ")[2] for remark in said] == ["0 rows"]


def test_an_article_is_known_by_id_else_url_else_its_place(tmp_path: Path) -> None:
    lines = [{"id": 7, "url": "u:1", "text": "x"}, {"url": "u:2", "text": "x"}, {"text": "x"}]
    path = write(tmp_path, "sub/a.jsonl", "\n\n".join(map(json.dumps, lines)))
    articles = read_articles(tmp_path)
    assert path.exists()
    assert [a.identity for a in articles] == [("id", "7"), ("url", "u:2"), ("path", "sub/a.jsonl#3")]
    assert [a.line for a in articles] == [1, 3, 5]


@pytest.mark.parametrize(
    ("name", "content", "records"),
    [
        (
            "a.jsonl",
            b'{"text":"a"}\r\n  {"text":"\xc3\xa4"} \n',
            [b'{"text":"a"}', b'  {"text":"\xc3\xa4"} '],
        ),
        ("a.json", b'[ {"text":"a"} ,\n{"text":"\xc3\xa4"}]', [b'{"text":"a"}', b'{"text":"\xc3\xa4"}']),
        ("a.csv", b'text,id\r\n"a\r\nb",1\r\n\xe4,2', [b'"a\r\nb",1', b"\xe4,2"]),
        ("w.jsonl", b"\xff\xfe" + '{"text":"ä"}\n'.encode("utf-16-le"), ['{"text":"ä"}'.encode("utf-16-le")]),
    ],
)
def test_a_record_is_hashed_by_its_own_bytes(
    tmp_path: Path, name: str, content: bytes, records: list[bytes]
) -> None:
    articles = read_articles(write(tmp_path, name, content))
    assert [article.raw_sha256 for article in articles] == [
        hashlib.sha256(raw).hexdigest() for raw in records
    ]


def test_what_is_hashed_is_what_was_parsed_while_the_file_changes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "First text.\n")
    article = read_one(path)
    path.write_text("Another text.\n")
    assert article.raw_sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_markdown_is_kept_as_it_is_typed(tmp_path: Path) -> None:
    article = read_one(write(tmp_path, "a.md", "# Der *Titel* #\n\n- a\n"))
    assert (article.text, article.title) == ("# Der *Titel* #\n\n- a\n", "Der *Titel*")


def test_one_blank_line_behind_front_matter_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "a.md", "---\r\nid: 1\r\n---\r\n\r\n\r\nText.\r\n")).text == "\nText.\n"


def test_front_matter_is_taken_as_it_is_typed(tmp_path: Path) -> None:
    front = "---\nid: 0012\npublished: 2024-12-20T10:00:00+01:00\ntitle: 'null'\nurl:\nauthor: ~\nlanguage: no\n---\nText."
    article = read_one(write(tmp_path, "a.md", front))
    assert (article.external_id, article.published, article.title) == (
        "0012",
        "2024-12-20T10:00:00+01:00",
        "null",
    )
    assert (article.url, article.author, article.language) == (None, None, "no")


@pytest.mark.parametrize(
    ("front", "where"),
    [
        ("title: [a", "line 3"),
        ("title: a\nurl: b: c", "line 3"),
        ("title: a\ntitle: b", "line 3: the key 'title' stands there twice"),
        ("title: {a: b}", "line 2, column 'title'"),
        ("- a", "no keys"),
        ("just text", "no keys"),
        ("title: \x01", "malformed"),
        ("[" * 5000, "malformed"),
    ],
)
def test_malformed_front_matter_is_refused_with_its_line(tmp_path: Path, front: str, where: str) -> None:
    with pytest.raises(FileRefused, match=where):
        read_all(write(tmp_path, "a.md", f"---\n{front}\n---\nText."))


def test_front_matter_that_is_not_closed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"line 1: .* not closed"):
        read_all(write(tmp_path, "a.md", "---\ntitle: a\nText."))


def test_front_matter_without_a_text_behind_it_is_a_bad_row(tmp_path: Path) -> None:
    assert "empty" in read_refusal(write(tmp_path, "a.md", "---\ntitle: a\n---\n\n")).reason
