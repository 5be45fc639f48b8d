"""One stubbed client per service."""

from collections.abc import Iterator

import pytest

from assistant.cost.meter import Meter
from tests.assistant.stubs import Stub, client, stubbed


def _fixture(service: str) -> object:
    @pytest.fixture(name=service.replace("-", "_"))
    def stub() -> Iterator[Stub]:
        with stubbed(client(service)) as stub:
            yield stub

    return stub


apigateway = _fixture("apigateway")
bedrock = _fixture("bedrock")
bedrock_runtime = _fixture("bedrock-runtime")
cloudformation = _fixture("cloudformation")
comprehend = _fixture("comprehend")
dynamodb = _fixture("dynamodb")
kms = _fixture("kms")
polly = _fixture("polly")
s3 = _fixture("s3")
s3vectors = _fixture("s3vectors")
service_quotas = _fixture("service-quotas")
sns = _fixture("sns")
stepfunctions = _fixture("stepfunctions")
sts = _fixture("sts")
translate = _fixture("translate")


@pytest.fixture
def meter() -> Meter:
    """Return a meter that counts."""
    meter = Meter()
    meter.start({})
    return meter
