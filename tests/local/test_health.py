"""Waiting for a started program."""

import os
import sys
from pathlib import Path

import pytest

from local.errors import LocalError
from local.health import last_lines, wait_until_healthy
from local.ports import free_port
from local.processes import ProcessRecord, launch, stop


def start(command: list[str], folder: Path) -> ProcessRecord:
    return launch("server", [sys.executable, *command], env=dict(os.environ), cwd=folder, log=folder / "log")


def test_it_returns_once_the_program_answers(tmp_path: Path) -> None:
    port = free_port()
    process = start(["-m", "http.server", str(port), "--bind", "127.0.0.1"], tmp_path)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}/", process, tmp_path / "log")
    finally:
        stop([process])


def test_a_program_that_ends_is_told_with_its_last_words(tmp_path: Path) -> None:
    process = start(["-c", "raise SystemExit('no space left')"], tmp_path)
    with pytest.raises(LocalError, match="the server ended while starting: no space left"):
        wait_until_healthy("http://127.0.0.1:9/", process, tmp_path / "log")


def test_a_program_that_never_answers_is_told(tmp_path: Path) -> None:
    process = start(["-c", "import signal; signal.pause()"], tmp_path)
    try:
        with pytest.raises(LocalError, match="did not answer within 0 s: it said nothing"):
            wait_until_healthy(f"http://127.0.0.1:{free_port()}/", process, tmp_path / "log", timeout=0.2)
    finally:
        stop([process])


def test_the_last_lines_come_with_where_the_rest_is(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("one\n\ntwo\nthree\n")
    assert last_lines(log, 2) == f"two / three (all of it in {log})"
