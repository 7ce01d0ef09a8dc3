"""Input without end is refused in little time and memory; input at the limit is read."""

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ingest_samples import read_all, read_one, read_refusal, write

from claims.errors import FileRefused, RowRefused
from claims.settings import MAX_COLUMNS, MAX_LINE_BYTES, MAX_TEXT_BYTES

# The peak of getrusage is inherited from the process that starts another; that of /proc is not.
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="peak memory is read from /proc"
)

GIGABYTE = 1 << 30
READ = """
import sys
from pathlib import Path
from claims.errors import FileRefused
from claims.ingest.files import list_files
from claims.ingest.metadata import ReadOptions
from claims.ingest.readers import read
try:
    for source in list_files(sys.argv[1:]):
        for outcome in read(source, ReadOptions()):
            print(type(outcome).__name__, str(outcome)[:200])
except FileRefused as refused:
    print("FileRefused", refused)
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)
"""


def write_sparse(path: Path, head: bytes, size: int) -> Path:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


def read_apart(path: Path) -> tuple[list[str], float, int]:
    """Read in a process of its own; return what it printed, its seconds and its MiB."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)
    *lines, peak = done.stdout.splitlines()
    return lines, time.perf_counter() - start, int(peak)


@needs_proc
@pytest.mark.parametrize(
    ("name", "head"),
    [("a.jsonl", b'{"text":"'), ("a.csv", b'text\n"'), ("a.json", b"["), ("a.txt", b"x"), ("a.md", b"---\n")],
)
def test_a_gigabyte_without_a_line_end_is_refused_at_once(tmp_path: Path, name: str, head: bytes) -> None:
    lines, seconds, peak = read_apart(write_sparse(tmp_path / name, head, GIGABYTE))
    assert [line.split()[0] for line in lines] == ["FileRefused"]
    assert seconds < 2
    assert peak < 300


@needs_proc
@pytest.mark.parametrize(
    "content", [b"text" + b"," * 10_000_000, b"text,title\nx" + b",ab" * 5_000_000 + b"\n"]
)
def test_ten_million_columns_are_refused_at_once(tmp_path: Path, content: bytes) -> None:
    lines, seconds, peak = read_apart(write(tmp_path, "a.csv", content))
    assert [line.split()[0] in {"FileRefused", "RowRefused"} for line in lines] == [True]
    assert "columns" in lines[0]
    assert seconds < 2
    assert peak < 300


@needs_proc
def test_a_quote_that_swallows_the_file_is_refused_in_little_memory(tmp_path: Path) -> None:
    lines, _, peak = read_apart(write(tmp_path, "a.csv", b'text\n"' + b"abc,def\n" * 3_000_000))
    assert [line.split()[0] for line in lines] == ["FileRefused"]
    assert peak < 300


@needs_proc
def test_many_short_records_are_streamed(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", b'{"text":"' + b"x" * 990 + b'"}\n')
    path = write(tmp_path, "b.jsonl", (tmp_path / "a.jsonl").read_bytes() * 60_000)
    lines, _, peak = read_apart(path)
    assert len(lines) == 60_000
    assert peak < 60


def test_an_over_long_line_is_a_bad_row_and_the_next_is_read(tmp_path: Path) -> None:
    long = b'{"text":"' + b"x" * MAX_LINE_BYTES + b'"}'
    outcomes = read_all(write(tmp_path, "a.jsonl", b'{"text":"1"}\r\n' + long + b'\r\n{"text":"3"}\r\n'))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [False, True, False]
    assert [getattr(outcome, "line", None) for outcome in outcomes] == [1, 2, 3]
    assert "the limit is" in str(outcomes[1])


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.csv"])
def test_a_text_at_the_limit_is_read_and_one_byte_more_is_refused(tmp_path: Path, name: str) -> None:
    frame = {"a.json": ('{"text":"', '"}'), "a.jsonl": ('{"text":"', '"}\n'), "a.csv": ("text\n", "\n")}
    before, after = frame.get(name, ("", ""))
    text = "ä" * (MAX_TEXT_BYTES // 2)
    assert len(read_one(write(tmp_path, name, before + text + after)).text) == len(text)
    path = write(tmp_path, name, before + text + "x" + after)
    if name == "a.txt":
        with pytest.raises(FileRefused, match="the limit is"):
            read_all(path)
    else:
        assert "the limit is" in read_refusal(path).reason


def test_the_limit_of_columns_is_exact(tmp_path: Path) -> None:
    def table(width: int) -> bytes:
        head = b"text" + b"".join(b",c%d" % number for number in range(width - 1))
        return head + b"\nx" + b",1" * (width - 1) + b"\n"

    assert read_one(write(tmp_path, "a.csv", table(MAX_COLUMNS))).text == "x"
    with pytest.raises(FileRefused, match="1,001 columns"):
        read_all(write(tmp_path, "a.csv", table(MAX_COLUMNS + 1)))


def test_delimiters_inside_a_long_quoted_text_are_no_columns(tmp_path: Path) -> None:
    text = "a,b,\n" * MAX_COLUMNS + "c," * (2 * MAX_COLUMNS)
    assert read_one(write(tmp_path, "a.csv", f'id,text\n1,"{text}"\n')).text == text


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("shift", range(-3, 4))
def test_a_line_end_at_the_edge_of_a_chunk_is_one_line_end(tmp_path: Path, ending: bytes, shift: int) -> None:
    frame = len(b'{"text":""}')
    first = b'{"text":"' + b"x" * ((1 << 20) - frame + shift) + b'"}'
    outcomes = read_all(write(tmp_path, "a.jsonl", first + ending + b'{"text":"2"}' + ending))
    assert [getattr(outcome, "line", None) for outcome in outcomes] == [1, 2]


def test_the_end_of_an_over_long_line_at_the_edge_of_a_chunk_is_seen(tmp_path: Path) -> None:
    long = b"x" * (MAX_LINE_BYTES + (2 << 20) - 1)
    outcomes = read_all(write(tmp_path, "a.jsonl", long + b'\r{"text":"2"}\r'))
    assert [isinstance(outcome, RowRefused) for outcome in outcomes] == [True, False]


def test_a_hundred_thousand_short_articles_are_read_in_seconds(tmp_path: Path) -> None:
    line = '{{"id":"{0}","title":"Nr. {0}","published":"2025-01-20","text":"Die Brücke {0} ist „fertig“."}}\n'
    path = write(tmp_path, "a.jsonl", "".join(line.format(number) for number in range(100_000)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    assert len(read_all(path)) == 100_000
    # 1.2 s where this was written; the limit is for slow and busy machines.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 12
