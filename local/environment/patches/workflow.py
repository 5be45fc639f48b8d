"""Step Functions: attributes of notifications, delays between retries."""

import random
import threading
from typing import Any

from ministack.services import stepfunctions  # type: ignore[import-not-found]


def patch_alert_attributes() -> None:
    """Publish a state's MessageAttributes with its message: MiniStack drops them, and filters miss it."""
    publish = stepfunctions._invoke_sns_publish

    def publish_with_attributes(resource: str, parameters: dict[str, Any]) -> Any:
        flat = {**parameters}
        for number, (name, value) in enumerate(flat.pop("MessageAttributes", {}).items(), start=1):
            entry = f"MessageAttributes.entry.{number}"
            flat |= {f"{entry}.Name": name}
            flat |= {f"{entry}.Value.{key}": part for key, part in value.items()}
        return publish(resource, flat)

    stepfunctions._SERVICE_DISPATCH["arn:aws:states:::sns:publish"] = publish_with_attributes


def patch_retry_delays() -> None:
    """Wait between retries as AWS does: up to MaxDelaySeconds, spread by the jitter strategy.

    MiniStack knows neither and caps at 60 s: executions throttled together would come back together.
    """
    find, sleep = stepfunctions._find_matching_retrier, stepfunctions._scaled_sleep
    matched = threading.local()

    def find_and_remember(retriers: Any, error: str, counts: dict[int, int]) -> Any:
        retrier, index = find(retriers, error, counts)
        matched.delay = _retry_delay(retrier, counts.get(index, 0)) if retrier else None
        return retrier, index

    def sleep_as_matched(seconds: float) -> None:
        delay = getattr(matched, "delay", None)
        matched.delay = None
        sleep(seconds if delay is None else delay)

    stepfunctions._find_matching_retrier = find_and_remember
    stepfunctions._scaled_sleep = sleep_as_matched


def _retry_delay(retrier: dict[str, Any], count: int) -> float:
    """Return the seconds before a retry, by the Amazon States Language."""
    delay: float = retrier.get("IntervalSeconds", 1) * retrier.get("BackoffRate", 2.0) ** count
    delay = min(delay, retrier.get("MaxDelaySeconds", delay))
    return random.uniform(0, delay) if retrier.get("JitterStrategy") == "FULL" else delay  # noqa: S311
