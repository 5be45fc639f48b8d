"""What the command line takes from the product itself: its environments, and its functions' code.

`support_stack` makes `lambda_src` importable; modules that import `support` import this one first.
"""

from support_stack import config

__all__ = ["config"]
