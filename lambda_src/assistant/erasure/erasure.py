"""Erasing one request: its execution is stopped, and everything personal that is kept of it goes.

A stub without personal data takes the item's place: from then on no step can write to it. Until the
rest is gone the stub keeps what finds it (`FINDING`), and for two minutes more it stays in the index of
open requests: a step that was running may still have put an object.
"""

from datetime import datetime, timedelta
from typing import Final, Literal, Protocol, cast

from assistant import clock
from assistant.aws.archive import Archive
from assistant.aws.erasable_table import ErasableTable
from assistant.aws.expressions import Update
from assistant.aws.workflow import Workflow
from assistant.errors import Erased
from assistant.request import moments
from assistant.request.record import StoredRequest
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
    def requests(self) -> ErasableTable:
        """The request table."""

    @property
    def archive(self) -> Archive:
        """The bucket."""

    @property
    def workflow(self) -> Workflow:
        """The executions."""


def erase(item: StoredRequest, by: Literal["customer", "operator"], step: str, services: Services) -> None:
    """Erase a request, or go on where an earlier try ended.

    Raises:
        ServiceError: it is not finished; the same call goes on, and from the stub on the sweep does too.
    """
    if item["status"] != "erased":
        services.workflow.stop(item["pk"], item["attempt"])
        item = _stub(item, by)
        try:
            services.requests.erase(item)
            count(step, "RequestErased", request_id=item["pk"])
        except Erased:
            pass  # by another call, at the same time: both finish it
    _clean(item, services)
    done = Update(remove=FINDING, while_status="erased")
    services.requests.update(item["pk"], done)


def is_half_done(item: StoredRequest) -> bool:
    """Tell whether a request was erased but not all that belongs to it is gone."""
    return item["status"] == "erased" and "attempt" in item


def finish(request_id: str, now: datetime, services: Services) -> bool:
    """Delete for the last time what an erased request may have left; return whether it was time to.

    Raises:
        ServiceError: it is not finished; the same call goes on.
    """
    stub = services.requests.read(request_id)
    if stub is None or "erased_at" not in stub or now < moments.parse(stub["erased_at"]) + GRACE:
        return False
    _clean(cast("StoredRequest", stub), services)
    gone = Update(remove=("open_status", "due_at", *FINDING), while_status="erased")
    services.requests.update(request_id, gone)
    return True


def _stub(item: StoredRequest, by: Literal["customer", "operator"]) -> StoredRequest:
    now = clock.now()
    stub = StoredRequest(
        pk=item["pk"],
        status="erased",
        open_status="erasing",
        received_at=item["received_at"],
        erased_at=moments.iso(now),
        erased_by=by,
        due_at=moments.iso(now + ALLOWED),
    )
    kept = {key: value for key, value in item.items() if key in (*FINDING, "ttl")}
    return stub | cast("StoredRequest", kept)


def _clean(stub: StoredRequest, services: Services) -> None:
    """Remove what belongs to an erased request. The execution again: one may have started meanwhile."""
    if "attempt" in stub:
        services.workflow.stop(stub["pk"], stub["attempt"])
    services.archive.delete(stub["pk"])
    if "idempotency_pk" in stub:
        services.requests.forget_idempotency(stub["idempotency_pk"], stub["pk"])
