"""Prepared changes of the real template, compared by the real library: the report names them alone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from local.commands.diff.build import build
from local.commands.diff.report import Report
from local.commands.diff.text import as_text
from support_stack import config
from support_stack.made_from import ENVIRONMENT
from support_stack.version import version

from .conftest import STACK, Template, find, synthesize

Changed = Callable[[Template], Template]


def told(report: Report) -> str:
    """Return what a reader sees, without the figures of the cost and the list of every resource."""
    text = as_text(report).partition("\nEvery resource")[0].partition("\nCost in USD")[0]
    return "\n".join(line for line in text.splitlines()[2:] if line)


def costs(report: Report) -> list[str]:
    """Return the lines of the bill that differ."""
    return [line.name for line in report.costs.lines] if report.costs else []


def code(template: Template) -> Template:
    find(template, "GetAudio/Function")[1]["Properties"]["Code"]["S3Key"] = "another.zip"
    return template


def code_of_a_step(template: Template) -> Template:
    """A step's function is published as a version, whose logical id ends in a hash of it."""
    find(template, "GenerateVoiceResponse/Function")[1]["Properties"]["Code"]["S3Key"] = f"{'0' * 64}.zip"
    text = json.dumps(template)
    versions = set(re.findall(r"GenerateVoiceResponseFunctionCurrentVersion\w{8}(\w{32})", text))
    (version,) = versions
    changed: Template = json.loads(text.replace(version, "0" * 32))
    return changed


def layer(template: Template) -> Template:
    find(template, "Libraries")[1]["Properties"]["Content"]["S3Key"] = "another.zip"
    return template


def grant(template: Template) -> Template:
    policy = find(template, "GetRequest/Role/DefaultPolicy")[1]["Properties"]["PolicyDocument"]
    bucket, _ = find(template, "Storage/Bucket")
    incoming = {"Fn::Join": ["", [{"Fn::GetAtt": [bucket, "Arn"]}, "/incoming/*"]]}
    policy["Statement"].append({"Effect": "Allow", "Action": "s3:GetObject", "Resource": incoming})
    return template


def one_action_less(template: Template) -> Template:
    policy = find(template, "EraseCustomer/Role/DefaultPolicy")[1]["Properties"]["PolicyDocument"]
    for statement in policy["Statement"]:
        if "dynamodb:PutItem" in statement["Action"]:
            statement["Action"].remove("dynamodb:PutItem")
    return template


def retention(template: Template) -> Template:
    find(template, "Sweep/Logs")[1]["Properties"]["RetentionInDays"] = 30
    return template


def logical_id(template: Template) -> Template:
    id_, _ = find(template, "Storage/Bucket")
    changed: Template = json.loads(json.dumps(template).replace(f'"{id_}"', '"AnotherBucket"'))
    return changed


def threshold(template: Template) -> Template:
    find(template, "Observability/Alarms/DeadLetters")[1]["Properties"]["Threshold"] = 5
    return template


def no_alarm(template: Template) -> Template:
    del template["Resources"][find(template, "Observability/Alarms/SweepErrors")[0]]
    return template


def method(template: Template) -> Template:
    path = "Api/RestApi/Default/requests/{request_id}"
    _, get = find(template, f"{path}/GET")
    metadata = {"aws:cdk:path": f"{STACK}/{path}/PUT/Resource"}
    put = {**get, "Properties": {**get["Properties"], "HttpMethod": "PUT"}, "Metadata": metadata}
    template["Resources"]["AnotherMethod"] = put
    return template


def no_table(template: Template) -> Template:
    del template["Resources"][find(template, "Storage/Table")[0]]
    return template


def key_schema(template: Template) -> Template:
    find(template, "Storage/Table")[1]["Properties"]["KeySchema"][0]["AttributeName"] = "another"
    return template


