"""`python -m bench.streaming`: is speech by sentences, while the model still writes, worth its code?

Nothing may be heard before the rules hold for the whole reply; what can be gained is the speech call's time.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.figures import Figure, figure_table
from bench.stream_programs import Reply, Services, as_built, by_sentences, order, text_first
from bench.stream_time import BEFORE, simulate
from local import processes
from local.ai import AiChoice, launch_ai
from local.console import out
from local.product import config
from local.samples import load
from local.standins.client import StandinClient
from support.errors import SupportError

QUOTA: Final = 8.0
"""Neural speech calls a second: Polly's default."""

AT_ONCE: Final = 4
DRAWS: Final = 20_000
_MEASURED_AT_ONCE: Final = 3
"""Few enough for the stand-in, which speaks one text after the other, to keep to its times."""

Program = Callable[[Reply, Services], bytes]


def measure(samples: int = 12) -> list[Figure]:
    """Return when the audio is ready by sentences, as a share of the time as built, on the first samples.

    No goal: the design was declined, docs/decisions/0018.
    """
    environment = config.load("local")
    with standins() as (url, control):
        services = Services(url, environment.reply.models[0])
        answered = [Reply.of(order(sample, environment), services) for sample in load()[:samples]]
        control.set_faults(services.faults)  # the texts themselves were to be had at once
        built, parts, text = (
            timed(program, answered, services) for program in (as_built, by_sentences, text_first)
        )
        throttled = [unspoken(program, answered, services, control) for program in (as_built, by_sentences)]
    streams = [reply.stream for reply in answered]
    drawn = simulate(streams, DRAWS)
    calls = statistics.mean(len(stream.sentences) for stream in streams)
    alone = [reply.order.one_language for reply in answered].index(True)
    return [
        Figure(
            "audio by sentences (not built) / as built, from POST",
            ratio(parts, built, BEFORE),
            detail=f"{middle(parts, BEFORE)} / {middle(built, BEFORE)} s; customer's text at once "
            f"{ratio(text, built, BEFORE):.2f}; customer writes in the team's language "
            f"{ratio([parts[alone]], [built[alone]], BEFORE):.2f}; {calls:.2f} speech calls a reply; "
            f"at {QUOTA:g} calls a second, of {AT_ONCE} replies at once unspoken at first: "
            f"{throttled[1]}, as built {throttled[0]}",
        ),
        Figure(
            "audio by sentences (not built) / as built, from the call of the model",
            ratio(parts, built),
            detail=f"{middle(parts)} / {middle(built)} s; drawn latencies, from POST: "
            f"p50 {share(drawn, 50)}, p95 {share(drawn, 95)}",
        ),
    ]


@contextmanager
def standins() -> Iterator[tuple[str, StandinClient]]:
    """Run stand-ins of one's own, and end them."""
    with tempfile.TemporaryDirectory() as folder:
        endpoint = launch_ai(AiChoice(), Path(folder))
        try:
            endpoint.wait()
            with StandinClient(endpoint.url) as control:
                yield endpoint.url, control
        finally:
            processes.stop([endpoint.process] if endpoint.process else [])


def timed(program: Program, answered: Sequence[Reply], services: Services) -> list[float]:
    """Return each reply's seconds from the call of the model until the audio may be heard."""

    def seconds(reply: Reply) -> float:
        began = time.monotonic()
        program(reply, services)
        return time.monotonic() - began

    with ThreadPoolExecutor(_MEASURED_AT_ONCE) as customers:
        return list(customers.map(seconds, answered))


def unspoken(program: Program, answered: Sequence[Reply], services: Services, control: StandinClient) -> int:
    """Return how many of some replies at once the quota leaves without audio, until the workflow retries."""

    def fails(reply: Reply) -> bool:
        try:
            program(reply, services)
        except SupportError:
            return True
        return False

    control.set_faults({"polly#quota": {"rate_per_second": QUOTA}} | services.faults)
    with ThreadPoolExecutor(AT_ONCE) as customers:
        return sum(customers.map(fails, answered[:AT_ONCE]))


def ratio(ours: Sequence[float], built: Sequence[float], before: float = 0.0) -> float:
    """Return the median of our times as a share of that of the program as built, both with `before`."""
    return (statistics.median(ours) + before) / (statistics.median(built) + before)


def middle(seconds: Sequence[float], before: float = 0.0) -> str:
    """Return the median of some times that began after `before`."""
    return f"{statistics.median(seconds) + before:.2f}"


def share(drawn: Sequence[Sequence[float]], percent: int) -> str:
    """Return the percentiles of built, by sentences and text first, and the latter two as shares."""
    built, parts, text = (statistics.quantiles(each, n=100)[percent - 1] for each in drawn)
    return f"{parts:.2f} / {built:.2f} s = {parts / built:.2f} (customer's text at once {text / built:.2f})"


if __name__ == "__main__":
    out.print(figure_table(measure()))
