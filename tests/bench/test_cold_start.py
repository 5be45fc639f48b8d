"""The environment that a function's settings are read from while its cold start is measured."""

import pytest

from assistant import settings
from bench.cold_start import HANDLERS, variables


def test_it_measures_every_function() -> None:
    kinds = {name.removesuffix("Settings") for name in vars(settings) if name.endswith("Settings")}
    assert set(HANDLERS) == kinds - {"", "Writing"}


@pytest.mark.parametrize("name", HANDLERS)
def test_every_functions_settings_can_be_read(name: str) -> None:
    kind = getattr(settings, f"{name}Settings")
    assert set(kind.from_env(variables(name)).to_env()) == set(variables(name))
