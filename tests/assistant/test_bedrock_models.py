import pytest

from assistant import bedrock_models
from assistant.aws.bedrock import extra_fields


@pytest.mark.parametrize(
    ("model", "prefix", "own"),
    [
        ("amazon.nova-lite-v1:0", "", "amazon.nova-lite-v1:0"),
        *(
            (f"{prefix}.amazon.nova-lite-v1:0", prefix, "amazon.nova-lite-v1:0")
            for prefix in bedrock_models.PREFIXES
        ),
        ("local.ending-soon-v1:0", "", "local.ending-soon-v1:0"),
    ],
)
def test_an_id_is_split_at_the_prefix_of_a_profile(model: str, prefix: str, own: str) -> None:
    assert bedrock_models.split_id(model) == (prefix, own)


def test_a_profile_leads_to_its_model() -> None:
    nova = bedrock_models.find("eu.amazon.nova-lite-v1:0")
    assert nova is not None
    assert nova.name == "Nova Lite"
    assert bedrock_models.find("eu.amazon.nova-mega-v1:0") is None


def test_embedding_is_told_from_conversing() -> None:
    embedding = [model.id for model in bedrock_models.by_id().values() if model.embeds]
    assert embedding == ["amazon.titan-embed-text-v2:0"]


@pytest.mark.parametrize(
    ("model", "thinking"),
    [
        ("eu.anthropic.claude-haiku-5-5", {"thinking": {"type": "disabled"}}),
        ("global.anthropic.claude-haiku-4-5-20251001-v1:0", {}),
        ("amazon.nova-lite-v1:0", {}),
        ("anthropic.claude-unknown-9", {}),
    ],
)
def test_thinking_is_turned_off_where_it_is_on_by_default(model: str, thinking: object) -> None:
    assert extra_fields(model) == thinking
