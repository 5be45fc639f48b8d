"""Templates as the command line makes them: with construct paths, and what they were made from."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import aws_cdk as cdk
import pytest

from support_stack import config
from support_stack.stack import SupportStack
from tests.support_stack.conftest import make_app

STACK = "support-assistant-dev"
Template = dict[str, Any]
Synthesize = Callable[[config.Environment], Template]


def synthesize(environment: config.Environment) -> Template:
    app = make_app()
    app.node.set_context("aws:cdk:enable-path-metadata", True)
    SupportStack(
        app,
        STACK,
        environment=environment,
        env=cdk.Environment(account=environment.account, region=environment.region),
    )
    template: Template = app.synth().get_stack_by_name(STACK).template
    return json.loads(json.dumps(template))


@pytest.fixture(scope="session")
def environment() -> config.Environment:
    return replace(config.load("dev"), account="111122223333")


@pytest.fixture(scope="session")
def deployed(environment: config.Environment) -> Template:
    return synthesize(environment)


@pytest.fixture
def made(deployed: Template) -> Template:
    """A template to change."""
    return copy.deepcopy(deployed)


def find(template: Template, path: str, kind: str = "") -> tuple[str, dict[str, Any]]:
    """Return the logical id and the resource of a construct's path."""
    (found,) = [
        (id_, one)
        for id_, one in template["Resources"].items()
        if one["Metadata"]["aws:cdk:path"].removeprefix(f"{STACK}/").removesuffix("/Resource") == path
        and kind in one["Type"]
    ]
    return found
