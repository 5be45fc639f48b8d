"""The files that translators and support leads edit, and how they are read."""

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from assistant import data
from assistant.data import DataError
from support_stack import LAMBDA_SRC, assets

FILES = sorted(data.FOLDER.rglob("*"))
READERS = [file for file in LAMBDA_SRC.rglob("*.py") if "import data\n" in file.read_text()]


@dataclass(frozen=True)
class Shape:
    needed: str
    optional: str = " "


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(data, "FOLDER", tmp_path)
    data.read.cache_clear()
    yield tmp_path
    data.read.cache_clear()


def test_a_file_is_read_once(folder: Path) -> None:
    (folder / "some.toml").write_text('a = "é"', encoding="utf-8")
    first = data.read("some")
    assert first == {"a": "é"}
    assert data.read("some") is first


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file"),
        (b"a = 1\nb = two\n", "line 2"),
        (b"a = 1\na = 2\n", "line 2"),
        (b'a = "\xff"\n', "utf-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (folder / "some.toml").write_bytes(content)
    with pytest.raises(DataError, match=rf"^data/some\.toml: .*{told}"):
        data.read("some")


def test_a_folder_without_files_is_named(folder: Path) -> None:
    with pytest.raises(DataError, match=r"^data/none: no files$"):
        data.names("none")


def test_a_record_has_the_keys_of_its_class() -> None:
    assert data.record(Shape, {"needed": "x"}, "some.toml") == Shape("x")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, r"data/some\.toml: .*missing.*'needed'"),
        ({"needed": "x", "typo": "y"}, r"data/some\.toml: .*unexpected.*'typo'"),
    ],
)
def test_a_missing_or_unknown_key_is_named(values: dict[str, str], told: str) -> None:
    with pytest.raises(DataError, match=told):
        data.record(Shape, values, "some.toml")


def test_there_is_nothing_but_toml() -> None:
    assert {file.suffix for file in FILES if file.is_file()} == {".toml"}


@pytest.mark.parametrize("file", [file for file in FILES if file.is_file()], ids=lambda file: file.name)
def test_a_file_says_who_edits_it_and_is_composed_unicode(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert tomllib.loads(text)
    intro = text.partition("\n\n")[0]
    assert all(line.startswith("#") for line in intro.splitlines())
    readers = ("the support lead.", "translators.", "the engineer who deploys:")
    assert any(f"For {reader}" in intro for reader in readers)
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("file", READERS, ids=lambda file: file.stem)
def test_a_module_that_reads_data_names_it_for_the_assets(file: Path) -> None:
    assert assets.patterns(file)


def test_every_file_is_read_by_one_module() -> None:
    patterns = [pattern for file in READERS for pattern in assets.patterns(file)]
    for file in FILES:
        name = file.relative_to(data.FOLDER).as_posix()
        assert file.is_dir() or sum(fnmatch(name, pattern) for pattern in patterns) == 1, name