def anybody(template: Template) -> Template:
    id_, _ = find(template, "GetAudio/Function")
    template["Resources"]["Anybody"] = {
        "Type": "AWS::Lambda::Permission",
        "Properties": {"FunctionName": {"Ref": id_}, "Action": "lambda:InvokeFunction", "Principal": "*"},
    }
    return template


def public_bucket(template: Template) -> Template:
    properties = find(template, "Storage/Bucket")[1]["Properties"]
    properties["PublicAccessBlockConfiguration"]["BlockPublicPolicy"] = False
    return template


def outputs(template: Template) -> Template:
    template["Outputs"]["Another"] = {"Value": {"Ref": find(template, "Storage/Table")[0]}}
    template["Outputs"]["ApiUrl"]["Value"] = "https://support.example.com/"
    del template["Outputs"]["BucketName"]
    template["Description"] = "Another"
    template["Parameters"]["Another"] = {"Type": "String"}
    return template


@pytest.mark.parametrize(
    ("change", "exit_code", "expected"),
    [
        (code, 2, "Code\n  ~ function GetAudio"),
        (code_of_a_step, 2, "Code\n  ~ function GenerateVoiceResponse"),
        (layer, 2, "Code\n  ~ layer Libraries"),
        (
            grant,
            2,
            "Permissions\n  + the role of GetRequest may now s3:GetObject on Storage/Bucket/incoming/*",
        ),
        (
            one_action_less,
            2,
            "Permissions\n  - the role of EraseCustomer may no longer dynamodb:PutItem on Storage/Table",
        ),
        (retention, 2, "Alarms and logs\n  ~ days of logs kept by Sweep/Logs: 7 → 30"),
        (
            logical_id,
            3,
            "ATTENTION: the bucket Storage/Bucket would be replaced: "
            "the stack uses another one from then on, without what is in this one.\n"
            "Resources\n"
            "  ! replaced: Storage/Bucket (bucket, stateful): the logical id (requires replacement)",
        ),
        (
            threshold,
            2,
            "Alarms and logs\n  ~ alarm Observability/Alarms/DeadLetters: Threshold: 1 → 5",
        ),
        (
            no_alarm,
            2,
            "Alarms and logs\n  - alarm Observability/Alarms/SweepErrors is removed",
        ),
        (method, 2, "Exposure\n  + PUT /requests/{request_id}: no API key, no authorization"),
        (
            no_table,
            3,
            "ATTENTION: the table Storage/Table would be removed, with all that is in it.\n"
            "Resources\n  ! removed: Storage/Table (table, stateful)",
        ),
        (
            key_schema,
            3,
            "ATTENTION: the table Storage/Table would be replaced: the stack uses another one from then on, "
            "without what is in this one.\n"
            "Resources\n  ! replaced: Storage/Table (table, stateful): KeySchema (requires replacement)",
        ),
        (
            outputs,
            2,
            "Outputs\n"
            "  + Another is new: Storage/Table\n"
            "  ~ ApiUrl\n"
            "      was: https://Api/RestApi.execute-api.eu-west-1.${AWS::URLSuffix}/Api/RestApi/DeploymentStage.v1/\n"
            "      now: https://support.example.com/\n"
            "  - BucketName is gone\n"
            "Rest of the template\n"
            f"  ~ Description: Multilingual support assistant {version()}, dev → Another\n"
            '  ~ Parameters.Another: (not there) → {"Type": "String"}',
        ),
        (anybody, 2, "Exposure\n  ! anybody may now lambda:InvokeFunction on GetAudio/Function"),
        (
            public_bucket,
            2,
            "Resources\n"
            "  ~ changed: Storage/Bucket (bucket, stateful): "
            "PublicAccessBlockConfiguration.BlockPublicPolicy\n"
            "Exposure\n"
            "  ~ public access to the bucket Storage/Bucket: blocked → not blocked: BlockPublicPolicy",
        ),
    ],
)
def test_the_report_names_what_was_changed(
    change: Changed, exit_code: int, expected: str, deployed: Template, made: Template
) -> None:
    report = build(STACK, "the deployed one", deployed, change(made))
    assert told(report) == expected
    assert report.exit_code == exit_code
    assert costs(report) == (["alarms"] if change is no_alarm else [])


