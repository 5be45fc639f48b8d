"""What a template was made from, in its Metadata: `make diff` reads it from the deployed one.

Two things that no resource says: the environment as it was loaded, and the reasons for acknowledged findings
of cdk-nag, which the CDK leaves in the cloud assembly.
"""

import json
from typing import TYPE_CHECKING, Final

from . import config

if TYPE_CHECKING:  # what only reads a template does not start the CDK
    from aws_cdk import Stack
    from constructs import IConstruct

ENVIRONMENT: Final = "support-assistant:environment"
"""The key of the environment: a text of JSON in ASCII, since CloudFormation returns `?` for other letters."""

REASONS: Final = "support-assistant:cdk-nag:"
"""What the keys of acknowledged findings begin with; each holds `construct`, `finding` and `reason`."""


def note_environment(stack: "Stack", environment: config.Environment) -> None:
    """Write the environment, defaults included, into the stack's template."""
    text = json.dumps(config.dump(environment), sort_keys=True, separators=(",", ":"))
    stack.add_metadata(ENVIRONMENT, text)


def note_reason(stack: "Stack", construct: "IConstruct", finding: str, reason: str) -> None:
    """Write why a finding is acknowledged on a construct into its stack's template."""
    path = construct.node.path.removeprefix(f"{stack.node.path}/")
    value = {"construct": path, "finding": finding, "reason": reason}
    stack.add_metadata(f"{REASONS}{path}:{finding}", value)
