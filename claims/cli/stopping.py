"""What SIGINT and SIGTERM do: leave through every open transaction, which takes it back, and never a traceback.

Who started the program may have it ignore SIGINT (a shell does so for what runs in the background); that stays.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from claims.errors import ExitCode

_AGAIN = 0.01
"""Seconds until a signal that came where exceptions are lost is heard again."""


@contextmanager
def stopping_in_order() -> Iterator[None]:
    """Let signals raise: KeyboardInterrupt, or SystemExit with the exit code for SIGTERM."""
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), sys.unraisablehook
    _set(signal.default_int_handler, _terminate)
    sys.unraisablehook = _hear_again
    try:
        yield
    finally:
        _set(*before[:2])
        sys.unraisablehook = before[2]


def _set(interrupt: Any, terminate: Any) -> None:
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, terminate)


def _terminate(*_: object) -> None:
    raise SystemExit(int(ExitCode.TERMINATED))


def _hear_again(lost: Any) -> None:
    """Raise once more what a signal raised while an object was cleaned up, where Python drops exceptions."""
    handlers: dict[type[BaseException], Any] = {
        KeyboardInterrupt: signal.default_int_handler,
        SystemExit: _terminate,
    }
    handler = handlers.get(lost.exc_type)
    if handler is None or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(lost)
        return
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, _AGAIN)
