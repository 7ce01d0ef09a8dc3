"""The list of sample sources is checked entry by entry before anything is stored."""

from pathlib import Path

import pytest

from claims.desk.sources import read_sources
from claims.errors import FileRefused
from claims.settings import get_folder

GOOD = '[note]\ntitle = "Note"\nkind = "official"\nurl = "https://example.org/note"\nfile = "note.txt"\n'


def test_the_shipped_list_is_good() -> None:
    assert len(read_sources(get_folder("seeds") / "sources" / "sources.toml")) >= 6


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('kind = "official"', 'kind = "rumour"'), "'rumour' is not one of"),
        (('file = "note.txt"\n', ""), "[note.file]"),
        (("https://", "ftp://"), "[note.url]"),
        (('title = "Note"', 'title = ""'), "[note.title]"),
        (('title = "Note"', 'title = "Note"\ncolour = "red"'), "[note.colour]"),
    ],
)
def test_a_bad_entry_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(GOOD.replace(*change), "utf-8")
    with pytest.raises(FileRefused) as refused:
        read_sources(path)
    assert said in str(refused.value)
