"""Checks and answers a call: first by the service's own limits, then by its model."""

from typing import Any

from local.standins import quotas, translate, validation
from local.standins.bedrock import converse, models
from local.standins.comprehend import service as comprehend
from local.standins.polly import service as polly, speech
from local.standins.protocol import Operation
from local.standins.services import SERVICES, check_bytes, service_model


def run(operation: Operation, params: dict[str, Any], reply: str) -> dict[str, Any]:
    """Check and answer one call; raise ServiceError for what the real service would refuse."""
    # Some limits have an error of their own, which the service raises where the model's check would say less.
    if operation.service.key == "comprehend":
        comprehend.check(operation.name, params)
    elif operation.service.key == "translate":
        check_bytes(params, translate.MAX_BYTES)
    validation.check(operation.model, params)
    match operation.service.key:
        case "translate":
            return translate.translate_text(params, reply)
        case "comprehend":
            return comprehend.answer(operation.name, params)
        case "bedrock":
            return converse.converse(params, reply)
        case "bedrock-catalog":
            return models.describe(operation.name, params)
        case "polly":
            return polly.answer(operation.name, params)
        case _:
            return quotas.answer(operation.name, params)


def warm_up() -> None:
    """Load models, tables and engines, so that the first call is as quick as the next."""
    for service in SERVICES.values():
        for name in service.operations:
            _ = service_model(service.key).operation_model(name).input_shape
    comprehend.warm_up()
    speech.synthesize("a", voice="en-us")
