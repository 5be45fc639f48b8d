"""What the operations team looks at, and what alarms it."""

from collections.abc import Mapping
from typing import Final

from aws_cdk import (
    aws_apigateway as apigateway,
    aws_cloudwatch as cloudwatch,
    aws_sns as sns,
    aws_sqs as sqs,
    aws_stepfunctions as sfn,
)
from constructs import Construct

from support_stack.config import Environment
from support_stack.functions import SupportFunction

from .alarms import Alarms
from .dashboard import add_dashboard
from .metrics import named, of_watch
from .queries import add_answer_queries, add_trace_query


class Observability(Construct):
    """Alarms to the operations topic, a dashboard, saved queries; `functions` and `alarms` by their names."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        functions: Mapping[str, SupportFunction],
        state_machine: sfn.StateMachine,
        dead_letters: sqs.IQueue,
        rest_api: apigateway.RestApi,
        operations: sns.ITopic,
    ) -> None:
        super().__init__(scope, construct_id)
        metrics = named(
            environment.name, state_machine=state_machine, rest_api=rest_api, dead_letters=dead_letters
        )
        lambdas = {name: function.function for name, function in functions.items()}
        log_groups = {name: function.log_group for name, function in functions.items()}
        alarms = Alarms(self, environment=environment, operations=operations)
        alarms.watch_requests(metrics)
        alarms.watch_callers(metrics)
        alarms.watch_functions(lambdas)
        alarms.watch_budget(metrics)
        watched = of_watch(environment.name, minutes) if (minutes := environment.watch.minutes) else {}
        if watched:
            alarms.watch_watch(watched["watch_failed"])
        self.alarms: Final[Mapping[str, cloudwatch.IAlarm]] = alarms.by_name
        add_dashboard(self, {**metrics, **watched}, list(lambdas.values()), environment.budget.daily_usd)
        add_trace_query(self, list(log_groups.values()))
        add_answer_queries(self, log_groups)
