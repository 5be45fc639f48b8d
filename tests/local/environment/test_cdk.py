"""The CDK command line: the real one, on apps that fail or succeed."""

import json
from pathlib import Path

import pytest

from local.environment.cdk import Cdk, stack_name
from local.errors import LocalError


def project(folder: Path, app: str) -> Path:
    (folder / "cdk.json").write_text(json.dumps({"app": app}))
    return folder


def test_a_failed_command_is_reported_with_its_last_lines(tmp_path: Path) -> None:
    root = project(
        tmp_path, "python -c \"raise SystemExit('error: environments/local.toml: company: is missing')\""
    )
    with pytest.raises(LocalError, match=r"cdk synth failed: .*company: is missing.*cdk-synth\.log"):
        Cdk(tmp_path / "state", {}, root).synth()


def test_the_local_environment_is_synthesized_by_the_venvs_python(tmp_path: Path) -> None:
    script = """
import json, pathlib, sys
import aws_cdk
app = aws_cdk.App()
aws_cdk.Stack(app, "Empty")
seen = [app.node.try_get_context("env"), sys.prefix]
pathlib.Path("seen.json").write_text(json.dumps(seen))
app.synth()
"""
    (tmp_path / "app.py").write_text(script)
    Cdk(tmp_path / "state", {}, project(tmp_path, "python app.py")).synth()
    environment, prefix = json.loads((tmp_path / "seen.json").read_text())
    assert environment == "local"
    assert prefix.endswith(".venv")
    assert (tmp_path / "state" / "cdk.out" / "manifest.json").exists()


def test_another_environment_is_synthesized_by_its_name(tmp_path: Path) -> None:
    script = """
import pathlib
import aws_cdk
app = aws_cdk.App()
pathlib.Path("seen.txt").write_text(app.node.try_get_context("env"))
aws_cdk.Stack(app, "Empty")
app.synth()
"""
    (tmp_path / "app.py").write_text(script)
    Cdk(tmp_path / "state", {}, project(tmp_path, "python app.py"), "local-economy").synth()
    assert (tmp_path / "seen.txt").read_text() == "local-economy"
    assert stack_name("local-economy") == "support-assistant-local-economy"
