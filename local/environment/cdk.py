"""The real CDK command line, pointed at the emulator."""

import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local.environment.paths import ACCOUNT, CDK, NODE, REGION, ROOT, clean_environment
from local.environment.processes import last_lines
from local.errors import LocalError
from support_stack import config

ENVIRONMENT = "local"


def stack_name(environment: str) -> str:
    """Return the name of an environment's stack."""
    return f"support-assistant-{environment}"


STACK = stack_name(ENVIRONMENT)


def region_of(environment: str) -> str | None:
    """Return the Region that an environment's file names; raise LocalError if there is no such file."""
    try:
        file = config.file_of(environment)
    except config.ConfigError as error:
        raise LocalError(str(error)) from error
    region: str | None = tomllib.loads(file.read_text(encoding="utf-8")).get("region")
    return region


# Each would call a server elsewhere, which costs seconds without a network.
_OFFLINE = {"CDK_DISABLE_VERSION_CHECK": "1", "CDK_DISABLE_CLI_TELEMETRY": "true"}


@dataclass(frozen=True)
class Cdk:
    """Runs commands in the project folder; `variables` say which AWS it speaks to, `env` what is deployed.

    `public_base` is what links of the deployed API start with; `region` is the environment's.
    """

    folder: Path
    variables: Mapping[str, str]
    root: Path = ROOT
    env: str = ENVIRONMENT
    public_base: str = ""
    region: str = REGION

    @property
    def assembly(self) -> Path:
        """The synthesized templates and assets."""
        return self.folder / "cdk.out"

    def synth(self) -> None:
        """Synthesize the environment's stack."""
        context = ("--context", f"env={self.env}", "--context", f"public_base={self.public_base}")
        self._run("synth", "--quiet", *context, "--output", str(self.assembly))

    def bootstrap(self) -> None:
        """Make the toolkit stack that every deployment needs; the app plays no part in it."""
        self._run("bootstrap", f"aws://{ACCOUNT}/{self.region}", cwd=self.folder)

    def deploy(self) -> None:
        """Deploy what `synth` made; without a difference that takes a second."""
        flags = ("--require-approval", "never", "--method", "direct", "--progress", "events", "--all")
        self._run("deploy", "--app", str(self.assembly), *flags)

    def _run(self, command: str, *arguments: str, cwd: Path | None = None) -> None:
        log = self.folder / "logs" / f"cdk-{command}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        base = clean_environment() | _OFFLINE
        environment = base | {"PATH": f"{NODE.parent}:{base.get('PATH', '')}"} | dict(self.variables)
        with log.open("wb") as output:
            done = subprocess.run(
                [str(NODE), str(CDK), command, "--no-notices", "--no-version-reporting", "--ci", *arguments],
                env=environment,
                cwd=cwd or self.root,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if done.returncode:
            raise LocalError(f"cdk {command} failed: {last_lines(log)}")
