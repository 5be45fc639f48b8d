"""Each asset works as it is deployed: with its layer and boto3, and with nothing else."""

import shutil
import subprocess
from pathlib import Path

import aws_cdk as cdk
import pytest

from support_stack import LAMBDA_SRC, assets, layer

ROOT = Path(__file__).resolve().parents[2]
EMULATOR_PYTHON = ROOT / ".venv-emulator" / "bin" / "python"
HANDLERS = sorted(
    ".".join(file.relative_to(LAMBDA_SRC).with_suffix("").parts)
    for file in LAMBDA_SRC.glob("assistant/*/*handler.py")
)

ZIPPED_LIMIT = 155_000
"""A quarter of the largest are tables of words and templates (docs/decisions/0005)."""


def _staged(handler: str, folder: Path) -> Path:
    """Return the asset as CDK stages it."""
    app = cdk.App(outdir=str(folder))
    stack = cdk.Stack(app, "Assets")
    location = assets.code(handler).bind(stack).s3_location
    assert location is not None
    app.synth()
    return next(folder.glob("asset.*"))


@pytest.mark.parametrize("handler", HANDLERS)
def test_an_asset_imports_alone_and_needs_no_environment_to_do_so(handler: str, tmp_path: Path) -> None:
    asset = _staged(handler, tmp_path)
    program = (
        "import importlib, sys\n"
        f"sys.path[:0] = [{str(asset)!r}, {str(layer.path() / 'python')!r}]\n"
        f"module = importlib.import_module('{handler}')\n"
        "assert callable(module.handler)\n"
    )
    # Isolated (-I): no environment variables, no user site, not this repository; no caches written (-B).
    subprocess.run([EMULATOR_PYTHON, "-I", "-B", "-c", program], check=True, cwd=tmp_path, env={})


@pytest.mark.parametrize("handler", HANDLERS)
def test_an_asset_is_small_and_holds_the_product_alone(handler: str, tmp_path: Path) -> None:
    asset = _staged(handler, tmp_path)
    folders = {path.relative_to(asset).parts[0] for path in asset.rglob("*") if path.is_file()}
    assert folders == {"assistant"}
    archive = shutil.make_archive(str(tmp_path / "zipped"), "zip", asset)
    assert Path(archive).stat().st_size < ZIPPED_LIMIT
