"""The roles by which GitHub deploys an environment: a stack of its own, which an engineer deploys once."""

import re
from collections.abc import Sequence
from typing import Final

from aws_cdk import (
    ArnFormat,
    Aws,
    CfnOutput,
    DefaultStackSynthesizer,
    Duration,
    Environment as CdkEnvironment,
    PermissionsBoundary,
    Stack,
    aws_iam as iam,
)
from constructs import Construct

from .config import Environment
from .config.environment import Delivery
from .suppressions import suppress_wildcard

ISSUER: Final = "token.actions.githubusercontent.com"
"""Who signs the tokens of GitHub's workflows, and the name of the provider in the account."""

AUDIENCE: Final = "sts.amazonaws.com"

PULL_REQUESTS: Final = "pull-requests"
"""The GitHub environment of the stacks that live as long as a pull request."""

BOOTSTRAP_ROLES: Final = ("deploy-role", "file-publishing-role", "lookup-role")
"""Of those that `cdk bootstrap` makes: no image is published."""

READ: Final = "read-"
"""What the name of a GitHub environment begins with that may look, and not deploy."""

PULL_REQUEST_STACKS: Final = "support-assistant-pr-*"

SESSION: Final = Duration.hours(2)
"""Longer than a gradual rollout lasts: who started it waits for its end."""

_READ_STACK: Final = (
    "cloudformation:DescribeStacks",
    "cloudformation:GetTemplate",
    "cloudformation:ListStackResources",
)

_REPOSITORY: Final = re.compile(r"[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/[A-Za-z0-9._-]{1,100}")


class RepositoryError(Exception):
    """What should be trusted is no GitHub repository; the message says what one looks like."""


class DeliveryStack(Stack):
    """GitHub's OIDC provider, and one role for each GitHub environment that may deploy this environment.

    `repository` is owner/name. A role can be taken by a job of that repository in that GitHub environment
    alone. It may take the CDK's bootstrap roles, and read what the smoke test reads.

    Raises:
        RepositoryError: `repository` is not of the form owner/name.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        environment: Environment,
        repository: str,
        env: CdkEnvironment,
    ) -> None:
        if not _REPOSITORY.fullmatch(repository):
            raise RepositoryError(f"REPO is a repository of GitHub, owner/name, not {repository!r}")
        delivery = environment.delivery
        super().__init__(
            scope,
            construct_id,
            env=env,
            description=f"Lets {repository} deploy the support assistant, {environment.name}",
            termination_protection=environment.retention.protect,
            synthesizer=synthesizer(delivery),
            permissions_boundary=boundary(delivery),
        )
        self._delivery: Final = delivery
        provider = self._provider()
        stack = f"support-assistant-{environment.name}"
        deploying = self._deploying_role("Role", repository, environment.name, provider)
        _let_check(deploying, stack)
        reading = self._role("ReadRole", repository, f"{READ}{environment.name}", provider)
        _let_read(reading, stack)
        _let_ask_the_doctor(reading, stack)
        if delivery.pull_requests:
            role = self._deploying_role("PullRequestsRole", repository, PULL_REQUESTS, provider)
            _let_check(role, PULL_REQUEST_STACKS)
            _let_remove(role, PULL_REQUEST_STACKS)

    def _provider(self) -> str:
        """Return the ARN of the account's provider; an account has one for each issuer."""
        if self._delivery.oidc_provider_exists:
            return self.format_arn(service="iam", region="", resource="oidc-provider", resource_name=ISSUER)
        provider = iam.OidcProviderNative(self, "GitHub", url=f"https://{ISSUER}", client_ids=[AUDIENCE])
        return provider.oidc_provider_arn

    def _role(self, name: str, repository: str, github: str, provider_arn: str) -> iam.Role:
        """Return the role of one GitHub environment, which may do nothing yet."""
        role = iam.Role(
            self,
            name,
            description=f"For {repository}, environment {github}",
            assumed_by=iam.WebIdentityPrincipal(
                provider_arn,
                conditions={
                    "StringEquals": {
                        f"{ISSUER}:aud": AUDIENCE,
                        f"{ISSUER}:sub": f"repo:{repository}:environment:{github}",
                    }
                },
            ),
            max_session_duration=SESSION,
        )
        CfnOutput(self, f"{name}Arn", value=role.role_arn)
        return role

    def _deploying_role(self, name: str, repository: str, github: str, provider_arn: str) -> iam.Role:
        """Return a role that may take the bootstrap roles."""
        role = self._role(name, repository, github, provider_arn)
        _grant(role, ["sts:AssumeRole"], [self._bootstrap_role(one) for one in BOOTSTRAP_ROLES])
        return role

    def _bootstrap_role(self, name: str) -> str:
        """Return the ARN of a role that `cdk bootstrap` makes in this account for this Region."""
        name = f"cdk-{self._delivery.qualifier}-{name}-{self.account}-{self.region}"
        return self.format_arn(service="iam", region="", resource="role", resource_name=name)


