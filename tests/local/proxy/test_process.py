"""The proxy as a process."""

from pathlib import Path

import psutil
import pytest

from local.environment.endpoints import launch_proxy
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
