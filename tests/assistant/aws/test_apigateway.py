"""The value of an API key."""

from assistant.aws.apigateway import ApiKeys
from tests.assistant.stubs import Stub


def test_a_keys_value_is_asked_for_by_its_id(apigateway: Stub) -> None:
    apigateway.add_response(
        "get_api_key", {"id": "k", "value": "secret"}, {"apiKey": "k", "includeValue": True}
    )
    assert ApiKeys(apigateway.client).value("k") == "secret"
