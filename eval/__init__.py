"""Evaluation of replies: sets of messages, the reply step run over them, what comes of it.

`eval/golden` was seen while the checks were written, `eval/held_out` was not.
"""

from support_stack import config

__all__ = ["config"]
