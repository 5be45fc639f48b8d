"""Bedrock's catalog."""

from datetime import UTC, datetime

import pytest
from botocore.stub import Stubber

from assistant.aws.bedrock_catalog import CatalogModel, ModelCatalog, Profile
from assistant.errors import ServiceBusy, ServiceRefused
from tests.assistant.stubs import SECRET, refuse, told

ARN = "arn:aws:bedrock:eu-west-3::foundation-model/amazon.nova-lite-v1:0"
EU_NOVA = "eu.amazon.nova-lite-v1:0"
END = datetime(2027, 1, 22, tzinfo=UTC)
DETAILS = {"modelArn": ARN, "modelId": "amazon.nova-lite-v1:0", "modelName": "Nova Lite"}


def test_a_model_comes_with_its_dates(bedrock: Stubber) -> None:
    lifecycle = {"status": "LEGACY", "endOfLifeTime": END, "publicExtendedAccessTime": END}
    answer = {"modelDetails": DETAILS | {"modelLifecycle": lifecycle}}
    bedrock.add_response("get_foundation_model", answer, {"modelIdentifier": "amazon.nova-lite-v1:0"})
    found = ModelCatalog(bedrock.client).model("amazon.nova-lite-v1:0")
    assert found == CatalogModel("Nova Lite", "LEGACY", END, END)


def test_a_model_need_not_have_dates(bedrock: Stubber) -> None:
    answer = {"modelDetails": DETAILS | {"modelLifecycle": {"status": "ACTIVE"}}}
    bedrock.add_response("get_foundation_model", answer)
    assert ModelCatalog(bedrock.client).model("m") == CatalogModel("Nova Lite", "ACTIVE", None, None)


def test_a_profile_comes_with_what_it_reaches(bedrock: Stubber) -> None:
    answer = {
        "inferenceProfileName": "EU Nova Lite",
        "inferenceProfileArn": f"arn:aws:bedrock:eu-west-3:123456789012:inference-profile/{EU_NOVA}",
        "inferenceProfileId": EU_NOVA,
        "models": [{"modelArn": ARN}],
        "status": "ACTIVE",
        "type": "SYSTEM_DEFINED",
    }
    asked = {"inferenceProfileIdentifier": EU_NOVA}
    bedrock.add_response("get_inference_profile", answer, asked)
    assert ModelCatalog(bedrock.client).profile(EU_NOVA) == Profile("ACTIVE", (ARN,))


@pytest.mark.parametrize("look", ["model", "profile"])
@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("ResourceNotFoundException", 404, ServiceRefused),
        ("AccessDeniedException", 403, ServiceRefused),
        ("ThrottlingException", 429, ServiceBusy),
    ],
)
def test_errors_come_by_type(bedrock: Stubber, look: str, code: str, status: int, kind: type) -> None:
    operation = {"model": "get_foundation_model", "profile": "get_inference_profile"}[look]
    refuse(bedrock, operation, code, status)
    with pytest.raises(kind) as caught:
        getattr(ModelCatalog(bedrock.client), look)("m.x")
    assert caught.value.code == code
    assert SECRET not in told(caught.value)


def test_an_answer_without_a_lifecycle_is_none(bedrock: Stubber) -> None:
    bedrock.add_response("get_foundation_model", {"modelDetails": DETAILS})
    with pytest.raises(ServiceBusy, match="MalformedAnswer"):
        ModelCatalog(bedrock.client).model("m")
