"""What stands in for Translate, Comprehend, Bedrock and Polly: our stand-ins, a server, or AWS itself."""

import os
from dataclasses import dataclass
from pathlib import Path

import httpx

from local.environment.paths import PYTHON, ROOT, clean_environment
from local.environment.processes import HOST, ProcessRecord, free_port, launch, wait_until_healthy
from local.errors import LocalError

STAND_INS = "stand-ins"
AWS = "aws"


@dataclass(frozen=True)
class AiChoice:
    """Where the AI calls go: `stand-ins`, `aws` (the developer's own credentials) or the URL of a server.

    `model_url` names an OpenAI-compatible server for Bedrock alone, `model_name` the model to ask it for.
    """

    source: str = STAND_INS
    model_url: str | None = None
    model_name: str | None = None

    def __post_init__(self) -> None:
        """Raise LocalError for an address that is none."""
        addresses = {
            "--ai": None if self.source in (STAND_INS, AWS) else self.source,
            "--model-url": self.model_url,
        }
        for option, address in addresses.items():
            if address is not None and not address.startswith(("http://", "https://")):
                raise LocalError(f"{option} {address} is not an address: give http://… or https://…")


@dataclass(frozen=True)
class AiEndpoint:
    """A started AI endpoint; without a process when the server is somebody else's."""

    url: str
    process: ProcessRecord | None = None
    health: str = ""
    log: Path = Path()

    def wait(self) -> None:
        """Return once a process of ours answers."""
        if self.process:
            wait_until_healthy(self.url + self.health, self.process, self.log)


def launch_ai(choice: AiChoice, folder: Path) -> AiEndpoint:
    """Start what the choice needs; raise LocalError if a server that it names does not answer."""
    if choice.model_url:
        _require_answer("--model-url", choice.model_url)
    if choice.source == STAND_INS:
        return _launch("local.standins", "stand-ins", "/_standins/health", folder, clean_environment())
    if choice.source == AWS:
        return _launch("local.proxy.forward", "forwarder", "/_forward/health", folder, dict(os.environ))
    _require_answer("--ai", choice.source)
    return AiEndpoint(choice.source.rstrip("/"))


def _launch(module: str, name: str, health: str, folder: Path, environment: dict[str, str]) -> AiEndpoint:
    port, log = free_port(), folder / "logs" / f"{name}.log"
    command = [str(PYTHON), "-m", module, "--port", str(port)]
    process = launch(name, command, env=environment, cwd=ROOT, log=log)
    return AiEndpoint(f"http://{HOST}:{port}", process, health, log)


def _require_answer(option: str, url: str) -> None:
    try:
        httpx.get(url, timeout=5.0)
    except httpx.HTTPError as error:
        raise LocalError(f"{option} {url} does not answer ({error}): start that server first") from error


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
