"""EraseCustomer: an operator has every request of one e-mail address erased."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self, cast

from assistant.aws.s3 import Bucket
from assistant.aws.stepfunctions import StateMachine
from assistant.cost.meter import Meter
from assistant.entrypoints import wrappers
from assistant.errors import InvalidRequest, SupportError
from assistant.request import customer
from assistant.request.archive import Archive
from assistant.request.item import Request, Stub, is_being_erased
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from assistant.settings import EraseCustomerSettings
from assistant.telemetry import logger

from . import erasure

NAME: Final = "EraseCustomer"
RESERVE_MS: Final = 20_000
"""What one request may take when its services answer slowly: none is begun with less time left."""


@dataclass(frozen=True)
class Services(erasure.Services):
    """What an erasure needs."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = EraseCustomerSettings.from_env(env)
        return cls(
            requests=RequestTable(settings.table_name, Meter()),
            archive=Archive(Bucket(settings.bucket_name)),
            workflow=Workflow(StateMachine(settings.state_machine_arn)),
        )


def run(event: Mapping[str, Any], services: Services, remaining_ms: Callable[[], int]) -> dict[str, Any]:
    """Erase the requests of `email` and return how many were, and how many are left for another call.

    With `list` nothing is erased: the answer is `requests`, each with what an operator knows it by.

    Raises:
        InvalidRequest: the event names no address.
        SupportError: a request could not be erased; the others were, and the same call goes on.
    """
    try:
        customer_hash = customer.hash_of(event["email"])
    except (KeyError, AttributeError, ValueError):
        raise InvalidRequest("The event must name an e-mail address.") from None
    waiting = list(services.requests.requests_of(customer_hash))
    if event.get("list"):
        return {"requests": list(_kept(waiting, services))}
    erased = 0
    errors: list[SupportError] = []
    while waiting and remaining_ms() >= RESERVE_MS:
        request_id = waiting.pop(0)
        try:
            erased += _erase(request_id, services)
        except SupportError as error:
            errors.append(error)
            logger.warning("not erased", extra={"request_id": request_id, "code": str(error)})
    if errors:
        raise errors[0]
    return {"erased": erased, "left": len(waiting)}


def _kept(request_ids: Iterable[str], services: Services) -> Iterator[dict[str, str]]:
    """Yield what an operator knows each request by that is not erased yet."""
    for request_id in request_ids:
        item = cast("Request | None", services.requests.read(request_id))
        if item is not None and item["status"] != "erased":
            yield {
                "request_id": request_id,
                "received_at": item["received_at"],
                "status": item["status"],
                "email": item["customer"]["email"],
            }


def _erase(request_id: str, services: Services) -> bool:
    """Erase a request; return False if the index still shows one that is erased already."""
    item = cast("Request | Stub | None", services.requests.read(request_id))
    if item is None or (item["status"] == "erased" and not is_being_erased(item)):
        return False
    erasure.erase(item, "operator", NAME, services)
    return True


handler = wrappers.operated(NAME, run, Services.from_env)
