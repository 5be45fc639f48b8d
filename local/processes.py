"""Processes that outlive the command that started them, remembered so that only they are ended."""

import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

# The clock that start times are told by can step a little (NTP, a laptop waking up); a pid does not come
# round again within this many seconds.
_SAME_START = 5.0
_PAUSE = 0.02


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


def stop(records: Sequence[ProcessRecord], *, grace: float = 1.5) -> list[str]:
    """End the recorded processes and all their children; return the names of those that ran.

    The children are collected first: once a parent is gone nothing leads to them any more. The grace is
    short since none of them has anything to save, and an open connection keeps the emulator from ending.
    """
    running = {record.name: process for record in records if (process := record.find())}
    children = [child for process in running.values() for child in _children(process)]
    _signal(running.values(), kill=False)
    _signal(_wait(running.values(), grace), kill=True)
    _signal(children, kill=False)
    _signal(_wait(children, grace), kill=True)
    _wait([*running.values(), *children], grace)
    return list(running)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _signal(processes: Iterable[psutil.Process], *, kill: bool) -> None:
    for process in processes:
        try:
            process.kill() if kill else process.terminate()
        except psutil.NoSuchProcess:
            continue  # it ended by itself, which is all that was wanted


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
