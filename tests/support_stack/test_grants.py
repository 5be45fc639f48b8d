"""Who may do what. The snapshot holds all of it; the tests below hold the promises that it keeps."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support_stack import config
from support_stack.config import Environment
from support_stack.drift_reads import KINDS, READS
from support_stack.stack import SupportStack

from .conftest import make_app, render

Allowed = Mapping[str, Mapping[str, list[str]]]

HAIKU, NOVA = "anthropic.claude-haiku-5-5", "amazon.nova-lite-v1:0"
HAIKU_ARNS = {
    f"arn:aws:bedrock:*::foundation-model/{HAIKU}",
    f"arn:aws:bedrock:::foundation-model/{HAIKU}",
    f"arn:aws:bedrock:eu-west-1:111122223333:inference-profile/global.{HAIKU}",
}
EMBEDDING_ARN = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0"
NOVA_ARN = f"arn:aws:bedrock:eu-west-1::foundation-model/{NOVA}"
ERASERS = {"EraseRequest", "EraseCustomer", "Sweep"}
BY_CLOUDFORMATION = {"ForAnyValue:StringEquals": {"aws:CalledVia": "cloudformation.amazonaws.com"}}
EVERYBODY = {
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}


LIMITS: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, ""),
    (BY_CLOUDFORMATION, ", by CloudFormation"),
    ({"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["day#*"]}}, ", the items of days"),
)
"""The conditions that there are, and how they are said behind a resource."""


def allowed_by(template: Template) -> Allowed:
    """Return what each function may do beyond its logs and traces: the resources of each action."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, policy in sorted(template.find_resources("AWS::IAM::Policy").items()):
        if name.startswith("ObservabilityAlarms"):
            continue  # tests/support_stack/test_alarms.py
        actions = found.setdefault(name[: name.index("RoleDefaultPolicy")], {})
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]:
            assert statement["Effect"] == "Allow"
            condition = statement.get("Condition", {})
            (limit,) = (words for limits, words in LIMITS if limits == condition)
            for action in _list(statement["Action"]):
                resources = {render(resource) for resource in _list(statement["Resource"])}
                limited = {f"{one}{limit}" for one in resources}
                actions[action] = sorted({*actions.get(action, ()), *limited})
    del found["WorkflowStateMachine"]  # CDK's own grants; tests/contracts/test_workflow.py
    for actions in found.values():
        assert actions.keys() >= EVERYBODY
    return {
        name: {action: on for action, on in sorted(actions.items()) if action not in EVERYBODY}
        for name, actions in found.items()
    }


@pytest.fixture(scope="module")
def allowed(template: Template) -> Allowed:
    """What is allowed in production: speech always, profile quality, personal data masked for the team."""
    return allowed_by(template)


@pytest.fixture(scope="module")
def allowed_in(allowed: Allowed, environment: Environment) -> Mapping[str, Allowed]:
    """What is allowed in production, and in two environments that choose otherwise."""

    def variant(speech: Literal["on_demand", "off"], **changes: Any) -> Allowed:
        voice = replace(environment.voice, speech=speech)
        stack = SupportStack(
            make_app(),
            "Grants",
            environment=replace(environment, voice=voice, **changes),
            env=cdk.Environment(account=environment.account, region=environment.region),
        )
        return allowed_by(Template.from_stack(stack))

    return {
        "production": allowed,
        "economy": variant(
            "on_demand",
            profile="economy",
            personal_data="off",
            reply=replace(environment.reply, models=(f"global.{HAIKU}",), reviewers=(NOVA,)),
        ),
        "silent": variant("off"),
    }


def test_what_each_function_may_do(allowed: Allowed, snapshot_json: SnapshotAssertion) -> None:
    assert allowed == snapshot_json


def test_only_what_has_no_resource_to_name_is_allowed_on_all(allowed: Allowed) -> None:
    services = {
        action.partition(":")[0]
        for actions in allowed.values()
        for action, resources in actions.items()
        if "*" in resources
    }
    assert services == {"translate", "comprehend", "polly", "servicequotas", "cloudformation"}
    assert [
        action
        for action in allowed["Doctor"]
        if "cloudformation" in action and "*" in allowed["Doctor"][action]
    ] == ["cloudformation:DescribeStackDriftDetectionStatus"]


