"""The product's version: it stands in `pyproject.toml` alone."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

PYPROJECT: Final = Path(__file__).resolve().parents[1] / "pyproject.toml"


@cache
def version() -> str:
    """Return the version (SemVer) that is synthesized, described and recorded."""
    return str(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"])
