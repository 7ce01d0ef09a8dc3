"""Whatever an article or a file name holds, a terminal only ever shows it."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.safe import safe

HOSTILE = {
    "escape": "\x1b[31mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H",
    "title": "\x1b]0;pwned\x07",
    "link": "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;YQ==\x07",
    "device": "\x1bP$qm\x1b\\",
    "c1": "\x9b31m",
    "return": "good\rbad",
    "backspace": "abc\x08\x08\x08xyz",
    "bell": "\x07",
    "delete": "\x7f",
    "override": "\u202egnp.exe",
    "isolate": "\u2066x\u2069",
    "mark": "\u200fx",
    "separator": "a\u2028b",
    "markup": "[red]x[/red]",
    "closing": "[/x]",
    "link markup": "[link=https://example.org]x[/link]",
}
LISTS = (
    ("article", "list"),
    ("article", "show", "a1"),
    ("mention", "list"),
    ("claim", "list"),
    ("entity", "list", "--state", "proposed"),
    ("suggest", "a1"),
)


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_what_would_act_is_shown(payload: str) -> None:
    shown = safe(payload)
    assert shown.isprintable() or shown == payload.replace("\t", " ")
    assert all(ord(character) >= 0x20 for character in shown)


def test_ordinary_text_is_left_alone() -> None:
    for text in ("Grüße, Łódź, 北京 – „Zitat“", "👩‍👩‍👧 family", "price: 5\u00a0€"):
        assert safe(text) == text


def test_markup_is_printed_as_it_stands() -> None:
    assert safe("[/x] [red]") == "[/x] [red]"


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one article whose every field is hostile, and whose claims are as well."""
    import subprocess
    import sys

    folder = tmp_path_factory.mktemp("hostile")
    nasty = " ".join(value for value in HOSTILE.values())
    row = {
        "id": "x",
        "title": f"Titel {nasty}",
        "author": nasty,
        "outlet": nasty,
        "url": f"https://example.org/{nasty}",
        "text": f"DeepSeek-R1 erschien im Januar 2025 {nasty}.\nDas Start-up Nord{nasty} wurde 2019 gegründet.",
    }
    (folder / "x.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    for command in (["init"], ["import", "x.jsonl"], ["suggest"]):
        done = subprocess.run(
            [sys.executable, "-m", "claims", *command],
            cwd=folder,
            capture_output=True,
            text=True,
            env=dict(os.environ),
        )
        assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
@pytest.mark.parametrize("chosen", ["table", "csv", "md", "json"])
def test_no_list_lets_a_control_character_through(
    claims: Callable[..., Any], hostile_desk: Path, command: tuple[str, ...], chosen: str
) -> None:
    takes_format = command[1:2] == ("list",)
    if not takes_format and chosen not in {"table", "json"}:
        pytest.skip("has one printed form")
    options = ("--format", chosen) if takes_format else ("--json",) if chosen == "json" else ()
    ran = claims(*command, *options, cwd=hostile_desk)
    assert ran.code == 0
    wrong = {hex(ord(c)) for c in ran.out + ran.err if not c.isprintable() and c not in "\n\t\u00a0\u200d"}
    assert wrong == set()


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_name_is_shown(claims: Callable[..., Any], tmp_path: Path, payload: str) -> None:
    claims("init")
    name = payload.replace("/", "_") + ".txt"
    ran = claims("import", name)
    assert ran.code == 2
    assert all(c.isprintable() or c == "\n" for c in ran.err)


PLAIN = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}


@pytest.mark.parametrize("environment", [PLAIN, {"PYTHONUTF8": "1"}, {}], ids=["plain", "utf-8", "as it is"])
def test_a_file_name_that_is_no_utf_8_is_a_line_and_no_traceback(
    claims: Callable[..., Any], tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9")).mkdir()
    (tmp_path / os.fsdecode(b"caf\xe9/m\xfcller.txt")).write_text("Ein Satz.", "utf-8")
    claims("init")
    ran = claims("import", ".", env=environment)
    assert ran.code in {0, 2}
    assert all(character.isprintable() or character == "\n" for character in ran.out + ran.err)
    assert claims("article", "list", env=environment).code == 0


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("text", ["\u0301" * 500, "北京" * 60, "\u200b" * 90, "👩‍👩‍👧" * 40, "e\u0301" * 90])
def test_a_list_keeps_its_width_whatever_a_title_holds(
    desk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, width: int
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(width))
    row = {"id": "x", "title": f"A{text}", "author": text, "outlet": text, "text": "Ein Satz."}
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert desk("import", "x.jsonl").code == 0
    listed = desk("article", "list").out.splitlines()
    assert len(listed) > 1
    assert max(map(cell_len, listed)) <= width


def test_a_plain_locale_prints_german(claims: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Größe: Die Ärztin übernahm das Amt.", "utf-8")
    claims("init")
    assert claims("import", "a.txt", env=PLAIN).code == 0
    assert "Größe" in claims("article", "list", env=PLAIN).out


@pytest.mark.parametrize(
    "command",
    [
        ["article", "show"],
        ["claim", "add", "--subject", "X", "--predicate", "licence", "--value"],
        ["claim", "add", "--predicate", "licence", "--value", "MIT", "--subject"],
        ["claim", "add", "--subject", "X", "--predicate", "licence", "--value", "MIT", "--qualifier"],
    ],
    ids=" ".join,
)
def test_bytes_that_are_no_text_are_refused_in_a_line(desk: Callable[..., Any], command: list[str]) -> None:
    ran = desk(*command, "place=\udcff")
    assert ran.code == 2
    assert "half a character" in ran.err
