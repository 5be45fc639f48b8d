"""Picks the environment and creates its stack."""

import os
import sys

import aws_cdk as cdk
import cdk_nag

from support_stack import config
from support_stack.delivery import DeliveryStack, RepositoryError
from support_stack.functions import EnvironmentTooLargeError
from support_stack.layer import LayerMissing
from support_stack.stack import SupportStack


def main() -> None:
    """Synthesize the stack of `-c env=NAME`; with `-c delivery=OWNER/NAME` that for GitHub's roles."""
    app = cdk.App()
    environment = config.load(app.node.try_get_context("env") or "")
    # Without a Region of its own, the environment goes where the CDK CLI's configuration leads.
    region = environment.region or os.environ.get("CDK_DEFAULT_REGION")
    # A Region that the environment names was checked when it was loaded.
    if environment.region is None and region and (wrong := config.missing(environment, region)):
        raise config.ConfigError(f"environments/{config.file_of(environment.name).name}: {wrong}")
    place = cdk.Environment(account=environment.account, region=environment.region)
    cdk.Validations.of(app).add_plugins(cdk_nag.AwsSolutionsChecks(app))
    if repository := app.node.try_get_context("delivery"):
        DeliveryStack(
            app,
            f"support-assistant-delivery-{environment.name}",
            environment=environment,
            repository=str(repository),
            env=place,
        )
        app.synth()
        return
    stack = SupportStack(
        app,
        f"support-assistant-{environment.name}",
        environment=environment,
        env=place,
        public_base=config.public_base(app.node.try_get_context("public_base")),
    )
    if region and (warning := config.unwatched(region)):
        cdk.Annotations.of(stack).add_warning_v2("support-assistant:prices", warning)
    app.synth()


if __name__ == "__main__":
    try:
        main()
    except (config.ConfigError, EnvironmentTooLargeError, LayerMissing, RepositoryError) as error:
        sys.exit(f"error: {error}")
