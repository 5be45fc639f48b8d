"""Erasing one request: its execution is stopped, and everything personal that is kept of it goes.

A stub without personal data takes the item's place: from then on no step can write to it. Until the
rest is gone the stub keeps what finds it (`FINDING`), and for two minutes more it stays in the index of
open requests: a step that was running may still have put an object.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, cast

from assistant import clock
from assistant.errors import Erased
from assistant.request.archive import Archive
from assistant.request.item import BY_CUSTOMER, Request, Stub, is_being_erased
from assistant.request.step import Workflow
from assistant.request.table import RequestTable, Update
from assistant.telemetry import count

GRACE: Final = timedelta(minutes=2)
"""Longer than a function lives: after it none that was running can still write."""

ALLOWED: Final = timedelta(hours=1)
"""How long an erasure may take before somebody is called."""

FINDING: Final = ("attempt", "idempotency_pk", "customer_hash")
"""What leads to the rest of a half-erased request: its execution, its key, its customer's next call."""


@dataclass(frozen=True)
class Services:
    """What holds something of a request: the table, the archive and its executions."""

    requests: RequestTable
    archive: Archive
    workflow: Workflow


def erase(item: Request | Stub, by: Literal["customer", "operator"], step: str, services: Services) -> None:
    """Erase a request, or go on where an earlier try ended.

    Raises:
        ServiceError: it is not finished; the same call goes on, and from the stub on the sweep does too.
    """
    if is_being_erased(item):
        stub = cast("Stub", item)
    else:
        request = cast("Request", item)
        services.workflow.stop(request["pk"], request["attempt"])
        stub = _stub(request, by)
        try:
            services.requests.erase(stub)
            if request["origin"] == BY_CUSTOMER:
                count(step, "RequestErased", request_id=stub["pk"])
        except Erased:
            pass  # by another call, at the same time: both finish it
    _clean(stub, services, FINDING)


def finish(request_id: str, now: datetime, services: Services) -> bool:
    """Delete for the last time what an erased request may have left; return whether it was time to.

    Raises:
        ServiceError: it is not finished; the same call goes on.
    """
    stub = cast("Stub | None", services.requests.read(request_id))
    if stub is None or stub["status"] != "erased" or now < clock.parse(stub["erased_at"]) + GRACE:
        return False
    _clean(stub, services, ("open_status", "due_at", *FINDING))
    return True


def _stub(item: Request, by: Literal["customer", "operator"]) -> Stub:
    now = clock.now()
    stub = Stub(
        pk=item["pk"],
        status="erased",
        erasure="started",
        open_status="erasing",
        received_at=item["received_at"],
        erased_at=clock.iso(now),
        erased_by=by,
        due_at=clock.iso(now + ALLOWED),
        ttl=item["ttl"],
        attempt=item["attempt"],
        customer_hash=item["customer_hash"],
    )
    if "idempotency_pk" in item:
        stub["idempotency_pk"] = item["idempotency_pk"]
    return stub


def _clean(stub: Stub, services: Services, needless: Iterable[str]) -> None:
    """Delete what belongs to an erased request, then what its stub needs no more.

    The execution is stopped again: one may have started meanwhile.
    """
    if "attempt" in stub:
        services.workflow.stop(stub["pk"], stub["attempt"])
    services.archive.delete(stub["pk"])
    if "idempotency_pk" in stub:
        services.requests.forget_idempotency(stub["idempotency_pk"], stub["pk"])
    cleaned = Update(set_={"erasure": "cleaned"}, remove=needless, while_equal={"status": "erased"})
    services.requests.update(stub["pk"], cleaned)
