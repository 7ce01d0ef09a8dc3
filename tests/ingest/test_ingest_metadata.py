"""Where the fields of an article come from: the file, the options, the meta file, columns by other names."""

from pathlib import Path

import pytest
from ingest_samples import FORMATS, read_all, read_articles, read_one, read_refusal, write

from claims.errors import FileRefused, OptionRefused
from claims.ingest.metadata import ReadOptions, load_meta


def test_an_option_overrides_what_the_file_says(tmp_path: Path) -> None:
    article = read_one(
        write(tmp_path, "a.json", FORMATS["a.json"]), ReadOptions(outlet="Other", language="en-GB")
    )
    assert (article.outlet, article.language, article.author) == ("Other", "en", "A. Beispiel")


def test_a_meta_row_overrides_option_and_file(tmp_path: Path) -> None:
    meta = load_meta(write(tmp_path, "meta.csv", "file;outlet;published;author\na.md;Row;2025-02-01;\n"))
    options = ReadOptions(outlet="Option", author="Option", meta=meta)
    article = read_one(write(tmp_path, "a.md", FORMATS["a.md"]), options)
    assert (article.outlet, article.published, article.author) == ("Row", "2025-02-01", "Option")


@pytest.mark.parametrize(
    "row", ["file,title\na.txt,T", "path,title\nsub/a.txt,T", "path,title\n.\\sub\\a.txt,T"]
)
def test_a_meta_row_finds_a_file_by_name_or_relative_path(tmp_path: Path, row: str) -> None:
    write(tmp_path, "news/sub/a.txt", "Text.")
    meta = load_meta(write(tmp_path, "meta.csv", row))
    assert read_one(tmp_path / "news", ReadOptions(meta=meta)).title == "T"
    assert meta.list_unused() == []


def test_a_meta_row_finds_a_record_by_its_id_only(tmp_path: Path) -> None:
    meta = load_meta(write(tmp_path, "meta.csv", "id,file,title\n1,,One\n,a.jsonl,File\n"))
    path = write(tmp_path, "a.jsonl", '{"id":"1","text":"x"}\n{"id":"2","text":"Two"}')
    assert [a.title for a in read_articles(path, ReadOptions(meta=meta))] == ["One", "Two"]
    assert meta.list_unused() == ["a.jsonl"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("file,titel\na,b\n", "unknown column 'titel'"),
        ("title,url\na,b\n", "no column file, path or id"),
        ("", "no column file, path or id"),
        ("file,published\na.txt,20.12.2024\n", "line 2, column 'published'.*write 2024-12-20"),
        ("file,title\na,b\na,c\n", "line 3: 'a' has a row already"),
        ("file,title\n,b\n", "line 2: the row says neither"),
        ("file,title\na\n", "line 2: 1 cells"),
    ],
)
def test_an_unusable_meta_file_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        load_meta(write(tmp_path, "meta.csv", content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"body":"Text.","text":"no"}'),
        ("a.csv", "Body,text\nText.,no"),
        ("a.json", '[{"body":"Text."}]'),
    ],
)
def test_a_mapped_column_holds_the_field(tmp_path: Path, name: str, content: str) -> None:
    assert read_one(write(tmp_path, name, content), ReadOptions(column_map={"text": "body"})).text == "Text."


def test_a_table_without_a_text_column_is_refused_with_the_columns_it_has(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"no column 'text', there is 'id', 'body'.*--map text=COLUMN"):
        read_all(write(tmp_path, "a.csv", "id,body\n1,x\n"))


def test_a_mapped_column_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"no column 'headline'.*--map title=COLUMN"):
        read_all(write(tmp_path, "a.csv", "id,text\n1,x\n"), ReadOptions(column_map={"title": "headline"}))


def test_an_object_without_text_is_a_bad_row_that_names_its_keys(tmp_path: Path) -> None:
    refused = read_refusal(write(tmp_path, "a.jsonl", '{"body":"x","id":"1"}'))
    assert (refused.line, refused.column) == (1, "$.text")
    assert "'body', 'id'" in refused.reason
    assert "--map text=KEY" in refused.reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"text":"x","words":1}\n{"text":"y","words":2,"tags":[]}'),
        ("a.csv", "text,words,tags\nx,1,2\ny,2,3"),
        ("a.md", "---\nwords: 1\ntags: [a, b]\n---\nx"),
    ],
)
def test_columns_that_are_no_field_are_named_once(tmp_path: Path, name: str, content: str) -> None:
    said: list[str] = []
    read_articles(write(tmp_path, name, content), ReadOptions(remark=said.append))
    assert [("'words'" in remark, "'tags'" in remark) for remark in said] == [(True, True)]


def test_source_is_read_as_outlet_unless_there_is_an_outlet(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"source":"A","text":"x"}\n{"outlet":"B","source":"A","text":"x"}')
    assert [a.outlet for a in read_articles(path)] == ["A", "B"]


@pytest.mark.parametrize(
    "options",
    [{"published": "gestern"}, {"language": "deutsch!"}, {"column_map": {"body": "text"}}, {"outlet": "a\0"}],
)
def test_an_unusable_option_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(OptionRefused, match="--"):
        ReadOptions(**options)  # type: ignore[arg-type]  # the point is a wrong value
