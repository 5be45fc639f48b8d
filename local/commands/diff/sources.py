"""Where the two templates come from: CloudFormation or a file, and a cloud assembly."""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from botocore.exceptions import ClientError

from local.commands.console import say
from local.commands.diff.comparison import Template
from local.environment import lifecycle
from local.environment.cdk import Cdk, region_of, stack_name
from local.environment.clients import Clients
from local.environment.site import find_stack
from local.environment.stack import NEVER_DEPLOYED
from local.errors import LocalError

_OF_AWS: Final = ("AWS_", "CDK_")


@dataclass(frozen=True)
class Templates:
    """What is deployed, None if nothing is, and what would be; `place` names what is compared with."""

    stack: str
    place: str
    deployed: Template | None
    made: Template


def read_templates(env: str, state: Path, app: Path | None, deployed: Path | None) -> Templates:
    """Return the templates of an environment.

    `app` is a cloud assembly in place of a fresh one, `deployed` a template in place of CloudFormation's.
    Raises LocalError if one of them cannot be read.
    """
    region_of(env)  # names the environments if there is none such
    before: Template | None
    is_here = None
    if deployed:
        stack, place, before = stack_name(env), deployed.name, _read(deployed)
    else:
        clients, stack, is_here = find_stack(env, state)
        where = "on this machine" if is_here else f"in {clients.cloudformation.meta.region_name}"
        before, place = deployed_template(clients, stack), f"what is deployed {where}"
    if app:
        return Templates(stack, place, before, _of_assembly(app, stack))
    with tempfile.TemporaryDirectory(prefix="support-diff-") as folder:
        say("synthesizing the stack")
        if is_here:
            assembly = lifecycle.synthesize(state, Path(folder))
        else:
            given = {name: value for name, value in os.environ.items() if name.startswith(_OF_AWS)}
            cdk = Cdk(Path(folder), given, env=env)
            cdk.synth()
            assembly = cdk.assembly
        return Templates(stack, place, before, _of_assembly(assembly, stack))


def deployed_template(clients: Clients, stack: str) -> Template | None:
    """Return the template that a stack was deployed with; None if there is no stack, or it never was."""
    try:
        (found,) = clients.cloudformation.describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        if "does not exist" in error.response["Error"]["Message"]:
            return None
        raise
    if found["StackStatus"] in NEVER_DEPLOYED:
        return None
    body: Any = clients.cloudformation.get_template(StackName=stack, TemplateStage="Original")["TemplateBody"]
    if not isinstance(body, dict):
        raise LocalError(f"the template of {stack} is not JSON: it was not deployed by the CDK")
    return body


def _of_assembly(folder: Path, stack: str) -> Template:
    file = folder / f"{stack}.template.json"
    if not file.exists():
        found = sorted(one.name.removesuffix(".template.json") for one in folder.glob("*.template.json"))
        has = f"it has {', '.join(found)}" if found else "it is no cloud assembly"
        raise LocalError(f"--app {folder} has no template of {stack}: {has}")
    return _read(file)


def _read(file: Path) -> Template:
    try:
        template = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LocalError(f"{file} cannot be read as a template of JSON: {error}") from error
    if not isinstance(template, dict):
        raise LocalError(f"{file} is no template: it holds no object")
    return template
