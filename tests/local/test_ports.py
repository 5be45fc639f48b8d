"""Ports: free ones, and taken ones with their holder."""

import os
import socket

import pytest

from local.errors import LocalError
from local.ports import free_port, require_free


def test_a_free_port_can_be_bound() -> None:
    require_free(free_port())


def test_a_taken_port_is_named_with_its_holder_and_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(LocalError, match=rf"port {port} is taken by .*\(process {os.getpid()}\).*--port"):
            require_free(port)
