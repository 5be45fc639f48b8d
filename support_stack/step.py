"""A step of the workflow: a function, the states that call it, and how they are retried."""

from typing import Final

from aws_cdk import (
    Duration,
    aws_lambda as lambda_,
    aws_stepfunctions as sfn,
    aws_stepfunctions_tasks as tasks,
)
from constructs import Construct

from assistant.errors import ServiceBusy
from assistant.settings import Settings

from .functions import SupportFunction

BUSY: Final = (ServiceBusy.__name__, "Lambda.TooManyRequestsException")
"""Throttled by a service, or by Lambda itself: a new account may run as few as ten functions at a time."""

LAMBDA_FAULTS: Final = (
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.ClientExecutionTimeoutException",
    "Lambda.Unknown",
    "Runtime.ExitError",
    "Runtime.OutOfMemory",
    "Sandbox.Timedout",
    "States.Timeout",
)
"""A call of a function that failed, or a function that was killed, ran out of memory or timed out: CDK's own
list leaves the last ones out."""

TASK_TIMEOUT: Final = Duration.seconds(75)


class Step(SupportFunction):
    """A function that is a step of the workflow, and the states that call it."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        handler: str,
        description: str,
        settings: Settings,
        libraries: lambda_.ILayerVersion,
        log_days: int,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler=handler,
            description=description,
            settings=settings,
            libraries=libraries,
            log_days=log_days,
        )
        self.task: Final = self._invocation(construct_id)

    def fallback_task(self, state_name: str) -> tasks.LambdaInvoke:
        """Return the state that asks the same function for its fallback result."""
        fallback = {"fallback": True, "step": sfn.JsonPath.entire_payload}
        return self._invocation(state_name, sfn.TaskInput.from_object(fallback))

    def _invocation(self, state_name: str, payload: sfn.TaskInput | None = None) -> tasks.LambdaInvoke:
        task = tasks.LambdaInvoke(
            self,
            state_name,
            # By its version: an execution ends with the code and the settings that it began with.
            lambda_function=self.function.current_version,
            payload=payload,
            payload_response_only=True,
            retry_on_service_exceptions=False,
            task_timeout=sfn.Timeout.duration(TASK_TIMEOUT),
        )
        # Full jitter halves a delay on average: 64 attempts wait for a quarter of an hour of throttling,
        # for $0.0016 of transitions (docs/decisions/0011).
        task.add_retry(
            errors=list(BUSY),
            interval=Duration.seconds(2),
            backoff_rate=2,
            max_delay=Duration.seconds(30),
            jitter_strategy=sfn.JitterType.FULL,
            max_attempts=64,
        )
        task.add_retry(
            errors=list(LAMBDA_FAULTS),
            interval=Duration.seconds(1),
            backoff_rate=2,
            max_delay=Duration.seconds(30),
            jitter_strategy=sfn.JitterType.FULL,
            max_attempts=6,
        )
        return task
