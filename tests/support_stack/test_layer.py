import shutil
from pathlib import Path

import pytest

from support_stack import layer


def test_the_layer_is_pure_python_and_holds_no_leftovers() -> None:
    folder = layer.find().folder
    names = {path.relative_to(folder).parts[1] for path in folder.rglob("*") if path.is_file()}
    assert {"aws_lambda_powertools", "fastjsonschema", "jmespath", "typing_extensions.py"} <= names
    assert not {"boto3", "botocore", "bin"} & names
    assert not [path for path in folder.rglob("*") if path.suffix in (".so", ".pyd") or path.name == "RECORD"]


def test_every_requirement_is_pinned() -> None:
    lines = [
        line for line in layer.REQUIREMENTS.read_text().splitlines() if line and not line.startswith("#")
    ]
    assert lines
    assert all(line.count("==") == 1 for line in lines)


def test_its_identity_is_that_of_its_requirements(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = layer.find()
    other = tmp_path / "requirements.txt"
    other.write_text("fastjsonschema==2.0.0\n")
    monkeypatch.setattr(layer, "REQUIREMENTS", other)
    with pytest.raises(layer.LayerMissing, match=r"not in requirements\.lock: fastjsonschema==2\.0\.0"):
        layer.find()
    other.write_text("fastjsonschema==2.22.3\n")
    with pytest.raises(layer.LayerMissing, match="is not built: run `make setup`"):
        layer.find()
    monkeypatch.undo()
    assert layer.find() == before


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A layer of one package to be built in a folder of its own, which it returns."""
    requirements, build = tmp_path / "requirements.txt", tmp_path / "build"
    requirements.write_text("fastjsonschema==2.22.3\n")
    build.mkdir()
    monkeypatch.setattr(layer, "REQUIREMENTS", requirements)
    monkeypatch.setattr(layer, "ROOT", tmp_path)
    monkeypatch.setattr(layer, "BUILD", build)
    return build


def copied(folder: Path, build: Path) -> Path:
    """Put a folder of the right name in the place of what pip would install, and return it."""
    made = build / f"{layer._source_hash()}-{layer.content_hash(folder)[:16]}"
    shutil.copytree(folder, made)
    return made


def test_its_hash_is_that_of_its_files_wherever_they_are(small: Path, tmp_path: Path) -> None:
    package = tmp_path / "somewhere" / "python"
    package.mkdir(parents=True)
    (package / "one.py").write_text("ONE = 1\n")
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "one.pyc").write_bytes(b"differs by machine")
    first = layer.content_hash(package.parent)
    folder = copied(package.parent, small)
    shutil.rmtree(folder / "python" / "__pycache__")
    assert layer.find() == layer.Layer(folder, first)
    (package / "one.py").rename(package / "two.py")
    assert layer.content_hash(package.parent) != first


@pytest.mark.parametrize("change", ["changed", "added", "removed"])
def test_a_file_that_is_not_as_it_was_built_is_an_error(small: Path, tmp_path: Path, change: str) -> None:
    package = tmp_path / "somewhere" / "python"
    package.mkdir(parents=True)
    (package / "one.py").write_text("ONE = 1\n")
    folder = copied(package.parent, small)
    match change:
        case "changed":
            (folder / "python" / "one.py").write_text("ONE = 2\n")
        case "added":
            (folder / "python" / "sitecustomize.py").touch()
        case "removed":
            (folder / "python" / "one.py").unlink()
    with pytest.raises(layer.LayerMissing, match="was changed after it was built"):
        layer.find()
    with pytest.raises(layer.LayerMissing, match="was changed after it was built"):
        layer.build()
