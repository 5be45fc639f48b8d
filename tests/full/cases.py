"""The fault matrix: every call that intake and the workflow's functions make, and what can befall it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.request.ledger import PREFIX
from tests.messages import MESSAGES

AI = ("translate", "comprehend", "bedrock", "polly", "s3vectors")

# By the function that makes them; SendResponse puts two objects with one operation.
CALLS = {
    "ProcessCustomerRequest": (
        "kms.GenerateMac",
        "dynamodb.TransactWriteItems",
        "dynamodb.GetItem",
        "dynamodb.GetItem, the day",
        "s3.PutObject",
        "states.StartExecution",
    ),
    "TranslateAndAnalyze": (
        "dynamodb.GetItem",
        "comprehend.DetectDominantLanguage",
        "translate.TranslateText",
        "comprehend.DetectSentiment",
        "comprehend.DetectEntities",
        "comprehend.DetectPiiEntities",
        "bedrock.InvokeModel",
        "s3vectors.QueryVectors",
        "dynamodb.UpdateItem",
        "dynamodb.UpdateItem, the day",
    ),
    "GenerateAIResponse": (
        "dynamodb.GetItem",
        "bedrock.Converse",
        "bedrock.Converse, the review",
        "translate.TranslateText",
        "dynamodb.UpdateItem",
    ),
    "GenerateVoiceResponse": (
        "dynamodb.GetItem",
        "s3.HeadObject",
        "polly.SynthesizeSpeech",
        "kms.GenerateMac",
        "s3.PutObject",
        "dynamodb.UpdateItem",
    ),
    "SendResponse": ("dynamodb.UpdateItem", "s3.PutObject", "sns.Publish"),
    "RecordFailure": ("dynamodb.UpdateItem", "sns.Publish"),
}
INTAKE = "ProcessCustomerRequest"

# An invocation makes two attempts at a call, but for these: two objects, or twice as many attempts.
FOUR = {
    ("SendResponse", "s3.PutObject"),
    ("GenerateVoiceResponse", "s3.HeadObject"),
    ("GenerateVoiceResponse", "s3.PutObject"),
}
WITHOUT_TEMPLATE = ("hu", "el", "he", "ro", "fa", "th", "vi", "id")
"""Languages whose replies end in words that Translate is asked for, one for each fault, in their order.

For a fault that is over in time it is one in Latin letters: what the stand-in answers in others is in the
wrong script, and rejected.
"""

FAULTS: dict[str, dict[str, Any]] = {
    "throttled for 10 s": {"error": "throttled", "seconds": 10},
    "throttled for ever": {"error": "throttled"},
    "500 for ever": {"error": "500"},
    "time-outs in one invocation": {"error": "timeout", "error_count": 2},
    "access denied": {"error": "denied"},
    "malformed answer": {"error": "malformed"},
    "connection lost once": {"error": "disconnect", "error_count": 1},
    "answer lost once": {"error": "answer_lost", "error_count": 1},
}


@dataclass(frozen=True)
class Case:
    """One call of one function, and one fault; `number` makes its request's name and key its own."""

    number: int
    function: str
    call: str
    fault: str

    def __str__(self) -> str:
        return f"{self.function}-{self.call}-{self.fault}".replace(" ", "_").replace(",", "")

    @property
    def operation(self) -> str:
        """The call's service and operation, by which faults are set."""
        return self.call.partition(",")[0]

    @property
    def language(self) -> str:
        """The language of the request's message, by its code.

        For GenerateAIResponse to ask Translate it is one without a template, and no other case's: what is
        translated of our own words is kept.
        """
        asks = (self.function, self.call) == ("GenerateAIResponse", "translate.TranslateText")
        return WITHOUT_TEMPLATE[list(FAULTS).index(self.fault)] if asks else ""

    @property
    def containing(self) -> list[str]:
        """Texts by which the call is told from those of other requests, and of the same one.

        That of a day is everybody's: a fault there must harm nobody.
        """
        if self.is_of_the_day:
            return [PREFIX]
        if self.operation == "s3vectors.QueryVectors":  # its text is a vector
            return []
        if self.function == INTAKE:
            return ["idem#"] if self.operation == "dynamodb.GetItem" else []
        if self.language:
            return [f'"TargetLanguageCode": "{self.language}"']
        tools = {"bedrock.Converse": "write_reply", "bedrock.Converse, the review": "review_reply"}
        return [self.mark, *([tools[self.call]] if self.call in tools else [])]

    @property
    def message(self) -> str:
        """The message of a request in this case's language; empty for the usual one."""
        return next((one.message for one in MESSAGES if one.language == self.language), "")

    @property
    def is_of_the_day(self) -> bool:
        """Whether the call reads or writes what the day has cost."""
        return self.call.endswith(", the day")

    @property
    def meets_others(self) -> bool:
        """Whether the fault meets whoever calls, so that no other case may run meanwhile."""
        return self.function == INTAKE or self.is_of_the_day or not self.containing

    @property
    def is_ai(self) -> bool:
        """Whether a stand-in answers the call, and not the emulator behind the proxy."""
        return self.call.partition(".")[0] in AI

    @property
    def settings(self) -> dict[str, Any]:
        """What the fault is set with."""
        settings = FAULTS[self.fault]
        if settings["error"] == "timeout" and (self.function, self.call) in FOUR:
            return {**settings, "error_count": 4}
        return settings

    @property
    def lasts(self) -> bool:
        """Whether the fault outlasts every retry."""
        settings = self.settings
        return "seconds" not in settings and "error_count" not in settings

    @property
    def needs(self) -> tuple[str, str, dict[str, Any]] | None:
        """The function, the call and the other fault that have to be for this call to be made at all."""
        match self.function, self.call:
            case "RecordFailure", _:
                return "SendResponse", "s3.PutObject", {"error": "denied"}
        return None

    @property
    def mark(self) -> str:
        """A word of letters alone that the request's texts carry."""
        return "Q" + "".join("bcdfghjklm"[int(digit)] for digit in f"{self.number:03}")

    @property
    def expected(self) -> str:
        """The kind of outcome that the design promises."""
        if self.function == INTAKE:
            return "accepted"
        if not self.lasts or self.is_of_the_day:
            return "failed" if self.function == "RecordFailure" else "answered"
        if self.function == "RecordFailure":
            return "dead letter"
        without = self.function == "GenerateVoiceResponse" and not self.call.startswith("dynamodb")
        return "degraded" if self.is_ai or without else "failed"


def _all() -> Iterator[Case]:
    number = 0
    for function, calls in CALLS.items():
        for call in calls:
            for fault in FAULTS:
                yield Case(number, function, call, fault)
                number += 1


CASES = tuple(_all())
