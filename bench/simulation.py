"""The stack as a discrete-event simulation: arrivals, quotas, the SDK's second try, the workflow's retries.

A quota refuses at once, and a refused call costs nothing of it; only Step Functions' quota of transitions
delays instead. What a retry finds answered is not asked again. Times are seconds since the beginning.
"""

import random
from collections.abc import Generator, Sequence
from typing import Any

import simpy

from bench.journey import Journey, Run
from bench.plan import THROTTLED_FUNCTION, Bucket, Plan, Step

Process = Generator[simpy.Event, Any, Any]
_LISTEN = Step("Listen", (("polly",),))


def simulate(plan: Plan, arrivals: Sequence[float], seed: int) -> Run:
    """Send requests at these moments, and follow each to its end."""
    run = Run([Journey(moment) for moment in arrivals])
    stack = _Stack(plan, run, random.Random(seed))  # noqa: S311 - repeatable on purpose
    for journey in run.journeys:
        stack.env.process(stack.request(journey))
    stack.env.run()
    return run


class _Stack:
    """What all requests share: the clock, the buckets, the places for functions."""

    def __init__(self, plan: Plan, run: Run, numbers: random.Random) -> None:
        self.env = simpy.Environment()
        self._plan, self._run, self._numbers = plan, run, numbers
        self._buckets = {key: Bucket(quota) for key, quota in plan.quotas.items()}
        if plan.starts:
            self._buckets["starts"] = Bucket(plan.starts)
        self._transitions = Bucket(plan.transitions) if plan.transitions else None
        self._running = self._open = 0

    def request(self, journey: Journey) -> Process:
        """Take a request in, run its states, and let its customer listen."""
        yield self.env.timeout(journey.arrived)
        if not (yield from self._intake(journey)):
            journey.turned_away = True
            return
        self._open += 1
        self._run.most_open = max(self._run.most_open, self._open)
        yield from self._workflow(journey)
        self._open -= 1
        if not journey.failed:
            journey.done = self.env.now
            if self._numbers.random() < self._plan.listeners:
                journey.listened = True
                yield from self._listen(journey)

    def _intake(self, journey: Journey) -> Process:
        """Accept a request, or tell that it was turned away: no function may run, or no execution start."""
        if not self._enter(journey):
            return False
        began = self.env.now
        yield self.env.timeout(self._plan.own_seconds)
        accepted = self._admits("starts")
        if not accepted:
            yield self.env.timeout(self._numbers.random())
            accepted = self._admits("starts")
        self._leave(journey, began)
        return accepted

    def _workflow(self, journey: Journey) -> Process:
        journey.transitions += 2  # CheckPriority and Answered
        for step in self._plan.steps:
            if not (yield from self._state(step, journey)):
                # The state that catches: the same function, asked for its lesser result, which calls nobody.
                journey.degraded.append(step.name)
                if not (yield from self._state(Step(step.name), journey)):
                    journey.failed = True
                    return
            journey.ended[step.name] = self.env.now

    def _state(self, step: Step, journey: Journey) -> Process:
        """Run a state with its retries; tell whether it succeeded."""
        answered: set[str] = set()
        counts = {self._plan.busy: 0, THROTTLED_FUNCTION: 0}
        while True:
            journey.transitions += 1
            if self._transitions and (late := self._transitions.wait(self.env.now)):
                self._run.refused["transitions"] += 1
                yield self.env.timeout(late)
            policy = THROTTLED_FUNCTION
            if self._enter(journey):
                policy = self._plan.busy
                if (yield from self._function(step, answered, journey)):
                    return True
            if counts[policy] == policy.attempts:
                return False
            yield self.env.timeout(policy.delay(counts[policy], self._numbers))
            counts[policy] += 1
            journey.retries += 1

    def _function(self, step: Step, answered: set[str], journey: Journey) -> Process:
        """Run a function that has its place; tell whether every call was answered, now or before."""
        began = self.env.now
        yield self.env.timeout(self._plan.own_seconds)
        complete = True
        if step.shortcut and journey.short is None:
            yield from self._ask([step.shortcut], answered)
            journey.short = step.shortcut in answered
        for calls in (*(() if step.shortcut and journey.short else step.rounds), *step.always):
            yield from self._ask([key for key in calls if key not in answered], answered)
            if not (complete := answered.issuperset(calls)):
                break
        self._leave(journey, began)
        return complete

    def _ask(self, calls: Sequence[str], answered: set[str]) -> Process:
        """Call side by side; the SDK tries once more what was refused, after up to a second."""
        ends, again = self.env.now, []
        for key in calls:
            if self._admits(key):
                ends = max(ends, self._answer(key, answered))
            else:
                again.append((self.env.now + self._numbers.random(), key))
        for moment, key in sorted(again):
            yield self.env.timeout(moment - self.env.now)
            if self._admits(key):
                ends = max(ends, self._answer(key, answered))
        if ends > self.env.now:
            yield self.env.timeout(ends - self.env.now)

    def _listen(self, journey: Journey) -> Process:
        """Open the audio link: the speech is made then, once the service has room."""
        yield self.env.timeout(self._numbers.expovariate(1 / self._plan.opens_after_seconds))
        opened = self.env.now
        for _ in range(1 + self._plan.repeats):
            if self._enter(journey) and (yield from self._function(_LISTEN, set(), journey)):
                journey.heard_after = self.env.now - opened
                return
            yield self.env.timeout(self._plan.repeat_seconds)

    def _answer(self, key: str, answered: set[str]) -> float:
        """Count an answer, and return when it comes."""
        answered.add(key)
        self._run.answered[key] += 1
        return self.env.now + self._plan.latencies[key].sample(self._numbers)

    def _admits(self, key: str) -> bool:
        bucket = self._buckets.get(key) or self._buckets.get(key.partition(".")[0])
        admitted = bucket is None or bucket.take(self.env.now)
        self._run.refused[key] += not admitted
        return admitted

    def _enter(self, journey: Journey) -> bool:
        free = self._running < self._plan.functions
        self._running += free
        journey.invocations += free
        self._run.refused["functions"] += not free
        return free

    def _leave(self, journey: Journey, began: float) -> None:
        self._running -= 1
        journey.function_seconds += self.env.now - began
