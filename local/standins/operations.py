"""Checks and answers a call: first by the service's own limits, then by its model."""

from collections.abc import Callable
from typing import Any

from local.standins import quotas, translate, validation
from local.standins.bedrock import converse, embedding, invoke, models
from local.standins.comprehend import service as comprehend
from local.standins.polly import service as polly, speech
from local.standins.protocol import Operation
from local.standins.s3vectors.service import VectorBuckets
from local.standins.services import SERVICES, check_bytes, service_model

_ANSWERS: dict[str, Callable[[str, dict[str, Any], str], dict[str, Any]]] = {
    "translate": lambda _, params, reply: translate.translate_text(params, reply),
    "comprehend": lambda name, params, _: comprehend.answer(name, params),
    "bedrock": lambda name, params, reply: (
        converse.converse(params, reply) if name == "Converse" else invoke.invoke_model(params)
    ),
    "bedrock-catalog": lambda name, params, _: models.describe(name, params),
    "polly": lambda name, params, _: polly.answer(name, params),
    "service-quotas": lambda name, params, _: quotas.answer(name, params),
}
"""What answers a service that remembers nothing: the operation by name, its parameters, how odd a reply."""


def run(operation: Operation, params: dict[str, Any], reply: str, vectors: VectorBuckets) -> dict[str, Any]:
    """Check and answer one call; raise ServiceError for what the real service would refuse."""
    # Some limits have an error of their own, which the service raises where the model's check would say less.
    if operation.service.key == "comprehend":
        comprehend.check(operation.name, params)
    elif operation.service.key == "translate":
        check_bytes(params, translate.MAX_BYTES)
    validation.check(operation.model, params)
    if operation.service.key == "s3vectors":
        return vectors.answer(operation.name, params)
    return _ANSWERS[operation.service.key](operation.name, params, reply)


def warm_up() -> None:
    """Load models, tables and engines, so that the first call is as quick as the next."""
    for service in SERVICES.values():
        for name in service.operations:
            _ = service_model(service.key).operation_model(name).input_shape
    comprehend.warm_up()
    embedding.warm_up()
    speech.synthesize("a", voice="en-us")
