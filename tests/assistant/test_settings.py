"""What each function is configured with."""

from typing import Any

import pytest

from assistant.settings import (
    GenerateAIResponseSettings,
    ProcessCustomerRequestSettings,
    Settings,
    SettingsError,
)
from support_stack import LAMBDA_SRC
from tests.assistant.configured import SETTINGS


def test_every_function_has_its_own() -> None:
    handlers = [
        ".".join(file.relative_to(LAMBDA_SRC).with_suffix("").parts)
        for file in LAMBDA_SRC.glob("assistant/*/*handler.py")
    ]
    assert sorted(SETTINGS) == sorted(handlers)


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_what_the_stack_writes_the_function_reads(settings: Settings) -> None:
    env = settings.to_env()
    assert all(isinstance(text, str) and name.isupper() for name, text in env.items())
    assert type(settings).from_env(env | {"PATH": "/bin"}) == settings


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_every_variable_is_required_and_named_when_it_is_missing(settings: Settings) -> None:
    env = settings.to_env()
    for name in env:
        rest = {other: text for other, text in env.items() if other != name}
        with pytest.raises(SettingsError, match=f"^environment variable {name} is missing$"):
            type(settings).from_env(rest)


@pytest.mark.parametrize(
    ("kind", "name", "text", "wanted"),
    [
        (ProcessCustomerRequestSettings, "RETENTION_DAYS", "a week", "int"),
        (ProcessCustomerRequestSettings, "RETENTION_DAYS", "true", "int"),
        (ProcessCustomerRequestSettings, "RETENTION_DAYS", "7.5", "int"),
        (ProcessCustomerRequestSettings, "ALLOWED_ORIGINS", "*", "list"),
        (ProcessCustomerRequestSettings, "ALLOWED_ORIGINS", '"*"', "list"),
        (GenerateAIResponseSettings, "GESTURES", "{}", "list"),
        (GenerateAIResponseSettings, "MODELS", "", "list"),
    ],
)
def test_a_variable_of_the_wrong_kind_is_named_with_what_is_wanted(
    kind: type[Settings], name: str, text: str, wanted: str
) -> None:
    (settings,) = (known for known in SETTINGS.values() if type(known) is kind)
    with pytest.raises(SettingsError, match=f"^environment variable {name} must hold {wanted} as JSON$"):
        kind.from_env(settings.to_env() | {name: text})


@pytest.mark.parametrize("value", ["plain", "2026", "true", "[]", ""])
def test_text_is_taken_as_it_is(value: Any) -> None:
    assert Settings.from_env({"ENVIRONMENT": value}).environment == value
