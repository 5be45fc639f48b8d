"""GitHub's REST API as far as it is called, on loopback, with what it answers and what it was asked."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

REPOSITORY = "example/support"
TOKEN = "a-workflows-token"


@dataclass
class FakeGitHub:
    """Answers by method and path, and the requests as (method, path, body, authorization)."""

    url: str = ""
    answers: dict[tuple[str, str], tuple[int, Any, dict[str, str]]] = field(default_factory=dict)
    requests: list[tuple[str, str, Any, str | None]] = field(default_factory=list)

    def answer(self, call: str, content: Any, status: int = 200, **headers: str) -> None:
        """Answer `METHOD path` below the repository, or a path with a slash as it is, with content."""
        method, path = call.split(" ")
        whole = path if path.startswith("/") else f"/repos/{REPOSITORY}/{path}".rstrip("/")
        self.answers[method, whole] = (status, content, headers)

    @property
    def variables(self) -> dict[str, str]:
        """The variables of a workflow that runs for this repository."""
        return {"GITHUB_API_URL": self.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}


@pytest.fixture
def github() -> Iterator[FakeGitHub]:
    fake = FakeGitHub()
    with serving(fake) as server:
        fake.url = f"http://127.0.0.1:{server.server_port}"
        yield fake
        server.shutdown()


def serving(fake: FakeGitHub) -> ThreadingHTTPServer:
    """Return a server on loopback that answers what a fake says, and runs."""

    class Handler(BaseHTTPRequestHandler):
        def _handle(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            body = json.loads(given) if given else None
            fake.requests.append((self.command, self.path, body, self.headers.get("Authorization")))
            unknown: tuple[int, Any, dict[str, str]] = (404, {"message": "Not Found"}, {})
            status, content, headers = fake.answers.get((self.command, self.path.partition("?")[0]), unknown)
            if callable(content):
                content = content(self.path, body)
            data = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = _handle  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
