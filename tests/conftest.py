"""How the tests run: profiles of the property tests, and which tests stay together on one worker."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# `make unit` tries each property less often.
settings.register_profile("quick", max_examples=5)

TESTS: Final = Path(__file__).parent
TOGETHER: Final = {
    "full": "the long suites",
    "full/test_fault_matrix.py": "faults",
    "integration": "the deployed stack",
    "contracts": "the template",
    "support_stack": "the template",
}
"""Tests that share what takes long to make, by folder or file; in the order in which workers take them."""


def _group(item: pytest.Item) -> str | None:
    path = item.path.relative_to(TESTS)
    return TOGETHER.get(path.as_posix()) or TOGETHER.get(path.parts[0])


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stays together, and put the longest first, so that no worker waits for another at the end."""
    order = list(dict.fromkeys(TOGETHER.values()))
    for item in items:
        if group := _group(item):
            item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: order.index(group) if (group := _group(item)) else len(order))
