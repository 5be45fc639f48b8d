"""cdk-nag passes on the stack because of reasons, and only because of them."""

import aws_cdk as cdk
import cdk_nag
import pytest

from support_stack import suppressions
from support_stack.config import Environment
from support_stack.stack import SupportStack

from .conftest import make_app


def _synth(environment: Environment) -> None:
    app = make_app()
    SupportStack(
        app, "support-assistant-test", environment=environment, env=cdk.Environment(region="eu-west-1")
    )
    cdk.Validations.of(app).add_plugins(cdk_nag.AwsSolutionsChecks(app))
    app.synth()


@pytest.mark.slow
def test_the_stack_passes(environment: Environment, capsys: pytest.CaptureFixture[str]) -> None:
    _synth(environment)


@pytest.mark.slow
def test_a_finding_without_a_reason_fails_the_synth(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suppressions, "suppress", lambda *_: None)
    with pytest.raises(Exception, match="alidation"):
        _synth(environment)


@pytest.mark.parametrize(
    ("resolved", "rendered"),
    [
        ("arn:aws:s3:::x/*", "arn:aws:s3:::x/*"),
        ({"Fn::GetAtt": ["Bucket", "Arn"]}, "<Bucket.Arn>"),
        ({"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":x"]]}, "arn:<AWS::Partition>:x"),
        ({"Fn::Select": [6, []]}, '{"Fn::Select":[6,[]]}'),
    ],
)
def test_an_arn_is_written_as_cdk_nag_writes_it(resolved: object, rendered: str) -> None:
    assert suppressions._rendered(resolved) == rendered
