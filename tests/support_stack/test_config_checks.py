"""What an environment's file says wrong; the sentences themselves are held by test_config."""

from dataclasses import replace

import pytest

from support_stack import config
from support_stack.config import Environment
from support_stack.config_checks import contradiction


@pytest.mark.parametrize("name", config.names())
def test_the_environments_contradict_themselves_nowhere(name: str) -> None:
    assert contradiction(config.load(name)) is None


def test_an_object_may_not_outlive_the_item_that_leads_to_it(environment: Environment) -> None:
    retention = replace(environment.retention, transcripts_days=environment.retention.requests_days + 1)
    assert str(contradiction(replace(environment, retention=retention))).startswith(
        "retention.transcripts_days: may not be longer than requests_days"
    )
