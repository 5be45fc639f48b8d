"""Erasing one request: its execution is stopped, and everything personal that is kept of it goes.

A stub without personal data takes the item's place: from then on no step can write to it. Until the
rest is gone the stub keeps what finds it (`FINDING`), and for two minutes more it stays in the index of
open requests: a step that was running may still have put an object.
"""

from datetime import datetime, timedelta
from typing import Final, Literal, Protocol, cast

from assistant import clock
from assistant.errors import Erased
from assistant.request.archive import Archive
from assistant.request.item import Request, Stub, is_being_erased
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from assistant.request.update import Update
from assistant.telemetry import count

GRACE: Final = timedelta(minutes=2)
"""Longer than a function lives: after it none that was running can still write."""

ALLOWED: Final = timedelta(hours=1)
"""How long an erasure may take before somebody is called."""


FINDING: Final = ("attempt", "idempotency_pk", "customer_hash")
"""What leads to the rest of a half-erased request: its execution, its key, its customer's next call."""


class Services(Protocol):
    """What erasing needs."""

    @property
    def requests(self) -> RequestTable:
        """The request table."""

    @property
    def archive(self) -> Archive:
        """The bucket."""

    @property
    def workflow(self) -> Workflow:
        """The executions."""


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
            count(step, "RequestErased", request_id=stub["pk"])
        except Erased:
            pass  # by another call, at the same time: both finish it
    _clean(stub, services)
    done = Update(set_={"erasure": "cleaned"}, remove=FINDING, while_status="erased")
    services.requests.update(stub["pk"], done)


def finish(request_id: str, now: datetime, services: Services) -> bool:
    """Delete for the last time what an erased request may have left; return whether it was time to.

    Raises:
        ServiceError: it is not finished; the same call goes on.
    """
    stub = cast("Stub | None", services.requests.read(request_id))
    if stub is None or stub["status"] != "erased" or now < clock.parse(stub["erased_at"]) + GRACE:
        return False
    _clean(stub, services)
    gone = Update(
        set_={"erasure": "cleaned"}, remove=("open_status", "due_at", *FINDING), while_status="erased"
    )
    services.requests.update(request_id, gone)
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


def _clean(stub: Stub, services: Services) -> None:
    """Remove what belongs to an erased request. The execution again: one may have started meanwhile."""
    if "attempt" in stub:
        services.workflow.stop(stub["pk"], stub["attempt"])
    services.archive.delete(stub["pk"])
    if "idempotency_pk" in stub:
        services.requests.forget_idempotency(stub["idempotency_pk"], stub["pk"])
