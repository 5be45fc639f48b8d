"""What an environment names must be there, in its Region; nothing of it may leave the area of `residency`."""

from dataclasses import replace
from typing import Any

import boto3
import pytest

from assistant import bedrock_models
from support_stack import config
from support_stack.config import Environment
from support_stack.config.availability import AREAS, SERVICES, missing, outside, unusable_model, unwatched
from support_stack.config.environment import Knowledge

HAIKU, NOVA = "eu.anthropic.claude-haiku-5-5", "eu.amazon.nova-lite-v1:0"


def changed(environment: Environment, *, voice: dict[str, Any] | None = None, **reply: Any) -> Environment:
    """Return an environment with other values under [reply] and [voice]."""
    return replace(
        environment,
        reply=replace(environment.reply, **reply),
        voice=replace(environment.voice, **(voice or {})),
    )


@pytest.mark.parametrize("name", config.names())
def test_what_a_shipped_environment_names_works_in_its_region(name: str) -> None:
    environment = config.load(name)
    assert environment.region is not None
    assert missing(environment, environment.region) is None
    assert unwatched(environment.region) is None


@pytest.mark.parametrize(
    ("region", "told"),
    [
        ("eu-central-1", None),
        (
            "eu-west-3",
            "eu-west-3 does not have Amazon Comprehend; Regions near by that have all: eu-central-1",
        ),
        ("eu-north-1", "eu-north-1 does not have Amazon Comprehend, Amazon Polly (neural); Regions near by"),
        (
            "us-east-2",
            "us-east-2 does not have Amazon Polly (neural); Regions near by that have all: us-east-1",
        ),
        ("sa-east-1", "Amazon Polly (neural); no Region near by has all"),
    ],
)
def test_a_region_without_a_service_is_told_with_those_near_by(
    environment: Environment, region: str, told: str | None
) -> None:
    found = missing(environment, region)
    assert found is None if told is None else found is not None and told in found


@pytest.mark.parametrize(
    ("voice", "lacks"),
    [
        ({"engine": "generative"}, "region: eu-west-1 does not have Amazon Polly (generative)"),
        ({"engine": "generative", "speech": "off"}, None),
    ],
)
def test_the_engine_counts_where_something_is_spoken(
    environment: Environment, voice: dict[str, Any], lacks: str | None
) -> None:
    found = missing(changed(environment, voice=voice), "eu-west-1")
    assert found is None if lacks is None else str(found).startswith(lacks)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("amazon.nova-lite-v1:0", "cannot be called from eu-west-1; call it by eu.amazon.nova-lite-v1:0"),
        ("us.amazon.nova-lite-v1:0", "cannot be called from eu-west-1; call it by eu.amazon.nova-lite-v1:0"),
        (
            "jp.anthropic.claude-haiku-5-5",
            "call it by eu.anthropic.claude-haiku-5-5 or global.anthropic.claude-haiku-5-5",
        ),
        ("global.anthropic.claude-haiku-5-5", None),
        (HAIKU, None),
    ],
)
@pytest.mark.parametrize("key", ["models", "reviewers"])
def test_a_model_must_be_reachable_from_the_region(
    environment: Environment, key: str, model: str, told: str | None
) -> None:
    found = missing(changed(environment, **{key: (model,)}), "eu-west-1")
    if told is None:
        assert found is None
    else:
        assert str(found).startswith(f"reply.{key}: {model} ")
        assert told in str(found)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("amazon.nova-mega-v1:0", "is no known model; known are anthropic.claude-haiku-4-5-20251001-v1:0, "),
        (
            "anthropic.claude-haiku-5-5",
            "is called by an inference profile only: us.anthropic.claude-haiku-5-5",
        ),
        (
            "apac.anthropic.claude-haiku-5-5",
            "is no inference profile of anthropic.claude-haiku-5-5; there are us.",
        ),
        ("ca.amazon.nova-lite-v1:0", "is no inference profile of amazon.nova-lite-v1:0; there are us."),
        ("eu.anthropic.claude-3-haiku-20240307-v1:0", "is retired"),
        ("eu.anthropic.claude-sonnet-5-5", "cannot be made to answer with a tool"),
        (NOVA, None),
    ],
)
@pytest.mark.parametrize("key", ["models", "reviewers"])
def test_a_model_must_be_known_and_able(
    environment: Environment, key: str, model: str, told: str | None
) -> None:
    found = unusable_model(changed(environment, **{key: (model,)}))
    assert found is None if told is None else str(found).startswith(f"reply.{key}: {model} {told}")


