"""A proxy as a process, by TLS, before the bare emulator."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from local.environment.clients import Clients, local_clients
from local.environment.emulator import Emulator, ensure
from local.environment.endpoints import launch_proxy
from local.environment.processes import Server, stop
from local.standins.client import ProxyClient


@dataclass(frozen=True)
class Proxied:
    """A running proxy, its control endpoints, and AWS clients that go through it."""

    endpoint: Server
    control: ProxyClient
    clients: Clients


@pytest.fixture(scope="session")
def _proxied(emulator: Emulator, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder = tmp_path_factory.mktemp("proxy")
    bundle = ensure(folder / "tls").bundle
    port = urlsplit(emulator.proxy_url or "").port
    endpoint = launch_proxy(emulator.endpoint_url, folder, bundle, port)
    try:
        endpoint.wait()
        with ProxyClient(endpoint.url, ca_bundle=bundle) as control:
            yield Proxied(endpoint, control, local_clients(endpoint.url, str(bundle)))
    finally:
        stop([endpoint.process])


@pytest.fixture
def proxied(_proxied: Proxied) -> Iterator[Proxied]:
    _proxied.control.clear_faults()
    _proxied.control.reset_calls()
    yield _proxied
    _proxied.control.clear_faults()
