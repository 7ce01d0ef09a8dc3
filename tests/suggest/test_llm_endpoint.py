"""An endpoint may be slow, down or hostile: the program says so in a line and goes on."""

import json
import socket
import time
from typing import Any

import pytest

from claims.errors import OptionRefused, SuggesterFailed, SuggesterUnreachable
from claims.suggest.llm.endpoint import MOST_BYTES, Endpoint, ask_model, read_endpoint
from tests.suggest.model_server import KEY, Handler, Reply, Served, serve


def ask(reply: Reply, *, timeout: float = 5.0) -> tuple[str, Served]:
    with serve(reply, timeout=timeout) as served:
        return ask_model(served.endpoint, {"messages": []}), served


def fail(reply: Reply, *, timeout: float = 5.0) -> tuple[str, Served]:
    with serve(reply, timeout=timeout) as served, pytest.raises(SuggesterFailed) as caught:
        ask_model(served.endpoint, {"messages": []})
    message = str(caught.value)
    assert KEY not in message
    assert "\n" not in message
    return message, served


def drip(handler: Handler, _: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)


def drip_headers(handler: Handler, _: dict[str, Any]) -> None:
    for _ in range(200):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.02)


def stall(handler: Handler, _: dict[str, Any]) -> None:
    time.sleep(0.8)
    handler.say("late")


def answer_with(body: bytes, status: int = 200, **headers: str) -> Reply:
    return lambda handler, _: handler.send(body, status, **headers)


def test_the_answer_of_the_model_is_returned() -> None:
    answer, served = ask(lambda handler, _: handler.say("hallo"))
    assert answer == "hallo"
    assert served.requests[0]["path"] == "/v1/chat/completions"
    assert served.headers[0]["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("reply", [drip, drip_headers, stall])
def test_an_answer_has_a_time_limit_however_busily_it_drips(reply: Reply) -> None:
    started = time.monotonic()
    message, served = fail(reply, timeout=0.25)
    assert time.monotonic() - started < 2.5
    assert message.endswith("did not answer within 0.25 s, twice")
    assert len(served.requests) == 2


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_endpoint_is_tried_once_more(status: int) -> None:
    def recover(handler: Handler, _: dict[str, Any]) -> None:
        if len(handler.served.requests) == 1:
            handler.send(b"busy", status)
        else:
            handler.say("now")

    answer, served = ask(recover)
    assert (answer, len(served.requests)) == ("now", 2)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 418, 302])
def test_a_refusal_is_final(status: int) -> None:
    message, served = fail(
        answer_with(f"<script>{KEY}\x1b[31m".encode(), status, Location="http://127.0.0.1:9/")
    )
    assert f"status {status}" in message
    assert len(served.requests) == 1


def test_an_endpoint_that_stays_busy_is_given_up() -> None:
    message, served = fail(answer_with(b"", 503, Retry_After="0"))
    assert "status 503" in message
    assert len(served.requests) == 2


def complete(**choice: object) -> bytes:
    return json.dumps({"choices": [choice]}).encode()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "no chat completion"),
        (b"<html>", "no chat completion"),
        (b"\xff\xfe\x00", "no chat completion"),
        (b"[" * 200_000, "no chat completion"),
        (b'{"choices": []}', "no chat completion"),
        (b'{"choices": 7}', "no chat completion"),
        (b'{"choices": ["x"]}', "no chat completion"),
        (complete(message={"content": 5}), "no text"),
        (complete(message={"content": None, "refusal": "no"}), "no text"),
        (complete(message={"content": "{"}, finish_reason="length"), "too long"),
        (b" " * (MOST_BYTES + 1), "more than 1,024 KB"),
    ],
)
def test_an_answer_that_is_no_completion_is_refused(body: bytes, said: str) -> None:
    assert said in fail(answer_with(body))[0]


def test_an_endless_answer_is_not_read_to_its_end() -> None:
    def flood(handler: Handler, _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(400):
            handler.wfile.write(b" " * 65_536)

    assert "more than" in fail(flood)[0]


def test_a_closed_port_is_said_in_a_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        endpoint = Endpoint("http", "127.0.0.1", taken.getsockname()[1], "/v1/chat/completions", key=KEY)
        with pytest.raises(SuggesterUnreachable, match="cannot be reached"):
            ask_model(endpoint, {})


def test_a_connection_that_breaks_off_is_said_in_a_line() -> None:
    message, _ = fail(lambda handler, _: handler.connection.shutdown(socket.SHUT_RDWR))
    assert "breaks off" in message


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://127.0.0.1:8080", "/v1/chat/completions"),
        ("http://127.0.0.1:8080/", "/v1/chat/completions"),
        ("https://models.example/v1", "/v1/chat/completions"),
        ("https://models.example/openai/v1/", "/openai/v1/chat/completions"),
        ("https://models.example/v1/chat/completions", "/v1/chat/completions"),
    ],
)
def test_an_address_may_be_given_with_or_without_its_path(url: str, path: str) -> None:
    assert read_endpoint({"CLAIMS_LLM_URL": url}).path == path


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"CLAIMS_LLM_URL": "  "},
        {"CLAIMS_LLM_URL": "file:///etc/passwd"},
        {"CLAIMS_LLM_URL": "127.0.0.1:8080"},
        {"CLAIMS_LLM_URL": "http://127.0.0.1:port"},
        {"CLAIMS_LLM_URL": "http://[::1"},
        {"CLAIMS_LLM_URL": f"http://user:{KEY}@127.0.0.1"},
        {"CLAIMS_LLM_URL": f"http://127.0.0.1/?key={KEY}"},
        {"CLAIMS_LLM_URL": "http://127.0.0.1", "CLAIMS_LLM_KEY": f"{KEY}\r\nX-Evil: 1"},
        {"CLAIMS_LLM_URL": "http://127.0.0.1", "CLAIMS_LLM_KEY": f"{KEY}ü"},
        {"CLAIMS_LLM_URL": "http://127.0.0.1", "CLAIMS_LLM_TIMEOUT": "never"},
        {"CLAIMS_LLM_URL": "http://127.0.0.1", "CLAIMS_LLM_TIMEOUT": "-1"},
    ],
)
def test_a_setting_that_cannot_be_used_is_named_and_the_key_is_not(environment: dict[str, str]) -> None:
    with pytest.raises(OptionRefused, match="CLAIMS_LLM_") as caught:
        read_endpoint(environment)
    assert KEY not in str(caught.value)


def test_an_endpoint_shows_no_key() -> None:
    endpoint = read_endpoint({"CLAIMS_LLM_URL": "http://127.0.0.1:1/v1", "CLAIMS_LLM_KEY": KEY})
    assert endpoint.key == KEY
    assert KEY not in f"{endpoint} {endpoint!r}"
