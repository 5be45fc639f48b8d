"""Recording that a request ended without an answer: stored, told to the team, restartable."""

from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from assistant import clock
from assistant.aws.sns import Notification, Topic
from assistant.errors import Erased
from assistant.request.categories import Category
from assistant.request.item import BY_CUSTOMER, Accepted
from assistant.request.labels import Labels
from assistant.request.priority import Priority
from assistant.request.table import RequestTable, Update
from assistant.telemetry import count, logger


@dataclass(frozen=True)
class Services:
    """Table and team topic."""

    requests: RequestTable
    team: Topic
    pivot_language: str


def record(request_id: str, code: str, step: str, services: Services) -> None:
    """Tell the team that a request failed, then mark it; one that is answered or erased stays as it is.

    In this order a request is not closed before somebody knows: while the team cannot be told it stays
    open, and the sweep, which finds its execution dead, tries again.

    Raises:
        NotFound, ServiceError: what failed while recording; the workflow then uses its dead-letter queue.
    """
    with suppress(Erased):  # nobody waits for an answer any more, and nothing may be kept of it
        failing = Update(
            keep={"failure": {"code": code, "at": clock.iso(clock.now())}},
            # A later attempt's answer has its own moment, from which its links live their seven days.
            remove=("completed_at", "links_expire_at"),
            while_equal={"status": "processing"},
        )
        item = services.requests.update(request_id, failing)
        if item["status"] != "processing":
            logger.warning("recorded before", extra={"code": code, "status": item["status"]})
            return
        if item["origin"] == BY_CUSTOMER:
            told = notification(cast("Accepted", item), item["failure"]["code"], services.pivot_language)
            services.team.publish(told)
        failed = Update(
            set_={"status": "failed", "open_status": "failed"}, while_equal={"status": "processing"}
        )
        services.requests.update(request_id, failed)
        count(step, "RequestFailed", code=code, request_id=request_id)


def notification(item: Accepted, code: str, pivot_language: str) -> Notification:
    """Return the notification of a request that ended without an answer; it carries no personal data."""
    labels = Labels.of(pivot_language)
    analysis = item.get("analysis", {})
    return Notification(
        subject=labels.failure_subject.format(request_id=item["pk"]),
        text=labels.failure_text.format(request_id=item["pk"], code=code),
        attributes={
            "kind": "failure",
            # Not read yet counts as urgent: a request that nobody could read must reach somebody.
            "priority": analysis.get("priority", Priority.HIGH),
            "category": analysis.get("category", Category.GENERAL),
            "language": item["language"]["code"] if "language" in item else "unknown",
        },
    )
