"""Tests mirror the source."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    file.relative_to(ROOT)
    for folder in ("support_stack", "lambda_src", "local")
    for file in (ROOT / folder).rglob("*.py")
    if file.name != "__init__.py"
)


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_every_source_file_has_its_test(source: Path) -> None:
    assert (ROOT / "tests" / source.parent / f"test_{source.name}").is_file()
