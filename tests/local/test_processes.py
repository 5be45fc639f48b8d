"""Only what was started is ended, and all of it."""

import os
import sys
import time
from pathlib import Path

import psutil

from local.processes import ProcessRecord, launch, stop

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