def _gesture(environment: config.Environment) -> config.Environment:
    first, *others = environment.reply.gestures
    sentences = {**first.sentences, "en": "The next delivery is free."}
    gestures = (replace(first, sentences=sentences), *others)
    return replace(environment, reply=replace(environment.reply, gestures=gestures))


def _subscriber(environment: config.Environment) -> config.Environment:
    added = config.Subscriber(email="night@example.com", kinds=("alert",))
    return replace(environment, subscribers=(*environment.subscribers, added))


def _firewall(environment: config.Environment) -> config.Environment:
    return replace(environment, api=replace(environment.api, waf=True))


def _origins(environment: config.Environment) -> config.Environment:
    origins = ("https://www.example.com", "https://shop.example.com")
    return replace(environment, api=replace(environment.api, allowed_origins=origins))


def _model(environment: config.Environment) -> config.Environment:
    return replace(environment, reply=replace(environment.reply, models=environment.reply.models[1:]))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "lines", "expected"),
    [
        (
            _gesture,
            [],
            "Settings\n"
            "  ~ gesture voucher_10: its sentence in English\n"
            "      was: To make up for this, we are giving you a €10 voucher for your next order.\n"
            "      now: The next delivery is free.\n"
            "Resources\n"
            "  ~ changed: GenerateAIResponse/Function, TranslateAndAnalyze/Function (function): "
            "Environment.Variables.GESTURES",
        ),
        (
            _subscriber,
            ["notifications"],
            "Settings\n"
            "  + subscriber night@example.com is new: kinds alert\n"
            "Resources\n"
            "  ~ changed: Doctor/Function (function): Environment.Variables.ADDRESSES\n"
            "  ~ changed: SendResponse/Function (function): Environment.Variables.SUBSCRIBERS\n"
            "  + added: Notifications/Team/night@example.com (subscription)",
        ),
        (
            _firewall,
            ["firewall", "firewall calls"],
            "Settings\n"
            "  ~ api.waf: false → true\n"
            "Resources\n"
            "  + added: Api/Firewall/Association (place of a web ACL)\n"
            "  + added: Api/Firewall/WebAcl (web ACL)\n"
            "Exposure\n"
            "  + a web ACL in front of Api/RestApi/DeploymentStage.v1: Api/Firewall/WebAcl\n"
            "  + the web ACL Api/Firewall/WebAcl: TooOften: block above 1000 calls in 300 s; else allow\n"
            "Reasons for cdk-nag\n"
            "  - AwsSolutions-APIG3 on Api/RestApi/DeploymentStage.v1 is acknowledged no longer "
            "(was: A web ACL is the deployer's choice and price: [api] waf.)",
        ),
        (
            _origins,
            [],
            "Settings\n"
            "  + api.allowed_origins: https://www.example.com is new\n"
            "  + api.allowed_origins: https://shop.example.com is new\n"
            "  - api.allowed_origins: * is gone\n"
            "Resources\n"
            "  ~ replaced: Api/RestApi/Deployment (deployment of the API): "
            "the logical id (requires replacement)\n"
            "  ~ changed: Api/RestApi/Default/OPTIONS, Api/RestApi/Default/requests/OPTIONS, "
            "Api/RestApi/Default/requests/{request_id}/OPTIONS, "
            "Api/RestApi/Default/requests/{request_id}/audio/OPTIONS (API method): "
            "Integration.IntegrationResponses, MethodResponses\n"
            "  ~ changed: EraseRequest/Function, GetAudio/Function, GetRequest/Function, "
            "ProcessCustomerRequest/Function (function): Environment.Variables.ALLOWED_ORIGINS\n"
            "Exposure\n"
            "  ~ CORS of /, CORS of /requests, CORS of /requests/{request_id}, "
            "CORS of /requests/{request_id}/audio\n"
            "      was: origins *, methods GET,HEAD,POST,DELETE,OPTIONS, "
            "headers Content-Type,Idempotency-Key\n"
            "      now: origins https://www.example.com, https://shop.example.com, "
            "methods GET,HEAD,POST,DELETE,OPTIONS, headers Content-Type,Idempotency-Key",
        ),
        (
            _model,
            ["model"],
            "Settings\n"
            "  - reply.models: eu.anthropic.claude-haiku-5-5 is gone\n"
            "Resources\n"
            "  ~ changed: Doctor/Function, GenerateAIResponse/Function, TranslateAndAnalyze/Function "
            "(function): Environment.Variables.MODELS",
        ),
    ],
)
def test_the_report_names_what_was_changed_in_the_environment(
    change: Callable[[config.Environment], config.Environment],
    lines: list[str],
    expected: str,
    environment: config.Environment,
    deployed: Template,
) -> None:
    report = build(STACK, "the deployed one", deployed, synthesize(change(environment)))
    assert told(report) == expected
    assert costs(report) == lines
    assert report.exit_code == 2


