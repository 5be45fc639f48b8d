"""What operators are told of models: not usable, not believed, a draft rejected."""

from collections.abc import Callable

from assistant.errors import ServiceRefused
from assistant.telemetry import count, count_in_all, logger


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
