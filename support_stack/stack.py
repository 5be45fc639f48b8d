"""One environment of the support assistant, in the order in which a request travels."""

from collections.abc import Callable
from functools import partial
from typing import Final

from aws_cdk import (
    Annotations,
    CfnOutput,
    Duration,
    Environment as CdkEnvironment,
    Stack,
    Tags,
    aws_apigateway as apigateway,
    aws_events as events,
)
from constructs import Construct

from assistant import settings

from . import budget, grants, made_from
from .api import STAGE, SupportApi, execute_api_base
from .config import Environment
from .delivery import boundary, synthesizer
from .function_settings import FunctionSettings
from .functions import FunctionLayer, SupportFunction, run_on_schedule
from .knowledge import KnowledgeIndex
from .notifications import Notifications
from .observability import Observability
from .step import Step
from .storage import LinkKeys, RequestStorage
from .version import version
from .workflow import SupportWorkflow

MONDAY_MORNING: Final = events.Schedule.cron(minute="0", hour="6", week_day="MON")
"""In UTC: before the team's week begins."""

LONG_TIMEOUT: Final = Duration.minutes(5)
"""For the doctor, whose stack CloudFormation compares with its template in a minute or two, and for indexing
and the watch, which end by themselves before."""


class SupportStack(Stack):
    """Storage, notifications, functions, workflow, API and observability of one environment.

    `public_base`: what links start with, where that is neither the environment's nor the API's own URL.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        env: CdkEnvironment,
        public_base: str = "",
    ) -> None:
        retention = environment.retention
        tags = {
            "application": "support-assistant",
            "environment": environment.name,
            "owner": environment.tags.owner,
            "cost-center": environment.tags.cost_center,
        }
        super().__init__(
            scope,
            construct_id,
            env=env,
            description=f"Multilingual support assistant {version()}, {environment.name}",
            termination_protection=retention.protect,
            tags=tags,
            synthesizer=synthesizer(environment.delivery),
            permissions_boundary=boundary(environment.delivery),
        )
        for key, value in tags.items():
            Tags.of(self).add(key, value)
        made_from.note_environment(self, environment)
        if over := budget.warning(environment):
            Annotations.of(self).add_warning_v2("support-assistant:budget", over)
        storage = RequestStorage(self, "Storage", retention=retention)
        knowledge = KnowledgeIndex(self, "Knowledge")
        links = LinkKeys(
            self,
            "Links",
            versions=environment.links.key_versions,
            keep_on_delete=retention.keep_on_delete,
        )
        notifications = Notifications(
            self, "Notifications", subscribers=environment.subscribers, operations=environment.operations
        )
        # Before the API, which needs intake, which knows the watch by this key.
        watch_key = self._watch_key(environment.watch.minutes)
        links_base = public_base or environment.api.public_base or execute_api_base(self)
        values = FunctionSettings(
            environment=environment,
            table=storage.table,
            bucket=storage.bucket,
            vector_index_arn=knowledge.index_arn,
            link_keys=links.keys,
            notifications=notifications,
            public_base=links_base,
            watch_key_id=watch_key.key_id if watch_key else "",
        )
        libraries = FunctionLayer(self, "Libraries")
        step = partial(Step, self, libraries=libraries, log_days=retention.logs_days)
        function = partial(SupportFunction, self, libraries=libraries, log_days=retention.logs_days)
        public = partial(function, reserved_concurrency=environment.api.reserved_concurrency)

        translate = step(
            "TranslateAndAnalyze",
            handler="assistant.analysis.handler",
            description="Translates and analyzes a customer's message",
            settings=values.of(settings.TranslateAndAnalyzeSettings),
        )
        reply = step(
            "GenerateAIResponse",
            handler="assistant.reply.handler",
            description="Writes the reply to a customer's message",
            settings=values.of(settings.GenerateAIResponseSettings),
        )
        voice = step(
            "GenerateVoiceResponse",
            handler="assistant.voice.handler",
            description="Speaks the reply to a customer's message",
            settings=values.of(settings.GenerateVoiceResponseSettings),
        )
        send = step(
            "SendResponse",
            handler="assistant.delivery.handler",
            description="Archives the answer and tells the team",
            settings=values.of(settings.SendResponseSettings),
        )
        record_failure = step(
            "RecordFailure",
            handler="assistant.recovery.failure_handler",
            description="Records a request that could not be answered",
            settings=values.of(settings.RecordFailureSettings),
        )
        workflow = SupportWorkflow(
            self,
            "Workflow",
            translate=translate,
            reply=reply,
            voice=voice,
            send=send,
            record_failure=record_failure,
            team=notifications.team,
            pivot_language=environment.pivot_language,
            log_days=retention.logs_days,
            rollout=environment.rollout,
        )
        alias_arn = workflow.rollout.alias_arn
        machine_arn = workflow.state_machine.state_machine_arn
        intake = public(
            "ProcessCustomerRequest",
            handler="assistant.intake.handler",
            description="Takes a customer's message in and starts the workflow",
            settings=values.of(settings.ProcessCustomerRequestSettings, state_machine_arn=alias_arn),
        )
        get_request = public(
            "GetRequest",
            handler="assistant.status.handler",
            description="Shows a request's status and result",
            settings=values.of(settings.GetRequestSettings),
        )
        get_audio = public(
            "GetAudio",
            handler="assistant.voice.audio_handler",
            description="Leads to a request's audio",
            settings=values.of(settings.GetAudioSettings),
        )
        sweep = function(
            "Sweep",
            handler="assistant.recovery.sweep_handler",
            description="Looks after requests that wait for an answer",
            settings=values.of(settings.SweepSettings, state_machine_arn=alias_arn),
        )
        erase_request = public(
            "EraseRequest",
            handler="assistant.erasure.request_handler",
            description="Erases a request by its erase link",
            settings=values.of(settings.EraseRequestSettings, state_machine_arn=machine_arn),
        )
        erase_customer = function(
            "EraseCustomer",
            handler="assistant.erasure.customer_handler",
            description="Erases every request of an e-mail address, for an operator",
            settings=values.of(settings.EraseCustomerSettings, state_machine_arn=machine_arn),
        )
        index_knowledge = function(
            "IndexKnowledge",
            handler="assistant.knowledge.index_handler",
            description="Indexes the company's documents, for an operator",
            settings=values.of(settings.IndexKnowledgeSettings),
            timeout=LONG_TIMEOUT,
        )
        doctor = function(
            "Doctor",
            handler="assistant.doctor.handler",
            description="Checks models, services, confirmations, quotas and drift every week",
            settings=values.of(settings.DoctorSettings, stack_id=self.stack_id),
            timeout=LONG_TIMEOUT,
        )
        run_on_schedule(sweep, events.Schedule.rate(Duration.minutes(5)))
        run_on_schedule(doctor, MONDAY_MORNING)
        api = SupportApi(
            self,
            "Api",
            settings=environment.api,
            log_days=retention.logs_days,
            process_request=intake.function,
            get_request=get_request.function,
            get_audio=get_audio.function,
            erase_request=erase_request.function,
            watch_key=watch_key,
        )
        watch = (
            [_watch(function, values, _posted_to(links_base, api), environment.watch.minutes)]
            if watch_key
            else []
        )

        steps = (translate, reply, voice, send, record_failure)
        operated = (erase_customer, index_knowledge, sweep, doctor, *watch)
        others = (get_request, get_audio, erase_request, *operated)
        functions = {one.node.id: one for one in (intake, *steps, *others)}
        grants.allow(
            functions,
            grants.permissions(
                environment,
                storage=storage,
                knowledge=knowledge,
                link_keys=links.keys,
                notifications=notifications,
                workflow=workflow,
                watch_key=watch_key,
            ),
        )
        observability = Observability(
            self,
            "Observability",
            environment=environment,
            functions=functions,
            state_machine=workflow.state_machine,
            dead_letters=workflow.dead_letters,
            rest_api=api.rest_api,
            operations=notifications.operations,
        )
        workflow.rollout.turn_back_on([observability.alarms[name] for name in environment.rollout.alarms])
        outputs = {
            "ApiUrl": (api.url, "POST requests here: …/requests"),
            "ApiKeyId": (
                api.api_keys[environment.api.keys[0]].key_id,
                "Id of the API key for POST, the first of [api] keys",
            ),
            "BucketName": (storage.bucket.bucket_name, "The archive"),
            "TableName": (storage.table.table_name, "The requests"),
            "TeamTopicArn": (notifications.team.topic_arn, "Tells the team"),
            "OperationsTopicArn": (notifications.operations.topic_arn, "Tells operations"),
            "StateMachineArn": (machine_arn, "The workflow"),
            "StateMachineAliasArn": (alias_arn, "Starts the workflow's live version"),
            "EraseCustomerFunction": (erase_customer.function.function_name, "`make erase` calls it"),
            "VectorIndexArn": (knowledge.index_arn, "The passages of the documents"),
            "IndexKnowledgeFunction": (index_knowledge.function.function_name, "`make knowledge` calls it"),
        }
        for name, (value, description) in outputs.items():
            CfnOutput(self, name, value=value, description=description)

    def _watch_key(self, minutes: int) -> apigateway.IApiKey | None:
        """Return the API key of the watch, if there is one."""
        return apigateway.ApiKey(self, "WatchKey", description="For the function Watch") if minutes else None


def _watch(
    function: Callable[..., SupportFunction], values: FunctionSettings, url: str, minutes: int
) -> SupportFunction:
    """Return the function that posts to a URL every so many minutes."""
    watch = function(
        "Watch",
        handler="assistant.watch.handler",
        description="Sends a request through the API, reads the answer and erases it",
        settings=values.of(settings.WatchSettings, watched_url=url),
        timeout=LONG_TIMEOUT,
    )
    run_on_schedule(watch, events.Schedule.rate(Duration.minutes(minutes)))
    return watch


def _posted_to(links_base: str, api: SupportApi) -> str:
    """Return the URL that messages are posted to, by what links start with."""
    base = links_base.replace("{api_id}", api.rest_api.rest_api_id).replace("{stage}", STAGE)
    return f"{base}/requests"
