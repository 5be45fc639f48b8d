"""The fakes that handlers run with."""

import pytest

from tests.lambda_src.fakes import (
    FakeAnalyst,
    FakeArchive,
    FakeLinks,
    FakeSpeaker,
    FakeTopic,
    FakeTranslator,
    FakeWorkflow,
)


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
def speaker() -> FakeSpeaker:
    return FakeSpeaker()
