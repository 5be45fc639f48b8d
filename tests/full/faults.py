"""Faults of functions outside the workflow, which meet whoever calls them."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.full.cases import FAULTS
from tests.full.stack import Stack

SURVIVED = ("connection lost once", "answer lost once")
"""What the second attempt of a call makes good."""


@contextmanager
def fault(stack: Stack, function: str, call: str, name: str) -> Iterator[None]:
    """Let a fault befall one call of one function."""
    label = f"{call}#{function}"
    stack.proxy.change_faults({label: {**FAULTS[name], "caller": stack.keys[function]}})
    try:
        yield
        assert stack.proxy.met()[label] > 0, "the fault met no call"
    finally:
        stack.proxy.change_faults({label: None})
