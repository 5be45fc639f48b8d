"""The state folder."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from local.environment import state
from local.environment.deployment import Deployment
from local.environment.endpoints import AiChoice
from local.environment.paths import PYTHON, clean_environment
from local.environment.processes import ProcessRecord, launch, stop
from local.environment.state import Options, Running, StateFolder
from local.errors import LocalError

DEPLOYMENT = Deployment(
    "http://e", "http://e/api", "key", "bucket", "table", "t", "o", "m", "http://ai", Path("/b.pem")
)


def running() -> Running:
    own = ProcessRecord("emulator", os.getpid(), psutil.Process().create_time())
    options = Options(enforce_iam=True, ai=AiChoice("aws", "http://127.0.0.1:11434"), proxy=True)
    return Running(options, 4600, "http://ai", "http://proxy", (own,), DEPLOYMENT, "http://vectors")


def test_what_is_written_is_read_and_only_the_owner_reads_it(tmp_path: Path) -> None:
    folder = StateFolder(tmp_path / "state")
    folder.write(running())
    assert folder.read() == running()
    assert stat.S_IMODE((tmp_path / "state" / "environment.json").stat().st_mode) == 0o600


def test_nothing_is_read_where_nothing_was_written(tmp_path: Path) -> None:
    assert StateFolder(tmp_path).read() is None


def test_a_broken_record_says_what_to_delete(tmp_path: Path) -> None:
    (tmp_path / "environment.json").write_text("{")
    with pytest.raises(LocalError, match=f"delete the folder {tmp_path}"):
        StateFolder(tmp_path).read()


def test_it_is_alive_while_every_process_runs() -> None:
    alive = running()
    gone = ProcessRecord("stand-ins", os.getpid(), 0.0)
    assert alive.alive
    assert not Running(alive.options, 1, processes=(*alive.processes, gone)).alive
    assert not Running(alive.options, 1).alive


def test_forgetting_keeps_logs_and_audio(tmp_path: Path) -> None:
    folder = StateFolder(tmp_path)
    folder.write(running())
    for name in ("audio", "logs", "tmp"):
        (tmp_path / name).mkdir()
    folder.forget()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audio", "logs"]


def test_two_commands_do_not_work_on_one_folder_at_once(tmp_path: Path) -> None:
    with (
        StateFolder(tmp_path).lock(),
        pytest.raises(LocalError, match="another command"),
        StateFolder(tmp_path).lock(),
    ):
        pass


def test_options_are_printed_as_on_the_command_line() -> None:
    told = "--ai aws --model-url http://127.0.0.1:11434 --enforce-iam --proxy"
    assert str(running().options) == told
    assert str(Options(env="local-economy")) == "--ai stand-ins --env local-economy"


@pytest.fixture
def process(tmp_path: Path) -> Iterator[ProcessRecord]:
    command = [str(PYTHON), "-c", "import signal; signal.pause()"]
    record = launch("emulator", command, env=clean_environment(), cwd=tmp_path, log=tmp_path / "log")
    yield record
    stop([record])


def test_nothing_running_is_reported_with_the_command(tmp_path: Path) -> None:
    for question in (state.current, state.ai_source, state.standins_url):
        with pytest.raises(LocalError, match=r"nothing is running.*make up"):
            question(tmp_path)


def test_an_environment_that_is_being_deployed_is_an_error(tmp_path: Path, process: ProcessRecord) -> None:
    StateFolder(tmp_path).write(Running(Options(), 4600, processes=(process,)))
    with pytest.raises(LocalError, match="nothing is deployed"):
        state.current(tmp_path)


def test_only_the_stand_ins_have_faults(tmp_path: Path, process: ProcessRecord) -> None:
    elsewhere = Running(
        Options(ai=AiChoice("aws")), 4600, "http://ai", processes=(process,), vectors_url="http://v"
    )
    StateFolder(tmp_path).write(elsewhere)
    with pytest.raises(LocalError, match="the AI calls go to aws"):
        state.standins_url(tmp_path, "bedrock.InvokeModel")
    assert state.standins_url(tmp_path, "s3vectors.QueryVectors") == "http://v"


def test_an_environment_of_before_there_were_vectors_can_still_be_ended(tmp_path: Path) -> None:
    folder = StateFolder(tmp_path)
    folder.write(running())
    record = tmp_path / "environment.json"
    fields = json.loads(record.read_text())
    del fields["vectors_url"]
    record.write_text(json.dumps(fields))
    read = folder.read()
    assert read is not None
    assert (read.processes, read.vectors_url) == (running().processes, "")


def test_a_missing_proxy_is_reported_with_the_command(tmp_path: Path, process: ProcessRecord) -> None:
    folder = StateFolder(tmp_path)
    folder.write(Running(Options(), 4600, processes=(process,)))
    assert not state.has_proxy(tmp_path)
    with pytest.raises(LocalError, match="up --proxy"):
        state.proxy_url(tmp_path)
    folder.write(Running(Options(proxy=True), 4600, proxy_url="http://p", processes=(process,)))
    assert state.has_proxy(tmp_path)
    assert state.proxy_url(tmp_path) == "http://p"


@pytest.mark.parametrize("files", [(), ("lock", "environment.json"), None])
def test_the_folder_is_the_owners_alone(tmp_path: Path, files: tuple[str, ...] | None) -> None:
    folder = tmp_path / "below" / "state"
    if files is not None:
        folder.mkdir(parents=True, mode=0o755)
        for name in files:
            (folder / name).touch()
    with StateFolder(folder).lock():
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_with_other_things_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "letters").mkdir()
    folder = StateFolder(tmp_path)
    for _ in range(2):  # the second time our own files stand beside the others
        with folder.lock():
            folder.write(running())
        assert tmp_path.stat().st_mode & 0o777 == 0o755
