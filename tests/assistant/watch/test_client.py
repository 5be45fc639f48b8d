"""Calls of the API over real HTTP."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from assistant.watch.client import CallError, call


class Api(BaseHTTPRequestHandler):
    """Echoes a POST, redirects, answers errors, and breaks off."""

    def do_GET(self) -> None:
        match self.path:
            case "/moved":
                self._say(303, b"", location="/audio")
            case "/audio":
                self._say(200, b"ID3" + b"x" * 1000, kind="audio/mpeg")
            case "/broken":
                self._say(200, b"abc", length=100)
            case path:
                self._say(int(path[1:]), b"no")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        said = {
            "key": self.headers["x-api-key"],
            "type": self.headers["content-type"],
            "body": json.loads(body),
        }
        self._say(202, json.dumps(said).encode(), kind="application/json; charset=utf-8")

    def do_DELETE(self) -> None:
        self._say(204, b"")

    def _say(
        self,
        status: int,
        body: bytes,
        *,
        kind: str = "text/plain",
        length: int | None = None,
        location: str = "",
    ) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body) if length is None else length))
        if location:
            self.send_header("location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Api)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_body_is_posted_as_json_with_the_key(url: str) -> None:
    answer = call(f"{url}/", method="POST", body={"message": "é"}, headers={"x-api-key": "k"})
    assert answer.content_type == "application/json"
    assert answer.json() == {"key": "k", "type": "application/json", "body": {"message": "é"}}


def test_a_redirect_is_followed_and_only_the_beginning_is_read(url: str) -> None:
    answer = call(f"{url}/moved", most_bytes=4)
    assert (answer.content_type, answer.body) == ("audio/mpeg", b"ID3x")


def test_an_answer_without_a_body_is_one(url: str) -> None:
    assert call(f"{url}/", method="DELETE").body == b""


@pytest.mark.parametrize("status", [400, 403, 404, 410, 429, 500, 503])
def test_an_error_is_named_by_its_status(url: str, status: int) -> None:
    with pytest.raises(CallError, match=f"^{status}$"):
        call(f"{url}/{status}")


@pytest.mark.parametrize(("path", "told"), [("/audio", "NotJson"), ("/broken", "NotJson")])
def test_what_is_no_json_is_named(url: str, path: str, told: str) -> None:
    with pytest.raises(CallError, match=f"^{told}$"):
        call(f"{url}{path}").json()


@pytest.mark.parametrize("wrong", ["nonsense", "http://127.0.0.1:1/", "http://host.invalid/"])
def test_where_nobody_answers_the_kind_of_error_is_named_and_no_url(wrong: str) -> None:
    with pytest.raises(CallError, match=r"^\w+$"):
        call(wrong)
