"""Only what was started is ended, and all of it."""

import os
import socket
import sys
import time
from pathlib import Path

import psutil
import pytest

from local.environment.processes import (
    ProcessRecord,
    free_port,
    last_lines,
    launch,
    require_free,
    stop,
    wait_until_healthy,
)
from local.errors import LocalError

DEAF = (
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); signal.pause()"
)


def start(code: str, log: Path) -> ProcessRecord:
    record = launch("program", [sys.executable, "-c", code], env=dict(os.environ), cwd=log.parent, log=log)
    while record.find() and not log.read_text():
        time.sleep(0.02)
    return record


SLEEP = "import signal; print('ready', flush=True); signal.pause()"


def test_a_started_process_is_found_and_ended(tmp_path: Path) -> None:
    record = start(SLEEP, tmp_path / "log")
    assert record.find() is not None
    assert stop([record]) == ["program"]
    assert record.find() is None


def test_ending_twice_ends_nothing_the_second_time(tmp_path: Path) -> None:
    record = start(SLEEP, tmp_path / "log")
    stop([record])
    assert stop([record]) == []


def test_children_end_with_their_parent(tmp_path: Path) -> None:
    code = (
        "import signal, subprocess, sys; "
        "child = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()']); "
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit()); print(child.pid, flush=True); signal.pause()"
    )
    record = start(code, tmp_path / "log")
    pid = int((tmp_path / "log").read_text())
    child = ProcessRecord("child", pid, psutil.Process(pid).create_time())
    assert child.find() is not None
    stop([record])
    assert child.find() is None


def test_a_process_that_ignores_terminate_is_killed(tmp_path: Path) -> None:
    record = start(DEAF, tmp_path / "log")
    assert stop([record], grace=0.2) == ["program"]
    assert record.find() is None


def test_a_pid_that_went_to_a_stranger_is_left_alone(tmp_path: Path) -> None:
    record = start(SLEEP, tmp_path / "log")
    stale = ProcessRecord("earlier", record.pid, record.started - 3600)
    assert stale.find() is None
    assert stop([stale]) == []
    assert record.find() is not None
    stop([record])


def start_server(command: list[str], folder: Path) -> ProcessRecord:
    return launch("server", [sys.executable, *command], env=dict(os.environ), cwd=folder, log=folder / "log")


def test_it_returns_once_the_program_answers(tmp_path: Path) -> None:
    port = free_port()
    process = start_server(["-m", "http.server", str(port), "--bind", "127.0.0.1"], tmp_path)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/", process, tmp_path / "log")
    finally:
        stop([process])


def test_a_program_that_ends_is_reported_with_its_last_lines(tmp_path: Path) -> None:
    process = start_server(["-c", "raise SystemExit('no space left')"], tmp_path)
    with pytest.raises(LocalError, match="the server ended while starting: no space left"):
        wait_until_healthy("http://127.0.0.1:9/", process, tmp_path / "log")


def test_a_program_that_never_answers_is_an_error(tmp_path: Path) -> None:
    process = start_server(["-c", "import signal; signal.pause()"], tmp_path)
    try:
        with pytest.raises(LocalError, match="did not answer within 0 s: it said nothing"):
            wait_until_healthy(f"http://127.0.0.1:{free_port()}/", process, tmp_path / "log", timeout=0.2)
    finally:
        stop([process])


def test_the_last_lines_come_with_where_the_rest_is(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("one\n\ntwo\nthree\n")
    assert last_lines(log, 2) == f"two / three (all of it in {log})"


def test_a_free_port_can_be_bound() -> None:
    require_free(free_port())


def test_a_taken_port_is_named_with_its_holder_and_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(LocalError, match=rf"port {port} is taken by .*\(process {os.getpid()}\).*--port"):
            require_free(port)
