"""`python -m bench`: measures, prints, and exits 1 if a goal is missed; with `--json`, JSON."""

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench import assets, burst, cold_import, own_time, posts
from bench.figures import figure_table
from local import environment
from local.console import err, out, print_json, say


def main() -> None:
    """Start an environment of its own, measure in it, end it."""
    with tempfile.TemporaryDirectory() as folder, err.status("starting") as status:
        state = Path(folder)
        try:
            deployment = environment.start(state, report=status.update)
            status.update("measuring our own time")
            figures = [*own_time.measure(deployment), assets.measure(deployment)]
            status.update("measuring many callers at once")
            figures += posts.measure(deployment)
            status.update("measuring bursts: about five minutes")
            figures += burst.measure(deployment)
        finally:
            environment.stop(state)
        status.update("measuring cold imports")
        figures += cold_import.measure()
    if "--json" in sys.argv[1:]:
        print_json([asdict(figure) | {"met": figure.met} for figure in figures])
    else:
        out.print(figure_table(figures))
    for figure in figures:
        if not figure.met:
            say(f"goal missed: {figure.name}", style="red")
    sys.exit(any(not figure.met for figure in figures))


if __name__ == "__main__":
    main()
