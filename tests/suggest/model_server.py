"""A language model's endpoint on this machine, which answers as a test wants."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from claims.suggest.llm.endpoint import Endpoint

Reply = Callable[["Handler", dict[str, Any]], None]


@dataclass
class Served:
    """The endpoint and what it was asked."""

    endpoint: Endpoint
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://{self.endpoint.host}:{self.endpoint.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables that lead to it."""
        return {"CLAIMS_LLM_URL": self.url, "CLAIMS_LLM_MODEL": "tester", "CLAIMS_LLM_KEY": KEY}


KEY = "sk-test-0123456789abcdef"


class Handler(BaseHTTPRequestHandler):
    """One request; `reply` and `served` are set on the class that the server is started with."""

    reply: Reply
    served: Served

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.served.requests.append({"path": self.path, **request})
        self.served.headers.append(dict(self.headers))
        try:
            type(self).reply(self, request)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the parent's name for it
        """Keep the test's output clean."""

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def say(self, content: str) -> None:
        """Answer as a model that says `content`."""
        self.send(
            json.dumps({"choices": [{"message": {"content": content}, "finish_reason": "stop"}]}).encode()
        )


@contextmanager
def serve(reply: Reply, *, timeout: float = 5.0) -> Iterator[Served]:
    """Run an endpoint whose every answer `reply` writes."""
    kind = type("OneHandler", (Handler,), {"reply": staticmethod(reply)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
    server.daemon_threads = True
    endpoint = Endpoint(
        "http", "127.0.0.1", server.server_port, "/v1/chat/completions", "tester", KEY, timeout, pause=0.01
    )
    kind.served = served = Served(endpoint)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def make_item(quote: str, **fields: Any) -> dict[str, Any]:
    """Return a claim as a model gives it."""
    return {
        "quote": quote,
        "sentence": quote,
        "subject": "",
        "predicate": "released",
        "value": "",
        "speaker": None,
        "polarity": "asserted",
        "modality": "happened",
        "qualifiers": [],
        **fields,
    }


def claim_all(*items: object, **extra: object) -> Reply:
    """Return an endpoint's reply that claims the same whatever it is asked."""
    return lambda handler, _: handler.say(json.dumps({"claims": list(items), **extra}))
