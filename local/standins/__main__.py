"""Runs the stand-ins on loopback: python -m local.standins --port 4567."""

import logging
from typing import Annotated

import typer

from local.environment.processes import HOST
from local.standins.app import NOTICE, create_app
from local.standins.faults.connection import serve


def main(port: Annotated[int, typer.Option(min=1, max=65535, help="Port on loopback.")] = 4567) -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("local.standins").info("%s Listening on http://%s:%d", NOTICE, HOST, port)
    serve(create_app(), port, log_config=None, access_log=False)


if __name__ == "__main__":
    typer.run(main)
