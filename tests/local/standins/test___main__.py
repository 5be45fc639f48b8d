import signal
import socket
import subprocess
import sys
from pathlib import Path

from local.standins.client import StandinClient
from local.standins.services import SERVICES

ROOT = Path(__file__).parents[3]


def test_the_module_serves_on_loopback_and_says_what_it_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "local.standins", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        lines: list[str] = []
        while "running on" not in (line := process.stderr.readline()):
            assert line, lines
            lines.append(line)
        with StandinClient(f"http://127.0.0.1:{port}") as client:
            assert client.health()["services"] == list(SERVICES)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)
    assert "stand-ins for Amazon" in lines[0]