def test_an_unknown_model_passes_where_that_is_allowed(environment: Environment) -> None:
    unknown = changed(environment, models=("amazon.nova-mega-v1:0",), allow_unknown_models=True)
    assert unusable_model(unknown) is None
    assert missing(unknown, "eu-west-1") is None
    retired = replace(unknown.reply, models=("us.anthropic.claude-3-5-haiku-20241022-v1:0",))
    assert "is retired" in str(unusable_model(replace(unknown, reply=retired)))


@pytest.mark.parametrize(
    ("region", "models", "told"),
    [
        ("eu-west-1", (HAIKU, NOVA), None),
        (
            "eu-west-1",
            ("global.anthropic.claude-haiku-5-5",),
            "reply.models: global.anthropic.claude-haiku-5-5 may be served from outside of residency eu; "
            "eu.anthropic.claude-haiku-5-5 stays inside",
        ),
        ("eu-west-2", (HAIKU,), "region: eu-west-2 is outside of residency eu: eu-central-1, "),
        ("us-east-1", (HAIKU,), "region: us-east-1 is outside of residency eu"),
        (None, (HAIKU,), "region: residency eu needs it, one of eu-central-1, "),
    ],
)
def test_nothing_leaves_the_area_of_residency(
    environment: Environment, region: str | None, models: tuple[str, ...], told: str | None
) -> None:
    found = outside(replace(changed(environment, models=models), region=region))
    assert found is None if told is None else str(found).startswith(told)


def test_without_a_residency_everything_may_be_global(environment: Environment) -> None:
    free = replace(changed(environment, models=("global.anthropic.claude-haiku-5-5",)), residency=None)
    assert outside(free) is None


def test_a_region_without_prices_is_told_what_it_loses() -> None:
    told = str(unwatched("eu-central-1"))
    assert "the alarm Budget stays silent" in told
    assert "stop under [budget] stops nothing there either" in told


@pytest.mark.parametrize("service", ["comprehend", "translate", "polly"])
def test_the_table_names_no_region_that_the_sdk_does_not_know(service: str) -> None:
    offered = set(boto3.Session().get_available_regions(service))
    of_it = [set(regions) for name, regions in SERVICES.items() if service in name.lower()]
    assert of_it
    assert set().union(*of_it) <= offered


def test_every_prefix_has_its_area() -> None:
    assert {*AREAS, "global"} == set(bedrock_models.PREFIXES)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"knowledge": Knowledge(embedding_model="eu.amazon.nova-lite-v1:0")},
            "knowledge.embedding_model: eu.amazon.nova-lite-v1:0 is no model that the product embeds with; "
            "there is amazon.titan-embed-text-v2:0",
        ),
        (
            {"knowledge": Knowledge(embedding_model="cohere.embed-multilingual-v3")},
            "knowledge.embedding_model: cohere.embed-multilingual-v3 is no model that the product embeds "
            "with; there is amazon.titan-embed-text-v2:0",
        ),
    ],
)
def test_documents_are_embedded_by_a_model_that_embeds(
    environment: Environment, changes: Any, said: str
) -> None:
    assert unusable_model(replace(environment, **changes)) == said


def test_a_model_that_embeds_writes_no_reply(environment: Environment) -> None:
    reply = replace(environment.reply, models=("amazon.titan-embed-text-v2:0",))
    assert "reply.models: amazon.titan-embed-text-v2:0 embeds texts, and answers no conversation" in str(
        unusable_model(replace(environment, reply=reply))
    )
