"""`doctor`: the deployed doctor's checks of an environment, run from the developer's machine."""

import json as json_module
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from assistant.aws.account import Identity, ModelCatalog, ModelProbe, Quotas, Subscriptions, VoiceCatalog
from assistant.aws.client import config as client_config
from assistant.aws.cloudformation import Drift
from assistant.aws.comprehend import Comprehend
from assistant.aws.embeddings import Embedder
from assistant.aws.polly import Polly
from assistant.aws.s3 import Bucket
from assistant.aws.s3vectors import VectorIndex
from assistant.aws.translate import Translate
from assistant.clock import Stopwatch
from assistant.doctor.calls import TextServices
from assistant.doctor.checkup import OPERATIONS, TEAM, Instruments, Patient, examine
from assistant.doctor.demands import Rate
from assistant.doctor.documents import Documents
from assistant.doctor.finding import ORDER, Finding, not_checked, tally
from assistant.doctor.sample import Sample
from assistant.errors import ServiceError, ServiceRefused
from assistant.knowledge.indexing import Indexer
from local.commands.console import STATE, JsonOption, StateOption, out, print_json
from local.commands.trace.command import EnvOption
from local.environment.cdk import stack_name
from local.environment.clients import Clients, account_clients
from local.environment.deployment import stack_outputs
from local.environment.site import find_stack, function_names, runs_here
from local.environment.state import StateFolder, current
from local.errors import LocalError
from support_stack import config

_TIMEOUT_SECONDS = 25
_PATIENCE_SECONDS = 300
"""How long CloudFormation may take to compare the stack with its template."""

DeployedOption = Annotated[
    bool, typer.Option("--deployed", help="Have the environment's own doctor look, with its own rights.")
]

_COLOURS = {"problem": "red", "warning": "yellow", "unknown": "cyan", "ok": "green"}


def doctor(
    env: EnvOption = "local",
    state: StateOption = STATE,
    deployed: DeployedOption = False,
    json: JsonOption = False,
) -> None:
    """Call what the product calls, compare quotas and stack, print what to do; exit 1 on a problem."""
    if deployed:
        counts = ask_deployed(env, state)
        if json:
            print_json(counts)
        else:
            out.print(", ".join(f"{number} {status}" for status, number in counts.items()))
            out.print("What was found is in the log of the function Doctor, and in the mail to operations.")
        raise typer.Exit(1 if counts["problem"] else 0)
    findings = examine_environment(env, state)
    if json:
        print_json([asdict(finding) for finding in findings])
    else:
        out.print(_table(findings))
        out.print(", ".join(f"{number} {status}" for status, number in tally(findings).items()))
    if any(finding.status == "problem" for finding in findings):
        raise typer.Exit(1)


def ask_deployed(env: str, state: Path) -> dict[str, int]:
    """Have the environment's own doctor look, with its own rights; return how many findings of each status.

    Raises LocalError: it is not there, or it failed.
    """
    clients, stack, _ = find_stack(env, state)
    name = function_names(clients, stack).get("Doctor")
    if name is None:
        raise LocalError(f"{stack} has no function Doctor: deploy it again")
    function = clients.client("lambda", config=client_config(_PATIENCE_SECONDS + 10, attempts=1))
    answer = function.invoke(FunctionName=name, Payload=b"{}")
    said: dict[str, int] = json_module.load(answer["Payload"])
    if "FunctionError" in answer:
        raise LocalError(f"the function Doctor failed ({said.get('errorMessage', '')}): look at its log")
    return said


@dataclass(frozen=True)
class Sources:
    """What is asked: the account's or the emulator's clients, the AI services' addresses, the names."""

    clients: Clients
    topics: dict[str, str]
    stack: str = ""
    ai_url: str | None = None
    model_url: str | None = None
    vectors_url: str | None = None
    bucket: str = ""
    index_arn: str = ""

    def client(self, service: str, url: str | None = None) -> Any:
        """Return a client of a service, at an address of its own if there is one."""
        return self.clients.client(service, url=url, config=client_config(_TIMEOUT_SECONDS))


