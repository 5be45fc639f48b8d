"""What the doctor asks of an account and its Region."""

from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.stub import ANY

from assistant.aws.account import (
    CatalogModel,
    Identity,
    ModelCatalog,
    ModelProbe,
    OfferedVoice,
    Profile,
    Quota,
    Quotas,
    Subscription,
    Subscriptions,
    VoiceCatalog,
)
from assistant.aws.bedrock import Question
from assistant.errors import ServiceBusy, ServiceRefused
from tests.assistant.aws.operations import TOPIC
from tests.assistant.stubs import Stub, refuse

ARN = "arn:aws:bedrock:eu-west-3::foundation-model/amazon.nova-lite-v1:0"
EU_NOVA = "eu.amazon.nova-lite-v1:0"
END = datetime(2027, 1, 22, tzinfo=UTC)
DETAILS = {"modelArn": ARN, "modelId": "amazon.nova-lite-v1:0", "modelName": "Nova Lite"}


def test_the_account_and_the_region_are_told(sts: Stub) -> None:
    sts.add_response("get_caller_identity", {"Account": "123456789012"}, {})
    identity = Identity(sts.client)
    assert (identity.account(), identity.region) == ("123456789012", "us-east-1")


def row(code: str, value: float | None = None, **fields: Any) -> dict[str, Any]:
    given = {} if value is None else {"Value": value}
    return {"QuotaCode": code, "QuotaName": f"Quota {code}", "Adjustable": True} | given | fields


def test_an_accounts_own_values_stand_before_the_defaults(service_quotas: Stub) -> None:
    asked = {"ServiceCode": "polly"}
    service_quotas.add_response(
        "list_aws_default_service_quotas", {"Quotas": [row("L-1", 8)], "NextToken": "more"}, asked
    )
    service_quotas.add_response(
        "list_aws_default_service_quotas",
        {"Quotas": [row("L-2", 80, Adjustable=False)]},
        asked | {"NextToken": "more"},
    )
    service_quotas.add_response("list_service_quotas", {"Quotas": [row("L-1", 20), row("L-3")]}, asked)
    assert Quotas(service_quotas.client).of("polly") == [
        Quota("L-1", "Quota L-1", 20, adjustable=True),
        Quota("L-2", "Quota L-2", 80, adjustable=False),
    ]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("NoSuchResourceException", ServiceRefused),
        ("AccessDeniedException", ServiceRefused),
        ("TooManyRequestsException", ServiceBusy),
    ],
)
def test_the_second_list_fails_under_its_own_name(service_quotas: Stub, code: str, kind: type) -> None:
    service_quotas.add_response("list_aws_default_service_quotas", {"Quotas": []})
    refuse(service_quotas, "list_service_quotas", code)
    with pytest.raises(kind, match=f"ListServiceQuotas: {code}"):
        Quotas(service_quotas.client).of("polly")


@pytest.mark.parametrize(
    ("lifecycle", "found"),
    [
        (
            {"status": "LEGACY", "endOfLifeTime": END, "publicExtendedAccessTime": END},
            CatalogModel("Nova Lite", "LEGACY", END, END),
        ),
        ({"status": "ACTIVE"}, CatalogModel("Nova Lite", "ACTIVE", None, None)),
    ],
)
def test_a_model_comes_with_the_dates_that_it_has(
    bedrock: Stub, lifecycle: dict[str, Any], found: CatalogModel
) -> None:
    answer = {"modelDetails": DETAILS | {"modelLifecycle": lifecycle}}
    bedrock.add_response("get_foundation_model", answer, {"modelIdentifier": "amazon.nova-lite-v1:0"})
    assert ModelCatalog(bedrock.client).model("amazon.nova-lite-v1:0") == found


def test_an_answer_without_a_lifecycle_is_malformed(bedrock: Stub) -> None:
    bedrock.add_response("get_foundation_model", {"modelDetails": DETAILS})
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        ModelCatalog(bedrock.client).model("m")


