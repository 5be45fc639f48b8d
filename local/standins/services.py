"""The services: their names, their botocore models and the errors each has for its own troubles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from botocore.loaders import Loader
from botocore.model import ServiceModel


class ServiceError(Exception):
    """A refusal in the service's own words; without a status, the service model's one applies (else 400).

    Details are the further members that some errors have.
    """

    def __init__(self, code: str, message: str, status: int | None = None, **details: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.details = details


@dataclass(frozen=True)
class Service:
    """What tells one service from the others on the wire."""

    key: str
    botocore_name: str
    signing_name: str
    throttled: tuple[str, int, str]
    internal: str
    operations: tuple[str, ...]


# Throttling: the operation's declared error where it declares one (Translate, Bedrock); Comprehend and Polly
# declare none and answer with the common ThrottlingException.
SERVICES = {
    service.key: service
    for service in (
        Service(
            "translate",
            "translate",
            "translate",
            ("TooManyRequestsException", 429, "Too many requests. Wait and try again."),
            "InternalServerException",
            ("TranslateText",),
        ),
        Service(
            "comprehend",
            "comprehend",
            "comprehend",
            ("ThrottlingException", 400, "Rate exceeded"),
            "InternalServerException",
            ("DetectDominantLanguage", "DetectSentiment", "DetectEntities", "DetectPiiEntities"),
        ),
        Service(
            "bedrock",
            "bedrock-runtime",
            "bedrock",
            ("ThrottlingException", 429, "Too many requests, please wait before trying again."),
            "InternalServerException",
            ("Converse",),
        ),
        Service(
            "polly",
            "polly",
            "polly",
            ("ThrottlingException", 400, "Rate exceeded"),
            "ServiceFailureException",
            ("SynthesizeSpeech", "DescribeVoices"),
        ),
        Service(
            "bedrock-catalog",
            "bedrock",
            "bedrock",
            ("ThrottlingException", 429, "Too many requests, please wait before trying again."),
            "InternalServerException",
            ("GetFoundationModel", "GetInferenceProfile"),
        ),
        Service(
            "service-quotas",
            "service-quotas",
            "servicequotas",
            ("TooManyRequestsException", 429, "Rate exceeded"),
            "ServiceException",
            ("ListAWSDefaultServiceQuotas", "ListServiceQuotas"),
        ),
    )
}


@lru_cache
def service_model(key: str) -> ServiceModel:
    """The service's botocore model, read from disk once."""
    name = SERVICES[key].botocore_name
    return ServiceModel(Loader().load_service_model(name, "service-2"), name)
