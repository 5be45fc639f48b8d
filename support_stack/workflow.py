"""The workflow: one flat chain, its retries and catches, the state machine."""

from typing import Final

from aws_cdk import (
    ArnFormat,
    Duration,
    Stack,
    aws_iam as iam,
    aws_lambda as lambda_,
    aws_sns as sns,
    aws_sqs as sqs,
    aws_stepfunctions as sfn,
    aws_stepfunctions_tasks as tasks,
)
from constructs import Construct

from assistant.request.priority import Priority

from .alert import INTEGRATION_TIMEOUT, alert_team_task
from .functions import log_group
from .step import Step
from .suppressions import suppress, suppress_wildcard

EXECUTION_TIMEOUT: Final = Duration.hours(3)
"""Four steps, each waiting out a quarter of an hour of throttling twice, and as much again."""


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
        alert_team = alert_team_task(self, team, pivot_language)
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
        _degrade(translate, "AnalyzeByRules", check_priority, failed)
        _degrade(reply, "ReplyByTemplate", voice.task, failed)
        _degrade(voice, "ReplyWithoutVoice", send.task, failed)
        send.task.add_catch(failed, result_path="$.error")
        # The alert is a courtesy: the answer's own notification follows in any case.
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
                destination=log_group(self, "Logs"), level=sfn.LogLevel.ALL, include_execution_data=False
            ),
        )
        self._acknowledge(translate, reply, voice, send, record_failure)

    def _acknowledge(self, *steps: Step) -> None:
        role = self.state_machine.role
        suppress(role, "AwsSolutions-IAM5[Resource::*]", "Log deliveries and X-Ray have no resource to name.")
        for step in steps:
            arn = f"{step.function.function_arn}:*"
            suppress_wildcard(role, arn, "CDK's grant to invoke a function covers its versions.")

    def grant_describe(self, function: lambda_.IFunction) -> None:
        """Let a function see how executions are."""
        self._grant_executions(function, "states:DescribeExecution")

    def grant_stop(self, function: lambda_.IFunction) -> None:
        """Let a function stop executions."""
        self._grant_executions(function, "states:StopExecution")

    def _grant_executions(self, function: lambda_.IFunction, action: str) -> None:
        stack = Stack.of(self)
        arn = stack.format_arn(
            service="states",
            resource="execution",
            arn_format=ArnFormat.COLON_RESOURCE_NAME,
            resource_name=f"{self.state_machine.state_machine_name}:*",
        )
        iam.Grant.add_to_principal(grantee=function, actions=[action], resource_arns=[arn])
        if function.role:
            suppress_wildcard(function.role, arn, "Executions are named by request ids.")

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


def _degrade(step: Step, state_name: str, then: sfn.IChainable, failed: sfn.IChainable) -> None:
    """Once a step's retries are used up: its fallback result, and if that fails too, the failure path."""
    fallback = step.fallback_task(state_name)
    step.task.add_catch(fallback, result_path="$.error")
    fallback.add_catch(failed, result_path="$.error")
    fallback.next(then)
