import shutil
from pathlib import Path

import aws_cdk as cdk
import pytest

from support_stack import LAMBDA_SRC, assets

INTAKE = "assistant.intake.handler"
VOICE = "assistant.voice.audio_handler"
HANDLERS = [
    ".".join(file.relative_to(LAMBDA_SRC).with_suffix("").parts)
    for file in LAMBDA_SRC.glob("assistant/*/*handler.py")
]


def test_an_asset_is_the_handler_and_what_it_imports() -> None:
    files = assets.closure(VOICE)
    assert "assistant/voice/audio_handler.py" in files
    assert "assistant/aws/kms.py" in files
    assert "assistant/aws/comprehend.py" not in files
    assert "assistant/status/handler.py" not in files
    assert all((LAMBDA_SRC / file).is_file() for file in files)


@pytest.mark.parametrize("name", ["boto3", "local", "tests"])
def test_nothing_foreign_is_in_it(name: str) -> None:
    assert not [file for file in assets.closure(INTAKE) if file.startswith(name)]


@pytest.mark.parametrize(
    ("file", "handlers"),
    [
        ("receipts.toml", {"intake"}),
        ("templates/de.toml", {"reply"}),
        ("category_words/fr.toml", {"analysis"}),
    ],
)
def test_data_goes_to_the_functions_that_read_it(file: str, handlers: set[str]) -> None:
    found = {handler.split(".")[1] for handler in HANDLERS if f"data/{file}" in assets.closure(handler)}
    assert found == handlers


def test_every_file_of_data_belongs_to_an_asset() -> None:
    files = {file.relative_to(LAMBDA_SRC).as_posix() for file in LAMBDA_SRC.glob("data/**/*.*")}
    assert files
    assert files <= {file for handler in HANDLERS for file in assets.closure(handler)}


def test_a_module_that_names_data_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "reader.py").write_text('DATA: Final = ("words/*.toml",)\n')
    with pytest.raises(FileNotFoundError, match=r"reader\.py: .* words/\*\.toml"):
        assets.closure("reader", tmp_path)


def test_changed_data_change_the_assets_that_have_them(tmp_path: Path) -> None:
    copy = tmp_path / "lambda_src"
    shutil.copytree(LAMBDA_SRC, copy, ignore=shutil.ignore_patterns("__pycache__"))
    keys = {handler: _key(handler, copy) for handler in (INTAKE, VOICE)}
    with (copy / "data" / "receipts.toml").open("a") as receipts:
        receipts.write('xx = "Kept."\n')
    assert {handler for handler, key in keys.items() if _key(handler, copy) != key} == {INTAKE}


def test_caches_do_not_change_it(tmp_path: Path) -> None:
    copy = tmp_path / "lambda_src"
    shutil.copytree(LAMBDA_SRC, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = _key(VOICE, copy)
    (copy / "assistant" / "__pycache__").mkdir()
    (copy / "assistant" / "__pycache__" / "errors.cpython-314.pyc").write_bytes(b"cache")
    (copy / "assistant" / "unused.py").write_text("")
    assert _key(VOICE, copy) == before


def _key(handler: str, root: Path) -> str:
    location = assets.code(handler, root).bind(cdk.Stack(cdk.App(), "Assets")).s3_location
    assert location is not None
    return location.object_key