def _let_read(role: iam.Role, stack: str) -> None:
    """Let a role read a stack and its template, for `make diff`."""
    arn = Stack.of(role).format_arn(service="cloudformation", resource="stack", resource_name=f"{stack}/*")
    _grant(role, _READ_STACK, [arn])


def _let_ask_the_doctor(role: iam.Role, stack: str) -> None:
    """Let a role call the stack's doctor, which looks with its own rights."""
    doctor = Stack.of(role).format_arn(
        service="lambda",
        resource="function",
        resource_name=f"{stack}-Doctor*",
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )
    _grant(role, ["lambda:InvokeFunction"], [doctor])


def _let_check(role: iam.Role, stack: str) -> None:
    """Let a role read what the smoke test and the trace read of a stack, and the stack itself.

    CloudFormation names what it makes after the stack. A state machine's name begins with its logical id,
    and the ids of API keys are drawn.
    """
    arn = Stack.of(role).format_arn
    _let_read(role, stack)
    _grant(
        role,
        ["apigateway:GET"],
        [arn(service="apigateway", account="", resource="/apikeys", resource_name="*")],
    )
    _grant(
        role, ["dynamodb:GetItem"], [arn(service="dynamodb", resource="table", resource_name=f"{stack}-*")]
    )
    _grant(role, ["s3:GetObject", "s3:ListBucket"], _buckets(stack))
    execution = "WorkflowStateMachine*:*"
    _grant(
        role,
        ["states:DescribeExecution", "states:GetExecutionHistory"],
        [
            arn(
                service="states",
                resource="execution",
                resource_name=execution,
                arn_format=ArnFormat.COLON_RESOURCE_NAME,
            )
        ],
    )
    _grant(
        role,
        ["logs:FilterLogEvents"],
        [
            arn(
                service="logs",
                resource="log-group",
                resource_name=f"{stack}-*",
                arn_format=ArnFormat.COLON_RESOURCE_NAME,
            )
        ],
    )


def _let_remove(role: iam.Role, stack: str) -> None:
    """Let a role find and delete the stacks of pull requests, as `make expire` does.

    A stack whose first deployment failed may have left a protected table.
    """
    arn = Stack.of(role).format_arn
    stacks = arn(service="cloudformation", resource="stack", resource_name=f"{stack}/*")
    tables = arn(service="dynamodb", resource="table", resource_name=f"{stack}-*")
    _grant(role, ["cloudformation:ListStacks"], ["*"])
    _grant(role, ["cloudformation:DeleteStack", "cloudformation:UpdateTerminationProtection"], [stacks])
    _grant(role, ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions"], _buckets(stack))
    _grant(role, ["dynamodb:DescribeTable", "dynamodb:UpdateTable", "dynamodb:DeleteTable"], [tables])


def _buckets(stack: str) -> list[str]:
    bucket = f"arn:{Aws.PARTITION}:s3:::{stack}-*"
    return [bucket, f"{bucket}/*"]


def _grant(role: iam.Role, actions: Sequence[str], resources: Sequence[str]) -> None:
    role.add_to_policy(iam.PolicyStatement(actions=list(actions), resources=list(resources)))
    for resource in resources:
        if resource == "*" or "*" in str(Stack.of(role).resolve(resource)):
            suppress_wildcard(
                role, resource, "The names and ids are drawn by CloudFormation and API Gateway."
            )


def synthesizer(delivery: Delivery) -> DefaultStackSynthesizer:
    """Return what leads a stack to the bootstrap roles and the bucket of assets."""
    return DefaultStackSynthesizer(qualifier=delivery.qualifier)


def boundary(delivery: Delivery) -> PermissionsBoundary | None:
    """Return the boundary of every role that a stack makes, if the company wants one."""
    name = delivery.permissions_boundary
    return PermissionsBoundary.from_name(name) if name else None
