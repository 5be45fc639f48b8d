"""Amazon Titan Text Embeddings on Bedrock: a text as a vector, near those of texts that mean the same."""

import json
from typing import TYPE_CHECKING, Final

from .client import Connection, Count, config

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

DIMENSIONS: Final = 512
"""Values of a vector. Titan V2 offers 256, 512 and 1,024; AWS measured 99% of the accuracy of 1,024 with 512,
for half of what is stored and searched (AWS News Blog, "Amazon Titan Text Embeddings V2")."""

MAX_CHARACTERS: Final = 50_000
"""Of one text; and at most 8,192 tokens."""


class Embedder:
    """Embeds texts with one model."""

    def __init__(
        self,
        model: str,
        count: Count | None = None,
        client: "BedrockRuntimeClient | None" = None,
        *,
        attempts: int = 2,
    ) -> None:
        self.model: Final = model
        self._bedrock = Connection("bedrock-runtime", config(5, attempts), count=count, client=client)

    def embed(self, text: str) -> list[float]:
        """Return the vector of a text: `DIMENSIONS` values, of length 1.

        Raises:
            ServiceBusy: throttled, failing or silent, or the answer is no such vector.
            ServiceRefused: the model may not be called here, or takes no such text.
        """
        body = {"inputText": text, "dimensions": DIMENSIONS, "normalize": True}
        with self._bedrock.calling("InvokeModel", bedrock_calls=1) as client:
            answer = client.invoke_model(modelId=self.model, body=json.dumps(body), accept="application/json")
            given = json.loads(answer["body"].read())
            self._bedrock.count({f"bedrock_input_tokens:{self.model}": int(given["inputTextTokenCount"])})
            vector = [float(value) for value in given["embedding"]]
            if len(vector) != DIMENSIONS:
                raise ValueError(f"{len(vector)} values")
            return vector
