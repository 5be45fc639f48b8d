"""The proxy as a process."""

import subprocess
from pathlib import Path

import psutil
import pytest

from local.environment.endpoints import launch_proxy
from local.environment.paths import PYTHON, ROOT, clean_environment
from local.environment.processes import stop
from local.errors import LocalError
from tests.local.proxy.conftest import Proxied


def test_it_listens_on_loopback_alone(proxied: Proxied) -> None:
    process = proxied.endpoint.process.find()
    assert process is not None
    listening = [each for each in process.net_connections() if each.status == psutil.CONN_LISTEN]
    assert {each.laddr.ip for each in listening} == {"127.0.0.1"}


def test_a_process_that_ends_while_starting_is_an_error(tmp_path: Path) -> None:
    endpoint = launch_proxy("http://127.0.0.1:1", tmp_path, None)
    stop([endpoint.process])
    with pytest.raises(LocalError, match="the proxy ended while starting"):
        endpoint.wait()


def test_it_says_what_it_is(proxied: Proxied) -> None:
    health = proxied.control.health()
    assert health["status"] == "ok"
    assert health["notice"].startswith("A proxy to http://127.0.0.1:")


@pytest.mark.parametrize("arguments", [[], ["--port", "0", "--upstream", "http://127.0.0.1:1"]])
def test_it_wants_a_port_and_an_upstream(arguments: list[str]) -> None:
    command = [str(PYTHON), "-m", "local.proxy", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=clean_environment(), capture_output=True, check=False)
    assert done.returncode == 2
