"""Logs and metrics of the functions: ids, codes and numbers, never a customer's words."""

import os

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

NAMESPACE = "SupportAssistant"

logger = Logger(service="support-assistant", log_uncaught_exceptions=False)


def count(
    step: str, metric: str, value: float = 1, unit: MetricUnit = MetricUnit.Count, **properties: str
) -> None:
    """Emit one metric in the embedded metric format.

    The dimensions are environment and step only, since every combination of dimension values is a
    metric that is paid for; further properties are for Logs Insights.
    """
    metrics = EphemeralMetrics(namespace=NAMESPACE)
    metrics.add_dimension(name="environment", value=os.environ.get("ENVIRONMENT", "unknown"))
    metrics.add_dimension(name="step", value=step)
    metrics.add_metric(name=metric, unit=unit, value=value)
    for name, text in properties.items():
        metrics.add_metadata(key=name, value=text)
    metrics.flush_metrics()
