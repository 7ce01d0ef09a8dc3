"""Asking a language model behind an OpenAI-compatible address, and surviving whatever it answers.

Redirects are not followed and error pages are not repeated: the key goes to the address that was set
and nowhere else, into no message either.
"""

import json
import math
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from claims.errors import OptionRefused, SuggesterFailed, SuggesterUnreachable

MOST_BYTES = 1024 * 1024
"""The longest answer that is read."""

_PATH = "/chat/completions"
_LONGEST_PAUSE = 30.0
_HINTS = {
    400: "it does not take the request; check CLAIMS_LLM_MODEL",
    401: "it refuses the key; check CLAIMS_LLM_KEY",
    403: "it refuses the key; check CLAIMS_LLM_KEY",
    404: "nothing answers there; check CLAIMS_LLM_URL and CLAIMS_LLM_MODEL",
    413: "it finds the request too long",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that answers POST …/v1/chat/completions; `timeout` and `pause` are in seconds."""

    scheme: str
    host: str
    port: int | None
    path: str
    model: str = "default"
    key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    pause: float = 1.0

    def __str__(self) -> str:
        """Return the address without what may be secret in it."""
        return f"{self.scheme}://{self.host}" + (f":{self.port}" if self.port else "")


def read_endpoint(environment: Mapping[str, str] = os.environ) -> Endpoint:
    """Return the endpoint that the environment names.

    Raises:
        OptionRefused: None is set, or a variable cannot be used; never says what the key is.
    """
    url = environment.get("CLAIMS_LLM_URL", "").strip()
    if not url:
        raise OptionRefused(
            "the suggester llm is off; set CLAIMS_LLM_URL (such as http://127.0.0.1:8080/v1), CLAIMS_LLM_MODEL"
            " and, where one is needed, CLAIMS_LLM_KEY"
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError:
        raise OptionRefused("CLAIMS_LLM_URL is no address; write it as http://127.0.0.1:8080/v1") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise OptionRefused(
            "CLAIMS_LLM_URL is no http or https address; write it as http://127.0.0.1:8080/v1"
        )
    if (
        parts.username
        or parts.password
        or parts.query
        or not (parts.path.isascii() and parts.path.isprintable())
    ):
        raise OptionRefused("CLAIMS_LLM_URL holds more than an address; a key belongs into CLAIMS_LLM_KEY")
    key = environment.get("CLAIMS_LLM_KEY") or None
    if key is not None and not (key.isascii() and key.isprintable() and " " not in key):
        raise OptionRefused(
            "CLAIMS_LLM_KEY holds characters that no key has, such as a blank or a line break"
        )
    model = environment.get("CLAIMS_LLM_MODEL", "").strip() or "default"
    return Endpoint(parts.scheme, host, port, _complete(parts.path), model, key, _read_timeout(environment))


def _complete(path: str) -> str:
    path = path.rstrip("/").replace(" ", "%20")
    if path.endswith(_PATH):
        return path
    return path + (_PATH if path.endswith("/v1") else f"/v1{_PATH}")


def _read_timeout(environment: Mapping[str, str]) -> float:
    given = environment.get("CLAIMS_LLM_TIMEOUT", "").strip() or "60"
    try:
        seconds = float(given)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 3600:
        raise OptionRefused("CLAIMS_LLM_TIMEOUT is no number of seconds between 0 and 3600")
    return seconds


def ask_model(endpoint: Endpoint, request: Mapping[str, Any]) -> str:
    """Return the text of the model's answer to a chat request; tries twice where a second try can help.

    Raises:
        SuggesterUnreachable: Nobody answers in time, or the endpoint refuses.
        SuggesterFailed: What it answers is too long or no chat completion.
    """
    body = json.dumps(request, ensure_ascii=False).encode()
    for is_last in (False, True):
        try:
            status, answer, after = _exchange(endpoint, body)
        except TimeoutError:
            status, answer, after = 0, b"", None
        if status == 200:
            return _read_content(endpoint, answer)
        if is_last or not (status in {0, 429} or status >= 500):
            break
        time.sleep(_read_pause(endpoint, after))
    if status == 0:
        raise SuggesterUnreachable(f"{endpoint} did not answer within {endpoint.timeout:g} s, twice")
    hint = _HINTS.get(
        status, "it leads elsewhere; set CLAIMS_LLM_URL to where" if 300 <= status < 400 else ""
    )
    raise SuggesterUnreachable(f"{endpoint} answered with status {status}" + (f": {hint}" if hint else ""))


def _read_pause(endpoint: Endpoint, after: str | None) -> float:
    """Return how long to wait before the second try: as long as the endpoint asks, within reason."""
    asked = float(after) if after and after.isascii() and after.isdigit() and len(after) < 6 else 0.0
    return min(max(endpoint.pause, asked), _LONGEST_PAUSE)


def _exchange(endpoint: Endpoint, body: bytes) -> tuple[int, bytes, str | None]:
    """Send one request; return status, body and Retry-After. TimeoutError: it took longer than it may in all."""
    kind = HTTPSConnection if endpoint.scheme == "https" else HTTPConnection
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
        "User-Agent": "claims",
        **({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}),
    }
    started = time.monotonic()
    connection = kind(endpoint.host, endpoint.port, timeout=endpoint.timeout)
    try:
        connection.connect()
        left = max(0.01, endpoint.timeout - (time.monotonic() - started))
        with _deadline(connection.sock, left) as has_passed:
            try:
                connection.request("POST", endpoint.path, body, headers)
                answer = connection.getresponse()
                data = answer.read(MOST_BYTES + 1)
            except (OSError, HTTPException):
                if has_passed():
                    raise TimeoutError from None
                raise
    except TimeoutError:
        raise
    except (OSError, HTTPException) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise SuggesterUnreachable(f"{endpoint} cannot be reached or breaks off ({why})") from None
    finally:
        connection.close()
    if has_passed():
        raise TimeoutError
    return answer.status, data, answer.getheader("Retry-After")


@contextmanager
def _deadline(connected: socket.socket, seconds: float) -> Iterator[Callable[[], bool]]:
    """Cut a connection after `seconds`, however busily it drips: a socket's own time-out starts anew with each byte."""
    passed = threading.Event()

    def cut() -> None:
        passed.set()
        with suppress(OSError):
            # The class's own method: that of a TLS socket would pull the layer from under the reading thread.
            socket.socket.shutdown(connected, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield passed.is_set
    finally:
        timer.cancel()


def _read_content(endpoint: Endpoint, answer: bytes) -> str:
    if len(answer) > MOST_BYTES:
        raise SuggesterFailed(f"{endpoint} answered with more than {MOST_BYTES // 1024:,} KB")
    try:
        choice = json.loads(answer)["choices"][0]
        content = choice["message"]["content"]
        finish = choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        raise SuggesterFailed(f"{endpoint} answered with something that is no chat completion") from None
    if finish == "length":
        raise SuggesterFailed(f"{endpoint} broke its answer off for being too long")
    if not isinstance(content, str):
        raise SuggesterFailed(f"{endpoint} answered with something that is no text")
    return content
