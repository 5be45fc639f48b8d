"""Runs the proxy on loopback: python -m local.proxy --port 4568 --upstream http://127.0.0.1:4566."""

from pathlib import Path
from typing import Annotated

import typer

from local.environment.emulator import ensure
from local.proxy.app import create_app, is_for_any_page
from local.standins.faults.connection import serve


def main(
    upstream: Annotated[str, typer.Option(help="Where the emulator listens.")],
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on loopback.")],
    tls: Annotated[Path | None, typer.Option(help="Folder of the environment's certificate.")] = None,
) -> None:
    """Serve until interrupted."""
    options = {}
    if tls:
        options = {"ssl_certfile": ensure(tls).chain, "ssl_keyfile": ensure(tls).key}
    app = create_app(upstream, ensure(tls).bundle if tls else None)
    serve(app, port, is_public=is_for_any_page, log_level="warning", **options)


if __name__ == "__main__":
    typer.run(main)
