"""The profiles that are compared: what a message needs of each quota, and the plans for the simulation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from bench.latencies import ECONOMY, LATENCIES, READ
from bench.limits import LIMITS
from bench.plan import Plan, Quota, Step
from bench.workflow import ECONOMY_ON_DEMAND, QUALITY, QUALITY_ON_DEMAND
from local.commands.cost import bill as cost
from local.commands.cost.profile import MessageProfile
from support_stack import config

LISTENS: Final = 0.1
"""The share of customers who open the audio link, where speech is made on demand."""

HEADROOM: Final = 1.25
"""How much more than the arrivals need is asked for: what is met on average is exceeded half of the time."""

OWN_SECONDS: Final = 0.1
"""Assumed: what a warm function takes besides the AI services, the workflow's way to it included."""

_LATENCIES: Final = {**LATENCIES, READ: ECONOMY}


@dataclass(frozen=True)
class Profile:
    """`profile` and `speech` of an environment, and the steps that follow from them."""

    name: str
    speech: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.name}, {self.speech}"

    @property
    def listeners(self) -> float:
        """The share for whom the speech is made after the answer."""
        return LISTENS if self.speech == "on_demand" else 0.0

    @property
    def needs(self) -> dict[str, float]:
        """What one message takes of each quota, if nothing fails; of functions, the seconds of one."""
        rounds, done = [], set()
        for step in self.steps:
            rounds += step.rounds if not step.shortcut else [(step.shortcut,)][: step.shortcut not in done]
            rounds += step.always
            done.add(step.shortcut)
        needs = dict.fromkeys((_quota_of(key) for group in rounds for key in group), 1.0)
        needs.setdefault("polly", self.listeners)
        busy = OWN_SECONDS * (1 + len(self.steps) + self.listeners)
        busy += sum(max(_LATENCIES[key].mean_seconds for key in group) for group in rounds)
        busy += self.listeners * LATENCIES["polly"].mean_seconds
        return needs | {"functions": busy, "starts": 1.0, "transitions": 2.0 + len(self.steps)}

    def met_at(self) -> dict[str, float]:
        """Return the messages a second at which each quota is met, the tightest first."""
        at = {key: LIMITS[key].amount / need for key, need in self.needs.items() if key in LIMITS}
        return dict(sorted(at.items(), key=lambda entry: entry[1]))

    def asked(self, per_second: float) -> dict[str, Quota]:
        """Return the quotas that hold a rate: the default, or what is needed and some headroom."""
        needs, quotas = self.needs, {}
        for key, limit in LIMITS.items():
            need = HEADROOM * per_second * needs.get(key, 0.0)
            quotas[key] = Quota(max(limit.quota.per_second, need), max(limit.quota.burst, need))
        return quotas

    def plan(self, quotas: Mapping[str, Quota], shrink: float) -> Plan:
        """Return the plan under these quotas, each of them divided by `shrink` as the arrivals are.

        Waiting depends on how arrivals relate to quotas: a tenth of both waits as long, and is run sooner.
        """
        less = {key: Quota(each.per_second / shrink, each.burst / shrink) for key, each in quotas.items()}
        return Plan(
            steps=self.steps,
            latencies=_LATENCIES,
            own_seconds=OWN_SECONDS,
            functions=less.pop("functions").burst,
            starts=less.pop("starts"),
            transitions=less.pop("transitions"),
            quotas=less,
            listeners=self.listeners,
        )

    def usd_per_message(self) -> float:
        """Return what `make cost` expects a message to cost in `prod` with this profile, retries apart."""
        environment = config.load("prod")
        voice = replace(environment.voice, speech=self.speech)
        own = replace(environment, profile=self.name, voice=voice)
        bill = cost.month(own, MessageProfile(listens=LISTENS), 1_000_000, cost.REGION)
        if bill.per_request is None:
            raise ValueError("a price is missing")
        return bill.per_request


def _quota_of(key: str) -> str:
    """Return the quota that a call takes from: its own, else that of its service."""
    return key if key in LIMITS else key.partition(".")[0]


PROFILES: Final = (
    Profile("quality", "always", QUALITY),
    Profile("quality", "on_demand", QUALITY_ON_DEMAND),
    Profile("economy", "on_demand", ECONOMY_ON_DEMAND),
)
