"""Runs the proxy on loopback: python -m local.proxy --port 4568 --upstream http://127.0.0.1:4566."""

from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from local.environment.emulator import ensure
from local.environment.processes import HOST
from local.proxy.app import create_app


def main(
    upstream: Annotated[str, typer.Option(help="Where the emulator listens.")],
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on loopback.")],
    tls: Annotated[Path | None, typer.Option(help="Folder of the environment's certificate.")] = None,
) -> None:
    """Serves until interrupted."""
    certificate = ensure(tls) if tls else None
    app = create_app(upstream, certificate.bundle if certificate else None)
    # Idle connections outlast the pauses between a function's calls; held requests must not hold up the end.
    server = uvicorn.Config(
        app,
        host=HOST,
        port=port,
        log_level="warning",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
        ssl_certfile=certificate.chain if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
    )
    uvicorn.Server(server).run()


if __name__ == "__main__":
    typer.run(main)
