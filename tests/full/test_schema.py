"""The deployed API, tried by its own description for longer, elsewhere at each run."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from local.commands.client import SupportApi
from local.environment.deployment import Deployment
from tests.integration.described import DESCRIPTION, Ledger

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def ledger(deployment: Deployment) -> Iterator[Ledger]:
    with Ledger(deployment) as ledger:
        yield ledger


@DESCRIPTION.parametrize()
@settings(max_examples=500, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_answer_fits_the_description(case: schemathesis.Case[Any], ledger: Ledger) -> None:
    ledger.try_out(case)


def test_nothing_is_stored_but_what_was_accepted(ledger: Ledger, api: SupportApi) -> None:
    assert ledger.calls >= 1_000
    ledger.follow(api)
    ledger.check()
