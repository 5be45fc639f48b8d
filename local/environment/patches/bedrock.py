"""Bedrock's runtime: a model server of the developer's own behind it."""

import os
from typing import Any
from urllib.parse import quote

from ministack.services import bedrock_runtime  # type: ignore[import-not-found]

from local.environment.patches.standins import call


def patch_model_proxy() -> None:
    """Ask the model server for the model that was chosen, and let its silence be an error.

    MiniStack asks for Bedrock's model id, and puts a canned reply in the place of an answer that never came.
    """
    forward = bedrock_runtime._proxy_openai_chat_message

    def forward_or_fail(model: str, *args: Any, **kwargs: Any) -> Any:
        message, counts = forward(os.environ.get("LOCAL_MODEL_NAME") or model, *args, **kwargs)
        if message is None and bedrock_runtime._PROXY_URL:
            raise RuntimeError("the model server did not answer")
        return message, counts

    bedrock_runtime._proxy_openai_chat_message = forward_or_fail


def patch_embeddings() -> None:
    """Let a stand-in answer InvokeModel, which embeds texts: a model server would chat about them."""

    def embed(model_id: str, _headers: Any, body: bytes) -> tuple[int, dict[str, str], bytes]:
        status, answer = call("bedrock", f"/model/{quote(model_id, safe='')}/invoke", body)
        return status, {"Content-Type": "application/json"}, answer

    bedrock_runtime._invoke_model = embed
