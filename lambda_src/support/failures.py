"""Recording that a request ended without an answer: stored, told to the team, restartable."""

from .aws.expressions import Update
from .aws.table import RequestTable
from .aws.topic import TeamTopic
from .clock import now
from .domain import moments, notification
from .telemetry import count, logger


def record(
    request_id: str, code: str, step: str, *, requests: RequestTable, team: TeamTopic, pivot_language: str
) -> None:
    """Mark a request as failed and tell the team; one that is completed already stays as it is.

    Raises:
        NotFound, ServiceError: what failed while recording; the workflow then uses its dead-letter queue.
    """
    failed = {"code": code, "at": moments.iso(now())}
    item = requests.update(
        request_id,
        Update(
            set_={"status": "failed", "open_status": "failed", "failure": failed},
            # A later attempt's answer has its own moment, from which its links live their seven days.
            remove=("completed_at", "links_expire_at"),
            while_status="processing",
        ),
    )
    if item["status"] != "failed":
        logger.warning("not failed, since it is already answered", extra={"code": code})
        return
    team.publish(notification.failure(item, code, pivot_language))
    count(step, "RequestFailed", code=code, request_id=request_id)
