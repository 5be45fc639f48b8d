"""What a template was made from stands in its Metadata, and can be read back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import aws_cdk as cdk
import pytest
from aws_cdk import aws_s3 as s3
from aws_cdk.assertions import Template

from support_stack import config
from support_stack.config import Environment
from support_stack.made_from import ENVIRONMENT, REASONS
from support_stack.suppressions import suppress

ROOT = Path(__file__).resolve().parents[2]


def test_the_environment_stands_in_the_template_in_ascii(
    template: Template, environment: Environment
) -> None:
    text = template.to_json()["Metadata"][ENVIRONMENT]
    assert text.isascii()
    assert config.parse(json.loads(text)) == environment


def test_every_reason_stands_in_the_template(stack: cdk.Stack) -> None:
    bucket = s3.Bucket(stack, "Bucket")
    suppress(bucket, "AwsSolutions-S1", "Nobody reads it.")
    suppress(bucket, "AwsSolutions-S10", "Nobody writes it.")
    assert Template.from_stack(stack).to_json()["Metadata"] == {
        f"{REASONS}Bucket:AwsSolutions-S1": {
            "construct": "Bucket",
            "finding": "AwsSolutions-S1",
            "reason": "Nobody reads it.",
        },
        f"{REASONS}Bucket:AwsSolutions-S10": {
            "construct": "Bucket",
            "finding": "AwsSolutions-S10",
            "reason": "Nobody writes it.",
        },
    }


def test_an_environment_of_another_version_is_one_line(environment: Environment) -> None:
    with pytest.raises(config.ConfigError, match=r"^colour: unknown key; allowed are company, "):
        config.parse({**config.dump(environment), "colour": "blue"})


def test_who_only_reads_templates_does_not_start_the_cdk() -> None:
    program = "import sys, local.commands.diff.command; sys.exit('aws_cdk' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == 0
