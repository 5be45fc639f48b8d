"""The cloud assemblies that workflows keep once an environment has passed its smoke test."""

import hashlib
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.github.api import GitHub, GitHubError, Json

PREFIX: Final = "deployed-"
"""Begins the name of the artifact that deploy.yml keeps of an environment after its smoke test."""


@dataclass(frozen=True)
class Artifact:
    """One kept assembly: which workflow run kept it, of which commit, and the digest of its archive."""

    id: int
    name: str
    run: int
    commit: str
    created_at: str
    digest: str


def last_deployed(github: GitHub, environment: str, *, run: int | None = None) -> Artifact:
    """Return the newest assembly that was kept of an environment, or that of one workflow run.

    Only what the default branch of the repository itself has kept counts: a pull request can have an artifact
    of the same name uploaded, a fork's from a branch of the same name. Raises GitHubError if there is none.
    """
    repository = github.call("GET")
    name = f"{PREFIX}{environment}"
    kept = [
        one
        for page in github.pages("actions/artifacts", name=name)
        for one in page["artifacts"]
        if _is_trusted(one, repository) and run in (None, one["workflow_run"]["id"])
    ]
    if not kept:
        raise GitHubError(
            f"no artifact {name} of {repository['default_branch']}{f' and workflow run {run}' if run else ''}"
            f" is kept: check the wanted commit out and run make deploy ENV={environment}"
        )
    newest = max(kept, key=lambda one: (one["created_at"], one["id"]))
    return Artifact(
        id=newest["id"],
        name=name,
        run=newest["workflow_run"]["id"],
        commit=newest["workflow_run"]["head_sha"],
        created_at=newest["created_at"],
        digest=newest["digest"],
    )


def download(github: GitHub, artifact: Artifact, folder: Path) -> None:
    """Put an artifact's files into a folder, in place of what was there.

    Raises GitHubError if they are not what was kept.
    """
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "artifact.zip"
        github.download(f"actions/artifacts/{artifact.id}/zip", archive)
        with archive.open("rb") as file:
            digest = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
        if digest != artifact.digest:
            raise GitHubError(f"artifact {artifact.id} is not what was kept: {digest}, not {artifact.digest}")
        shutil.rmtree(folder, ignore_errors=True)
        with zipfile.ZipFile(archive) as files:
            files.extractall(folder)


def _is_trusted(artifact: Json, repository: Json) -> bool:
    origin = artifact.get("workflow_run") or {}
    return (
        not artifact["expired"]
        and origin.get("head_repository_id") == repository["id"]
        and origin.get("head_branch") == repository["default_branch"]
    )
