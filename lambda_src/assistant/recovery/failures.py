"""Recording that a request ended without an answer: stored, told to the team, restartable."""

from contextlib import suppress

from assistant.aws.expressions import Update
from assistant.aws.table import RequestTable
from assistant.aws.topic import TeamTopic
from assistant.clock import now
from assistant.delivery import notification
from assistant.errors import Erased
from assistant.request import moments
from assistant.telemetry import count, logger


def record(
    request_id: str, code: str, step: str, *, requests: RequestTable, team: TeamTopic, pivot_language: str
) -> None:
    """Tell the team that a request failed, then mark it; one that is answered or erased stays as it is.

    In this order a request is not closed before somebody knows: while the team cannot be told it stays
    open, and the sweep, which finds its execution dead, tries again.

    Raises:
        NotFound, ServiceError: what failed while recording; the workflow then uses its dead-letter queue.
    """
    with suppress(Erased):  # nobody waits for an answer any more, and nothing may be kept of it
        failed = {"code": code, "at": moments.iso(now())}
        item = requests.update(
            request_id,
            Update(
                keep={"failure": failed},
                # A later attempt's answer has its own moment, from which its links live their seven days.
                remove=("completed_at", "links_expire_at"),
                while_status="processing",
            ),
        )
        if item["status"] != "processing":
            logger.warning("recorded before", extra={"code": code, "status": item["status"]})
            return
        team.publish(notification.failure(item, item["failure"]["code"], pivot_language))
        requests.update(
            request_id,
            Update(set_={"status": "failed", "open_status": "failed"}, while_status="processing"),
        )
        count(step, "RequestFailed", code=code, request_id=request_id)
