"""The proxy's own command."""

import subprocess

import pytest

from local.environment.paths import PYTHON, ROOT, clean_environment
from tests.local.proxy.conftest import Proxied


def test_it_says_what_it_is(proxied: Proxied) -> None:
    health = proxied.control.health()
    assert health["status"] == "ok"
    assert health["notice"].startswith("A proxy to http://127.0.0.1:")


@pytest.mark.parametrize("arguments", [[], ["--port", "0", "--upstream", "http://127.0.0.1:1"]])
def test_it_wants_a_port_and_an_upstream(arguments: list[str]) -> None:
    command = [str(PYTHON), "-m", "local.proxy", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=clean_environment(), capture_output=True, check=False)
    assert done.returncode == 2