def test_resources_are_read_by_cloudformation_alone_and_for_the_doctor_alone(allowed: Allowed) -> None:
    through = {
        (name, action)
        for name, actions in allowed.items()
        for action, resources in actions.items()
        if "*, by CloudFormation" in resources
    }
    assert through == {("Doctor", action) for action in READS}
    (stack,) = allowed["Doctor"]["cloudformation:DetectStackDrift"]
    assert stack == "<AWS::StackId>"


@pytest.mark.parametrize("action", READS)
def test_what_is_read_for_drift_is_configuration_and_no_customers_data(action: str) -> None:
    service, verb = action.split(":")
    assert verb.startswith(("Get", "List", "Describe")) or action == "apigateway:GET"
    assert action not in {"dynamodb:GetItem", "s3:GetObject", "sqs:ReceiveMessage", "logs:GetLogEvents"}
    assert service != "secretsmanager"


def test_every_kind_of_resource_can_be_compared(template: Template) -> None:
    types = {one["Type"] for one in template.to_json()["Resources"].values()}
    assert {one for one in types if not one.startswith(tuple(KINDS))} == set()


def who_may(allowed: Allowed, action: str) -> set[str]:
    return {name for name, actions in allowed.items() if action in actions}


@pytest.mark.parametrize("action", ["s3:DeleteObject", "dynamodb:DeleteItem", "states:StopExecution"])
def test_only_erasers_may_delete_or_stop(allowed: Allowed, action: str) -> None:
    assert who_may(allowed, action) == ERASERS


def test_an_eraser_may_delete_the_four_kinds_of_objects_and_no_others(allowed: Allowed) -> None:
    for eraser in ERASERS:
        kinds = [arn.split("/", 1)[1] for arn in allowed[eraser]["s3:DeleteObject"]]
        assert kinds == ["audio-responses/*", "incoming/*", "responses/*", "transcripts/*"]


def test_the_sweep_finishes_erasures_and_begins_none(allowed: Allowed) -> None:
    assert who_may(allowed, "dynamodb:PutItem") == {*ERASERS, "ProcessCustomerRequest"} - {"Sweep"}


def test_only_the_operators_function_looks_for_a_customer(allowed: Allowed) -> None:
    indexes = {
        name: [arn.split("/index/")[1] for arn in actions["dynamodb:Query"]]
        for name, actions in allowed.items()
        if "dynamodb:Query" in actions
    }
    assert indexes == {"Sweep": ["by_open"], "EraseCustomer": ["by_customer"]}


def test_intake_and_sweep_alone_start_the_workflow(allowed: Allowed) -> None:
    assert who_may(allowed, "states:StartExecution") == {"ProcessCustomerRequest", "Sweep"}


