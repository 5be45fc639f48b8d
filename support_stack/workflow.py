"""The workflow: one flat chain, its retries and catches, the state machine."""

import json
from typing import Final

from aws_cdk import (
    Duration,
    aws_sns as sns,
    aws_sqs as sqs,
    aws_stepfunctions as sfn,
    aws_stepfunctions_tasks as tasks,
)
from constructs import Construct

from assistant.request.labels import Labels
from assistant.request.priority import Priority

from . import config
from .functions import log_group
from .rollout import Rollout
from .step import Step
from .suppressions import suppress, suppress_wildcard

EXECUTION_TIMEOUT: Final = Duration.hours(3)
"""Four steps may each wait twice for a quarter of an hour of throttling; the rest is reserve."""

INTEGRATION_TIMEOUT: Final = sfn.Timeout.duration(Duration.seconds(30))
"""For SNS and SQS, which answer in milliseconds."""


class SupportWorkflow(Construct):
    """Translates, answers, speaks and sends; a step that fails permanently falls back, with a reason."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        translate: Step,
        reply: Step,
        voice: Step,
        send: Step,
        record_failure: Step,
        team: sns.ITopic,
        pivot_language: str,
        log_days: int,
        rollout: config.Rollout,
    ) -> None:
        super().__init__(scope, construct_id)
        self.dead_letters: Final = sqs.Queue(
            self,
            "DeadLetters",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            retention_period=Duration.days(14),
        )
        suppress(self.dead_letters, "AwsSolutions-SQS3", "This queue is itself the dead-letter queue.")
        alert_team = _alert_team(self, team, pivot_language)
        check_priority = sfn.Choice(self, "CheckPriority")
        failed = self._failure_path(record_failure)
        definition = (
            sfn.Chain.start(translate.task)
            .next(
                check_priority.when(
                    sfn.Condition.string_equals("$.priority", Priority.HIGH), alert_team
                ).afterwards(include_otherwise=True)
            )
            .next(reply.task)
            .next(voice.task)
            .next(send.task)
            .next(sfn.Succeed(self, "Answered"))
        )
        _add_fallback(translate, "AnalyzeByRules", check_priority, failed)
        _add_fallback(reply, "ReplyByTemplate", voice.task, failed)
        _add_fallback(voice, "ReplyWithoutVoice", send.task, failed)
        send.task.add_catch(failed, result_path="$.error")
        # A failed alert stops nothing: the answer's own notification follows in any case.
        alert_team.add_catch(
            reply.task, outputs="{% $merge([$states.input, {'alert': $states.errorOutput}]) %}"
        )
        self.state_machine: Final = sfn.StateMachine(
            self,
            "StateMachine",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            state_machine_type=sfn.StateMachineType.STANDARD,
            timeout=EXECUTION_TIMEOUT,
            tracing_enabled=True,
            logs=sfn.LogOptions(
                destination=log_group(self, "Logs", days=log_days),
                level=sfn.LogLevel.ALL,
                include_execution_data=False,
            ),
        )
        self.rollout: Final = Rollout(self, "Rollout", state_machine=self.state_machine, rollout=rollout)
        self._allow_versions(translate, reply, voice, send, record_failure)

    def _allow_versions(self, *steps: Step) -> None:
        """Let executions call the versions that they began with, not just those of the newest definition."""
        role = self.state_machine.role
        suppress(role, "AwsSolutions-IAM5[Resource::*]", "Log deliveries and X-Ray have no resource to name.")
        for step in steps:
            step.function.grant_invoke(role)
            arn = f"{step.function.function_arn}:*"
            suppress_wildcard(role, arn, "An execution calls the function versions that it began with.")

    def _failure_path(self, record_failure: Step) -> sfn.IChainable:
        fail = sfn.Fail(
            self, "NotAnswered", error="NotAnswered", cause="Recorded as failed; it can be restarted."
        )
        lost = sfn.Fail(self, "NotRecorded", error="NotRecorded", cause="The id is in the dead-letter queue.")
        send_to_queue = tasks.SqsSendMessage(
            self,
            "SendToDeadLetters",
            queue=self.dead_letters,
            message_body=sfn.TaskInput.from_object(
                {
                    "request_id": sfn.JsonPath.string_at("$.request_id"),
                    "code": sfn.JsonPath.string_at("$.error.Error"),
                }
            ),
            task_timeout=INTEGRATION_TIMEOUT,
        )
        send_to_queue.add_retry(max_attempts=10, max_delay=Duration.seconds(60))
        record_failure.task.add_catch(send_to_queue.next(lost), result_path="$.error")
        return record_failure.task.next(fail)


def _add_fallback(step: Step, state_name: str, then: sfn.IChainable, failed: sfn.IChainable) -> None:
    """Once a step's retries are used up, ask for its fallback; if that fails too, take the failure path."""
    fallback = step.fallback_task(state_name)
    step.task.add_catch(fallback, result_path="$.error")
    fallback.add_catch(failed, result_path="$.error")
    fallback.next(then)


def _alert_team(scope: Construct, team: sns.ITopic, pivot_language: str) -> tasks.SnsPublish:
    """Return the state that tells the team of an urgent request at once, before there is an answer.

    The first step brings the team's words for category and language; the state puts them into the text.
    """
    labels = Labels.of(pivot_language)
    # A JSONata literal is written as a JSON one: it is closed, joined with a value, and opened again.
    text = json.dumps(labels.alert_text, ensure_ascii=False)
    message = text.format(
        request_id='" & $states.input.request_id & "',
        category='" & $states.input.category_label & "',
        language='" & $states.input.language_name & "',
    )
    alert = tasks.SnsPublish.jsonata(
        scope,
        "AlertTeam",
        topic=team,
        subject=labels.alert_subject,
        message=sfn.TaskInput.from_text(f"{{% {message} %}}"),
        message_attributes={
            "kind": tasks.MessageAttribute(value="alert"),
            "priority": tasks.MessageAttribute(value=Priority.HIGH.value),
            "category": tasks.MessageAttribute(value="{% $states.input.category %}"),
            "language": tasks.MessageAttribute(value="{% $states.input.language %}"),
        },
        outputs="{% $states.input %}",
        task_timeout=INTEGRATION_TIMEOUT,
    )
    alert.add_retry(max_attempts=3, max_delay=Duration.seconds(10))
    return alert
