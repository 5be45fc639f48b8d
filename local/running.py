"""What runs in a state folder: its deployment, and where its parts listen."""

from pathlib import Path

from local.ai import STAND_INS
from local.deployment import Deployment
from local.errors import LocalError
from local.state import Running, StateFolder


def current(state: Path) -> Deployment:
    """Return the running deployment; raise LocalError if there is none."""
    deployment = _running(state).deployment
    if deployment is None:
        raise LocalError(f"the environment in {state} is still being deployed: wait for `up`")
    return deployment


def ai_source(state: Path) -> str:
    """Return what answers the AI calls: `stand-ins`, `aws` or an address."""
    return _running(state).options.ai.source


def standins_url(state: Path) -> str:
    """Return where our stand-ins listen; raise LocalError if something else answers the AI calls."""
    running = _running(state)
    if running.options.ai.source != STAND_INS:
        raise LocalError(f"the AI calls go to {running.options.ai.source}: only the stand-ins have faults")
    return running.ai_url


def proxy_url(state: Path) -> str:
    """Return where the proxy before the emulator listens; raise LocalError if there is none."""
    running = _running(state)
    if not running.proxy_url:
        raise LocalError("only the AI calls can fail: for the others start with `python -m local up --proxy`")
    return running.proxy_url


def has_proxy(state: Path) -> bool:
    """Tell whether a proxy stands before the emulator."""
    running = StateFolder(state).read()
    return bool(running and running.proxy_url)


def _running(state: Path) -> Running:
    running = StateFolder(state).read()
    if running is None or not running.alive:
        raise LocalError(f"nothing is running in {state}: start it with `make up`")
    return running
