"""Which commands there are."""

import pytest
from typer.testing import CliRunner

from local.commands.app import app

COMMANDS = [
    "up",
    "down",
    "cost",
    "status",
    "send",
    "demo",
    "logs",
    "inbox",
    "trace",
    "restart",
    "doctor",
    "faults set",
    "faults clear",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_offers_json(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert "--json" in shown.output


def test_an_unknown_command_is_refused() -> None:
    assert CliRunner().invoke(app, ["bake"]).exit_code == 2
