"""Reading single keys: from a terminal as they are pressed, from anything else as the characters of its lines.

The standard library's termios does it on Unix; where it is missing, keys are taken at the end of a line.
"""

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from claims.safe import safe

_ESCAPE, _END_OF_INPUT = "\x1b", "\x04"


class Keys(Protocol):
    """Where keys come from. `echoes` tells whether the terminal shows them by itself."""

    echoes: bool

    def read_key(self) -> str | None:
        """Return the next key, "" for one that means nothing, None at the end of input."""

    def read_line(self) -> str | None:
        """Return the next line, None at the end of input."""


@contextmanager
def open_keys() -> Iterator[Keys]:
    """Yield the keys of stdin; a terminal is put back as it was, whatever happens."""
    if sys.stdin is None:  # closed by whoever started us
        yield LineKeys(str, echoes=False)
        return
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    terminal = _find_terminal()
    if terminal is None:
        yield LineKeys(sys.stdin.readline, echoes=sys.stdin.isatty())
        return
    termios, number = terminal
    before = termios.tcgetattr(number)
    try:
        yield TerminalKeys(termios, number)
    finally:
        with suppress(termios.error):  # where the terminal is gone there is nothing to put back
            termios.tcsetattr(number, termios.TCSADRAIN, before)


def _find_terminal() -> tuple[Any, int] | None:
    try:
        import termios
    except ImportError:
        return None
    if not sys.stdin.isatty():
        return None
    number = sys.stdin.fileno()
    try:
        termios.tcgetattr(number)
    except termios.error:
        return None
    return termios, number


class LineKeys:
    """Keys from lines: several on one line are taken in turn; white space is none."""

    def __init__(self, read: Callable[[], str], *, echoes: bool) -> None:
        self._read, self.echoes = read, echoes
        self._rest = ""

    def read_key(self) -> str | None:
        """Return the next character that is no white space, "" for an empty line, None at the end."""
        if not self._rest:
            line = self._read()
            if not line:
                return None
            self._rest = line.strip()
        key, self._rest = self._rest[:1], self._rest[1:].lstrip()
        return key

    def read_line(self) -> str | None:
        """Return what is left of the line if it holds a field=value pair, else the next line."""
        if "=" in self._rest:
            line, self._rest = self._rest, ""
            return line
        line = self._read()
        return line.rstrip("\n") if line else None


class TerminalKeys:
    """Keys as they are pressed, unechoed; lines with the terminal's own editing."""

    echoes = False

    def __init__(self, termios: Any, number: int) -> None:
        self._termios, self._number = termios, number
        self._ahead = b""
        self._lines = termios.tcgetattr(number)
        self._keys = termios.tcgetattr(number)
        self._keys[3] &= ~(termios.ECHO | termios.ICANON)
        self._keys[6] = list(self._keys[6])
        self._keys[6][termios.VMIN], self._keys[6][termios.VTIME] = 1, 0
        # DRAIN keeps what was typed ahead; FLUSH, which `tty` takes by default, throws it away.
        self._set(self._keys)

    def read_key(self) -> str | None:
        """Return the key; arrow and function keys mean nothing here."""
        key = self._read_character()
        if key == _ESCAPE:
            self._read_rest_of_escape()
            return ""
        return None if key in {None, _END_OF_INPUT} else (key or "").strip()

    def read_line(self) -> str | None:
        """Return a line that the terminal let its user edit; Ctrl-D is an empty one."""
        # What was typed ahead of the question came as keys; the terminal would not count it to a line.
        while self._is_waiting() and (part := self._read_bytes(4096)):
            self._ahead += part
        line, end, self._ahead = self._ahead.partition(b"\n")
        sys.stdout.write(safe((line + end).decode("utf-8", "replace"), multiline=True))
        sys.stdout.flush()
        if not end:
            line += self._read_edited()
        return line.decode("utf-8", "replace").rstrip("\n")

    def _read_edited(self) -> bytes:
        self._set(self._lines)
        try:
            line = b""
            while not line.endswith(b"\n"):
                part = self._read_bytes(4096)
                if not part:
                    break
                line += part
            return line
        finally:
            self._set(self._keys)

    def _set(self, mode: Any) -> None:
        self._termios.tcsetattr(self._number, self._termios.TCSADRAIN, mode)

    def _is_waiting(self, seconds: float = 0) -> bool:
        import select

        return bool(select.select([self._number], [], [], seconds)[0])

    def _read_bytes(self, size: int) -> bytes:
        try:
            return os.read(self._number, size)
        except OSError:
            return b""  # the terminal is gone

    def _read_byte(self) -> bytes:
        if self._ahead:
            byte, self._ahead = self._ahead[:1], self._ahead[1:]
            return byte
        return self._read_bytes(1)

    def _read_character(self) -> str | None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while byte := self._read_byte():
            if character := decoder.decode(byte):
                return character
        return None

    def _read_rest_of_escape(self) -> None:
        while self._ahead or self._is_waiting(0.02):
            byte = self._read_byte()
            if not byte or byte.isalpha() or byte == b"~":
                return
