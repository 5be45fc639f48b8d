"""The proxy as a process beside the emulator."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from local.health import wait_until_healthy
from local.paths import PYTHON, ROOT, clean_environment
from local.ports import HOST, free_port
from local.processes import ProcessRecord, launch


@dataclass(frozen=True)
class ProxyEndpoint:
    """A started proxy."""

    url: str
    process: ProcessRecord
    log: Path
    ca_bundle: Path | None

    def wait(self) -> None:
        """Return once it answers."""
        wait_until_healthy(f"{self.url}/_proxy/health", self.process, self.log, ca_bundle=self.ca_bundle)


def launch_proxy(upstream: str, folder: Path, ca_bundle: Path | None) -> ProxyEndpoint:
    """Start a proxy to `upstream`, with TLS if that is reached by TLS."""
    port, log = free_port(), folder / "logs" / "proxy.log"
    command = [str(PYTHON), "-m", "local.proxy", "--upstream", upstream, "--port", str(port)]
    if ca_bundle:
        command += ["--tls", str(ca_bundle.parent)]
    process = launch("proxy", command, env=clean_environment(), cwd=ROOT, log=log)
    return ProxyEndpoint(f"{'https' if ca_bundle else 'http'}://{HOST}:{port}", process, log, ca_bundle)
