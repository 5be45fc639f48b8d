"""Replacing a key: of the links, and of the API."""

from datetime import UTC, datetime

import httpx
import pytest

from assistant.aws.kms import MacKey
from assistant.request.links import LinkSigner, Token, new_id
from local.commands.client import ApiProblemError, SupportApi
from local.environment.deployment import Deployment

pytestmark = pytest.mark.integration

BODY = {"name": "Ana", "email": "ana@example.com", "message": "¿Dónde está mi pedido 4711?"}


def test_links_of_a_former_key_open_until_it_is_taken_off_the_list(deployment: Deployment) -> None:
    kms = deployment.clients.client("kms")
    former, present, never = (
        MacKey(
            kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]["KeyId"],
            client=kms,
        )
        for _ in range(3)
    )
    now = datetime.now(UTC)
    request_id = new_id(now)

    def signed_by(*keys: MacKey) -> Token:
        token = Token.parse(str(LinkSigner(keys).sign(Token.issue("status", now), request_id)))
        assert token is not None
        return token

    before, during = signed_by(former), signed_by(present, former)
    assert (before.key, during.key) == (former.key_id[:8], present.key_id[:8])
    both = LinkSigner([present, former])
    assert both.is_ours(before, request_id)
    assert both.is_ours(during, request_id)
    assert not both.is_ours(signed_by(never), request_id)
    assert not both.is_ours(before, new_id(now))
    after = LinkSigner([present])
    assert after.is_ours(during, request_id)
    assert not after.is_ours(before, request_id)


def test_an_api_key_is_replaced_without_a_caller_who_waits(deployment: Deployment) -> None:
    gateway = deployment.clients.apigateway
    (plan,) = gateway.get_usage_plans()["items"]
    key = gateway.create_api_key(name="second", enabled=True)
    gateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    with (
        SupportApi(deployment.api_url, deployment.api_key, deployment.ca_bundle) as first,
        SupportApi(deployment.api_url, key["value"], deployment.ca_bundle) as second,
    ):
        assert first.submit(BODY)["status"] == second.submit(BODY)["status"] == "processing"
        gateway.delete_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"])
        gateway.delete_api_key(apiKey=key["id"])
        with pytest.raises(ApiProblemError) as refused:
            second.submit(BODY)
        assert refused.value.status == httpx.codes.FORBIDDEN
        assert first.submit(BODY)["status"] == "processing"
