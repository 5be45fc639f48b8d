"""The state folder: what runs, with which options, and where its files stand."""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from local.environment.cdk import ENVIRONMENT
from local.environment.deployment import Deployment
from local.environment.endpoints import STAND_INS, VECTORS, AiChoice
from local.environment.paths import ROOT
from local.environment.processes import ProcessRecord
from local.errors import LocalError

DEFAULT = ROOT / ".local"

# All that an environment keeps in its folder.
_ENTRIES = frozenset(
    {"audio", "cdk.out", "environment.draft", "environment.json", "inbox.jsonl", "lock", "logs", "tls", "tmp"}
)


@dataclass(frozen=True)
class Options:
    """How an environment was started.

    `wait_scale` shortens the workflow's waits and retry delays; `proxy` adds one before the emulator; `env`
    names the environment that is deployed.
    """

    enforce_iam: bool = False
    ai: AiChoice = field(default_factory=AiChoice)
    wait_scale: float = 1.0
    proxy: bool = False
    env: str = ENVIRONMENT

    def __str__(self) -> str:
        """Return the options as a person would give them."""
        model = [f"--model-url {self.ai.model_url}"] if self.ai.model_url else []
        env = [f"--env {self.env}"] if self.env != ENVIRONMENT else []
        switches = {"--enforce-iam": self.enforce_iam, "--proxy": self.proxy}
        on = [name for name, is_on in switches.items() if is_on]
        return " ".join([f"--ai {self.ai.source}", *model, *env, *on])


@dataclass(frozen=True)
class Running:
    """What `up` started, written down after each step so that `down` finds it whatever happened since."""

    options: Options
    port: int
    ai_url: str = ""
    proxy_url: str = ""
    processes: tuple[ProcessRecord, ...] = ()
    deployment: Deployment | None = None
    vectors_url: str = ""

    @property
    def alive(self) -> bool:
        """Whether every process still runs."""
        return bool(self.processes) and all(process.find() for process in self.processes)


class StateFolder:
    """Reads and writes one state folder."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        there = next(folder for folder in (self.path, *self.path.parents) if folder.exists())
        if not there.is_dir():
            raise LocalError(f"--state takes a folder, and {there} is a file")
        self._record = self.path / "environment.json"

    @property
    def audio(self) -> Path:
        """Where `demo` and `send` keep the spoken replies."""
        return self.path / "audio"

    @property
    def inbox(self) -> Path:
        """The notifications that were read from the queue, one a line."""
        return self.path / "inbox.jsonl"

    def read(self) -> Running | None:
        """Return what was started and not ended, or None."""
        try:
            fields = json.loads(self._record.read_text())
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise LocalError(
                f"{self._record} cannot be read ({error}): delete the folder {self.path}"
            ) from error
        options, deployment = fields["options"], fields["deployment"]
        return Running(
            options=Options(**{**options, "ai": AiChoice(**options["ai"])}),
            port=fields["port"],
            ai_url=fields["ai_url"],
            proxy_url=fields["proxy_url"],
            processes=tuple(ProcessRecord(**process) for process in fields["processes"]),
            deployment=Deployment.from_json(deployment) if deployment else None,
            vectors_url=fields.get("vectors_url", ""),  # one that was started before there was a place for it
        )

    def write(self, running: Running) -> None:
        """Remember what runs; the file holds the API key, so it is the owner's alone."""
        self._make()
        deployment = running.deployment.as_json() if running.deployment else None
        fields = asdict(replace(running, deployment=None)) | {"deployment": deployment}
        draft = self._record.with_suffix(".draft")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(fields, indent=2))
        draft.replace(self._record)

    def _make(self) -> None:
        """Make the folder the owner's alone: customers' messages, the API's key and TLS keys stand in it.

        One of before is mended; a folder with other things in it, such as /tmp, keeps its mode, also once
        our files stand beside them.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if {entry.name for entry in self.path.iterdir()} <= _ENTRIES:
            self.path.chmod(0o700)

    def forget(self) -> None:
        """Remove the record and what belonged to the ended emulator; logs and audio stay."""
        self._record.unlink(missing_ok=True)
        self.inbox.unlink(missing_ok=True)
        shutil.rmtree(self.path / "tmp", ignore_errors=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep a second `up` or `down` of the same folder out; raise LocalError if one is at work."""
        self._make()
        with (self.path / "lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise LocalError(f"another command is starting or ending {self.path}: wait for it") from error
            yield


def current(state: Path) -> Deployment:
    """Return the running deployment; raise LocalError if there is none."""
    deployment = _running(state).deployment
    if deployment is None:
        raise LocalError(f"nothing is deployed in {state}: wait for `up`, or run `make up` after a `destroy`")
    return deployment


def ai_source(state: Path) -> str:
    """Return what answers the AI calls: `stand-ins`, `aws` or an address."""
    return _running(state).options.ai.source


def standins_url(state: Path, service: str = VECTORS) -> str:
    """Return where our stand-in for a service listens; raise LocalError if something else answers for it.

    That for vectors always runs.
    """
    running = _running(state)
    if service.partition(".")[0] != VECTORS and running.options.ai.source != STAND_INS:
        raise LocalError(f"the AI calls go to {running.options.ai.source}: only the stand-ins have faults")
    return running.vectors_url or running.ai_url


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
