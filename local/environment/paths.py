"""Where the programs of the local environment stand, and the environment variables they start with."""

import os
import sys
from pathlib import Path

from local.errors import LocalError

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable)
EMULATOR_PYTHON = ROOT / ".venv-emulator" / "bin" / "python"
NODE = PYTHON.parent / "node"
CDK = ROOT / "node_modules" / "aws-cdk" / "bin" / "cdk"

REGION = "us-east-1"
ACCOUNT = "000000000000"

# Of the developer's own environment these are passed on. AWS_PROFILE, PYTHONPATH and the like are not: the
# functions would inherit them from the emulator.
_KEPT = ("HOME", "PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")
_KEPT_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")


def require_installed() -> None:
    """Raise LocalError unless what `make setup` installs is there."""
    for program in (EMULATOR_PYTHON, NODE, CDK):
        if not program.exists():
            raise LocalError(f"{program.relative_to(ROOT)} is missing: run `make setup`")


def clean_environment() -> dict[str, str]:
    """Return the variables that every started program gets, whoever starts it."""
    kept = {name: os.environ[name] for name in (*_KEPT, *_KEPT_PROXIES) if name in os.environ}
    return kept | {"NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost", "PYTHONUTF8": "1"}


def local_credentials(endpoint_url: str, region: str = REGION) -> dict[str, str]:
    """Return the variables that lead an AWS SDK to the emulator and nowhere else."""
    return {
        "AWS_ENDPOINT_URL": endpoint_url,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }
