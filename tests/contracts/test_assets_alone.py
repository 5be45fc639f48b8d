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

ZIPPED_LIMIT = 166_000
"""A fifth of the largest are texts and tables of words (docs/decisions/0005)."""

PROGRAM = """
import importlib, sys
asset, libraries, name = sys.argv[1:]
sys.path[:0] = [asset, libraries]
assert callable(importlib.import_module(name).handler)
patterns = [one for module in list(sys.modules.values()) for one in getattr(module, "DATA", ())]
if patterns:
    from assistant import data
    for file in {file for pattern in patterns for file in data.FOLDER.glob(pattern)}:
        name = file.relative_to(data.FOLDER).as_posix()
        assert data.read(name.removesuffix(".toml"))
        print(name)
"""


def _staged(handler: str, folder: Path) -> Path:
    """Return the asset as CDK stages it."""
    app = cdk.App(outdir=str(folder))
    stack = cdk.Stack(app, "Assets")
    location = assets.code(handler).bind(stack).s3_location
    assert location is not None
    app.synth()
    return next(folder.glob("asset.*"))


@pytest.mark.parametrize("handler", HANDLERS)
def test_an_asset_imports_alone_and_reads_all_its_data_and_no_other(handler: str, tmp_path: Path) -> None:
    asset = _staged(handler, tmp_path)
    # Isolated (-I): no environment variables, no user site, not this repository; no caches written (-B).
    done = subprocess.run(
        [EMULATOR_PYTHON, "-I", "-B", "-c", PROGRAM, asset, layer.find().folder / "python", handler],
        check=True,
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
    )
    data = asset / "data"
    assert set(done.stdout.split()) == {file.relative_to(data).as_posix() for file in data.rglob("*.toml")}


@pytest.mark.parametrize("handler", HANDLERS)
def test_an_asset_is_small_and_holds_the_product_alone(handler: str, tmp_path: Path) -> None:
    asset = _staged(handler, tmp_path)
    folders = {path.relative_to(asset).parts[0] for path in asset.rglob("*") if path.is_file()}
    assert folders <= {"assistant", "data"}
    archive = shutil.make_archive(str(tmp_path / "zipped"), "zip", asset)
    assert Path(archive).stat().st_size < ZIPPED_LIMIT
