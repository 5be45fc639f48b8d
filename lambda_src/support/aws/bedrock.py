"""Amazon Bedrock: the model that writes the reply, through Converse with one forced tool."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from botocore.config import Config

from support.domain import prompt, reading_prompt
from support.errors import ReplyRejected, ServiceRefused
from support.meter import METER

from .client import calling, config, connect

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_PASSED_OVER: Final = frozenset({"AccessDeniedException", "ResourceNotFoundException", "ValidationException"})
"""How Bedrock answers for a model that is denied, retired or unknown."""


@dataclass(frozen=True)
class Draft:
    """What the model handed in through the tool, unchecked: any JSON."""

    fields: Any
    model: str


class Writer:
    """Asks the configured models in their order; the first that answers serves.

    `seconds` is how long one may be silent. It is asked once: a second attempt of the same length would
    leave no time for anything else within the function's 60 s, and the workflow repeats what was too busy.
    """

    def __init__(
        self,
        models: Sequence[str],
        on_passed_over: Callable[[ServiceRefused, str], None],
        client: "BedrockRuntimeClient | None" = None,
        *,
        seconds: int = 25,
    ) -> None:
        self._models = tuple(models)
        self._seconds = seconds
        self._on_passed_over = on_passed_over
        if client:
            self._client = client

    @cached_property
    def _client(self) -> "BedrockRuntimeClient":
        once = Config(retries={"mode": "standard", "total_max_attempts": 1})
        return cast("BedrockRuntimeClient", connect("bedrock-runtime", config(self._seconds).merge(once)))

    def write(self, order: prompt.ReplyOrder, rejected: str | None = None) -> Draft:
        """Return a draft of a reply; `rejected` names the rule that an earlier one broke.

        Raises: as `_answer` does.
        """
        return self._answer(prompt.question(order, rejected))

    def read(self, order: reading_prompt.ReadingOrder) -> Draft:
        """Return what the model reads in a message, with its draft of a reply.

        Raises: as `_answer` does.
        """
        return self._answer(reading_prompt.question(order))

    def _answer(self, question: prompt.Question) -> Draft:
        """Return what the first model hands in that may be used.

        Raises:
            ReplyRejected: the model answered without using the tool.
            ServiceBusy: throttled or failing.
            ServiceRefused: no configured model may be used; the last refusal.
        """
        *others, last = self._models
        for model in others:
            try:
                return self._ask(model, question)
            except ServiceRefused as refused:
                if refused.code not in _PASSED_OVER:
                    raise
                self._on_passed_over(refused, model)
        return self._ask(last, question)

    def _ask(self, model: str, question: prompt.Question) -> Draft:
        with calling("bedrock", "Converse"):
            answer = self._client.converse(
                modelId=model,
                system=[{"text": question.system}],
                messages=[{"role": "user", "content": [{"text": question.user}]}],
                inferenceConfig={"maxTokens": question.max_tokens},
                toolConfig={
                    "tools": [{"toolSpec": cast("Any", question.tool)}],
                    "toolChoice": {"tool": {"name": question.tool["name"]}},
                },
                additionalModelRequestFields=extra_fields(model),
            )
            tokens = answer["usage"]
            METER.add(
                {
                    f"bedrock_input_tokens:{model}": tokens["inputTokens"],
                    f"bedrock_output_tokens:{model}": tokens["outputTokens"],
                }
            )
            content = answer["output"]["message"]["content"]
            stop_reason = answer["stopReason"]
            # Blocks are told apart by their type, never by their place: a model may think aloud first.
            uses = [block["toolUse"] for block in content if "toolUse" in block]
        if not uses or stop_reason != "tool_use":
            raise ReplyRejected(f"stopped_{stop_reason}")
        return Draft(fields=uses[0].get("input"), model=model)


def extra_fields(model: str) -> dict[str, Any]:
    """Turn thinking off where it is on by default: a forced tool and thinking exclude each other."""
    return {"thinking": {"type": "disabled"}} if "anthropic." in model else {}
