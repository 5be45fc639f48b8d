import shutil
from pathlib import Path

import aws_cdk as cdk
import pytest

from support_stack import LAMBDA_SRC, assets


def test_an_asset_is_the_handler_and_what_it_imports() -> None:
    files = assets.closure("assistant.voice.audio_handler")
    assert "assistant/voice/audio_handler.py" in files
    assert "assistant/aws/links.py" in files
    assert "assistant/aws/comprehend.py" not in files
    assert "assistant/status/handler.py" not in files
    assert all((LAMBDA_SRC / file).is_file() for file in files)


@pytest.mark.parametrize("name", ["boto3", "local", "tests"])
def test_nothing_foreign_is_in_it(name: str) -> None:
    assert not [file for file in assets.closure("assistant.intake.handler") if file.startswith(name)]


def test_caches_do_not_change_it(stack: cdk.Stack, tmp_path: Path) -> None:
    copy = tmp_path / "lambda_src"
    shutil.copytree(LAMBDA_SRC, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = assets.code("assistant.voice.audio_handler", copy).bind(stack).s3_location
    (copy / "assistant" / "__pycache__").mkdir()
    (copy / "assistant" / "__pycache__" / "errors.cpython-314.pyc").write_bytes(b"cache")
    (copy / "assistant" / "unused.py").write_text("")
    after = assets.code("assistant.voice.audio_handler", copy).bind(cdk.Stack(cdk.App(), "Other")).s3_location
    assert before is not None
    assert after is not None
    assert before.object_key == after.object_key
