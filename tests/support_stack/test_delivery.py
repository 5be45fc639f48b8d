"""Who may deploy an environment from GitHub, and what with."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import cdk_nag
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion

from support_stack import config
from support_stack.config import Environment
from support_stack.config.environment import Delivery
from support_stack.delivery import AUDIENCE, ISSUER, DeliveryStack, RepositoryError
from support_stack.stack import SupportStack

from .conftest import make_app, render

PLACE = cdk.Environment(account="111122223333", region="eu-west-1")


def make(environment: Environment, repository: str = "acme/desk") -> Template:
    stack = DeliveryStack(make_app(), "Delivery", environment=environment, repository=repository, env=PLACE)
    return Template.from_stack(stack)


def roles(template: Template) -> dict[str, dict[str, Any]]:
    """Return the trust policy of each role, by the start of its logical id."""
    found = template.find_resources("AWS::IAM::Role")
    return {name[:-8]: one["Properties"]["AssumeRolePolicyDocument"] for name, one in found.items()}


def allows(document: Mapping[str, Any], claims: Mapping[str, str]) -> bool:
    """Tell whether a trust policy lets a token of GitHub's in: StringEquals, as IAM compares."""
    (statement,) = document["Statement"]
    assert statement["Effect"] == "Allow"
    assert statement["Action"] == "sts:AssumeRoleWithWebIdentity"
    ((operator, wanted),) = statement["Condition"].items()
    assert operator == "StringEquals"
    return all(claims.get(key.removeprefix(f"{ISSUER}:")) == value for key, value in wanted.items())


def test_the_stack_of_production(snapshot_json: SnapshotAssertion) -> None:
    assert make(config.load("prod")).to_json()["Resources"] == snapshot_json


@pytest.mark.parametrize(
    ("subject", "trusted"),
    [
        ("repo:acme/desk:environment:prod", True),
        ("repo:acme/desk:environment:dev", False),
        ("repo:acme/desk:environment:prod-eu", False),
        ("repo:acme/desk:environment:Prod", False),
        ("repo:acme/desk:environment:*", False),
        ("repo:acme/desk-evil:environment:prod", False),
        ("repo:evil-acme/desk:environment:prod", False),
        ("repo:mallory/desk:environment:prod", False),  # a fork
        ("repo:acme/desk:ref:refs/heads/main", False),
        ("repo:acme/desk:ref:refs/tags/environment:prod", False),
        ("repo:acme/desk:pull_request", False),
        ("repo:acme/desk:environment:prod:ref:refs/heads/main", False),
        ("repo:ACME/desk:environment:prod", False),
        ("", False),
    ],
)
def test_only_the_repositorys_own_environment_is_trusted(subject: str, trusted: bool) -> None:
    document = roles(make(config.load("prod")))["Role"]
    assert allows(document, {"sub": subject, "aud": AUDIENCE}) is trusted
    assert not allows(document, {"sub": subject, "aud": "https://github.com/acme"})
    assert not allows(document, {"sub": subject})


def test_stacks_of_pull_requests_have_a_role_of_their_own() -> None:
    documents = roles(make(config.load("dev")))
    subjects = {
        name: one["Statement"][0]["Condition"]["StringEquals"][f"{ISSUER}:sub"]
        for name, one in documents.items()
    }
    assert subjects == {
        "Role": "repo:acme/desk:environment:dev",
        "ReadRole": "repo:acme/desk:environment:read-dev",
        "PullRequestsRole": "repo:acme/desk:environment:pull-requests",
    }


@pytest.mark.parametrize("name", ["dev", "prod"])
def test_a_role_takes_bootstrap_roles_and_changes_nothing_itself(name: str) -> None:
    policies = make(config.load(name)).find_resources("AWS::IAM::Policy")
    deploying = next(one for key, one in policies.items() if key.startswith("RoleDefault"))
    statements = deploying["Properties"]["PolicyDocument"]["Statement"]
    taken = [
        render(arn) for one in statements if one["Action"] == "sts:AssumeRole" for arn in one["Resource"]
    ]
    assert taken == [
        f"arn:aws:iam::111122223333:role/cdk-hnb659fds-{role}-111122223333-eu-west-1"
        for role in ("deploy-role", "file-publishing-role", "lookup-role")
    ]
    actions = {
        action
        for one in statements
        for action in ([one["Action"]] if isinstance(one["Action"], str) else one["Action"])
    }
    reading = ("Get", "GET", "List", "Describe", "Filter")
    assert {action for action in actions if not action.partition(":")[2].startswith(reading)} == {
        "sts:AssumeRole"
    }
    assert all("*" not in action for action in actions)


