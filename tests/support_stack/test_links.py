from collections.abc import Callable
from typing import Any

import aws_cdk as cdk
from syrupy.assertion import SnapshotAssertion

from support_stack.links import LinkKey


def test_link_key(
    stack: cdk.Stack, resources_of: Callable[[], dict[str, Any]], snapshot_json: SnapshotAssertion
) -> None:
    LinkKey(stack, "Links", keep_on_delete=True)
    assert resources_of() == snapshot_json
