"""Many callers at once: intake alone, from the API over the function to the table.

Workflows would share the processors with the callers, so they are held back. The requests are never answered;
their items are deleted at the end.
"""

import json
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final

from bench.burst import PATIENCE_SECONDS, items_of
from bench.figures import Figure, p95, spread
from local.commands.client import ApiProblemError, SupportApi
from local.commands.samples import load
from local.environment.deployment import Deployment

POSTS: Final = 200
AT_ONCE: Final = 20
P95_GOAL: Final = 5.0
"""Times the median."""

HELD_BACK: Final = {
    "Comment": "Bench: executions start, and wait",
    "StartAt": "Wait",
    "States": {"Wait": {"Type": "Wait", "Seconds": 3600, "End": True}},
}
"""Its executions run, so the sweep leaves their requests alone, and call nothing."""


@contextmanager
def workflow_held_back(deployment: Deployment) -> Iterator[None]:
    """Let StartExecution succeed while no step runs; the workflow's own definition comes back at the end."""
    states, arn = deployment.clients.stepfunctions, deployment.state_machine_arn
    definition = states.describe_state_machine(stateMachineArn=arn)["definition"]
    states.update_state_machine(stateMachineArn=arn, definition=json.dumps(HELD_BACK))
    try:
        yield
    finally:
        states.update_state_machine(stateMachineArn=arn, definition=definition)


def measure(deployment: Deployment) -> list[Figure]:
    """Return how many POSTs failed on our side, and how far the slow ones lie from the median.

    Raises:
        RuntimeError: an accepted message is not in the table, or its workflow was not held back.
    """
    bodies = [sample.body() for sample in load()]
    ids: list[str] = []

    def post(number: int) -> tuple[float, int]:
        started = time.monotonic()
        try:
            ids.append(api.submit(bodies[number % len(bodies)])["request_id"])
            status = 202
        except ApiProblemError as problem:
            status = problem.status
        return time.monotonic() - started, status

    with (
        workflow_held_back(deployment),
        SupportApi(
            deployment.api_url, deployment.api_key, deployment.ca_bundle, timeout=PATIENCE_SECONDS
        ) as api,
        ThreadPoolExecutor(AT_ONCE) as callers,
    ):
        list(callers.map(post, range(AT_ONCE)))  # starts the function's processes
        results = list(callers.map(post, range(POSTS)))
        items = items_of(deployment, set(ids))
        if len(items) != len(ids) or any("language" in item for item in items):
            raise RuntimeError(f"of {len(ids)} messages {len(items)} are stored, or some were worked on")
        with deployment.clients.dynamodb.Table(deployment.table).batch_writer() as table:
            for item in items:
                table.delete_item(Key={"pk": item["pk"]})
    seconds = [taken for taken, _ in results]
    failed = sum(status >= 500 for _, status in results)
    return [
        Figure(f"{POSTS} POSTs, {AT_ONCE} at once: answers 5xx", failed, 0, "the workflow is held back"),
        Figure("POST: p95 / median", p95(seconds) / statistics.median(seconds), P95_GOAL, spread(seconds)),
    ]
