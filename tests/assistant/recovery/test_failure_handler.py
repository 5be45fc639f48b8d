"""A request that cannot be answered."""

import pytest

from assistant.errors import NotFound, ServiceBusy
from assistant.recovery import failure_handler
from assistant.recovery.failure_handler import run
from assistant.request.step import Step
from tests.assistant import samples
from tests.assistant.fakes import BUSY, Fakes, FakeTable, FakeTopic

STEP = Step(samples.REQUEST_ID, reason="sns.Publish: NotFound")


class Services(Fakes, failure_handler.Services):
    """With the fakes as its fields."""


@pytest.fixture
def services(table: FakeTable, team: FakeTopic) -> Services:
    table.put(samples.analysed())
    return Services(requests=table, team=team, meter=table.meter, pivot_language="fr")


def test_the_request_is_failed_by_the_code_of_its_error(services: Services) -> None:
    assert run(STEP, services) == STEP
    item = services.requests.items[samples.REQUEST_ID]
    assert (item["status"], item["open_status"]) == ("failed", "failed")
    assert item["failure"]["code"] == "sns.Publish: NotFound"
    (told,) = services.team.published
    assert "sns.Publish: NotFound" in told.text
    assert told.attributes["kind"] == "failure"


def test_an_answered_request_is_left_alone(services: Services) -> None:
    services.requests.put(samples.completed())
    run(STEP, services)
    assert services.requests.items[samples.REQUEST_ID] == samples.completed()
    assert services.team.published == []


def test_an_erased_request_goes_to_nobody(services: Services) -> None:
    services.requests.put({"pk": samples.REQUEST_ID, "status": "erased"})
    assert run(STEP, services) == STEP
    assert services.requests.items[samples.REQUEST_ID] == {"pk": samples.REQUEST_ID, "status": "erased"}
    assert services.team.published == []


@pytest.mark.parametrize(("service", "call"), [("requests", "update"), ("team", "publish")])
def test_a_recording_that_fails_is_an_error_of_its_own(services: Services, service: str, call: str) -> None:
    getattr(services, service).errors[call] = [BUSY]
    with pytest.raises(ServiceBusy):
        run(STEP, services)


def test_an_unknown_request_is_an_error(services: Services) -> None:
    services.requests.items.clear()
    with pytest.raises(NotFound):
        run(STEP, services)
