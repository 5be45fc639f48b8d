"""The company's own sentences in a language that nobody wrote them in: translated once, checked, and kept.

The request table keeps them, by language and source: a changed sentence is another one.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Final, Protocol, TypedDict

from assistant import clock
from assistant.errors import ReplyRejected
from assistant.request.table import RequestTable
from assistant.translation.translator import Translator

from .checks import Checks

KEPT_FOR: Final = timedelta(days=365)
"""How long a translation is kept: one of a sentence that is configured no more has to go some day."""

REJECTED_FOR: Final = timedelta(days=1)
"""How long a translation that was rejected is not asked for again: each request would pay for it."""


class Services(Protocol):
    """What translating a sentence needs."""

    @property
    def requests(self) -> RequestTable:
        """The request table, which also keeps sentences."""

    @property
    def translator(self) -> Translator:
        """Amazon Translate."""


class Kept(TypedDict):
    """A translation as it is kept until `ttl`: its `text`, with the `reason` if it was rejected."""

    text: str
    reason: str
    ttl: int


def translated(
    source: str, checks: Checks, services: Services, review: Callable[[str], str | None] | None = None
) -> str:
    """Return a sentence of the team's language in the customer's.

    Args:
        source: The sentence.
        checks: What its translation is held against.
        services: Table and Translate.
        review: Returns what a reviewer objects to in a translation, or None; without it nobody is asked.

    Raises:
        ReplyRejected: the translation is wrong; it is not asked for again until tomorrow.
        ServiceError: Translate, the reviewer or the table failed.
    """
    now = int(clock.now().timestamp())
    key = _key(source, checks.language)
    kept = services.requests.read(key)
    if kept and kept["ttl"] > now:
        if kept["reason"]:
            raise ReplyRejected(kept["reason"])
        return str(kept["text"])
    text = services.translator.translate(source, checks.pivot_language, checks.language, (checks.company,))
    fault = checks.fault_in_sentence(source, text)
    rule = fault.rule if fault else review(text) if review else None
    reason = f"translation_{rule}" if rule else ""
    until = now + int((REJECTED_FOR if reason else KEPT_FOR).total_seconds())
    services.requests.keep(key, Kept(text=text, reason=reason, ttl=until))
    if reason:
        raise ReplyRejected(reason)
    return text


def _key(source: str, language: str) -> str:
    return f"sentence-{language}-{hashlib.sha256(source.encode()).hexdigest()[:32]}"
