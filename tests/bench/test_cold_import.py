"""The environment that a function's settings are read from while its cold start is measured."""

import pytest

from bench.cold_import import variables
from support import settings
from support_stack import LAMBDA_SRC

HANDLERS = sorted(file.stem for file in (LAMBDA_SRC / "handlers").glob("*.py") if file.stem != "__init__")


@pytest.mark.parametrize("handler", HANDLERS)
def test_every_functions_settings_can_be_read(handler: str) -> None:
    names = {name.lower(): kind for name, kind in vars(settings).items()}
    kind = names[f"{handler.replace('_', '')}settings"]
    assert set(kind.from_env(variables(handler)).to_env()) == set(variables(handler))
