"""`make release VERSION=1.2.0`: gives what is unreleased a version, commits and tags it.

The version stands in `pyproject.toml`; `docs/openapi.json`, which is made from it, follows.
"""

import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
CHANGELOG: Final = "CHANGELOG.md"
PYPROJECT: Final = "pyproject.toml"
OPENAPI: Final = "docs/openapi.json"

UNRELEASED: Final = "## [Unreleased]\n"
_FORM: Final = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_LINE: Final = re.compile(r'^version = "([^"]+)"$', re.MULTILINE)
"""The version in pyproject.toml; the tables below `[project]` name theirs otherwise."""


class ReleaseError(Exception):
    """Nothing was released or changed; the message says what is wrong and what would be right."""


def release(root: Path, version: str, today: date) -> None:
    """Move the changelog's heading, set the version, commit, tag.

    Raises:
        ReleaseError: the version is not newer, the work tree is not clean, or nothing is unreleased.
    """
    pyproject = (root / PYPROJECT).read_text(encoding="utf-8")
    changelog = (root / CHANGELOG).read_text(encoding="utf-8")
    current = _LINE.findall(pyproject)[0]
    if not _FORM.fullmatch(version):
        raise ReleaseError(f"VERSION is MAJOR.MINOR.PATCH in figures, such as 1.2.0, not {version!r}")
    if _parts(version) <= _parts(current):
        raise ReleaseError(f"VERSION has to be newer than {current}, which {PYPROJECT} has; {version} is not")
    if git(root, "status", "--porcelain"):
        raise ReleaseError("the work tree has changes that are not committed: commit or stash them first")
    if git(root, "tag", "--list", f"v{version}"):
        raise ReleaseError(f"the tag v{version} exists already")
    before, heading, after = changelog.partition(UNRELEASED)
    if not heading or not after.partition("\n## ")[0].strip():
        raise ReleaseError(f"{CHANGELOG} has nothing below {UNRELEASED.strip()}: there is nothing to release")
    released = f"{before}{heading}\n## [{version}] - {today.isoformat()}\n{after}"
    (root / CHANGELOG).write_text(released, encoding="utf-8")
    (root / PYPROJECT).write_text(_LINE.sub(f'version = "{version}"', pyproject, count=1), encoding="utf-8")
    described = json.loads((root / OPENAPI).read_text(encoding="utf-8"))
    described["info"]["version"] = version
    (root / OPENAPI).write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    git(root, "commit", "--quiet", "--message", f"chore(release): {version}", "--", *_CHANGED)
    git(root, "tag", "--annotate", f"v{version}", "--message", f"Version {version}")


_CHANGED: Final = (CHANGELOG, PYPROJECT, OPENAPI)


def git(root: Path, *arguments: str) -> str:
    """Return what git prints.

    Raises:
        ReleaseError: git failed; the message is its own.
    """
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseError(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def main() -> None:
    """Release the version that is given."""
    (version,) = sys.argv[1:] or ("",)
    try:
        release(ROOT, version, datetime.now(UTC).date())
    except ReleaseError as error:
        sys.exit(f"error: {error}")
    sys.stdout.write(f"v{version} is committed and tagged. To publish it: git push --follow-tags\n")


if __name__ == "__main__":
    main()
