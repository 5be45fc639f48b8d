"""One stubbed client per service; every queued answer must have been asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from botocore.stub import Stubber

from tests.assistant.stubs import client


@contextmanager
def stubbed(service: str) -> Iterator[Stubber]:
    with Stubber(client(service)) as stub:
        yield stub
        stub.assert_no_pending_responses()


def _fixture(service: str) -> object:
    @pytest.fixture(name=service.replace("-", "_"))
    def stub() -> Iterator[Stubber]:
        with stubbed(service) as stub:
            yield stub

    return stub


translate = _fixture("translate")
comprehend = _fixture("comprehend")
bedrock_runtime = _fixture("bedrock-runtime")
polly = _fixture("polly")
dynamodb = _fixture("dynamodb")
kms = _fixture("kms")
sns = _fixture("sns")
stepfunctions = _fixture("stepfunctions")
s3 = _fixture("s3")
bedrock = _fixture("bedrock")
service_quotas = _fixture("service-quotas")
sts = _fixture("sts")
