"""Versions and aliases of state machines, which MiniStack has, and its CloudFormation lacks."""

import json
from typing import Any

from ministack.core import iam_actions  # type: ignore[import-not-found]
from ministack.services import stepfunctions  # type: ignore[import-not-found]
from ministack.services.cloudformation import provisioners  # type: ignore[import-not-found]

Made = tuple[str, dict[str, Any]]

_VERSION, _ALIAS = "AWS::StepFunctions::StateMachineVersion", "AWS::StepFunctions::StateMachineAlias"

_MACHINE_PARTS = 7
"""Of a state machine's ARN; that of a version or an alias has one more."""


def patch_version_types() -> None:
    """Publish a version of each new definition, and lead an alias to it, all at once; `Ref` is an ARN.

    No alarm is watched here, and no share of the requests goes another way than the rest.
    """
    provisioners._REPLACING_PROPERTIES[_VERSION] = ("StateMachineArn", "StateMachineRevisionId")
    provisioners._REPLACING_PROPERTIES[_ALIAS] = ("Name",)
    provisioners._RESOURCE_HANDLERS[_VERSION] = {
        "create": _publish,
        "update": lambda arn, *_: (arn, {"Arn": arn}),
        "delete": lambda arn, _: _ask("_delete_state_machine_version", stateMachineVersionArn=arn),
    }
    provisioners._RESOURCE_HANDLERS[_ALIAS] = {
        "create": _create_alias,
        "update": _update_alias,
        "delete": lambda arn, _: _ask("_delete_state_machine_alias", stateMachineAliasArn=arn),
    }


def patch_executions() -> None:
    """Tell of an execution which version it runs; MiniStack does not."""
    start, describe = stepfunctions._start_execution, stepfunctions._describe_execution

    def start_noting(data: dict[str, Any]) -> Any:
        version = stepfunctions._execution_version_arn(data.get("stateMachineArn"))
        status, headers, body = start(data)
        if version and status < 400:
            arn = json.loads(body)["executionArn"]
            stepfunctions._executions[arn]["stateMachineVersionArn"] = version
        return status, headers, body

    def describe_with_version(data: dict[str, Any]) -> Any:
        status, headers, body = describe(data)
        version = stepfunctions._executions.get(data.get("executionArn"), {}).get("stateMachineVersionArn")
        if version:
            body = json.dumps({**json.loads(body), "stateMachineVersionArn": version}).encode()
        return status, headers, body

    stepfunctions._start_execution = start_noting
    stepfunctions._describe_execution = describe_with_version


def patch_permissions() -> None:
    """Ask whether a caller may use the machine, whatever version or alias is named: so does AWS."""
    extract = iam_actions.extract_resource_arn

    def extract_machine(service: str, *args: Any, **kwargs: Any) -> str:
        arn: str = extract(service, *args, **kwargs)
        if service == "states" and ":stateMachine:" in arn:
            return ":".join(arn.split(":")[:_MACHINE_PARTS])
        return arn

    iam_actions.extract_resource_arn = extract_machine


def _publish(_logical_id: str, properties: dict[str, Any], _stack: str) -> Made:
    answer = _ask(
        "_publish_state_machine_version",
        stateMachineArn=properties["StateMachineArn"],
        revisionId=properties["StateMachineRevisionId"],
    )
    arn = answer["stateMachineVersionArn"]
    return arn, {"Arn": arn}


def _create_alias(_logical_id: str, properties: dict[str, Any], _stack: str) -> Made:
    answer = _ask(
        "_create_state_machine_alias", name=properties["Name"], routingConfiguration=_routing(properties)
    )
    arn = answer["stateMachineAliasArn"]
    return arn, {"Arn": arn}


def _update_alias(arn: str, _old: dict[str, Any], properties: dict[str, Any], _stack: str) -> Made:
    _ask("_update_state_machine_alias", stateMachineAliasArn=arn, routingConfiguration=_routing(properties))
    return arn, {"Arn": arn}


def _routing(properties: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "stateMachineVersionArn": properties["DeploymentPreference"]["StateMachineVersionArn"],
            "weight": 100,
        }
    ]


def _ask(operation: str, **params: Any) -> dict[str, Any]:
    """Call an operation; raise ValueError, which fails the resource, with the reason of a refusal."""
    status, _, body = getattr(stepfunctions, operation)(params)
    answer: dict[str, Any] = json.loads(body)
    if status >= 400:
        raise ValueError(f"{answer['__type']}: {answer['message']}")
    return answer
