"""Recording that a request ended without an answer: stored, told to the team, restartable."""

from contextlib import suppress
from typing import cast

from assistant import clock
from assistant.aws.sns import Notification, Topic
from assistant.errors import Erased
from assistant.request.categories import Category
from assistant.request.item import Accepted
from assistant.request.labels import Labels
from assistant.request.priority import Priority
from assistant.request.table import RequestTable
from assistant.request.update import Update
from assistant.telemetry import count, logger


def record(
    request_id: str, code: str, step: str, *, requests: RequestTable, team: Topic, pivot_language: str
) -> None:
    """Tell the team that a request failed, then mark it; one that is answered or erased stays as it is.

    In this order a request is not closed before somebody knows: while the team cannot be told it stays
    open, and the sweep, which finds its execution dead, tries again.

    Raises:
        NotFound, ServiceError: what failed while recording; the workflow then uses its dead-letter queue.
    """
    with suppress(Erased):  # nobody waits for an answer any more, and nothing may be kept of it
        failed = {"code": code, "at": clock.iso(clock.now())}
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
        team.publish(notification(cast("Accepted", item), item["failure"]["code"], pivot_language))
        requests.update(
            request_id,
            Update(set_={"status": "failed", "open_status": "failed"}, while_status="processing"),
        )
        count(step, "RequestFailed", code=code, request_id=request_id)


def notification(item: Accepted, code: str, pivot_language: str) -> Notification:
    """Return the notification of a request that ended without an answer; it carries no personal data."""
    labels = Labels.of(pivot_language)
    analysis = item.get("analysis", {})
    subject = labels.failure_subject.format(request_id=item["pk"])
    return Notification(
        subject=subject,
        text=labels.failure_text.format(request_id=item["pk"], code=code),
        attributes={
            "kind": "failure",
            # Not read yet counts as urgent: a request that nobody could read must reach somebody.
            "priority": analysis.get("priority", Priority.HIGH),
            "category": analysis.get("category", Category.GENERAL),
            "language": item["language"]["code"] if "language" in item else "unknown",
        },
    )
