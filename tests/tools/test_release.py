"""`make release`, in a repository of its own."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tools.release import ReleaseError, release

TODAY = date(2026, 12, 1)
CHANGELOG = """# Changelog

## [Unreleased]

### Added

- A desk.

## [0.9.0] - 2026-11-23

- The beginning.
"""
PYPROJECT = """[project]
name = "desk"
version = "0.9.0"

[tool.other]
python_version = "3.11"
"""


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=Ana", "-c", "user.email=ana@example.com")
    done = subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ana@example.com")
    (tmp_path / "docs").mkdir()
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "docs" / "openapi.json").write_text(
        json.dumps({"info": {"title": "Désk", "version": "0.9.0"}}, indent=2, ensure_ascii=False) + "\n"
    )
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "feat: a desk")
    return tmp_path


def test_what_is_unreleased_gets_the_version_a_commit_and_a_tag(repository: Path) -> None:
    release(repository, "1.0.0", TODAY)
    changelog = (repository / "CHANGELOG.md").read_text()
    assert "## [Unreleased]\n\n## [1.0.0] - 2026-12-01\n\n### Added\n\n- A desk.\n\n## [0.9.0]" in changelog
    assert (repository / "pyproject.toml").read_text() == PYPROJECT.replace('"0.9.0"', '"1.0.0"')
    assert (repository / "docs" / "openapi.json").read_text() == (
        '{\n  "info": {\n    "title": "Désk",\n    "version": "1.0.0"\n  }\n}\n'
    )
    assert git(repository, "log", "-1", "--format=%s") == "chore(release): 1.0.0"
    assert git(repository, "cat-file", "-t", "v1.0.0") == "tag"
    assert git(repository, "rev-list", "-1", "v1.0.0") == git(repository, "rev-parse", "HEAD")
    assert not git(repository, "status", "--porcelain")


@pytest.mark.parametrize("version", ["0.9.1", "0.10.0", "1.0.0", "10.0.0"])
def test_a_newer_version_is_taken(repository: Path, version: str) -> None:
    release(repository, version, TODAY)
    assert git(repository, "tag") == f"v{version}"


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("", "VERSION is MAJOR.MINOR.PATCH in figures, such as 1.2.0, not ''"),
        ("1.0", "MAJOR.MINOR.PATCH"),
        ("v1.0.0", "MAJOR.MINOR.PATCH"),
        ("01.0.0", "MAJOR.MINOR.PATCH"),
        ("1.0.0-rc.1", "MAJOR.MINOR.PATCH"),
        ("1.0.0\n", "MAJOR.MINOR.PATCH"),
        ("0.9.0", "newer than 0.9.0, which pyproject.toml has; 0.9.0 is not"),
        ("0.8.9", "newer than 0.9.0"),
    ],
)
def test_a_version_that_does_not_follow_changes_nothing(repository: Path, version: str, told: str) -> None:
    before = git(repository, "rev-parse", "HEAD")
    with pytest.raises(ReleaseError) as refused:
        release(repository, version, TODAY)
    assert told in str(refused.value)
    _unchanged(repository, before)


def _unchanged(repository: Path, head: str) -> None:
    assert git(repository, "rev-parse", "HEAD") == head
    assert (repository / "pyproject.toml").read_text() == PYPROJECT
    assert 'version": "0.9.0"' in (repository / "docs" / "openapi.json").read_text()


def test_a_work_tree_with_changes_is_refused(repository: Path) -> None:
    before = git(repository, "rev-parse", "HEAD")
    (repository / "note.txt").write_text("half done")
    with pytest.raises(ReleaseError, match="not committed"):
        release(repository, "1.0.0", TODAY)
    _unchanged(repository, before)


def test_a_tag_that_exists_is_refused(repository: Path) -> None:
    git(repository, "tag", "v1.0.0")
    before = git(repository, "rev-parse", "HEAD")
    with pytest.raises(ReleaseError, match=r"the tag v1\.0\.0 exists already"):
        release(repository, "1.0.0", TODAY)
    _unchanged(repository, before)


@pytest.mark.parametrize("changelog", ["# Changelog\n", "## [Unreleased]\n\n\n## [0.9.0]\n\n- x\n", ""])
def test_without_anything_unreleased_there_is_no_release(repository: Path, changelog: str) -> None:
    (repository / "CHANGELOG.md").write_text(changelog)
    git(repository, "commit", "--quiet", "--all", "--message", "docs: none")
    before = git(repository, "rev-parse", "HEAD")
    with pytest.raises(ReleaseError, match="nothing to release"):
        release(repository, "1.0.0", TODAY)
    _unchanged(repository, before)


def test_outside_a_repository_git_says_so(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    with pytest.raises(ReleaseError, match="git status: fatal: not a git repository"):
        release(tmp_path, "1.0.0", TODAY)
