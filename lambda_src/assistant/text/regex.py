"""Regular expressions that are compiled at their first use.

Those that find personal data take tens of milliseconds, which no function should pay for at its start.
"""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern, kept as long as the process lives: for constants alone."""
    return re.compile(pattern)
