"""Which files an import takes, and which it refuses."""

import os
import socket
import sys
from pathlib import Path

import pytest
from ingest_samples import read_all, read_one, write

from claims.errors import FileRefused
from claims.ingest.files import SourceFile, list_files, open_source
from claims.settings import MAX_FILE_BYTES


def test_a_folder_gives_its_supported_files_in_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/B.JSONL", "c.csv", "notes.docx", ".hidden.txt", ".git/x.txt"):
        write(tmp_path, name, "x")
    assert [source.relative for source in list_files([tmp_path])] == ["a/B.JSONL", "a/z.md", "b.txt", "c.csv"]


def test_a_file_is_known_by_its_path_relative_to_the_argument(tmp_path: Path) -> None:
    path = write(tmp_path, "news/day/a.txt", "Text here.")
    by_folder = [
        list_files([folder])[0].relative for folder in (tmp_path, tmp_path / "news", tmp_path / "news/day")
    ]
    assert by_folder == ["news/day/a.txt", "day/a.txt", "a.txt"]
    assert list_files([path])[0].relative == "a.txt"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "x")
    (tmp_path / "link.txt").symlink_to(path)
    assert len(list_files([tmp_path, path, str(path)])) == 1


def test_linked_folders_that_form_a_loop_end(tmp_path: Path) -> None:
    write(tmp_path, "a/a.txt", "x")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a", target_is_directory=True)
    assert [source.relative for source in list_files([tmp_path])] == ["a/a.txt"]


@pytest.mark.parametrize("name", ["absent.txt", "absent", "a\0b.txt", "", "x" * 5000 + ".txt"])
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileRefused):
        list_files([f"{tmp_path}/{name}" if name else ""])


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="holds no file to import"):
        list_files([tmp_path])


def test_another_format_is_refused_with_the_supported_ones(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"a\.docx: .*\.txt, \.md.*\.csv"):
        list_files([write(tmp_path, "a.docx", "x")])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    for path in ("/dev/zero", tmp_path / "zero.txt", tmp_path):
        with pytest.raises(FileRefused, match="a device"):
            list_files([path])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(FileRefused, match="a named pipe"):
        list_files([tmp_path / "pipe.txt"])
    with pytest.raises(FileRefused, match="a named pipe"):
        open_source(SourceFile(tmp_path / "pipe.txt", "pipe.txt", "pipe.txt", "text"))


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        with pytest.raises(FileRefused, match="a socket"):
            list_files(["s.txt"])


def test_a_folder_is_not_read_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(FileRefused, match="folder"):
        open_source(SourceFile(tmp_path / "a.txt", "a.txt", "a.txt", "text"))


def test_a_dangling_link_to_an_article_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "x")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    with pytest.raises(FileRefused, match=r"gone\.txt: no such file"):
        list_files([tmp_path])


def test_a_file_that_vanished_since_it_was_listed_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "x")
    [source] = list_files([path])
    path.unlink()
    with pytest.raises(FileRefused, match="no such file"):
        open_source(source)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "x")
    path.chmod(0)
    with pytest.raises(FileRefused, match="permissions"):
        read_all(path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf8_is_shown_and_kept_with_escapes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9 \x1b[31m.txt"
    with open(path, "wb") as file:  # noqa: PTH123 -- a name in bytes
        file.write(b"Some text.")
    [source] = list_files([tmp_path])
    article = read_one(source.path)
    assert source.relative == article.path == "caf\\xe9 \x1b[31m.txt"
    assert article.source_file.encode().endswith(b"caf\\xe9 \x1b[31m.txt")


def test_a_decomposed_file_name_is_the_same_article_as_a_composed_one(tmp_path: Path) -> None:
    assert list_files([write(tmp_path, "Gro\u0308ße.txt", "x")])[0].relative == "Größe.txt"


def test_a_file_beyond_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(FileRefused, match="the limit is"):
        read_all(path)


def test_the_readme_of_a_folder_is_no_article(tmp_path: Path) -> None:
    for name in ("README.md", "a.txt"):
        (tmp_path / name).write_text("Text.", "utf-8")
    assert [source.relative for source in list_files([tmp_path])] == ["a.txt"]
    assert [source.relative for source in list_files([tmp_path / "README.md"])] == ["README.md"]
