"""ProcessCustomerRequest: takes a customer's message in, stores it, starts the workflow."""

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Self

from assistant import clock
from assistant.aws.kms import MacKey
from assistant.aws.s3 import Bucket
from assistant.aws.sns import Topic
from assistant.aws.stepfunctions import StateMachine
from assistant.cost.meter import Meter
from assistant.entrypoints import http
from assistant.errors import Conflict, InvalidRequest, NotFound, TryAgainLater
from assistant.language import detection, languages
from assistant.own_words import own_words
from assistant.request import customer, links
from assistant.request.archive import Archive
from assistant.request.item import BY_CUSTOMER, BY_WATCH, Accepted, Draft, Request
from assistant.request.links import LinkSigner
from assistant.request.step import Workflow
from assistant.request.table import RequestTable
from assistant.settings import ProcessCustomerRequestSettings
from assistant.telemetry import logger

from . import receipt, request_body
from .budget import Budget
from .request_schema import KEY_FORM

NAME: Final = "ProcessCustomerRequest"
ACCEPTING: Final = {"s3_puts": 1}
"""What taking a message in uses after the item is written, which holds it all."""
RESOURCE: Final = "/requests"

IDEMPOTENCY_LIFETIME: Final = timedelta(hours=24)


@dataclass(frozen=True)
class Services:
    """Table, archive, links and workflow."""

    requests: RequestTable
    archive: Archive
    links: LinkSigner
    workflow: Workflow
    budget: Budget
    meter: Meter
    settings: ProcessCustomerRequestSettings

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Self:
        """Compose from the function's environment."""
        settings = ProcessCustomerRequestSettings.from_env(env)
        meter = Meter()
        requests = RequestTable(settings.table_name, meter)
        operations = Topic(settings.operations_topic_arn)
        return cls(
            requests=requests,
            archive=Archive(Bucket(settings.bucket_name, meter.add)),
            links=LinkSigner([MacKey(key, meter.add) for key in settings.link_key_ids]),
            workflow=Workflow(StateMachine(settings.state_machine_arn, meter.add)),
            budget=Budget(settings.stop_usd, requests.ledger, operations, settings.environment),
            meter=meter,
            settings=settings,
        )

    @property
    def allowed_origins(self) -> list[str]:
        """The origins that browsers may call from."""
        return self.settings.allowed_origins


def run(request: http.Request, services: Services) -> http.Response:
    """Answer 202 for a message that is stored and whose workflow is started.

    Raises:
        ApiError: for anything that the caller got wrong, by its HTTP status.
        ServiceError: nothing was promised; the same call may be repeated.
    """
    fields = request_body.parse(request.body)
    key = request.headers.get("idempotency-key")
    if key is not None and not KEY_FORM.fullmatch(key):
        raise InvalidRequest("The header Idempotency-Key takes 1 to 128 visible ASCII characters.")
    with ThreadPoolExecutor(max_workers=3) as pool:  # the day is read while both links are signed
        stopped = pool.submit(services.budget.is_used_up)
        item, answer = _new_request(fields, request, services, pool)
    record = _idempotency_item(key, request.api_key_id, fields, item["pk"], answer) if key else None
    if stopped.result() and not (record and _is_known(record["pk"], services)):
        raise services.budget.refusal(NAME)
    services.meter.add(ACCEPTING)
    if record:
        item["idempotency_pk"] = record["pk"]
        if not services.requests.accept(item, record):
            item, answer = _accepted_before(record, services)
    else:
        services.requests.accept(item)
    services.meter.close()  # what follows was counted ahead
    logger.append_keys(request_id=item["pk"])
    incoming = {
        "request_id": item["pk"],
        "received_at": item["received_at"],
        "customer": item["customer"],
        "language": item["declared_language"],
        "message": item["message"]["original"],
    }
    with ThreadPoolExecutor(max_workers=2) as pool:
        work = (
            pool.submit(services.workflow.start, item["pk"], item["attempt"]),
            pool.submit(services.archive.put_incoming, item["pk"], incoming),
        )
    for future in work:
        future.result()
    return http.answer(202, answer)


def _new_request(
    fields: Mapping[str, str], request: http.Request, services: Services, pool: ThreadPoolExecutor
) -> tuple[Request, dict[str, Any]]:
    """Return a request to store, and the answer to its caller; `pool` signs the links."""
    now, pivot_language = clock.now(), services.settings.pivot_language
    request_id = links.new_id(now)
    base = request.public_base(services.settings.public_base)
    status_url = pool.submit(services.links.link, "status", base, request_id, now)
    erase_url = pool.submit(services.links.link, "erase", base, request_id, now)
    item = Accepted(
        pk=request_id,
        status="processing",
        stage="accepted",
        open_status="processing",
        attempt=1,
        # By the key that API Gateway has checked: nobody else can mark a request.
        origin=BY_WATCH if request.api_key_id == services.settings.watch_key_id else BY_CUSTOMER,
        received_at=clock.iso(now),
        customer={"name": fields["name"], "email": fields["email"]},
        customer_hash=customer.hash_of(fields["email"]),
        declared_language=fields["language"],
        message={"original": fields["message"], "set_aside": own_words.set_aside(fields["message"])},
        draft=Draft(status="none", attempt=0),
        degraded={},
        timings_ms={},
        base_url=base,
        erase_url=erase_url.result(),
        ttl=int((now + timedelta(days=services.settings.retention_days)).timestamp()),
    )
    answer = {
        "request_id": request_id,
        "status": "processing",
        "status_url": status_url.result(),
        "message": _receipt(item, pivot_language),
    }
    return item, answer


def _receipt(item: Request, pivot_language: str) -> str:
    """Return the receipt in the language that the text's own words show, as far as that costs no call."""
    seen = detection.decide(
        own_words.text_of(item["message"]),
        declared=languages.served(item["declared_language"]),
        candidates=None,
        fallback=pivot_language,
    )
    return receipt.accepted(seen.code, pivot_language)


def _idempotency_item(
    key: str, api_key_id: str, fields: Mapping[str, str], request_id: str, answer: Mapping[str, Any]
) -> dict[str, Any]:
    body = json.dumps(fields, sort_keys=True, ensure_ascii=False).encode()
    return {
        "pk": "idem#" + hashlib.sha256(json.dumps([api_key_id, key]).encode()).hexdigest(),
        "body_sha256": hashlib.sha256(body).hexdigest(),
        "request_id": request_id,
        "answer": answer,
        "ttl": int((clock.now() + IDEMPOTENCY_LIFETIME).timestamp()),
    }


def _is_known(key: str, services: Services) -> bool:
    """Tell whether an earlier call used this key, and so was answered."""
    stored = services.requests.read(key)
    return stored is not None and stored["ttl"] >= clock.now().timestamp()


def _accepted_before(record: Mapping[str, Any], services: Services) -> tuple[Request, dict[str, Any]]:
    """Return the request and the answer that an earlier call with this key got."""
    stored = services.requests.read(record["pk"])
    if stored is None:
        raise TryAgainLater("The earlier call with this key has just expired. Please repeat the call.")
    if stored["body_sha256"] != record["body_sha256"]:
        raise Conflict("This Idempotency-Key was used with another body. Use a new key for a new request.")
    try:
        return services.requests.get(stored["request_id"]), stored["answer"]
    except NotFound:
        raise TryAgainLater(
            "The request of the earlier call is being erased. Please repeat the call."
        ) from None


handler = http.handler(NAME, run, Services.from_env)
