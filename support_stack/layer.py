"""The layer: what the functions bring along, built without Docker and the same on every machine.

`python -m support_stack.layer` builds it; synth only looks for it, since synth never calls pip.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import LAMBDA_SRC

REQUIREMENTS = LAMBDA_SRC / "requirements.txt"
ROOT = LAMBDA_SRC.parent
LOCK = ROOT / "requirements.lock"
BUILD = ROOT / "build" / "layer"
PYTHON_VERSION = "3.14"
"""The functions' runtime; the requirements are pure Python, so the layer runs on others too."""


class LayerMissing(Exception):  # noqa: N818 - reads as what it says
    """The layer was not built yet, or its requirements or its files changed since."""


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


@dataclass(frozen=True)
class Layer:
    """A built layer: its folder, and the hash of every file in it, which is its asset's."""

    folder: Path
    content_hash: str


def find() -> Layer:
    """Return the built layer.

    Raises:
        LayerMissing: it is not there, or a file in it is not what was built.
    """
    folder = _built()
    if folder is None:
        raise LayerMissing("the functions' layer is not built: run `make setup`")
    found = content_hash(folder)
    if not folder.name.endswith(f"-{found[:16]}"):
        raise LayerMissing(
            f"{folder.relative_to(ROOT)} was changed after it was built: delete it and run `make setup`"
        )
    return Layer(folder, found)


def content_hash(folder: Path) -> str:
    """Return the hash of a folder's files, by their names and bytes: the same wherever the folder is."""
    content = hashlib.sha256()
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        name = file.relative_to(folder).as_posix()
        if "__pycache__/" not in name:
            content.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return content.hexdigest()


def build() -> Layer:
    """Build the layer unless it is there; its folder is named by its requirements and by its content."""
    if _built():
        return find()
    BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as work:
        target, requirements = Path(work) / "layer" / "python", Path(work) / "requirements.lock"
        requirements.write_text(locked())
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
                *(
                    "--target",
                    str(target),
                    "--requirement",
                    str(requirements),
                    "--require-hashes",
                    "--no-deps",
                ),
                *("--no-compile", "--only-binary=:all:", "--platform", "any"),
                *("--python-version", PYTHON_VERSION),
            ],
            check=True,
        )
        shutil.rmtree(target / "bin", ignore_errors=True)
        # What the installer writes, which is not the packages' own, may differ from one version to the next.
        for name in ("RECORD", "INSTALLER", "REQUESTED"):
            for file in target.glob(f"*.dist-info/{name}"):
                file.unlink()
        for caches in list(target.rglob("__pycache__")):
            shutil.rmtree(caches)
        target.parent.rename(BUILD / f"{_source_hash()}-{content_hash(target.parent)[:16]}")
    return find()


def _built() -> Path | None:
    """Return the folder that was built from these requirements by this builder."""
    return next(iter(BUILD.glob(f"{_source_hash()}-*")), None)


def _source_hash() -> str:
    return hashlib.sha256(locked().encode() + Path(__file__).read_bytes()).hexdigest()[:16]


if __name__ == "__main__":
    sys.stdout.write(f"layer: {build().folder}\n")
