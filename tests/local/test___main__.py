"""The command line's edge: one line for what was to be expected."""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from botocore.exceptions import ClientError

from local import __main__ as edge
from local.errors import LocalError

ROOT = Path(__file__).resolve().parents[2]


def fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (LocalError("port 1 is taken"), "error: port 1 is taken"),
        (ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "GetItem"), "(AccessDenied)"),
        (httpx.ConnectError("refused"), "error: no answer from the server: refused"),
    ],
)
def test_an_expected_problem_is_one_line_and_exit_code_one(
    error: Exception, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(edge, "app", lambda: fail(error))
    with pytest.raises(SystemExit) as ended:
        edge.main()
    printed = capsys.readouterr()
    assert (ended.value.code, printed.out) == (1, "")
    assert line in printed.err
    assert printed.err.count("\n") == 1


def test_a_command_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["local", "down", "--state", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        edge.main()
    assert (ended.value.code, capsys.readouterr().out) == (0, "nothing is running\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["send", "--message", b"caf\xe9"],
        ["erase", "--email", b"jos\xe9@example.com"],
        ["up", "--state", b"\xff"],
        ["send", "--message", "x", "--idempotency-key", b"cl\xe9"],
    ],
)
def test_arguments_in_another_encoding_are_one_line(arguments: list[str | bytes]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "local", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "is not valid UTF-8: set the terminal to UTF-8" in done.stderr


def test_an_environment_variable_in_another_encoding_is_one_line() -> None:
    environment = {**os.environb, b"SUPPORT_EMAIL": b"jos\xe9@example.com"}
    done = subprocess.run(
        [sys.executable, "-m", "local", "erase"], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"is not valid UTF-8" in done.stderr


@pytest.mark.parametrize("command", ["up", "down", "status", "demo"])
@pytest.mark.parametrize("below", ["", "sub/folder"])
def test_a_state_folder_that_is_a_file_is_refused(command: str, below: str, tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("x")
    done = subprocess.run(
        [sys.executable, "-m", "local", command, "--state", str(file / below)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert f"error: --state takes a folder, and {file} is a file" in done.stderr
