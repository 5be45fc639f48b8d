"""Logs and metrics of the functions: ids, codes and numbers, never a customer's words."""

import os
from collections.abc import Callable, Mapping

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

from assistant.cost import prices, usage
from assistant.errors import ServiceRefused

NAMESPACE = "SupportAssistant"

logger = Logger(service="support-assistant", log_uncaught_exceptions=False)


def count(
    step: str, metric: str, value: float = 1, unit: MetricUnit = MetricUnit.Count, **properties: str
) -> None:
    """Emit one metric in the embedded metric format.

    The dimensions are environment and step only, since every combination of dimension values is a
    metric that is paid for; further properties are for Logs Insights.
    """
    _metric(step, metric, value, unit, properties).flush_metrics()


def count_in_all(
    step: str, metric: str, value: float = 1, unit: MetricUnit = MetricUnit.Count, **properties: str
) -> None:
    """Emit one metric by step and, under the environment alone, over all steps: what an alarm watches."""
    metrics = _metric(step, metric, value, unit, properties)
    metrics.add_dimensions(environment=_environment())
    metrics.flush_metrics()


def _metric(
    step: str, metric: str, value: float, unit: MetricUnit, properties: Mapping[str, str]
) -> EphemeralMetrics:
    metrics = EphemeralMetrics(namespace=NAMESPACE)
    metrics.add_dimension(name="environment", value=_environment())
    metrics.add_dimension(name="step", value=step)
    metrics.add_metric(name=metric, unit=unit, value=value)
    for name, text in properties.items():
        metrics.add_metadata(key=name, value=text)
    return metrics


def _environment() -> str:
    return os.environ.get("ENVIRONMENT", "unknown")


def cost_usd(counters: usage.Counters) -> float | None:
    """Return what was used in USD at this Region's prices; None where one of them is not known."""
    return prices.cost_usd(counters, os.environ.get("AWS_REGION", ""))


def count_cost(step: str, counters: usage.Counters) -> None:
    """Emit what an invocation cost, by step and in all; that its price is not known is counted instead."""
    cost = cost_usd(counters)
    if cost is None:
        count_in_all(step, "CostUnknown")
    else:
        count_in_all(step, "CostUsd", cost, MetricUnit.NoUnit)


def passed_over(step: str) -> Callable[[ServiceRefused, str], None]:
    """Return what reports a configured model that may not be used: an alarm counts these."""

    def report(refused: ServiceRefused, model: str) -> None:
        logger.warning("model passed over", extra={"model": model, "code": refused.code})
        count_in_all(step, "ModelPassedOver", model=model, code=refused.code)

    return report


def fell_back(step: str, reason: str) -> None:
    """Report that a request, or a part of it, had to be done as in the quality profile.

    `reason` is made of codes and names of parts.
    """
    logger.warning("economy fell back", extra={"reason": reason})
    count(step, "EconomyFellBack", reason=reason)


def rejected(step: str, rule: str) -> None:
    """Report that a draft of a reply is not taken, and by which rule."""
    logger.info("draft rejected", extra={"rule": rule})
    count(step, "DraftRejected", rule=rule)
