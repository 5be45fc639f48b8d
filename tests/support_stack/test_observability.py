from aws_cdk.assertions import Template
from syrupy.assertion import SnapshotAssertion


def test_alarms(template: Template, snapshot_json: SnapshotAssertion) -> None:
    assert template.find_resources("AWS::CloudWatch::Alarm") == snapshot_json


def test_what_is_there_to_look_at(template: Template) -> None:
    assert len(template.find_resources("AWS::CloudWatch::Dashboard")) == 1
    assert len(template.find_resources("AWS::Logs::QueryDefinition")) == 6
