from pathlib import Path

import pytest

from support_stack import layer


def test_the_layer_is_pure_python_and_holds_no_leftovers() -> None:
    folder = layer.path()
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
    before = layer.asset_hash()
    other = tmp_path / "requirements.txt"
    other.write_text("fastjsonschema==2.0.0\n")
    monkeypatch.setattr(layer, "REQUIREMENTS", other)
    with pytest.raises(layer.LayerMissing, match=r"not in requirements\.lock: fastjsonschema==2\.0\.0"):
        layer.asset_hash()
    other.write_text("fastjsonschema==2.22.3\n")
    assert layer.asset_hash() != before
    with pytest.raises(layer.LayerMissing, match="run `make setup`"):
        layer.path()
