"""How the tests run: profiles of the property tests, and which tests stay on one worker."""

from pathlib import Path

import pytest
from hypothesis import settings

# `make unit` tries each property less often.
settings.register_profile("quick", max_examples=15)

_TESTS = Path(__file__).parent
_GROUPS = {
    "integration": "stack",
    "full": "stack",
    "contracts": "template",
    "support_stack": "template",
}
"""Folders whose tests share what is dear to make: a deployed stack, a synthesized template."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep each folder's tests on one worker; the deployed stack comes first, since it takes longest."""
    for item in items:
        if group := _GROUPS.get(item.path.relative_to(_TESTS).parts[0]):
            item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: [mark.args for mark in item.iter_markers("xdist_group")] != [("stack",)])
