"""How the stack does at 1, 10, 100 and 1,000 requests a second: `python -m bench.scale` prints the tables.

Each case is five minutes of random arrivals, followed to the last answer: under the quotas of a new account,
and under those that one would ask for. docs/scale.md is written from it.
"""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from bench.agreement import agreement
from bench.cases import SHRINK, case
from bench.profiles import PROFILES
from bench.scale_tables import tables
from local.commands.console import out, print_json

__all__ = ["agreement", "rows"]

WINDOW_SECONDS: Final = 300
RATES: Final = tuple(SHRINK["default"])


def rows(rates: Sequence[int] = RATES, window_seconds: float = WINDOW_SECONDS) -> list[dict[str, Any]]:
    """Return every case (`cases.Row`) as JSON values, for tables and plots; all of them take some 20 s."""
    return [
        asdict(case(profile, per_second, quotas, window_seconds))
        for profile in PROFILES
        for per_second in rates
        for quotas in SHRINK
    ]


def main() -> None:
    """Print the tables; with `--json`, the rows."""
    found = rows()
    if "--json" in sys.argv[1:]:
        print_json(found)
        return
    for table in tables(found):
        out.print(table)


if __name__ == "__main__":
    main()
