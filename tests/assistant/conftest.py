"""What every test of the functions starts from."""

import json
import os
from collections.abc import Iterator
from io import StringIO
from logging import StreamHandler
from typing import Any

import pytest

from assistant.telemetry import logger

from .fakes import (
    FakeAnalyst,
    FakeArchive,
    FakeFinder,
    FakeLinks,
    FakeSpeaker,
    FakeTable,
    FakeTopic,
    FakeTranslator,
    FakeWorkflow,
)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no way to a real account, whatever the machine is configured with."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("ENVIRONMENT", "test")


class Log:
    """What the functions' logger has written."""

    def __init__(self) -> None:
        self.stream = StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    log = Log()
    handler = logger.registered_handler
    assert isinstance(handler, StreamHandler)
    usual = handler.setStream(log.stream)
    yield log
    handler.setStream(usual)
    logger.clear_state()


@pytest.fixture
def table() -> FakeTable:
    return FakeTable()


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest.fixture
def links() -> FakeLinks:
    return FakeLinks()


@pytest.fixture
def workflow() -> FakeWorkflow:
    return FakeWorkflow()


@pytest.fixture
def team() -> FakeTopic:
    return FakeTopic()


@pytest.fixture
def translator() -> FakeTranslator:
    return FakeTranslator()


@pytest.fixture
def analyst() -> FakeAnalyst:
    return FakeAnalyst()


@pytest.fixture
def finder() -> FakeFinder:
    return FakeFinder()


@pytest.fixture
def speaker() -> FakeSpeaker:
    return FakeSpeaker()
