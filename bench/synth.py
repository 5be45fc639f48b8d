"""How long `cdk synth` takes, against that of an app with one empty stack, as `make synth` calls it."""

import itertools
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

from bench.figures import Figure, spread
from local.environment.paths import CDK, NODE, ROOT, clean_environment

GOAL: Final = 2.5
ROUNDS: Final = 3
_EMPTY: Final = """import aws_cdk as cdk

app = cdk.App()
cdk.Stack(app, "Empty")
app.synth()
"""


def measure() -> Figure:
    """Return the ratio of the medians, rounds interleaved."""
    with tempfile.TemporaryDirectory() as folder:
        empty, output = Path(folder) / "app", Path(folder) / "out"
        empty.mkdir()
        (empty / "app.py").write_text(_EMPTY, encoding="utf-8")
        shutil.copy(ROOT / "cdk.json", empty)  # the same feature flags
        times: dict[Path, list[float]] = {ROOT: [], empty: []}
        for _, app in itertools.product(range(ROUNDS), times):
            times[app].append(_synth(app, output))
    ours, theirs = times.values()
    return Figure(
        "cdk synth of prod / of an app with an empty stack",
        statistics.median(ours) / statistics.median(theirs),
        GOAL,
        f"{spread(ours)} / {spread(theirs)}",
    )


def _synth(app: Path, output: Path) -> float:
    variables = clean_environment()
    variables["PATH"] = f"{NODE.parent}:{variables.get('PATH', '')}"
    command = [str(NODE), str(CDK), "--no-notices", "synth", "--context", "env=prod", "--output", str(output)]
    started = time.monotonic()
    # What went wrong is said on stderr, which passes.
    subprocess.run(command, check=True, cwd=app, env=variables, stdout=subprocess.DEVNULL)
    shutil.rmtree(output)
    return time.monotonic() - started
