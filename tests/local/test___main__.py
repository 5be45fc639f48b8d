"""The command line's edge: one line for what was to be expected."""

import sys
from pathlib import Path

import httpx
import pytest
from botocore.exceptions import ClientError

from local import __main__ as edge
from local.errors import LocalError


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
