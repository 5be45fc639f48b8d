"""`python -m bench`: measures all, prints it (`--json`: as JSON), fills docs/bench; 1 if a goal is missed."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from bench import (
    agreement,
    assets,
    burst,
    cold_import,
    costs,
    own_time,
    plots,
    posts,
    report,
    scale,
    steady,
    synth,
)
from bench.figures import Figure, figure_table
from local.commands.console import out, print_json, say
from local.environment import lifecycle as environment
from local.environment.deployment import Deployment

T = TypeVar("T")


class Run:
    """One run: its figures, and the time that it takes."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._began

    def say(self, what: str) -> None:
        """Tell what begins now."""
        say(f"{self.seconds:4.0f} s  {what}")

    def alone(self) -> None:
        """Measure what the processor's speed decides, while nothing else runs."""
        self.say("cold imports")
        self.figures += cold_import.measure()
        self.say("cdk synth")
        self.figures.append(synth.measure())

    def on_the_stack(self, deployment: Deployment) -> None:
        """Measure in a deployment that nothing was asked of yet; one after the other."""
        self.say("the first request, all functions cold")
        self.figures.append(steady.cold(deployment))
        self.say("our own time")
        self.figures += [*own_time.measure(deployment), assets.measure(deployment)]
        own = statistics.median(report.gathered(self.figures)["own_time"]["a request"])
        self.say("one request a second, for a minute")
        answers = steady.run(deployment)
        self.figures += steady.figures(answers)
        self.figures += costs.quality(deployment, [answer.record for answer in answers])
        self.say("the simulation beside the stack")
        self.figures.append(agreement.of_steady_run(answers, own))
        self.figures += agreement.agreement(deployment, agreement.THROTTLED, own)
        self.say("many callers at once")
        self.figures += posts.measure(deployment)

    def side_by_side(self, deployment: Deployment) -> None:
        """Measure together what quotas decide, or no clock at all: two bursts, costs, the simulation."""
        with (
            ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process,
            ThreadPoolExecutor(1) as thread,
        ):
            self.say(
                "a burst under tight quotas; beside it one with failing services, economy, the simulation"
            )
            rows = process.submit(scale.rows)
            beside = thread.submit(elsewhere)
            self.figures += burst.calm(deployment)
            self.figures += beside.result()
            largest = max(row["requests"] for row in rows.result())
            self.figures.append(
                Figure(
                    "cases simulated",
                    len(rows.result()),
                    detail=f"up to {largest:,} requests each: docs/scale.md",
                    data={"scale": {"rows": rows.result()}},
                )
            )


def elsewhere() -> list[Figure]:
    """Measure in environments of their own, one after the other."""
    return [*in_environment(burst.rough), *in_environment(costs.economy, env="local-economy")]


def in_environment(measure: Callable[[Deployment], T], **options: Any) -> T:
    """Start an environment of its own, measure in it, end it."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return measure(environment.start(Path(folder), **options))
        finally:
            environment.stop(Path(folder))


def main() -> None:
    """Measure, print, write, draw."""
    run = Run()
    run.alone()

    def stack(deployment: Deployment) -> None:
        run.on_the_stack(deployment)
        run.side_by_side(deployment)

    run.say("starting a local stack")
    in_environment(stack)
    found = report.report(run.figures, run.seconds)
    file = report.write(found)
    plots.draw(found)
    if "--json" in sys.argv[1:]:
        print_json(found)
    else:
        out.print(figure_table(run.figures))
    run.say(f"written to {file.parent.relative_to(Path.cwd())}")
    missed = [figure for figure in run.figures if figure.met is False]
    for figure in missed:
        say(f"goal missed: {figure.name}", style="red")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
