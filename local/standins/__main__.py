"""Runs the stand-ins on loopback: python -m local.standins --port 4567."""

import logging
from typing import Annotated

import typer
import uvicorn

from local.standins.app import create_app
from local.standins.faults.control import NOTICE

HOST = "127.0.0.1"


def main(port: Annotated[int, typer.Option(min=1, max=65535, help="Port on loopback.")] = 4567) -> None:
    """Serves until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("local.standins").info("%s Listening on http://%s:%d", NOTICE, HOST, port)
    # Idle connections outlast the pauses between a function's calls; held requests must not hold up the end.
    server = uvicorn.Config(create_app(), host=HOST, port=port, log_config=None, access_log=False)
    server.timeout_keep_alive, server.timeout_graceful_shutdown = 75, 1
    uvicorn.Server(server).run()


if __name__ == "__main__":
    typer.run(main)
