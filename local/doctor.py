"""The checkup of one environment from the developer's machine: the stack's own checks, by other clients."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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
from local.clients import Clients, account_clients
from local.deployment import stack_outputs
from local.errors import LocalError
from local.running import current
from local.site import runs_here
from local.state import StateFolder
from support_stack import config

_TIMEOUT_SECONDS = 15


@dataclass(frozen=True)
class Practice:
    """Where to ask: the account's or the emulator's clients, AI services elsewhere, and the topics."""

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
    practice = _local(state) if runs_here(name) else _account(environment)
    credentials = check_credentials(Identity(practice.client("sts")), environment.account)
    return [credentials, *examine(_patient(environment, practice), _instruments(practice), _now(), str)]


def _local(state: Path) -> Practice:
    deployment = current(state)
    running = StateFolder(state).read()
    # With a model server the emulator itself answers for Bedrock's runtime.
    by_emulator = running is not None and running.options.ai.model_url is not None
    return Practice(
        clients=deployment.clients,
        topics={TEAM: deployment.topic_arn, OPERATIONS: deployment.operations_topic_arn},
        ai_url=deployment.ai_url,
        model_url=deployment.endpoint_url if by_emulator else deployment.ai_url,
    )


def _account(environment: config.Environment) -> Practice:
    clients = account_clients(environment.region)
    try:
        outputs = stack_outputs(clients, f"support-assistant-{environment.name}")
    except LocalError:
        outputs = {}
    team, operations = outputs.get("TeamTopicArn", ""), outputs.get("OperationsTopicArn", "")
    return Practice(clients, {TEAM: team, OPERATIONS: operations})


def _patient(environment: config.Environment, practice: Practice) -> Patient:
    return Patient(
        models=environment.reply.models,
        voice_engine=environment.voice.engine,
        rate=Rate(
            per_second=environment.api.requests_per_second,
            burst=environment.api.burst,
            answer_seconds=environment.target.answer_seconds,
            personal_data=environment.personal_data != "off",
        ),
        topics=practice.topics,
        addresses={
            TEAM: [subscriber.email for subscriber in environment.subscribers],
            OPERATIONS: environment.operations,
        },
    )


def _instruments(practice: Practice) -> Instruments:
    return Instruments(
        catalog=ModelCatalog(practice.client("bedrock", practice.ai_url)),
        probe=ModelProbe(practice.client("bedrock-runtime", practice.model_url)),
        voices=VoiceCatalog(practice.client("polly", practice.ai_url)),
        subscriptions=Subscriptions(practice.client("sns")),
        quotas=Quotas(practice.client("service-quotas", practice.ai_url)),
    )


def _now() -> datetime:
    return datetime.now(UTC)
