"""The options that `make … ARGS='…'` hands over, split into words without a shell."""

import os
import shlex
import sys

VARIABLE = "SUPPORT_ARGS"


def add_options() -> None:
    """Append the words of SUPPORT_ARGS to the arguments; exit with one line if a quotation is not closed.

    Quotes and backslashes keep words together as in a shell; nothing else in it means anything. The variable
    is taken, so that a command started from here does not read it again.
    """
    given = os.environ.pop(VARIABLE, "")
    try:
        sys.argv += shlex.split(given)
    except ValueError as error:
        sys.exit(f"error: ARGS cannot be split into words ({str(error).lower()}): {given}")
