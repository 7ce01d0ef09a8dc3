"""The review on a terminal: single keys, its own line editing, and how it ends."""

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.annotate.review_sample import get, list_states, set_up


def start(folder: Path, *arguments: str, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "claims", *arguments], cwd=folder, **more)


class Terminal:
    """A program on a terminal of its own, read until it says something."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        self.before = termios.tcgetattr(theirs)
        self.theirs = theirs
        self.program = start(
            folder,
            *arguments,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0),
        )
        self.said = ""

    def wait_for(self, words: str) -> None:
        deadline = time.monotonic() + 30
        while words not in self.said and time.monotonic() < deadline:
            if select.select([self.ours], [], [], 0.2)[0]:
                try:
                    self.said += os.read(self.ours, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        assert words in self.said, self.said
        self.said = self.said.partition(words)[2]

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())


@pytest.fixture
def terminal(desk: Callable[..., Any], tmp_path: Path) -> Any:
    set_up(desk, tmp_path)
    opened = Terminal(tmp_path, "annotate", "t.txt", "--plain")
    yield opened
    if opened.program.poll() is None:
        opened.program.kill()
    opened.program.wait()
    os.close(opened.ours)
    os.close(opened.theirs)


def test_on_a_terminal_a_key_needs_no_enter(terminal: Terminal, desk: Any) -> None:
    terminal.wait_for("m1 [y n")
    terminal.press("y")
    terminal.wait_for("accepted")
    terminal.wait_for("m2 [y n")
    terminal.press("\x1b[A")  # an arrow key means nothing
    terminal.wait_for("m2 [y n")
    terminal.press("e")
    terminal.wait_for("field=value")
    terminal.press("value=Alibabaa\x7f\n")  # the terminal's own editing works there
    terminal.wait_for("accepted as: DeepSeek-R1 · developer · Alibaba")
    terminal.wait_for("m3 [y n")
    terminal.press("q")
    assert terminal.program.wait(timeout=30) == 0
    assert list(list_states(desk).values())[:3] == ["accepted", "accepted", "suggested"]
    assert termios.tcgetattr(terminal.theirs) == terminal.before


def test_what_was_typed_ahead_is_not_lost_where_keys_become_a_line(terminal: Terminal, desk: Any) -> None:
    terminal.wait_for("m1 [y n")
    terminal.press("nevalue=Alibaba\nyq")
    terminal.wait_for("accepted as: DeepSeek-R1 · developer · Alibaba")
    assert terminal.program.wait(timeout=30) == 0
    assert list(list_states(desk).values())[:4] == ["rejected", "accepted", "accepted", "suggested"]


def test_ctrl_c_keeps_what_was_decided_and_gives_the_terminal_back(terminal: Terminal, desk: Any) -> None:
    terminal.wait_for("m1 [y n")
    terminal.press("y")
    terminal.wait_for("m2 [y n")
    terminal.press("\x03")
    terminal.wait_for("1 decided (1 accepted, 0 rejected), 4 left")
    assert terminal.program.wait(timeout=30) == 130
    assert get(desk, "m1")["state"] == "accepted"
    assert termios.tcgetattr(terminal.theirs) == terminal.before


def test_ctrl_d_ends_the_sitting(terminal: Terminal) -> None:
    terminal.wait_for("m1 [y n")
    terminal.press("\x04")
    terminal.wait_for("0 decided")
    assert terminal.program.wait(timeout=30) == 0


def test_without_any_input_the_sitting_ends_at_once(desk: Callable[..., Any], tmp_path: Path) -> None:
    set_up(desk, tmp_path)
    command = f"{sys.executable} -m claims annotate t.txt --plain"
    for stdin in ("<&-", "</dev/null"):
        done = subprocess.run(
            ["bash", "-c", f"{command} {stdin}"], cwd=tmp_path, capture_output=True, text=True, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.endswith("0 decided (0 accepted, 0 rejected), 5 left\n")


def test_a_reader_that_has_seen_enough_is_no_error(desk: Callable[..., Any], tmp_path: Path) -> None:
    set_up(desk, tmp_path)
    command = f"yes n | {sys.executable} -m claims annotate t.txt --plain | head -1; echo ${{PIPESTATUS[1]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_stopped_sitting_loses_no_decision(
    desk: Callable[..., Any], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    set_up(desk, tmp_path)
    program = start(tmp_path, "annotate", "t.txt", "--plain", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(b"yn\n")
    program.stdin.flush()
    said = b""
    while b"rejected" not in said:
        said += program.stdout.read1()
    program.send_signal(number)
    program.communicate(timeout=30)
    assert program.returncode == code
    assert list(list_states(desk).values())[:3] == ["accepted", "rejected", "suggested"]
    assert desk("audit", "verify").code == 0


def test_a_plain_locale_takes_german_edits(claims: Callable[..., Any], desk: Any, tmp_path: Path) -> None:
    set_up(desk, tmp_path)
    environment = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    keys = "n\ne\nvalue=Größe & Söhne\n"
    ran = claims("annotate", "t.txt", "--plain", stdin=keys, env=environment)
    assert ran.code == 0
    assert get(desk, "m2")["value"]["label"] == "Größe & Söhne"
