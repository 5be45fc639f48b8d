"""Imports run one way, down this list; boto3 stays in the adapters."""

import ast
from pathlib import Path

import pytest

ASSISTANT = Path(__file__).resolve().parents[2] / "lambda_src" / "assistant"
FILES = sorted(file for file in ASSISTANT.rglob("*.py") if file.parent != ASSISTANT)

CAPABILITIES = [
    *("intake", "analysis", "knowledge", "reply", "voice", "delivery"),
    *("status", "recovery", "erasure", "doctor", "watch"),
]
BELOW = {
    "analysis": "knowledge reply",  # finds the passages; the economy profile's draft
    "recovery": "erasure",  # the sweep finishes erasures
    "doctor": "analysis knowledge reply voice",  # makes the calls that they make
}
"""The other capabilities that a capability may import."""

SHARED = {
    "entrypoints": "request cost aws",
    "request": "cost aws language privacy own_words text",
    "privacy": "language own_words translation text",
    "own_words": "language text",
    "translation": "language cost aws text",
    "language": "text",
    "cost": "",
    "aws": "",
    "text": "",
}
"""What each shared package may import of the others; a capability may import all of them."""


def imports(file: Path) -> set[str]:
    package = ("assistant", *file.relative_to(ASSISTANT).parent.parts)
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def _packages(file: Path) -> set[str]:
    """Return the packages of the product that a file imports from, other than its own."""
    names = {name.split(".")[1] for name in imports(file) if name.startswith("assistant.")}
    return {name for name in names if (ASSISTANT / name).is_dir()} - {_package(file)}


def _package(file: Path) -> str:
    return file.relative_to(ASSISTANT).parts[0]


def _id(file: Path) -> str:
    return file.relative_to(ASSISTANT).as_posix()


@pytest.mark.parametrize("file", FILES, ids=_id)
def test_imports_go_down_the_list(file: Path) -> None:
    package = _package(file)
    others = BELOW.get(package, "").split()
    allowed = {*SHARED, *others} if package in CAPABILITIES else set(SHARED[package].split())
    assert _packages(file) <= allowed


@pytest.mark.parametrize("file", FILES, ids=_id)
def test_nobody_imports_a_handler(file: Path) -> None:
    assert not [name for name in imports(file) if "handler" in name.split(".")[-1]]


@pytest.mark.parametrize("file", [file for file in FILES if _package(file) != "aws"], ids=_id)
def test_boto3_stays_in_the_adapters(file: Path) -> None:
    assert not {name.split(".")[0] for name in imports(file)} & {"boto3", "botocore"}


def test_the_lists_name_every_package() -> None:
    folders = {folder.name for folder in ASSISTANT.iterdir() if (folder / "__init__.py").is_file()}
    assert folders == {*CAPABILITIES, *SHARED}
