"""The layer: what the functions bring along, built without Docker and the same on every machine.

`python -m support_stack.layer` builds it; synth only looks for it, since synth never calls pip.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from . import LAMBDA_SRC

REQUIREMENTS = LAMBDA_SRC / "requirements.txt"
BUILD = Path(__file__).resolve().parents[1] / "build" / "layer"
PYTHON_VERSION = "3.14"
"""The functions' runtime; the requirements are pure Python, so the layer runs on others too."""


class LayerMissing(Exception):  # noqa: N818 - reads as what it says
    """The layer was not built yet, or its requirements changed since."""


def asset_hash() -> str:
    """Return the layer's identity: its pinned requirements and this builder."""
    return hashlib.sha256(REQUIREMENTS.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def path() -> Path:
    """Return the folder of the built layer.

    Raises:
        LayerMissing: it is not there.
    """
    folder = BUILD / asset_hash()[:16]
    if not folder.is_dir():
        raise LayerMissing("the functions' layer is not built: run `make setup`")
    return folder


def build() -> Path:
    """Build the layer unless it is there, and return its folder."""
    folder = BUILD / asset_hash()[:16]
    if folder.is_dir():
        return folder
    BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as work:
        target = Path(work) / "layer" / "python"
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
                *("--target", str(target), "--requirement", str(REQUIREMENTS), "--no-deps", "--no-compile"),
                *("--only-binary=:all:", "--platform", "any", "--python-version", PYTHON_VERSION),
            ],
            check=True,
        )
        shutil.rmtree(target / "bin", ignore_errors=True)
        for record in target.glob("*.dist-info/RECORD"):
            record.unlink()
        for caches in list(target.rglob("__pycache__")):
            shutil.rmtree(caches)
        target.parent.rename(folder)
    return folder


if __name__ == "__main__":
    sys.stdout.write(f"layer: {build()}\n")
