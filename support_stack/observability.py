"""What the operations team sees and is woken by."""

from collections.abc import Mapping, Sequence

from aws_cdk import (
    aws_apigateway as apigateway,
    aws_lambda as lambda_,
    aws_logs as logs,
    aws_sns as sns,
    aws_sqs as sqs,
    aws_stepfunctions as sfn,
)
from constructs import Construct

from .alarms import Alarms
from .config import Environment
from .dashboard import add_dashboard
from .metrics import named
from .queries import add_answer_queries, add_trace_query


class Observability(Construct):
    """Alarms to the operations topic, a dashboard, and saved queries.

    `log_groups` are those of `functions`, in their order.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        functions: Mapping[str, lambda_.IFunction],
        log_groups: Sequence[logs.ILogGroup],
        state_machine: sfn.StateMachine,
        dead_letters: sqs.IQueue,
        rest_api: apigateway.RestApi,
        operations: sns.ITopic,
    ) -> None:
        super().__init__(scope, construct_id)
        metrics = named(
            environment.name, state_machine=state_machine, rest_api=rest_api, dead_letters=dead_letters
        )
        alarms = Alarms(self, environment=environment, operations=operations)
        alarms.watch_requests(metrics)
        alarms.watch_functions(functions)
        alarms.watch_budget(metrics)
        add_dashboard(self, metrics, list(functions.values()), environment.budget.daily_usd)
        add_trace_query(self, log_groups)
        add_answer_queries(self, dict(zip(functions, log_groups, strict=True)))
