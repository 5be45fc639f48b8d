"""What can be made to fail exists."""

import pytest
from botocore.loaders import Loader
from botocore.model import ServiceModel

from local.proxy.services import KEYS, SERVICES

CLIENTS = {"states": "stepfunctions"}


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_have_these_operations(name: str) -> None:
    client = CLIENTS.get(name, name)
    model = ServiceModel(Loader().load_service_model(client, "service-2"), client)
    assert set(SERVICES[name].operations) <= set(model.operation_names)
    assert model.signing_name == name


def test_faults_can_be_set_for_a_service_or_one_operation() -> None:
    assert {"s3", "s3.PutObject", "dynamodb.TransactWriteItems", "states.StartExecution"} <= set(KEYS)