def test_what_reads_for_a_pull_request_can_neither_deploy_nor_read_what_customers_wrote() -> None:
    policies = make(config.load("prod")).find_resources("AWS::IAM::Policy")
    (reading,) = (one for name, one in policies.items() if name.startswith("ReadRole"))
    allowed = {
        action: [render(arn) for arn in _listed(one["Resource"])]
        for one in reading["Properties"]["PolicyDocument"]["Statement"]
        for action in _listed(one["Action"])
    }
    stack = ["arn:aws:cloudformation:eu-west-1:111122223333:stack/support-assistant-prod/*"]
    assert allowed == {
        "cloudformation:DescribeStacks": stack,
        "cloudformation:GetTemplate": stack,
        "cloudformation:ListStackResources": stack,
        "lambda:InvokeFunction": [
            "arn:aws:lambda:eu-west-1:111122223333:function:support-assistant-prod-Doctor*"
        ],
    }


def test_only_the_role_of_pull_requests_deletes_and_only_their_stacks() -> None:
    policies = make(config.load("dev")).find_resources("AWS::IAM::Policy")
    deleting = {
        name: [render(arn) for arn in _listed(one["Resource"])]
        for name, policy in policies.items()
        for one in policy["Properties"]["PolicyDocument"]["Statement"]
        if "Delete" in json.dumps(one["Action"])
    }
    ((name, resources),) = deleting.items()
    assert name.startswith("PullRequestsRole")
    assert all("support-assistant-pr-*" in arn for arn in resources)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_a_provider_that_the_account_has_is_taken() -> None:
    environment = replace(config.load("prod"), delivery=Delivery(oidc_provider_exists=True))
    template = make(environment)
    template.resource_count_is("AWS::IAM::OIDCProvider", 0)
    document = roles(template)["Role"]
    assert render(document["Statement"][0]["Principal"]["Federated"]) == (
        f"arn:aws:iam::111122223333:oidc-provider/{ISSUER}"
    )


@pytest.mark.parametrize(
    "repository",
    [
        "",
        "desk",
        "acme/",
        "/desk",
        "acme/desk/x",
        "acme/*",
        "*/desk",
        "acme/de sk",
        "-acme/desk",
        "acme/desk\n",
        "a:b/c",
    ],
)
def test_what_is_no_repository_is_refused(repository: str) -> None:
    with pytest.raises(RepositoryError, match="owner/name"):
        make(config.load("prod"), repository)


@pytest.mark.parametrize("repository", ["acme/desk", "a-b/c_d.e", "A1/x"])
def test_a_repository_is_taken_as_github_writes_it(repository: str) -> None:
    document = roles(make(config.load("prod"), repository))["Role"]
    assert allows(document, {"sub": f"repo:{repository}:environment:prod", "aud": AUDIENCE})


def test_boundary_and_qualifier_reach_every_role_of_both_stacks() -> None:
    own = Delivery(permissions_boundary="CompanyBoundary", qualifier="acme1")
    environment = replace(config.load("dev"), delivery=own)
    support = Template.from_stack(
        SupportStack(make_app(), "support-assistant-dev", environment=environment, env=PLACE)
    )
    for template in (make(environment), support):
        found = template.find_resources("AWS::IAM::Role")
        assert found
        for one in found.values():
            assert render(one["Properties"]["PermissionsBoundary"]) == (
                "arn:aws:iam::111122223333:policy/CompanyBoundary"
            )
        assert (
            template.to_json()["Parameters"]["BootstrapVersion"]["Default"] == "/cdk-bootstrap/acme1/version"
        )
    assert "cdk-acme1-deploy-role" in json.dumps(make(environment).to_json())


@pytest.mark.parametrize("name", ["dev", "prod"])
def test_nag_has_nothing_left_to_say(name: str) -> None:
    app = make_app()
    cdk.Validations.of(app).add_plugins(cdk_nag.AwsSolutionsChecks(app))
    DeliveryStack(app, "Delivery", environment=config.load(name), repository="acme/desk", env=PLACE)
    app.synth()
