"""The function that looks after requests that wait, and its schedule."""

from aws_cdk import Duration, aws_events as events, aws_events_targets as targets, aws_lambda as lambda_
from constructs import Construct

from assistant.settings import SweepSettings

from .eraser import allow_finishing
from .functions import SupportFunction
from .storage import RequestStorage
from .workflow import SupportWorkflow


class Sweep(SupportFunction):
    """Runs every five minutes: finds open requests, starts what nobody started, finishes erasures."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: SweepSettings,
        libraries: lambda_.ILayerVersion,
        storage: RequestStorage,
        workflow: SupportWorkflow,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler="assistant.recovery.sweep_handler",
            description="Looks after requests that wait for an answer",
            settings=settings,
            libraries=libraries,
        )
        events.Rule(
            scope,
            f"{construct_id}Schedule",
            schedule=events.Schedule.rate(Duration.minutes(5)),
            targets=[targets.LambdaFunction(self.function)],
        )
        storage.grant_query_open(self.function)
        allow_finishing(self.function, storage=storage, workflow=workflow)
        workflow.state_machine.grant_start_execution(self.function)
        workflow.grant_describe(self.function)
