"""`doctor`: the deployed doctor's checks of an environment, run from the developer's machine."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from rich.table import Table
from rich.text import Text

from assistant.aws.bedrock_catalog import ModelCatalog, ModelProbe
from assistant.aws.client import config as client_config
from assistant.aws.polly import VoiceCatalog
from assistant.aws.quotas import Quotas
from assistant.aws.sns import Subscriptions
from assistant.aws.sts import Identity
from assistant.doctor.checkup import Instruments, Patient, examine
from assistant.doctor.confirmations import OPERATIONS, TEAM
from assistant.doctor.credentials import check_credentials
from assistant.doctor.demands import Rate
from assistant.doctor.finding import Finding
from assistant.doctor.report import ORDER, tally
from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.commands.trace.command import EnvOption
from local.environment.clients import Clients, account_clients
from local.environment.deployment import stack_outputs
from local.environment.site import runs_here
from local.environment.state import StateFolder, current
from local.errors import LocalError
from support_stack import config

_TIMEOUT_SECONDS = 15
_COLOURS = {"problem": "red", "warning": "yellow", "unknown": "cyan", "ok": "green"}


def doctor(env: EnvOption = "local", state: StateOption = STATE, json: JsonOption = False) -> None:
    """Check models, voices, e-mail confirmations and quotas, and print what to do; exit 1 on a problem."""
    findings = examine_environment(env, state)
    if json:
        print_json([asdict(finding) for finding in findings])
    else:
        out.print(_table(findings))
        out.print(", ".join(f"{number} {status}" for status, number in tally(findings).items()))
    if any(finding.status == "problem" for finding in findings):
        raise typer.Exit(1)


@dataclass(frozen=True)
class Sources:
    """What is asked: the account's or the emulator's clients, the AI services' addresses, the topics."""

    clients: Clients
    topics: dict[str, str]
    ai_url: str | None = None
    model_url: str | None = None

    def client(self, service: str, url: str | None = None) -> Any:
        """Return a client of a service, at an address of its own if there is one."""
        options = dict(self.clients.options)
        settings = client_config(_TIMEOUT_SECONDS)
        options["config"] = options["config"].merge(settings) if "config" in options else settings
        if url:
            options["endpoint_url"] = url
        session: Any = self.clients.session  # its overloads want each service by name
        return session.client(service, **options)


def examine_environment(name: str, state: Path) -> list[Finding]:
    """Run every check on an environment; raise LocalError if there is no such environment.

    An environment that is not deployed yet is examined all the same, but for its topics.
    """
    try:
        environment = config.load(name)
    except config.ConfigError as error:
        raise LocalError(str(error)) from error
    sources = _local(state) if runs_here(name) else _account(environment)
    credentials = check_credentials(Identity(sources.client("sts")), environment.account)
    return [
        credentials,
        *examine(_patient(environment, sources), _instruments(sources), datetime.now(UTC), str),
    ]


def _local(state: Path) -> Sources:
    deployment = current(state)
    running = StateFolder(state).read()
    # With a model server the emulator itself answers for Bedrock's runtime.
    by_emulator = running is not None and running.options.ai.model_url is not None
    return Sources(
        clients=deployment.clients,
        topics={TEAM: deployment.topic_arn, OPERATIONS: deployment.operations_topic_arn},
        ai_url=deployment.ai_url,
        model_url=deployment.endpoint_url if by_emulator else deployment.ai_url,
    )


def _account(environment: config.Environment) -> Sources:
    clients = account_clients(environment.region)
    try:
        outputs = stack_outputs(clients, f"support-assistant-{environment.name}")
    except LocalError:
        outputs = {}
    team, operations = outputs.get("TeamTopicArn", ""), outputs.get("OperationsTopicArn", "")
    return Sources(clients, {TEAM: team, OPERATIONS: operations})


def _patient(environment: config.Environment, sources: Sources) -> Patient:
    return Patient(
        models=environment.reply.models,
        voice_engine=environment.voice.engine,
        rate=Rate(
            per_second=environment.api.requests_per_second,
            burst=environment.api.burst,
            answer_seconds=environment.target.answer_seconds,
            personal_data=environment.personal_data != "off",
        ),
        topics=sources.topics,
        addresses={
            TEAM: [subscriber.email for subscriber in environment.subscribers],
            OPERATIONS: environment.operations,
        },
    )


def _instruments(sources: Sources) -> Instruments:
    return Instruments(
        catalog=ModelCatalog(sources.client("bedrock", sources.ai_url)),
        probe=ModelProbe(sources.client("bedrock-runtime", sources.model_url)),
        voices=VoiceCatalog(sources.client("polly", sources.ai_url)),
        subscriptions=Subscriptions(sources.client("sns")),
        quotas=Quotas(sources.client("service-quotas", sources.ai_url)),
    )


def _table(findings: list[Finding]) -> Table:
    table = Table("", "check", "subject", "what is", "what to do")
    for finding in sorted(findings, key=lambda each: ORDER.index(each.status)):
        table.add_row(
            Text(finding.status, style=_COLOURS[finding.status]),
            *map(Text, (finding.check, finding.subject, finding.detail, finding.advice)),
        )
    return table
