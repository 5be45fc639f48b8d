"""Constructs on their own, with the feature flags that the app has, and their snapshots."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import aws_cdk as cdk
import pytest
from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension
from syrupy.matchers import compose_matchers, path_type

from support_stack import config
from support_stack.config import Environment
from support_stack.stack import SupportStack
from support_stack.version import version

ROOT = Path(__file__).resolve().parents[2]


def make_app() -> cdk.App:
    """Return an app with cdk.json's flags, which a bare App ignores."""
    return cdk.App(context=json.loads((ROOT / "cdk.json").read_text())["context"])


@pytest.fixture
def stack() -> cdk.Stack:
    return cdk.Stack(make_app(), "Test", env=cdk.Environment(account="111122223333", region="eu-west-1"))


@pytest.fixture(scope="session")
def environment() -> Environment:
    return replace(config.load("prod"), account="111122223333")


@pytest.fixture(scope="session")
def template(environment: Environment) -> Template:
    """The whole stack of the production environment."""
    stack = SupportStack(
        make_app(),
        "support-assistant-prod",
        environment=environment,
        env=cdk.Environment(account=environment.account, region=environment.region),
    )
    return Template.from_stack(stack)


@pytest.fixture
def resources_of(stack: cdk.Stack) -> Callable[[], dict[str, Any]]:
    """The resources of the stack under test, once it is complete."""
    return lambda: dict(Template.from_stack(stack).to_json()["Resources"])


def _asset(data: Any, _matched: Any) -> str:
    return f"asset.{Path(data).suffix.lstrip('.')}" if isinstance(data, str) else "asset"


def _version(*, data: Any, path: Any) -> Any:
    """A release changes no snapshot."""
    return data.replace(version(), "VERSION") if isinstance(data, str) else data


@pytest.fixture
def snapshot_json(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """A JSON snapshot in which only asset keys and the product's version are masked."""
    assets = path_type({r".*\.(Code|Content)\.S3Key": (str,)}, regex=True, replacer=_asset)
    return snapshot.with_defaults(
        extension_class=JSONSnapshotExtension, matcher=compose_matchers(assets, _version)
    )


_VERSION = re.compile(r"(?<=CurrentVersion)[0-9A-F]{8}[0-9a-f]{32}$")
"""What CDK ends the logical id of a function's version with: another one at each change of its code."""


def render(part: Any) -> str:
    """Return a definition with its references by name, those to versions whatever the code is."""
    match part:
        case str():
            return part
        case {"Fn::Join": [str(separator), list(parts)]}:
            return separator.join(render(one) for one in parts)
        case {"Fn::GetAtt": [str(name), str(attribute)]}:
            return f"<{name}.{attribute}>"
        case {"Ref": str(name)}:
            return f"<{_VERSION.sub('', name)}>"
    raise AssertionError(part)


@pytest.fixture(scope="session")
def machine(template: Template) -> dict[str, Any]:
    return dict(
        next(iter(template.find_resources("AWS::StepFunctions::StateMachine").values()))["Properties"]
    )


@pytest.fixture(scope="session")
def definition(machine: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(render(machine["DefinitionString"])))
