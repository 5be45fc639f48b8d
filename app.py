"""Picks the environment and creates its stack."""

import os
import sys

import aws_cdk as cdk
import cdk_nag

from support_stack import config
from support_stack.functions import EnvironmentTooLargeError
from support_stack.layer import LayerMissing
from support_stack.stack import SupportStack


def main() -> None:
    """Synthesize the stack of `-c env=NAME`."""
    app = cdk.App()
    environment = config.load(app.node.try_get_context("env") or "")
    # Without a Region of its own, the environment goes where the CDK CLI's configuration leads.
    region = environment.region or os.environ.get("CDK_DEFAULT_REGION")
    # A Region that the environment names was checked when it was loaded.
    if environment.region is None and region and (wrong := config.missing(environment, region)):
        raise config.ConfigError(f"environments/{environment.name}.toml: {wrong}")
    stack = SupportStack(
        app,
        f"support-assistant-{environment.name}",
        environment=environment,
        env=cdk.Environment(account=environment.account, region=environment.region),
        public_base=config.public_base(app.node.try_get_context("public_base")),
    )
    if region and (warning := config.unwatched(region)):
        cdk.Annotations.of(stack).add_warning_v2("support-assistant:prices", warning)
    cdk.Validations.of(app).add_plugins(cdk_nag.AwsSolutionsChecks(app))
    app.synth()


if __name__ == "__main__":
    try:
        main()
    except (config.ConfigError, EnvironmentTooLargeError, LayerMissing) as error:
        sys.exit(f"error: {error}")
