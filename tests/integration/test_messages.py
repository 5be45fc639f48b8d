"""Messages in thirty languages through the deployed stack: the same language comes back, whole."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from local.commands import samples
from local.commands.client import Record, SupportApi
from tests.messages import FEW, MOST_UNSURE, Message, is_unsure, shortfalls

pytestmark = pytest.mark.integration

AT_ONCE = 5
SAMPLES = [Message(one.id, one.expect["language"], one.name, "", one.message) for one in samples.load()]


@pytest.fixture(scope="module")
def records(api: SupportApi) -> dict[str, Record]:
    """The answers to all, by the message's id."""

    def ask(message: Message) -> Record:
        return api.follow(api.submit(message.body)["status_url"])

    with ThreadPoolExecutor(AT_ONCE) as senders:
        return dict(zip((one.id for one in ALL), senders.map(ask, ALL), strict=True))


ALL = [*SAMPLES, *FEW]


def test_there_are_enough_messages_in_enough_languages() -> None:
    assert len(SAMPLES) == 12
    assert len(FEW) >= 60
    assert len({message.language for message in FEW}) >= 25


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.id)
def test_the_same_language_comes_back_with_every_number(message: Message, records: dict[str, Record]) -> None:
    record = records[message.id]
    assert is_unsure(record) or shortfalls(message, record) == []


def test_hardly_any_language_is_left_open(records: dict[str, Record]) -> None:
    assert sum(map(is_unsure, records.values())) <= MOST_UNSURE * len(records)
