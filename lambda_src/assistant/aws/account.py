"""What the doctor asks of an account and its Region: identity, quotas, models, voices, subscriptions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.errors import ServiceRefused

from .bedrock import Models, Question
from .client import Connection, config

if TYPE_CHECKING:
    from mypy_boto3_bedrock import BedrockClient
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient
    from mypy_boto3_polly import PollyClient
    from mypy_boto3_service_quotas import ServiceQuotasClient
    from mypy_boto3_service_quotas.type_defs import ServiceQuotaTypeDef
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sts import STSClient


class Identity:
    """The account and the Region that the credentials lead to."""

    def __init__(self, client: "STSClient | None" = None) -> None:
        self._sts = Connection("sts", config(5), client=client)

    @property
    def region(self) -> str:
        """The Region that is asked."""
        return self._sts.client.meta.region_name

    def account(self) -> str:
        """Return the account's number; `ServiceRefused` if the credentials are wrong or have ended."""
        with self._sts.calling("GetCallerIdentity") as client:
            return client.get_caller_identity()["Account"]


@dataclass(frozen=True)
class Quota:
    """One quota, in its own unit; an adjustable one can be raised on request."""

    code: str
    name: str
    value: float
    adjustable: bool


class Quotas:
    """The quotas of a service as they apply to this account.

    By lists alone: a quota that was never changed may have a default and no applied value, and most
    codes are documented nowhere.
    """

    def __init__(self, client: "ServiceQuotasClient | None" = None) -> None:
        self._quotas = Connection("service-quotas", config(10), client=client)

    def of(self, service: str) -> list[Quota]:
        """Return the quotas of a service, by its code there: the account's own values before the defaults."""
        with self._quotas.calling("ListAWSDefaultServiceQuotas") as client:
            defaults = client.get_paginator("list_aws_default_service_quotas")
            quotas = _quotas(page["Quotas"] for page in defaults.paginate(ServiceCode=service))
        with self._quotas.calling("ListServiceQuotas") as client:
            applied = client.get_paginator("list_service_quotas")
            quotas |= _quotas(page["Quotas"] for page in applied.paginate(ServiceCode=service))
        return list(quotas.values())


def _quotas(pages: "Iterable[list[ServiceQuotaTypeDef]]") -> dict[str, Quota]:
    # One without a value could not be read just then, and says so in ErrorReason.
    return {
        each["QuotaCode"]: Quota(each["QuotaCode"], each["QuotaName"], each["Value"], each["Adjustable"])
        for page in pages
        for each in page
        if "Value" in each
    }


@dataclass(frozen=True)
class CatalogModel:
    """A foundation model in the catalog; `status` is ACTIVE or LEGACY, times are None where none is named."""

    name: str
    status: str
    end_of_life: datetime | None = None
    extended_access_from: datetime | None = None


@dataclass(frozen=True)
class Profile:
    """An inference profile that this Region offers; `status` is ACTIVE when it is ready to be used."""

    status: str
    models: tuple[str, ...]


class ModelCatalog:
    """Bedrock's models and inference profiles; one that is unknown in the Region is refused."""

    def __init__(self, client: "BedrockClient | None" = None) -> None:
        self._bedrock = Connection("bedrock", config(10), client=client)

    def model(self, model_id: str) -> CatalogModel:
        """Return a foundation model."""
        with self._bedrock.calling("GetFoundationModel") as client:
            details = client.get_foundation_model(modelIdentifier=model_id)["modelDetails"]
            lifecycle = details["modelLifecycle"]
            return CatalogModel(
                name=details["modelName"],
                status=lifecycle["status"],
                end_of_life=lifecycle.get("endOfLifeTime"),
                extended_access_from=lifecycle.get("publicExtendedAccessTime"),
            )

    def profile(self, profile_id: str) -> Profile:
        """Return an inference profile."""
        with self._bedrock.calling("GetInferenceProfile") as client:
            answer = client.get_inference_profile(inferenceProfileIdentifier=profile_id)
            return Profile(answer["status"], tuple(model["modelArn"] for model in answer["models"]))


class ModelProbe:
    """Asks one model a question of the product, as the product does."""

    def __init__(self, client: "BedrockRuntimeClient | None" = None) -> None:
        self._client = client

    def ask(self, model: str, question: Question) -> None:
        """Return if the model answers through the tool, whatever it says.

        Raises:
            ReplyRejected: it did not use the tool, or not as it should.
            ServiceError: it may not be used, is throttled or failing.
        """
        Models([model], _never, client=self._client).ask(question)


def _never(refused: ServiceRefused, model: str) -> None:
    """Take no report: the only model is never passed over."""


@dataclass(frozen=True)
class OfferedVoice:
    """What a voice of Polly can do here: its engines, and the language codes that it speaks."""

    engines: frozenset[str]
    languages: frozenset[str]


class VoiceCatalog:
    """The Region's voices."""

    def __init__(self, client: "PollyClient | None" = None) -> None:
        self._polly = Connection("polly", config(10), client=client)

    def voices(self) -> dict[str, OfferedVoice]:
        """Return the voices by their ids."""
        with self._polly.calling("DescribeVoices") as client:
            return {
                str(voice["Id"]): OfferedVoice(
                    frozenset(voice["SupportedEngines"]),
                    frozenset({voice["LanguageCode"], *voice.get("AdditionalLanguageCodes", [])}),
                )
                for page in client.get_paginator("describe_voices").paginate()
                for voice in page["Voices"]
            }


@dataclass(frozen=True)
class Subscription:
    """One subscription of a topic."""

    protocol: str
    endpoint: str
    confirmed: bool


class Subscriptions:
    """The subscriptions of a topic."""

    def __init__(self, client: "SNSClient | None" = None) -> None:
        self._sns = Connection("sns", config(10), client=client)

    def of(self, topic_arn: str) -> list[Subscription]:
        """Return a topic's subscriptions."""
        with self._sns.calling("ListSubscriptionsByTopic") as client:
            pages = client.get_paginator("list_subscriptions_by_topic").paginate(TopicArn=topic_arn)
            return [
                Subscription(
                    each["Protocol"],
                    each["Endpoint"],
                    # Until then it is `PendingConfirmation`, afterwards `Deleted` for a while.
                    confirmed=each["SubscriptionArn"].startswith("arn:"),
                )
                for page in pages
                for each in page["Subscriptions"]
            ]
