"""`python -m bench`: measures everything, prints it (`--json`: as JSON), and writes docs/bench.

Exits with 1 if a goal is missed.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from bench import burst, cold_start, costs, figures, own_time, plots, posts, steady, synth
from bench.figures import Figure
from local.arguments import add_options
from local.commands import knowledge
from local.commands.console import out, print_json, say
from local.environment import lifecycle as environment
from local.environment.cdk import ENVIRONMENT
from local.environment.deployment import Deployment

T = TypeVar("T")


class Run:
    """One run: its figures, and its duration so far."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._began

    def say(self, what: str) -> None:
        """Print what begins now."""
        say(f"{self.seconds:4.0f} s  {what}")

    def without_a_stack(self) -> None:
        """Measure what depends on the processor alone, while nothing else runs."""
        self.say("cold imports")
        self.figures += cold_start.imports()
        self.say("cdk synth")
        self.figures.append(synth.measure())

    def on_a_stack(self, deployment: Deployment) -> None:
        """Measure on a deployment that has not been called yet."""
        self.say("indexing the sample documents")
        knowledge.index(deployment.clients, deployment.stack, knowledge.folder_of(ENVIRONMENT))
        self.say("the first request, all functions cold")
        self.figures.append(steady.cold(deployment))
        self.say("our own time")
        self.figures += [*own_time.measure(deployment), cold_start.packages(deployment)]
        self.say("one request a second, for a minute")
        answers = steady.run(deployment)
        self.figures += steady.figures(answers)
        self.figures += costs.quality(deployment, [answer.record for answer in answers])
        self.say("many callers at once")
        self.figures += posts.measure(deployment)
        self.say("a burst under tight quotas; beside it one with failing services, then economy")
        with ThreadPoolExecutor(1) as thread:
            # Quotas decide how long a burst takes, and what runs beside it is counted, not timed.
            beside = thread.submit(_on_other_stacks)
            self.figures += burst.throttled(deployment)
            self.figures += beside.result()


def _on_other_stacks() -> list[Figure]:
    return [*in_environment(burst.failing), *in_environment(costs.economy, env="local-economy")]


def in_environment(measure: Callable[[Deployment], T], **options: Any) -> T:
    """Start an environment of its own, measure in it, stop it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return measure(environment.start(Path(folder), **options))
        finally:
            environment.stop(Path(folder))


def main() -> None:
    """Measure, print, write, draw."""
    run = Run()
    run.without_a_stack()
    run.say("starting a local stack")
    in_environment(run.on_a_stack)
    found = figures.report(run.figures, run.seconds)
    file = figures.write(found)
    plots.draw(found)
    if "--json" in sys.argv[1:]:
        print_json(found)
    else:
        out.print(figures.figure_table(run.figures))
    run.say(f"written to {file.parent.relative_to(Path.cwd())}")
    missed = [figure for figure in run.figures if figure.met is False]
    for figure in missed:
        say(f"goal missed: {figure.name}", style="red")
    sys.exit(bool(missed))


if __name__ == "__main__":
    add_options()
    main()
