"""The layer: what the functions bring along, built without Docker and the same on every machine.

`python -m support_stack.layer` builds it; synth only looks for it, since synth never calls pip.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from . import LAMBDA_SRC

REQUIREMENTS = LAMBDA_SRC / "requirements.txt"
ROOT = LAMBDA_SRC.parent
LOCK = ROOT / "requirements.lock"
BUILD = ROOT / "build" / "layer"
PYTHON_VERSION = "3.14"
"""The functions' runtime; the requirements are pure Python, so the layer runs on others too."""


class LayerMissing(Exception):  # noqa: N818 - reads as what it says
    """The layer was not built yet, or its requirements changed since."""


def locked() -> str:
    """Return the layer's requirements with their hashes, as the lock has them.

    Raises:
        LayerMissing: the lock does not have one of them.
    """
    pinned = {block.split(maxsplit=1)[0]: block for block in re.split(r"\n(?=\S)", LOCK.read_text())}
    wanted = [line for line in REQUIREMENTS.read_text().splitlines() if line and not line.startswith("#")]
    if missing := [line for line in wanted if line not in pinned]:
        raise LayerMissing(f"not in requirements.lock: {', '.join(missing)}; run `make lock`")
    return "\n".join(pinned[line].rstrip() for line in wanted) + "\n"


def asset_hash() -> str:
    """Return the layer's identity: its locked requirements and this builder."""
    return hashlib.sha256(locked().encode() + Path(__file__).read_bytes()).hexdigest()


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
        target, requirements = Path(work) / "layer" / "python", Path(work) / "requirements.lock"
        requirements.write_text(locked())
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
                *("--target", str(target), "--requirement", str(requirements), "--no-deps", "--no-compile"),
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