def test_without_a_difference_there_is_nothing_to_say(deployed: Template, made: Template) -> None:
    report = build(STACK, "the deployed one", deployed, made)
    assert as_text(report) == f"{STACK}: no differences\ncompared with the deployed one\n"
    assert report.exit_code == 0


def test_what_outlives_its_stack_is_left_behind(deployed: Template, made: Template) -> None:
    find(deployed, "Storage/Table")[1]["DeletionPolicy"] = "Retain"
    report = build(STACK, "the deployed one", deployed, no_table(made))
    del find(deployed, "Storage/Table")[1]["DeletionPolicy"]
    assert "it stays in the account with all that is in it, and the stack uses it no more" in told(report)
    assert report.exit_code == 3


def test_letters_that_cloudformation_does_not_return_are_no_difference(
    deployed: Template, made: Template
) -> None:
    text = json.dumps(deployed, ensure_ascii=False)
    assert not text.isascii()
    returned = json.loads("".join(letter if letter.isascii() else "?" for letter in text))
    assert build(STACK, "the deployed one", returned, made).exit_code == 0


def test_a_template_of_before_says_what_cannot_be_compared(deployed: Template, made: Template) -> None:
    before = {**deployed, "Metadata": {}}
    report = build(STACK, "the deployed one", before, made)
    assert report.exit_code == 0
    assert report.notes == (
        "The deployed template does not say what it was made from: an earlier version made it. Settings, "
        "costs and reasons for cdk-nag are compared after the next deployment.",
    )


def test_settings_of_another_version_are_compared_and_costs_are_not(
    deployed: Template, made: Template
) -> None:
    values: dict[str, Any] = json.loads(deployed["Metadata"][ENVIRONMENT])
    metadata = {**deployed["Metadata"], ENVIRONMENT: json.dumps({**values, "colour": "blue"})}
    report = build(STACK, "the deployed one", {**deployed, "Metadata": metadata}, made)
    assert told(report).startswith("Settings\n  ~ colour: blue → (not there)\n")
    assert report.notes[0].startswith("The costs are not compared: colour: unknown key; allowed are")


def test_a_stack_that_does_not_exist_is_new(made: Template) -> None:
    report = build(STACK, "what is deployed", None, made)
    text = as_text(report)
    assert text.startswith(f"{STACK} is new: {len(made['Resources'])} resources\n")
    functions = [one for one in made["Resources"].values() if one["Type"] == "AWS::Lambda::Function"]
    assert f"  + {len(functions)} × function\n" in text
    assert "  + the role of SendResponse may dynamodb UpdateItem; logs" in text
    assert "  + POST /requests: an API key, no authorization\n" in text
    assert report.costs
    assert f" {report.costs.total.now:,.2f}\n  each request" in text
    assert len(text.splitlines()) < 110
    assert report.exit_code == 2
