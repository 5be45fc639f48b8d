"""The product's HTTP API, as a customer's program would call it."""

import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx

from local.environment.processes import trusting
from local.errors import LocalError

Record = dict[str, Any]

_PAUSE = 0.4
_PARTS = ("language", "analysis", "reply", "voice")


class ApiProblemError(LocalError):
    """The API refused a call; the line holds what its problem+json says."""

    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        try:
            problem = response.json()
        except ValueError:
            problem = {}
        fields = "; ".join(f"{error['field']}: {error['detail']}" for error in problem.get("errors", ()))
        said = problem.get("detail") or problem.get("message") or response.text[:200]
        super().__init__(f"the API answered {self.status}: {said}{f' ({fields})' if fields else ''}")


class SupportApi(httpx.Client):
    """Sends messages and follows them by their status link."""

    def __init__(
        self, api_url: str, api_key: str, ca_bundle: Path | None = None, *, timeout: float = 30.0
    ) -> None:
        super().__init__(verify=trusting(ca_bundle), trust_env=False, timeout=timeout)
        self._requests = f"{api_url.rstrip('/')}/requests"
        self._key = api_key

    def submit(self, message: dict[str, str], idempotency_key: str | None = None) -> Record:
        """Send a message and return the 202 answer; raise ApiProblemError for any other."""
        headers = {"x-api-key": self._key}
        if idempotency_key is not None:
            headers["Idempotency-Key"] = idempotency_key
        return _json(self.post(self._requests, json=message, headers=headers), 202)

    def record(self, status_url: str) -> Record:
        """Return what is known of a request so far."""
        return _json(self.get(status_url), 200)

    def follow(
        self, status_url: str, *, timeout: float = 120.0, progress: Callable[[Record], None] = lambda _: None
    ) -> Record:
        """Return the record once the request has ended; raise LocalError after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            record = self.record(status_url)
            progress(record)
            if record["status"] != "processing":
                return record
            time.sleep(_PAUSE)
        raise LocalError(
            f"request {record['request_id']} is still being processed after {timeout:.0f} s:"
            f" see `make trace ID={record['request_id']}`"
        )

    def erase_link(self, status_url: str) -> str:
        """Return the link that erases a request, which its status shows."""
        return str(self.record(status_url)["links"]["erase"])

    def erase(self, status_url: str) -> None:
        """Erase a request by the link that its status has; raise ApiProblemError unless all of it is gone."""
        response = self.delete(self.erase_link(status_url))
        if response.status_code != 204:
            raise ApiProblemError(response)

    def audio(self, url: str) -> bytes:
        """Return the MP3 behind an audio link, having it spoken if it is not yet.

        The link leads on to where the MP3 is stored.
        """
        response = self.get(url, follow_redirects=True)
        if response.status_code == HTTPStatus.CONFLICT:
            response = self.post(url, follow_redirects=True)
        if not response.is_success:
            raise ApiProblemError(response)
        return response.content


def _json(response: httpx.Response, expected: int) -> Record:
    if response.status_code != expected:
        raise ApiProblemError(response)
    body: Record = response.json()
    return body


def known_parts(record: Record) -> list[str]:
    """Return which parts of the answer are there, in the order they come."""
    return [part for part in _PARTS if part in record]
