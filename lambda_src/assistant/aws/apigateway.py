"""The value of an API key, as API Gateway keeps it."""

from typing import TYPE_CHECKING

from .client import Connection, config

if TYPE_CHECKING:
    from mypy_boto3_apigateway import APIGatewayClient


class ApiKeys:
    """Reads API keys: no template and no setting holds the value of one."""

    def __init__(self, client: "APIGatewayClient | None" = None) -> None:
        self._gateway = Connection("apigateway", config(5), client=client)

    def value(self, key_id: str) -> str:
        """Return a key's value.

        Raises:
            ServiceError: it cannot be read.
        """
        with self._gateway.calling("GetApiKey") as client:
            return client.get_api_key(apiKey=key_id, includeValue=True)["value"]