def examine_environment(name: str, state: Path) -> list[Finding]:
    """Run every check on an environment; raise LocalError if there is no such environment.

    An environment that is not deployed yet is examined all the same, but for its topics.
    """
    try:
        environment = config.load(name)
    except config.ConfigError as error:
        raise LocalError(str(error)) from error
    sources = _local(state) if runs_here(name) else _account(environment)
    patient = Patient(
        sample=Sample(
            company=environment.company,
            pivot_language=environment.pivot_language,
            writers=tuple(environment.reply.models),
            reviewers=tuple(environment.reply.reviewers),
            profile=environment.profile,
        ),
        voice_engine=environment.voice.engine,
        speech=environment.voice.speech,
        stack=sources.stack,
        rate=Rate(
            per_second=environment.api.requests_per_second,
            burst=environment.api.burst,
            per_day=environment.api.requests_per_day,
            answer_seconds=environment.target.answer_seconds,
            personal_data=environment.personal_data != "off",
        ),
        topics=sources.topics,
        addresses={
            TEAM: [subscriber.email for subscriber in environment.subscribers],
            OPERATIONS: environment.operations,
        },
    )
    instruments = Instruments(
        catalog=ModelCatalog(sources.client("bedrock", sources.ai_url)),
        probe=ModelProbe(sources.client("bedrock-runtime", sources.model_url)),
        voices=VoiceCatalog(sources.client("polly", sources.ai_url)),
        subscriptions=Subscriptions(sources.client("sns")),
        quotas=Quotas(sources.client("service-quotas", sources.ai_url)),
        text=TextServices(
            Translate(client=sources.client("translate", sources.ai_url)),
            Comprehend(client=sources.client("comprehend", sources.ai_url)),
            Polly(client=sources.client("polly", sources.ai_url)),
        ),
        drift=Drift(sources.client("cloudformation")),
        documents=_documents(environment.knowledge.embedding_model, sources),
    )
    credentials = check_credentials(Identity(sources.client("sts")), environment.account)
    watch = Stopwatch()

    def left() -> float:
        return _PATIENCE_SECONDS - watch.milliseconds / 1000

    return [credentials, *examine(patient, instruments, datetime.now(UTC), str, left)]


def _documents(model: str, sources: Sources) -> Documents:
    embedder = Embedder(model, client=sources.client("bedrock-runtime", sources.ai_url))
    if not sources.index_arn:
        return Documents(embedder)
    index = VectorIndex(sources.index_arn, client=sources.client("s3vectors", sources.vectors_url))
    bucket = Bucket(sources.bucket, client=sources.client("s3"))
    return Documents(embedder, index, Indexer(bucket, embedder, index))


def check_credentials(identity: Identity, expected: str | None) -> Finding:
    """Name the account and the Region; `expected` is the environment's account, if it names one."""
    try:
        account = identity.account()
    except ServiceRefused as error:
        advice = "Sign in again, or name another profile: AWS_PROFILE."
        return Finding("credentials", identity.region, "problem", f"are refused ({error.code})", advice)
    except ServiceError as error:
        return not_checked("credentials", identity.region, error)
    if expected not in (None, account):
        detail = f"lead to account {account}, not to the environment's {expected}"
        advice = "Choose that account's profile: AWS_PROFILE."
        return Finding("credentials", identity.region, "problem", detail, advice)
    return Finding("credentials", identity.region, "ok", f"account {account}")


def _local(state: Path) -> Sources:
    deployment = current(state)
    running = StateFolder(state).read()
    # With a model server the emulator itself answers for Bedrock's runtime.
    by_emulator = running is not None and running.options.ai.model_url is not None
    return Sources(
        clients=deployment.clients,
        topics={TEAM: deployment.topic_arn, OPERATIONS: deployment.operations_topic_arn},
        stack=deployment.stack,
        ai_url=deployment.ai_url,
        model_url=deployment.endpoint_url if by_emulator else deployment.ai_url,
        vectors_url=deployment.vectors_url,
        bucket=deployment.bucket,
        index_arn=deployment.vector_index_arn,
    )


def _account(environment: config.Environment) -> Sources:
    clients = account_clients(environment.region)
    try:
        outputs = stack_outputs(clients, stack_name(environment.name))
    except LocalError:
        outputs = {}
    topics = {TEAM: outputs.get("TeamTopicArn", ""), OPERATIONS: outputs.get("OperationsTopicArn", "")}
    return Sources(
        clients,
        topics,
        stack=stack_name(environment.name) if outputs else "",
        bucket=outputs.get("BucketName", ""),
        index_arn=outputs.get("VectorIndexArn", ""),
    )


def _table(findings: list[Finding]) -> Table:
    table = Table("", "check", "subject", "what is", "what to do")
    for finding in sorted(findings, key=lambda each: ORDER.index(each.status)):
        table.add_row(
            Text(finding.status, style=_COLOURS[finding.status]),
            *map(Text, (finding.check, finding.subject, finding.detail, finding.advice)),
        )
    return table
