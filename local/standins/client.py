"""A client for the control endpoints of the stand-ins and of the proxy, for command line and tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import httpx

from local.environment.processes import trusting
from local.standins.faults.settings import Fault, InvalidFaultError

Faults = Mapping[str, Fault | Mapping[str, Any] | None]


class StandinClient(httpx.Client):
    """Watches and steers running stand-ins; httpx errors pass through."""

    prefix: ClassVar[str] = "/_standins"

    def __init__(self, url: str, *, ca_bundle: Path | None = None, timeout: float = 5.0) -> None:
        super().__init__(
            base_url=url + self.prefix, verify=trusting(ca_bundle), trust_env=False, timeout=timeout
        )

    def health(self) -> dict[str, Any]:
        """Return the status, the notice that these are stand-ins, the services, and what embeds texts."""
        return _object(self.get("/health"))

    def faults(self) -> dict[str, Any]:
        """Return the faults in force."""
        return _object(self.get("/faults"))

    def set_faults(self, faults: Faults) -> dict[str, Any]:
        """Replace all faults by these, per service ("bedrock") or operation ("comprehend.DetectSentiment").

        Raises:
            InvalidFaultError: names what is allowed.
        """
        return self._change("PUT", faults)

    def change_faults(self, faults: Faults) -> dict[str, Any]:
        """Set some faults anew, None ending one; the others run on, with their counts.

        Raises InvalidFaultError: names what is allowed.
        """
        return self._change("PATCH", faults)

    def met(self) -> dict[str, int]:
        """Return how many calls each fault was applied to."""
        return _object(self.get("/met"))

    def clear_faults(self) -> None:
        """End all faults."""
        self.delete("/faults").raise_for_status()

    def calls(self) -> dict[str, Any]:
        """Return counts per service and operation, the total, and the last 1,000 calls."""
        return _object(self.get("/calls"))

    def reset_calls(self) -> None:
        """Empty the call log."""
        self.delete("/calls").raise_for_status()

    def _change(self, method: str, faults: Faults) -> dict[str, Any]:
        table = {key: f.to_json() if isinstance(f, Fault) else f and dict(f) for key, f in faults.items()}
        response = self.request(method, "/faults", json=table)
        if response.status_code == httpx.codes.BAD_REQUEST:
            raise InvalidFaultError(response.json()["detail"])
        return _object(response)


def _object(response: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = response.raise_for_status().json()
    return body


class ProxyClient(StandinClient):
    """Watches and steers the proxy before the emulator."""

    prefix = "/_proxy"
