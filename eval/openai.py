"""A model behind an OpenAI-compatible server, called like Bedrock's models: with one forced tool."""

import json
from collections.abc import Callable
from typing import Any, Final

import httpx

from assistant.aws.bedrock import Answer, Question
from assistant.cost.meter import Meter
from assistant.errors import ReplyRejected, ServiceBusy

_SECONDS: Final = 120.0
"""Of waiting for an answer: a model on a laptop is slow."""


class OpenAiModel:
    """Calls `POST {url}/chat/completions`; `url` as in http://localhost:11434/v1."""

    def __init__(self, url: str, name: str, meter: Meter) -> None:
        self._http = httpx.Client(base_url=url.rstrip("/") + "/", timeout=_SECONDS)
        self._name = name
        self._meter = meter

    def ask(
        self, question: Question, usable: Callable[[Any], bool] | None = None, last: str | None = None
    ) -> Answer:
        """Return the model's input for the tool; `last` has no meaning with a single model.

        Raises:
            ReplyRejected: it did not use the tool, or its input is not usable.
            ServiceBusy: the server does not answer, or not in the expected form.
        """
        tool = question.tool
        function = {
            "name": tool["name"],
            "description": tool["description"],
            "parameters": tool["inputSchema"]["json"],
        }
        body = {
            "model": self._name,
            "max_tokens": question.max_tokens,
            "messages": [
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.user},
            ],
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": tool["name"]}},
        }
        try:
            answer = self._http.post("chat/completions", json=body).raise_for_status().json()
            calls = answer["choices"][0]["message"].get("tool_calls") or []
            used = answer.get("usage", {})
        except (httpx.HTTPError, ValueError, LookupError, AttributeError, TypeError) as error:
            raise ServiceBusy("model", "ChatCompletions", type(error).__name__) from error
        self._meter.add(
            {
                f"bedrock_input_tokens:{self._name}": int(used.get("prompt_tokens", 0)),
                f"bedrock_output_tokens:{self._name}": int(used.get("completion_tokens", 0)),
            }
        )
        try:
            fields = json.loads(calls[0]["function"]["arguments"])
        except (LookupError, TypeError, ValueError):
            raise ReplyRejected("stopped_without_tool") from None
        if usable and not usable(fields):
            raise ReplyRejected("malformed")
        return Answer(fields, self._name)
