"""Starting and ending, up to the deployment: that is for the integration tests."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from local.environment import lifecycle as environment
from local.environment.endpoints import AiChoice
from local.environment.paths import PYTHON, clean_environment
from local.environment.processes import ProcessRecord, free_port, launch, stop
from local.environment.state import Options, Running, StateFolder
from local.errors import LocalError
from tests.local.conftest import SmallApi


@pytest.fixture
def process(tmp_path: Path) -> Iterator[ProcessRecord]:
    command = [str(PYTHON), "-c", "import signal; signal.pause()"]
    record = launch("emulator", command, env=clean_environment(), cwd=tmp_path, log=tmp_path / "log")
    yield record
    stop([record])


def test_a_taken_port_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    state = tmp_path / "state"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(LocalError, match="is taken"):
            environment.start(state, port=taken.getsockname()[1])
    assert StateFolder(state).read() is None
    assert [path.name for path in state.iterdir()] == ["lock"]


def test_a_start_that_fails_leaves_nothing_running(tmp_path: Path) -> None:
    choice = AiChoice(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(LocalError, match="does not answer"):
        environment.start(tmp_path, ai=choice)
    assert StateFolder(tmp_path).read() is None


def test_a_stand_in_keeps_the_vectors_whoever_answers_the_ai_calls(
    tmp_path: Path, small_api: SmallApi
) -> None:
    with pytest.raises(LocalError, match=r"nowhere\.toml: no such environment"):
        environment.start(tmp_path, ai=AiChoice(small_api.url), env="nowhere")
    assert (tmp_path / "logs" / "stand-ins.log").exists()
    assert StateFolder(tmp_path).read() is None


@pytest.mark.parametrize(
    "wanted",
    [
        {"port": 1},
        {"enforce_iam": True},
        {"ai": AiChoice("aws")},
        {"wait_scale": 0.5},
        {"proxy": True},
        {"env": "local-economy"},
    ],
)
def test_other_options_than_it_runs_with_are_refused(
    tmp_path: Path, process: ProcessRecord, wanted: dict[str, object]
) -> None:
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(process,)))
    with pytest.raises(
        LocalError, match="running already on port 4600 with --ai stand-ins: run `make down` first"
    ):
        environment.start(tmp_path, **wanted)
    assert process.find() is not None


def test_ending_ends_the_recorded_processes_and_then_nothing(tmp_path: Path, process: ProcessRecord) -> None:
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(process,)))
    assert environment.stop(tmp_path) == ["emulator"]
    assert process.find() is None
    assert environment.stop(tmp_path) == []


def test_ending_where_nothing_ever_ran_makes_no_folder(tmp_path: Path) -> None:
    assert environment.stop(tmp_path / "nowhere") == []
    assert not (tmp_path / "nowhere").exists()


def test_where_nothing_runs_nothing_is_synthesized(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match="nothing is running in"):
        environment.synthesize(tmp_path, tmp_path / "folder")
    assert not (tmp_path / "folder").exists()
