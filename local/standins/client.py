"""A client for the stand-ins' own endpoints, for the command line and the tests."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import httpx

from local.standins.faults import Fault, InvalidFaultError


class StandinClient:
    """Watches and steers running stand-ins; httpx errors pass through."""

    def __init__(self, url: str, *, timeout: float = 5.0) -> None:
        self._http = httpx.Client(base_url=url, timeout=timeout)

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Closes the connections."""
        self._http.close()

    def health(self) -> dict[str, Any]:
        """Status, the notice that these are stand-ins, and the services."""
        return self._json("GET", "/_standins/health")

    def faults(self) -> dict[str, Any]:
        """The faults in force."""
        return self._json("GET", "/_standins/faults")

    def set_faults(self, faults: Mapping[str, Fault | Mapping[str, Any]]) -> dict[str, Any]:
        """Replaces all faults by these, per service ("bedrock") or operation ("comprehend.DetectSentiment").

        Raises:
            InvalidFaultError: names what is allowed.
        """
        table = {key: f.to_json() if isinstance(f, Fault) else dict(f) for key, f in faults.items()}
        response = self._http.put("/_standins/faults", json=table)
        if response.status_code == httpx.codes.BAD_REQUEST:
            raise InvalidFaultError(response.json()["detail"])
        return _object(response)

    def clear_faults(self) -> None:
        """Ends all faults."""
        self._http.delete("/_standins/faults").raise_for_status()

    def calls(self) -> dict[str, Any]:
        """Counts per service and operation, the total, and the last 1,000 calls."""
        return self._json("GET", "/_standins/calls")

    def reset_calls(self) -> None:
        """Empties the call log."""
        self._http.delete("/_standins/calls").raise_for_status()

    def _json(self, method: str, path: str) -> dict[str, Any]:
        return _object(self._http.request(method, path))


def _object(response: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = response.raise_for_status().json()
    return body
