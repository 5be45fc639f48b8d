"""Waiting for a started program to answer."""

import ssl
import time
from pathlib import Path

import httpx

from local.errors import LocalError
from local.processes import ProcessRecord

_PAUSE = 0.05


def wait_until_healthy(
    url: str, process: ProcessRecord, log: Path, *, ca_bundle: Path | None = None, timeout: float = 30.0
) -> None:
    """Return once `url` answers 200; raise LocalError with the log's last lines if it never does."""
    verify = ssl.create_default_context(cafile=str(ca_bundle)) if ca_bundle else True
    deadline = time.monotonic() + timeout
    with httpx.Client(verify=verify, trust_env=False, timeout=2.0) as client:
        while time.monotonic() < deadline:
            if process.find() is None:
                raise LocalError(f"the {process.name} ended while starting: {last_lines(log)}")
            try:
                if client.get(url).is_success:
                    return
            except httpx.TransportError:
                pass  # not listening yet
            time.sleep(_PAUSE)
    raise LocalError(f"the {process.name} did not answer within {timeout:.0f} s: {last_lines(log)}")


def last_lines(log: Path, count: int = 3) -> str:
    """Return the last lines of a log in one, and where the whole stands."""
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return f"{' / '.join(lines[-count:]) or 'it said nothing'} (all of it in {log})"
