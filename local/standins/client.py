"""A client for the control endpoints of the stand-ins and of the proxy, for command line and tests."""

import ssl
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self

import httpx

from local.standins.faults.settings import Fault, InvalidFaultError


class StandinClient:
    """Watches and steers running stand-ins; httpx errors pass through."""

    prefix: ClassVar[str] = "/_standins"

    def __init__(self, url: str, *, ca_bundle: Path | None = None, timeout: float = 5.0) -> None:
        verify = ssl.create_default_context(cafile=str(ca_bundle)) if ca_bundle else True
        self._http = httpx.Client(base_url=url + self.prefix, verify=verify, trust_env=False, timeout=timeout)

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
        return self._json("GET", "/health")

    def faults(self) -> dict[str, Any]:
        """The faults in force."""
        return self._json("GET", "/faults")

    def set_faults(self, faults: Mapping[str, Fault | Mapping[str, Any]]) -> dict[str, Any]:
        """Replaces all faults by these, per service ("bedrock") or operation ("comprehend.DetectSentiment").

        Raises:
            InvalidFaultError: names what is allowed.
        """
        return self._send("PUT", faults)

    def change_faults(self, faults: Mapping[str, Fault | Mapping[str, Any] | None]) -> dict[str, Any]:
        """Sets some faults anew, None ending one; the others run on, with their counts.

        Raises:
            InvalidFaultError: names what is allowed.
        """
        return self._send("PATCH", faults)

    def met(self) -> dict[str, int]:
        """How many calls each fault was applied to."""
        return self._json("GET", "/met")

    def clear_faults(self) -> None:
        """Ends all faults."""
        self._http.delete("/faults").raise_for_status()

    def calls(self) -> dict[str, Any]:
        """Counts per service and operation, the total, and the last 1,000 calls."""
        return self._json("GET", "/calls")

    def reset_calls(self) -> None:
        """Empties the call log."""
        self._http.delete("/calls").raise_for_status()

    def _send(self, method: str, faults: Mapping[str, Fault | Mapping[str, Any] | None]) -> dict[str, Any]:
        table = {key: f.to_json() if isinstance(f, Fault) else f and dict(f) for key, f in faults.items()}
        response = self._http.request(method, "/faults", json=table)
        if response.status_code == httpx.codes.BAD_REQUEST:
            raise InvalidFaultError(response.json()["detail"])
        return _object(response)

    def _json(self, method: str, path: str) -> dict[str, Any]:
        return _object(self._http.request(method, path))


def _object(response: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = response.raise_for_status().json()
    return body


class ProxyClient(StandinClient):
    """Watches and steers the proxy before the emulator."""

    prefix = "/_proxy"
