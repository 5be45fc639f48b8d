"""The table of operations: each with its own first checks, the model's check, and what answers it."""

from collections.abc import Callable
from typing import Any

from local.standins import quotas, translate, validation
from local.standins.bedrock import catalog as bedrock_catalog, converse as bedrock
from local.standins.comprehend import detection, service as comprehend
from local.standins.polly import service as polly, speech
from local.standins.protocol import Operation
from local.standins.services import SERVICES, service_model

Handler = Callable[[dict[str, Any]], dict[str, Any]]

# Some limits have an error of their own, which the service raises where the model's check would say less.
_FIRST_CHECKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "TranslateText": translate.check_size,
    "DetectDominantLanguage": comprehend.check_size,
    "DetectSentiment": comprehend.check_sentiment_request,
    "DetectEntities": comprehend.check_entities_request,
    "DetectPiiEntities": comprehend.check_pii_request,
}
_HANDLERS: dict[str, Handler] = {
    "DetectDominantLanguage": comprehend.detect_dominant_language,
    "DetectSentiment": comprehend.detect_sentiment,
    "DetectEntities": comprehend.detect_entities,
    "DetectPiiEntities": comprehend.detect_pii_entities,
    "SynthesizeSpeech": polly.synthesize_speech,
    "DescribeVoices": polly.describe_voices,
    "GetFoundationModel": bedrock_catalog.get_foundation_model,
    "GetInferenceProfile": bedrock_catalog.get_inference_profile,
    "ListAWSDefaultServiceQuotas": quotas.list_default_quotas,
    "ListServiceQuotas": quotas.list_quotas,
}


def run(operation: Operation, params: dict[str, Any], reply: str) -> dict[str, Any]:
    """Checks and answers one call.

    Raises:
        ServiceError: what the real service would refuse.
    """
    if first_check := _FIRST_CHECKS.get(operation.name):
        first_check(params)
    validation.check(operation.model, params)
    if operation.name == "Converse":
        return bedrock.converse(params, reply)
    if operation.name == "TranslateText":
        return translate.translate_text(params, reply)
    return _HANDLERS[operation.name](params)


def warm_up() -> None:
    """Loads models, tables and engines, so that the first call is as quick as the next."""
    for service in SERVICES.values():
        for name in service.operations:
            _ = service_model(service.key).operation_model(name).input_shape
    detection.detect("warm-up")
    comprehend.warm_up()
    speech.synthesize("a", voice="en-us")
