"""Processes that outlive the command that started them, remembered so that only they are ended."""

import socket
import ssl
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from local.errors import LocalError

# The clock that start times are told by can step a little (NTP, a laptop waking up); a pid does not come
# round again within this many seconds.
_SAME_START = 5.0
_PAUSE = 0.02
_HEALTH_PAUSE = 0.05
HOST = "127.0.0.1"


@dataclass(frozen=True)
class ProcessRecord:
    """One process: its pid and when it started, for a pid alone may belong to a stranger tomorrow."""

    name: str
    pid: int
    started: float

    def find(self) -> psutil.Process | None:
        """Return the process if it still runs, None if it ended or its pid went to another."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) < _SAME_START
        except psutil.NoSuchProcess:
            return None
        return process if same and _runs(process) else None


def launch(
    name: str, command: Sequence[str], *, env: Mapping[str, str], cwd: Path, log: Path
) -> ProcessRecord:
    """Start a process in a session of its own, so that Ctrl-C in the terminal does not reach it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        started = subprocess.Popen(
            command,
            env=dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return ProcessRecord(name, started.pid, psutil.Process(started.pid).create_time())


def stop(records: Sequence[ProcessRecord], *, grace: float = 0.5) -> list[str]:
    """End the recorded processes and all their children; return the names of those that ran.

    The children are collected first: once a parent is gone nothing leads to them any more. The grace is
    short since none of them has anything to save, and an open connection keeps the emulator from ending.
    """
    running = {record.name: process for record in records if (process := record.find())}
    children = []
    for process in running.values():
        with suppress(psutil.NoSuchProcess):
            children += process.children(recursive=True)
    for generation in (list(running.values()), children):
        _signal(generation, kill=False)
        _signal(_wait(generation, grace), kill=True)
        _wait(generation, grace)
    return list(running)


def _signal(processes: Iterable[psutil.Process], *, kill: bool) -> None:
    for process in processes:
        with suppress(psutil.NoSuchProcess):  # it ended by itself, which is all that was wanted
            process.kill() if kill else process.terminate()


def _wait(processes: Iterable[psutil.Process], timeout: float) -> list[psutil.Process]:
    """Return those that still run after `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while (alive := [process for process in processes if _runs(process)]) and time.monotonic() < deadline:
        time.sleep(_PAUSE)
    return alive


def _runs(process: psutil.Process) -> bool:
    """Tell whether it runs; one that ended and that its parent has not asked after yet does not."""
    try:
        return process.is_running() and bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


@dataclass(frozen=True)
class Server:
    """A started server of ours: where it listens, and what tells that it answers."""

    url: str
    process: ProcessRecord
    health: str
    log: Path
    ca_bundle: Path | None = None

    def wait(self) -> None:
        """Return once it answers; raise LocalError if it does not."""
        wait_until_healthy(self.url + self.health, self.process, self.log, ca_bundle=self.ca_bundle)


def wait_until_healthy(
    url: str, process: ProcessRecord, log: Path, *, ca_bundle: Path | None = None, timeout: float = 30.0
) -> None:
    """Return once `url` answers 200; raise LocalError with the log's last lines if it never does."""
    deadline = time.monotonic() + timeout
    with httpx.Client(verify=trusting(ca_bundle), trust_env=False, timeout=2.0) as client:
        while time.monotonic() < deadline:
            if process.find() is None:
                raise LocalError(f"the {process.name} ended while starting: {last_lines(log)}")
            try:
                if client.get(url).is_success:
                    return
            except httpx.TransportError:
                pass  # not listening yet
            time.sleep(_HEALTH_PAUSE)
    raise LocalError(f"the {process.name} did not answer within {timeout:.0f} s: {last_lines(log)}")


def trusting(ca_bundle: Path | None) -> ssl.SSLContext | bool:
    """Return httpx's `verify`: whom to trust, the public authorities unless there is a bundle."""
    return ssl.create_default_context(cafile=str(ca_bundle)) if ca_bundle else True


def last_lines(log: Path, count: int = 3) -> str:
    """Return the last lines of a log in one, and where the whole stands."""
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return f"{' / '.join(lines[-count:]) or 'it said nothing'} (all of it in {log})"


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def require_free(port: int) -> None:
    """Raise LocalError, naming who has it, unless `port` can be bound."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise LocalError(
                f"port {port} is taken{_holder(port)}: end that program, or choose another port with --port"
                " and another folder with --state"
            ) from error


def _holder(port: int) -> str:
    # macOS shows other users' connections to root alone; the port number says enough
    with suppress(psutil.Error):
        for one in psutil.net_connections("tcp"):
            if one.laddr and one.laddr.port == port and one.status == psutil.CONN_LISTEN and one.pid:
                return f" by {psutil.Process(one.pid).name()} (process {one.pid})"
    return ""
