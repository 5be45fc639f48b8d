import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


UNKNOWN = "no such environment; -c env= takes dev, local, local-economy, prod, staging\n"


@pytest.mark.parametrize(
    ("context", "told"),
    [
        (
            "{}",
            f"error: environments/NAME.toml: {UNKNOWN}",
        ),
        (
            '{"env": "x"}',
            f"error: environments/x.toml: {UNKNOWN}",
        ),
    ],
)
def test_a_wrong_environment_is_one_line(context: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={"CDK_CONTEXT_JSON": context, "PATH": str(ROOT / ".venv" / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, told)
