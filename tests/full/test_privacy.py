"""What operators may look at after everything that can go wrong with the AI services has gone wrong."""

import pytest

from local.commands.client import SupportApi
from local.standins.client import StandinClient
from local.standins.faults.settings import REPLIES
from tests.attacks import ATTACKS
from tests.integration.conftest import Deployed
from tests.integration.test_privacy import BODY, MARK
from tests.integration.traces import left_behind

pytestmark = pytest.mark.full

SERVICES = ("translate", "comprehend", "bedrock", "polly")
PASSING = ("throttled", "500", "malformed", "disconnect")
FAULTS = [
    *({service: {"error": error, "error_count": 2}} for service in SERVICES for error in PASSING),
    *({service: {"error": "denied"}} for service in SERVICES),
    *({"bedrock": {"reply": reply}} for reply in REPLIES),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_no_fault_makes_a_step_tell_what_was_written(
    deployed: Deployed, api: SupportApi, standins: StandinClient, fault: dict[str, dict[str, object]]
) -> None:
    standins.set_faults(fault)
    record = api.follow(api.submit(BODY)["status_url"])
    assert record["status"] == "completed"
    texts = left_behind(deployed)
    assert [place for place, text in texts.items() if MARK in text.casefold()] == []


def test_no_attack_is_told_either(deployed: Deployed, api: SupportApi) -> None:
    marked = [
        {**attack.body, "message": f"{attack.message[:4_900]} {MARK}", "name": f"{attack.name[:90]} {MARK}"}
        for attack in ATTACKS
    ]
    for status_url in [api.submit(body)["status_url"] for body in marked]:
        assert api.follow(status_url)["status"] == "completed"
    texts = left_behind(deployed)
    assert [place for place, text in texts.items() if MARK in text.casefold()] == []
