"""Picks the environment and creates its stack."""

import sys

import aws_cdk as cdk
import cdk_nag

from support_stack import config
from support_stack.layer import LayerMissing
from support_stack.stack import SupportStack


def main() -> None:
    """Synthesize the stack of `-c env=NAME`."""
    app = cdk.App()
    environment = config.load(app.node.try_get_context("env") or "")
    SupportStack(
        app,
        f"support-assistant-{environment.name}",
        environment=environment,
        env=cdk.Environment(account=environment.account, region=environment.region),
        public_base=config.public_base(app.node.try_get_context("public_base")),
    )
    cdk.Validations.of(app).add_plugins(cdk_nag.AwsSolutionsChecks(app))
    app.synth()


if __name__ == "__main__":
    try:
        main()
    except (config.ConfigError, LayerMissing) as error:
        sys.exit(f"error: {error}")
