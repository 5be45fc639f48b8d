"""The whole production stack, as the constructs' tests see it."""

from tests.support_stack.conftest import environment, template

__all__ = ["environment", "template"]
