"""What runs, and what is told where it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from local import running
from local.ai import AiChoice
from local.errors import LocalError
from local.paths import PYTHON, clean_environment
from local.processes import ProcessRecord, launch, stop
from local.state import Options, Running, StateFolder


@pytest.fixture
def process(tmp_path: Path) -> Iterator[ProcessRecord]:
    command = [str(PYTHON), "-c", "import signal; signal.pause()"]
    record = launch("emulator", command, env=clean_environment(), cwd=tmp_path, log=tmp_path / "log")
    yield record
    stop([record])


def test_without_a_running_environment_the_way_to_start_one_is_told(tmp_path: Path) -> None:
    for question in (running.current, running.ai_source, running.standins_url):
        with pytest.raises(LocalError, match=r"nothing is running.*make up"):
            question(tmp_path)


def test_one_that_is_still_being_deployed_is_told(tmp_path: Path, process: ProcessRecord) -> None:
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(process,)))
    with pytest.raises(LocalError, match="still being deployed"):
        running.current(tmp_path)


def test_faults_are_for_the_stand_ins_alone(tmp_path: Path, process: ProcessRecord) -> None:
    StateFolder(tmp_path).write(Running(Options(ai=AiChoice("aws")), 4600, processes=(process,)))
    with pytest.raises(LocalError, match="the AI calls go to aws"):
        running.standins_url(tmp_path)


def test_without_a_proxy_the_way_to_get_one_is_told(tmp_path: Path, process: ProcessRecord) -> None:
    folder = StateFolder(tmp_path)
    folder.write(Running(Options(), 4600, processes=(process,)))
    assert not running.has_proxy(tmp_path)
    with pytest.raises(LocalError, match="up --proxy"):
        running.proxy_url(tmp_path)
    folder.write(Running(Options(proxy=True), 4600, proxy_url="http://p", processes=(process,)))
    assert running.has_proxy(tmp_path)
    assert running.proxy_url(tmp_path) == "http://p"
