"""The day's budget: what closes intake once it is used up, and tells operations."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from assistant import clock
from assistant.aws.sns import Notification, Topic
from assistant.errors import ServiceError, TryAgainLater
from assistant.request.ledger import Ledger, next_day
from assistant.telemetry import count, logger

_SUBJECT: Final = "[{environment}] the day's budget is used up: no new messages are taken"
_TEXT: Final = """\
Today has cost {usd} USD, of {stop_usd} USD: daily_usd under [budget] in environments/{environment}.toml.

POST /requests answers 503 until {until}. Messages that were accepted are answered; links work.

To take messages again today, raise daily_usd, or set stop = false, and deploy. What costs so much is in
the dashboard, "USD a day, by step".
"""


@dataclass(frozen=True)
class Budget:
    """What a day may cost; `stop_usd` is 0 where nothing is stopped."""

    stop_usd: float
    ledger: Ledger
    operations: Topic
    environment: str

    def is_used_up(self) -> bool:
        """Tell whether today has cost as much as it may; the first who learns it tells operations.

        What is not known stops nothing: a customer's message is worth more than a cent.
        """
        if not self.stop_usd:
            return False
        try:
            day = self.ledger.today()
        except ServiceError as error:
            logger.warning("budget not known", extra={"code": str(error)})
            return False
        if day.usd < self.stop_usd:
            return False
        if not day.told:
            self._tell(day.usd)
        return True

    def refusal(self, step: str) -> TryAgainLater:
        """Return the error for a message that is not taken, and count it."""
        count(step, "BudgetStopped")
        now = clock.now()
        left = (next_day(now) - now).total_seconds()
        return TryAgainLater(
            "No more messages are taken today (UTC). Please repeat the call tomorrow.",
            retry_after_seconds=ceil(left),
        )

    def _tell(self, usd: float) -> None:
        """Tell operations, unless another call does; if it fails, the next call tries again."""
        words = {
            "environment": self.environment,
            "usd": f"{usd:.2f}",
            "stop_usd": f"{self.stop_usd:g}",
            "until": clock.iso(next_day(clock.now())),
        }
        try:
            if self.ledger.claim_telling():
                self._publish(Notification(_SUBJECT.format(**words), _TEXT.format(**words)))
        except ServiceError as error:
            logger.warning("operations not told", extra={"code": str(error)})

    def _publish(self, notification: Notification) -> None:
        try:
            self.operations.publish(notification)
        except ServiceError:
            self.ledger.release_telling()
            raise