SPEAKING = {"polly:SynthesizeSpeech", "s3:PutObject", "s3:ListBucket"}
LISTENING = {"dynamodb:GetItem", "dynamodb:UpdateItem", "s3:GetObject", "kms:VerifyMac"}
STEP = {"dynamodb:GetItem", "dynamodb:UpdateItem"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environment_name", "voice", "audio"),
    [
        ("production", STEP | SPEAKING | {"s3:GetObject", "kms:GenerateMac"}, LISTENING),
        (
            "economy",  # speech on demand
            STEP | {"kms:GenerateMac"},
            LISTENING | SPEAKING | {"s3:DeleteObject"},
        ),
        ("silent", STEP, LISTENING),
    ],
)
def test_only_who_speaks_may(
    allowed_in: Mapping[str, Allowed], environment_name: str, voice: set[str], audio: set[str]
) -> None:
    allowed = allowed_in[environment_name]
    assert allowed["GenerateVoiceResponse"].keys() == voice
    assert allowed["GetAudio"].keys() == audio
    for action in audio & {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"}:
        (arn,) = allowed["GetAudio"][action]
        assert arn.endswith("/audio-responses/*")


def test_no_pii_detection_when_masking_is_off(allowed_in: Mapping[str, Allowed]) -> None:
    action = "comprehend:DetectPiiEntities"
    assert who_may(allowed_in["production"], action) == {"TranslateAndAnalyze", "Doctor"}
    assert who_may(allowed_in["economy"], action) == set()


def test_only_in_economy_may_the_first_step_call_models(allowed_in: Mapping[str, Allowed]) -> None:
    action = "bedrock:InvokeModel"
    everybody = {"TranslateAndAnalyze", "IndexKnowledge", "GenerateAIResponse", "Doctor"}
    production, economy = allowed_in["production"], allowed_in["economy"]
    assert who_may(production, action) == who_may(economy, action) == everybody
    for name in ("TranslateAndAnalyze", "IndexKnowledge"):
        assert set(production[name][action]) == {EMBEDDING_ARN}
    assert set(economy["IndexKnowledge"][action]) == {EMBEDDING_ARN}
    assert set(economy["TranslateAndAnalyze"][action]) == HAIKU_ARNS | {EMBEDDING_ARN}
    assert set(economy["GenerateAIResponse"][action]) == HAIKU_ARNS | {NOVA_ARN}  # the reviewer, too


def test_who_may_do_what_with_the_documents_index(allowed: Allowed) -> None:
    rights = {
        name: {
            action
            for action, resources in actions.items()
            if action.startswith("s3vectors:") and any("Knowledge" in one for one in resources)
        }
        for name, actions in allowed.items()
    }
    assert {name: actions for name, actions in rights.items() if actions} == {
        "TranslateAndAnalyze": {"s3vectors:QueryVectors", "s3vectors:GetVectors"},
        "IndexKnowledge": {"s3vectors:ListVectors", "s3vectors:PutVectors", "s3vectors:DeleteVectors"},
        "Doctor": {"s3vectors:GetIndex", "s3vectors:ListVectors"},
    }


def test_only_documents_are_read_to_be_indexed(allowed: Allowed) -> None:
    for name in ("IndexKnowledge", "Doctor"):
        (objects,) = allowed[name]["s3:GetObject"]
        assert objects.endswith("/knowledge/*")


def test_the_doctor_lists_both_topics_and_notifies_operations_alone(allowed: Allowed) -> None:
    assert "NotificationsTeam" in json.dumps(allowed["Doctor"]["sns:ListSubscriptionsByTopic"])
    (topic,) = allowed["Doctor"]["sns:Publish"]
    assert topic.startswith("<NotificationsOperations")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_the_first_key_signs_links_and_all_verify_them(environment: Environment) -> None:
    stack = SupportStack(
        make_app(),
        "Keys",
        environment=replace(environment, links=config.Links(key_versions=(2, 1))),
        env=cdk.Environment(account=environment.account, region=environment.region),
    )
    allowed = allowed_by(Template.from_stack(stack))
    for signer in ("ProcessCustomerRequest", "GenerateVoiceResponse"):
        (key,) = allowed[signer]["kms:GenerateMac"]
        assert "Key2" in key
    for reader in ("GetRequest", "GetAudio", "EraseRequest"):
        one, two = sorted(allowed[reader]["kms:VerifyMac"])
        assert ("Key1" in one, "Key2" in two) == (True, True)
        assert "kms:GenerateMac" not in allowed[reader]


@pytest.mark.parametrize("function", ["ProcessCustomerRequest", "GetRequest", "GetAudio"])
def test_who_only_counts_the_day_updates_its_items_and_no_request(template: Template, function: str) -> None:
    policies = template.find_resources("AWS::IAM::Policy").items()
    (intake,) = (policy for name, policy in policies if name.startswith(f"{function}Role"))
    updating = [
        one
        for one in intake["Properties"]["PolicyDocument"]["Statement"]
        if "dynamodb:UpdateItem" in _list(one["Action"])
    ]
    (only,) = updating
    assert _list(only["Action"]) == ["dynamodb:UpdateItem"]
    assert only["Condition"] == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["day#*"]}}


def test_intake_tells_operations_only_where_it_may_stop(template: Template, environment: Environment) -> None:
    going_on = replace(environment, budget=replace(environment.budget, stop=False))
    stack = SupportStack(make_app(), "GoingOn", environment=going_on, env=cdk.Environment())
    assert "sns:Publish" in allowed_by(template)["ProcessCustomerRequest"]
    assert "sns:Publish" not in allowed_by(Template.from_stack(stack))["ProcessCustomerRequest"]