def test_a_profile_comes_with_the_models_that_it_reaches(bedrock: Stub) -> None:
    answer = {
        "inferenceProfileName": "EU Nova Lite",
        "inferenceProfileArn": f"arn:aws:bedrock:eu-west-3:123456789012:inference-profile/{EU_NOVA}",
        "inferenceProfileId": EU_NOVA,
        "models": [{"modelArn": ARN}],
        "status": "ACTIVE",
        "type": "SYSTEM_DEFINED",
    }
    bedrock.add_response("get_inference_profile", answer, {"inferenceProfileIdentifier": EU_NOVA})
    assert ModelCatalog(bedrock.client).profile(EU_NOVA) == Profile("ACTIVE", (ARN,))


@pytest.mark.parametrize(
    ("model", "extra"),
    [
        ("global.anthropic.claude-haiku-5-5", {"thinking": {"type": "disabled"}}),
        ("amazon.nova-lite-v1:0", {}),
    ],
)
def test_a_probe_asks_the_question_as_the_product_does(
    bedrock_runtime: Stub, model: str, extra: dict[str, object]
) -> None:
    question = Question("system", "user", {"name": "write_reply", "inputSchema": {"json": {}}}, 2500)
    use = {"toolUse": {"toolUseId": "t", "name": "write_reply", "input": {}}}
    answer = {
        "output": {"message": {"role": "assistant", "content": [use]}},
        "stopReason": "tool_use",
        "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
        "metrics": {"latencyMs": 1},
    }
    asked = {
        "modelId": model,
        "system": [{"text": "system"}],
        "messages": ANY,
        "inferenceConfig": {"maxTokens": 2500},
        "toolConfig": {"tools": ANY, "toolChoice": {"tool": {"name": "write_reply"}}},
        "additionalModelRequestFields": extra,
    }
    bedrock_runtime.add_response("converse", answer, asked)
    ModelProbe(bedrock_runtime.client).ask(model, question)


def test_voices_come_from_every_page_with_all_their_languages(polly: Stub) -> None:
    lea = {"Id": "Lea", "LanguageCode": "fr-FR", "SupportedEngines": ["standard", "neural"]}
    kajal = {
        "Id": "Kajal",
        "LanguageCode": "en-IN",
        "AdditionalLanguageCodes": ["hi-IN"],
        "SupportedEngines": ["neural"],
    }
    polly.add_response("describe_voices", {"Voices": [lea], "NextToken": "more"}, {})
    polly.add_response("describe_voices", {"Voices": [kajal]}, {"NextToken": "more"})
    assert VoiceCatalog(polly.client).voices() == {
        "Lea": OfferedVoice(frozenset({"standard", "neural"}), frozenset({"fr-FR"})),
        "Kajal": OfferedVoice(frozenset({"neural"}), frozenset({"en-IN", "hi-IN"})),
    }


def test_subscriptions_come_from_every_page_and_tell_who_has_confirmed(sns: Stub) -> None:
    def mail(name: str, arn: str) -> dict[str, str]:
        return {"Protocol": "email", "Endpoint": f"{name}@example.com", "SubscriptionArn": arn}

    first = {"Subscriptions": [mail("ana", f"{TOPIC}:1")], "NextToken": "more"}
    second = {"Subscriptions": [mail("ben", "PendingConfirmation"), mail("eve", "Deleted")]}
    sns.add_response("list_subscriptions_by_topic", first, {"TopicArn": TOPIC})
    sns.add_response("list_subscriptions_by_topic", second, {"TopicArn": TOPIC, "NextToken": "more"})
    assert Subscriptions(sns.client).of(TOPIC) == [
        Subscription("email", "ana@example.com", confirmed=True),
        Subscription("email", "ben@example.com", confirmed=False),
        Subscription("email", "eve@example.com", confirmed=False),
    ]
