"""Amazon Bedrock: models that are asked through Converse, each with one forced tool."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from assistant import bedrock_models
from assistant.errors import ReplyRejected, ServiceRefused

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

_PASSED_OVER: Final = frozenset({"AccessDeniedException", "ResourceNotFoundException", "ValidationException"})
"""How Bedrock answers for a model that is denied, retired or unknown."""

MODEL_ERROR: Final = "ModelErrorException"
"""How Bedrock answers for a model that wrote no valid use of the tool, such as Amazon Nova now and then: its
user guide calls it an invalid sequence as part of ToolUse. Neither the model nor the account is at fault."""


@dataclass(frozen=True)
class Question:
    """One call of a model: the system text, the user text, and the one tool that it must answer with.

    `tool` has Converse's keys: name, description, inputSchema.
    """

    system: str
    user: str
    tool: dict[str, Any]
    max_tokens: int


@dataclass(frozen=True)
class Answer:
    """What a model handed in through the tool, unchecked: any JSON."""

    fields: Any
    model: str


class Models:
    """Asks the configured models in their order; the first that answers serves.

    `seconds` is how long one may be silent. It is asked once: a second attempt of the same length would
    leave no time for anything else within the function's 60 s, and the workflow repeats what was too busy.
    """

    def __init__(
        self,
        models: Sequence[str],
        on_passed_over: Callable[[ServiceRefused, str], None],
        count: Count | None = None,
        client: "BedrockRuntimeClient | None" = None,
        *,
        seconds: int = 25,
    ) -> None:
        self._models = tuple(models)
        self._on_passed_over = on_passed_over
        self._bedrock = Connection("bedrock-runtime", config(seconds, attempts=1), count=count, client=client)

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        """Return what the first model hands in that may be used.

        A model whose use of the tool is broken is passed over. `usable` judges what a model hands in: with
        it, one that hands in something else, or nothing at all, is passed over as well. `last` is a model
        that is asked after all others.

        Raises:
            ReplyRejected: the model (with `usable`, the last one) did not use the tool, or not as it should;
                the last one's use of it was broken.
            ServiceBusy: throttled or failing.
            ServiceRefused: no configured model may be used; the last refusal.
        """
        models = sorted(self._models, key=lambda model: model == last)
        for left, model in zip(range(len(models) - 1, -1, -1), models, strict=True):
            try:
                return self._ask(model, question, usable)
            except ServiceRefused as refused:
                if refused.code == MODEL_ERROR:
                    if not left:
                        raise ReplyRejected("broken_tool_use") from None
                    continue
                if not left or refused.code not in _PASSED_OVER:
                    raise
                self._on_passed_over(refused, model)
            except ReplyRejected:
                if not left or usable is None:
                    raise
        raise ValueError("no model is configured")

    def _ask(self, model: str, question: Question, usable: Callable[[Any], bool] | None) -> Answer:
        with self._bedrock.calling("Converse", bedrock_calls=1) as client:
            answer = client.converse(
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
            self._bedrock.count(
                {
                    f"bedrock_input_tokens:{model}": tokens["inputTokens"],
                    f"bedrock_output_tokens:{model}": tokens["outputTokens"],
                }
            )
            content = answer["output"]["message"]["content"]
            stop_reason = answer["stopReason"]
            # Blocks are selected by type, not by position: reasoning may come first.
            answers = [block["toolUse"].get("input") for block in content if "toolUse" in block]
        if not answers or stop_reason != "tool_use":
            raise ReplyRejected(f"stopped_{stop_reason}")
        fields, *more = answers
        if more or (usable and not usable(fields)):
            raise ReplyRejected("malformed")
        return Answer(fields=fields, model=model)


def extra_fields(model: str) -> dict[str, Any]:
    """Turn thinking off where it is on by default: a forced tool and thinking exclude each other."""
    known = bedrock_models.find(model)
    return {"thinking": {"type": "disabled"}} if known and known.thinking_by_default else {}
