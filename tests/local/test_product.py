"""The product's own code is importable from the command line."""

import subprocess
import sys

from local.paths import ROOT
from local.product import config


def test_the_environments_are_the_stacks_own() -> None:
    assert "local" in config.names()


def test_the_functions_code_is_found_without_any_path_set() -> None:
    program = "import local.product, support.checkup.report"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, env={})
