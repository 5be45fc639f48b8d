"""Evaluation: the reply step run over sets of messages, and its results counted.

`eval/golden` was used while the checks were written, `eval/held_out` was not.
"""

from support_stack import config

__all__ = ["config"]
