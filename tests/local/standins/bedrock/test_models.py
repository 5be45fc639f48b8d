"""The models by name, and Bedrock's control plane, asked by boto3."""

from datetime import UTC, datetime
from typing import Any

import pytest

from local.standins.bedrock.models import ENDING, MODELS, find_model
from local.standins.client import StandinClient
from tests.local.standins.support import refused


@pytest.fixture
def catalog(standins: StandinClient, clients: dict[str, Any]) -> Any:
    return clients["bedrock"]


@pytest.mark.parametrize(
    ("model", "name", "end"),
    [
        ("anthropic.claude-haiku-5-5", "Claude Haiku 5.5", datetime(2027, 10, 7, tzinfo=UTC)),
        ("amazon.nova-lite-v1:0", "Nova Lite", None),
        ("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0", "Nova Lite", None),
    ],
)
def test_an_active_model_has_its_end_of_life(
    catalog: Any, model: str, name: str, end: datetime | None
) -> None:
    details = catalog.get_foundation_model(modelIdentifier=model)["modelDetails"]
    assert details["modelName"] == name
    assert details["providerName"] in ("Anthropic", "Amazon")
    assert details["modelLifecycle"]["status"] == "ACTIVE"
    assert details["modelLifecycle"].get("endOfLifeTime") == end


def test_one_model_of_ours_has_thirty_days_to_live(catalog: Any) -> None:
    details = catalog.get_foundation_model(modelIdentifier=ENDING)["modelDetails"]
    left = details["modelLifecycle"]["endOfLifeTime"] - datetime.now(UTC)
    assert 29 <= left.days <= 30


@pytest.mark.parametrize(
    "model",
    [
        "anthropic.claude-3-haiku-20240307-v1:0",
        "amazon.titan-unknown-v9",
        "global.anthropic.claude-haiku-5-5",
    ],
)
def test_retired_and_unknown_models_and_profiles_are_no_models(catalog: Any, model: str) -> None:
    code, status = refused(catalog.get_foundation_model, modelIdentifier=model)
    assert (code, status) == ("ResourceNotFoundException", 404)


def test_a_profile_of_the_region_names_what_it_reaches(catalog: Any) -> None:
    found = catalog.get_inference_profile(inferenceProfileIdentifier="global.anthropic.claude-haiku-5-5")
    assert (found["status"], found["type"]) == ("ACTIVE", "SYSTEM_DEFINED")
    assert all(each["modelArn"].endswith("/anthropic.claude-haiku-5-5") for each in found["models"])


@pytest.mark.parametrize(
    "profile",
    [
        "eu.anthropic.claude-haiku-5-5",
        "us.anthropic.claude-3-haiku-20240307-v1:0",
        "apac.anthropic.claude-haiku-5-5",
        "amazon.nova-lite-v1:0",
    ],
)
def test_profiles_of_other_geographies_are_unknown_here(catalog: Any, profile: str) -> None:
    code, _ = refused(catalog.get_inference_profile, inferenceProfileIdentifier=profile)
    assert code == "ResourceNotFoundException"


def test_the_control_plane_fails_apart_from_the_runtime(catalog: Any, standins: StandinClient) -> None:
    standins.set_faults({"bedrock-catalog.GetFoundationModel": {"error": "denied"}})
    code, _ = refused(catalog.get_foundation_model, modelIdentifier="amazon.nova-lite-v1:0")
    assert code == "AccessDeniedException"


ARN = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/"


@pytest.mark.parametrize(
    ("name", "model", "by_profile"),
    [
        ("anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5", False),
        ("global.anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5", True),
        (f"{ARN}eu.anthropic.claude-haiku-5-5", "anthropic.claude-haiku-5-5", True),
        (
            "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
            "amazon.nova-lite-v1:0",
            False,
        ),
    ],
)
def test_models_are_found_by_id_profile_and_arn(name: str, model: str, by_profile: bool) -> None:
    assert find_model(name) == (MODELS[model], by_profile)


@pytest.mark.parametrize(
    "name", ["amazon.titan-unknown-v9", "mars.anthropic.claude-haiku-5-5", f"{ARN}nothing", "", "haiku"]
)
def test_other_names_are_unknown(name: str) -> None:
    assert find_model(name) is None
