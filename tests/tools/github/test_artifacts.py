"""An environment goes back to the newest assembly that the default branch itself has kept of it."""

import hashlib
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.tools.github.conftest import TOKEN, FakeGitHub, serving
from tools.github import __main__ as command, artifacts
from tools.github.api import GitHubError, connect
from tools.github.artifacts import Artifact

OURS, FORK = 42, 99


def archive(content: str = "{}") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as files:
        files.writestr("manifest.json", content)
        files.writestr("asset.1/assistant/handler.py", "pass")
    return buffer.getvalue()


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def kept(
    number: int,
    day: int,
    *,
    repository: int = OURS,
    branch: str = "main",
    expired: bool = False,
    data: bytes = b"",
) -> dict[str, Any]:
    return {
        "id": number,
        "name": "deployed-dev",
        "expired": expired,
        "created_at": f"2026-11-{day:02}T08:00:00Z",
        "digest": digest(data or archive()),
        "workflow_run": {
            "id": number * 100,
            "head_repository_id": repository,
            "head_branch": branch,
            "head_sha": f"{number}" * 40,
        },
    }


@pytest.fixture
def repository(github: FakeGitHub) -> FakeGitHub:
    github.answer("GET ", {"id": OURS, "default_branch": "main"})
    return github


def offer(github: FakeGitHub, *found: dict[str, Any]) -> None:
    github.answer("GET actions/artifacts", {"total_count": len(found), "artifacts": [*found]})


def last(github: FakeGitHub, run: int | None = None) -> Artifact:
    with connect(github.variables) as connected:
        return artifacts.last_deployed(connected, "dev", run=run)


def test_the_newest_is_taken_in_whatever_order_they_come(repository: FakeGitHub) -> None:
    offer(repository, kept(1, 10), kept(3, 12), kept(2, 11))
    found = last(repository)
    assert (found.id, found.run, found.commit) == (3, 300, "3" * 40)
    assert "name=deployed-dev" in repository.requests[-1][1]


@pytest.mark.parametrize(
    "untrusted",
    [
        kept(9, 20, repository=FORK),
        kept(9, 20, branch="feature"),
        kept(9, 20, expired=True),
        kept(9, 20) | {"workflow_run": None},
    ],
    ids=["fork", "branch", "expired", "run deleted"],
)
def test_what_others_have_uploaded_under_its_name_does_not_count(
    untrusted: dict[str, Any], repository: FakeGitHub
) -> None:
    offer(repository, untrusted, kept(1, 10))
    assert last(repository).id == 1
    offer(repository, untrusted)
    with pytest.raises(GitHubError, match="no artifact deployed-dev of main is kept: check the wanted"):
        last(repository)


def test_an_earlier_run_can_be_named(repository: FakeGitHub) -> None:
    offer(repository, kept(2, 11), kept(1, 10))
    assert last(repository, run=100).id == 1
    with pytest.raises(GitHubError, match="of main and workflow run 7 is kept"):
        last(repository, run=7)


def test_the_files_take_the_place_of_the_earlier_ones_and_the_storage_sees_no_token(
    repository: FakeGitHub, tmp_path: Path
) -> None:
    folder = tmp_path / "rollback" / "dev"
    (folder / "asset.0").mkdir(parents=True)
    storage = FakeGitHub()
    storage.answer("GET /archive.zip", archive())
    with serving(storage) as server, connect(repository.variables) as connected:
        # another host by name, as the client sees it, on loopback all the same
        location = f"http://localhost:{server.server_port}/archive.zip"
        repository.answer("GET actions/artifacts/3/zip", b"", status=302, Location=location)
        offer(repository, kept(3, 12))
        artifacts.download(connected, last(repository), folder)
        server.shutdown()
    assert sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()) == [
        "asset.1/assistant/handler.py",
        "manifest.json",
    ]
    assert not (folder / "asset.0").exists()
    assert [one[3] for one in storage.requests] == [None]
    assert {one[3] for one in repository.requests} == {f"Bearer {TOKEN}"}


def test_what_is_not_what_was_kept_is_not_unpacked(repository: FakeGitHub, tmp_path: Path) -> None:
    repository.answer("GET actions/artifacts/3/zip", archive("changed"))
    offer(repository, kept(3, 12))
    with connect(repository.variables) as connected:
        found = artifacts.last_deployed(connected, "dev")
        with pytest.raises(GitHubError, match="artifact 3 is not what was kept"):
            artifacts.download(connected, found, tmp_path / "dev")
    assert not (tmp_path / "dev").exists()


def run(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *arguments: str) -> Any:
    for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["github", *arguments])
    with pytest.raises(SystemExit) as ended:
        command.main()
    return ended.value.code


def test_the_command_names_what_it_goes_back_to(
    repository: FakeGitHub,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    repository.answer("GET actions/artifacts/3/zip", archive())
    offer(repository, kept(3, 12))
    assert run(monkeypatch, repository.variables, "rollback", "dev", str(tmp_path / "dev"), "--run=300") == 0
    assert f"workflow run 300, commit {'3' * 40}" in capsys.readouterr().out
    assert (tmp_path / "dev" / "manifest.json").exists()


def test_what_it_needs_and_has_not_is_one_line(monkeypatch: pytest.MonkeyPatch, github: FakeGitHub) -> None:
    assert run(monkeypatch, {}, "rollback", "dev", "x") == (
        "error: GITHUB_TOKEN is not set: GitHub sets it in a workflow, a workflow's token by `env:`"
    )
    nobody = github.variables | {"GITHUB_API_URL": "http://127.0.0.1:1"}
    assert str(run(monkeypatch, nobody, "rollback", "dev", "x")).startswith("error: no answer from GitHub: ")
