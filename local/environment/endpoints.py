"""What answers for the AI services: our stand-ins, a server, or AWS itself; a stand-in keeps the vectors."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from local.environment.paths import PYTHON, ROOT, clean_environment
from local.environment.processes import HOST, Server, free_port, launch
from local.errors import LocalError

STAND_INS = "stand-ins"
AWS = "aws"
VECTORS = "s3vectors"
"""The service whose stand-in always runs: nobody else has the index of this stack."""


@dataclass(frozen=True)
class AiChoice:
    """Where the AI calls go: `stand-ins`, `aws` (the developer's own credentials) or the URL of a server.

    `model_url` names an OpenAI-compatible server for Bedrock alone, `model_name` the model to ask it for.
    """

    source: str = STAND_INS
    model_url: str | None = None
    model_name: str | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether something answers that is not of this project."""
        return self.source != STAND_INS or self.model_url is not None

    def __post_init__(self) -> None:
        """Raise LocalError for an address that is none."""
        addresses = {
            "--ai": None if self.source in (STAND_INS, AWS) else self.source,
            "--model-url": self.model_url,
        }
        for option, address in addresses.items():
            if address is not None and not address.startswith(("http://", "https://")):
                raise LocalError(f"{option} {address} is not an address: give http://… or https://…")


def launch_ai(choice: AiChoice, folder: Path) -> tuple[str, Server | None]:
    """Start what the choice needs; return its address, and the server unless it is somebody else's.

    Raises LocalError if a server that the choice names does not answer.
    """
    if choice.model_url:
        _require_answer("--model-url", choice.model_url)
    if choice.source not in (STAND_INS, AWS):
        _require_answer("--ai", choice.source)
        return choice.source.rstrip("/"), None
    if choice.source == STAND_INS:
        server = launch_standins(folder)
    else:
        server = _launch(
            "forwarder", "local.proxy.forward", "/_forward/health", folder, environment=dict(os.environ)
        )
    return server.url, server


def launch_standins(folder: Path) -> Server:
    """Start our stand-ins."""
    return _launch("stand-ins", "local.standins", "/_standins/health", folder)


def launch_proxy(upstream: str, folder: Path, ca_bundle: Path | None, port: int | None = None) -> Server:
    """Start a proxy to `upstream`, with TLS if that is reached by TLS; without a port on a free one."""
    options = ["--upstream", upstream, *(("--tls", str(ca_bundle.parent)) if ca_bundle else ())]
    return _launch(
        "proxy", "local.proxy", "/_proxy/health", folder, options=options, ca_bundle=ca_bundle, port=port
    )


def _launch(
    name: str,
    module: str,
    health: str,
    folder: Path,
    *,
    options: Sequence[str] = (),
    environment: dict[str, str] | None = None,
    ca_bundle: Path | None = None,
    port: int | None = None,
) -> Server:
    port, log = port or free_port(), folder / "logs" / f"{name}.log"
    command = [str(PYTHON), "-m", module, "--port", str(port), *options]
    process = launch(name, command, env=environment or clean_environment(), cwd=ROOT, log=log)
    return Server(f"{'https' if ca_bundle else 'http'}://{HOST}:{port}", process, health, log, ca_bundle)


def _require_answer(option: str, url: str) -> None:
    try:
        httpx.get(url, timeout=5.0)
    except httpx.HTTPError as error:
        raise LocalError(f"{option} {url} does not answer ({error}): start that server first") from error
