"""Bodies, headers and paths that no client sends, some of them past what an HTTP library lets through."""

import json
import random
import socket
import ssl
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest

from local.environment.deployment import Deployment
from tests.integration.described import stored
from tests.integration.test_refusals import GOOD, http, refused

__all__ = ["http"]

pytestmark = pytest.mark.full

TEN_MB = 10 * 1024 * 1024
BODY = json.dumps(GOOD).encode()
RANDOM = random.Random(4)  # noqa: S311 - repeatable on purpose

BODIES = {
    "10 MB of text": lambda: b'{"name": "' + b"x" * TEN_MB + b'"}',
    "10 MB of zeros": lambda: bytes(TEN_MB),
    "10 MB of brackets": lambda: b"[" * TEN_MB,
    "10 MB of noise": lambda: RANDOM.randbytes(TEN_MB),
    "100,000 levels": lambda: b"[" * 100_000 + b"]" * 100_000,
    "as many levels as fit": lambda: b"[" * 32_000 + b"]" * 32_000,
    "objects in objects": lambda: b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "duplicates": lambda: b'{"name":"a",' * 1 + b'"name":"b",' * 5_000 + b'"email":"a@b.fr"}',
    "a field in disguise": lambda: b'{"name":"a","n\\u0061me":"b","email":"a@b.fr","message":"x"}',
    "a huge number": lambda: b'{"name": ' + b"9" * 60_000 + b"}",
    "a huge exponent": lambda: b'{"name": 1e999999}',
    "a tiny number": lambda: b'{"name": 1e-999999}',
    "overlong UTF-8": lambda: b'{"name": "\xc0\xaf"}',
    "half a surrogate pair": lambda: b'{"name": "\xed\xa0\x80"}',
    "half a character": lambda: b'{"name": "\xe2\x82"}',
    "a byte order mark": lambda: b"\xef\xbb\xbf" + BODY,
    "UTF-16": lambda: json.dumps(GOOD).encode("utf-16"),
    "UTF-32": lambda: json.dumps(GOOD).encode("utf-32"),
    "NUL": lambda: b"\0",
    "two documents": lambda: BODY + BODY,
    "a comment": lambda: b"// hello\n" + BODY,
    "single quotes": lambda: BODY.replace(b'"', b"'"),
    "nothing but blanks": lambda: b" \n\t" * 1_000,
}

HEADERS = {
    "a NUL": b"a\0b",
    "a bell": b"a\x07b",
    "DEL": b"\x7f",
    "Latin-1": "é".encode("latin-1"),
    "UTF-8": "é😀".encode(),
    "a fold": b"a\r\n b",
    "too long": b"x" * 129,
    "far too long": b"x" * 60_000,
    "a script": b"<script> alert(1)</script>",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_refused_at_once_and_nothing_is_stored(
    http: httpx.Client, deployment: Deployment, name: str
) -> None:
    body: Callable[[], bytes] = BODIES[name]
    before = stored(deployment)
    headers = {"x-api-key": deployment.api_key, "content-type": "application/json"}
    started = time.monotonic()
    response = http.post("/requests", content=body(), headers=headers)
    assert time.monotonic() - started < 10
    refused(response, 413 if len(body()) > 65_536 else 400)
    assert stored(deployment) == before


@pytest.mark.parametrize("size", [65_000, 65_536, 65_537, 200_000])
def test_random_bytes_of_any_size(http: httpx.Client, deployment: Deployment, size: int) -> None:
    headers = {"x-api-key": deployment.api_key, "content-type": "application/json"}
    # The gateway hands bytes that are no UTF-8 on as something longer.
    response = http.post("/requests", content=RANDOM.randbytes(size), headers=headers)
    refused(response, response.status_code)
    assert response.status_code in (400, 413)


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_refused_and_makes_no_other(deployment: Deployment, name: str) -> None:
    before = stored(deployment)
    answer = raw(deployment, b"POST", "/requests", b"Idempotency-Key: " + HEADERS[name])
    status = int(answer.split(b" ", 2)[1])
    assert 400 <= status < 500, answer[:300]
    assert b"alert(1)" not in answer
    assert stored(deployment) == before


@pytest.mark.parametrize("header", [b"Origin", b"X-Forwarded-Proto", b"Accept", b"Content-Type"])
def test_what_follows_a_line_break_is_never_ours(deployment: Deployment, header: bytes) -> None:
    for line_break in (b"\r\n ", b"\n", b"\r", b"%0d%0a"):
        answer = raw(deployment, b"GET", "/requests/x?t=y", header + b": a" + line_break + b"X-Injected: yes")
        assert b"x-injected" not in answer.lower()
        assert not answer.startswith(b"HTTP/1.1 5")


@pytest.mark.parametrize("method", [b"PUT", b"PATCH", b"DELETE", b"TRACE", b"CONNECT", b"FOO", b"x" * 500])
@pytest.mark.parametrize("path", ["/requests", "/requests/x", "/requests/x/audio", "/", "/%2e%2e/%2e%2e"])
def test_a_method_or_path_that_is_not_there(deployment: Deployment, method: bytes, path: str) -> None:
    answer = raw(deployment, method, path, b"X-Api-Key: " + deployment.api_key.encode())
    assert answer.split(b" ", 2)[1] in (b"400", b"403", b"404", b"405"), answer[:300]
    assert b"Traceback" not in answer


@pytest.mark.parametrize("length", [1_000, 10_000, 60_000])
@pytest.mark.parametrize("where", ["/requests/{}", "/requests/x?t={}", "/requests/x?{}=1", "/{}"])
def test_a_very_long_path_or_query(deployment: Deployment, where: str, length: int) -> None:
    answer = raw(deployment, b"GET", where.format("x" * length), b"Accept: */*")
    assert answer.split(b" ", 2)[1] in (b"400", b"403", b"404", b"414", b"431"), answer[:300]
    assert b"xxxxxxxx" not in answer


def raw(deployment: Deployment, method: bytes, path: str, header: bytes) -> bytes:
    """Send a request byte by byte as it is given, with a good body, and return the whole answer."""
    url = urlsplit(deployment.api_url)
    context = ssl.create_default_context(cafile=str(deployment.ca_bundle))
    lines = [
        method + b" " + (url.path + path).encode() + b" HTTP/1.1",
        b"Host: " + url.netloc.encode(),
        b"X-Api-Key: " + deployment.api_key.encode(),
        b"Content-Type: application/json",
        b"Content-Length: " + str(len(BODY)).encode(),
        b"Connection: close",
        header,
    ]
    assert url.hostname
    with (
        socket.create_connection((url.hostname, url.port or 443), timeout=30) as plain,
        context.wrap_socket(plain, server_hostname=url.hostname) as secure,
    ):
        secure.sendall(b"\r\n".join(lines) + b"\r\n\r\n" + BODY)
        answer = b""
        while part := secure.recv(65_536):
            answer += part
    return answer
