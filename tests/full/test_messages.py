"""Every message of the set through the deployed stack, and how many are answered as they should be."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from local.commands.client import Record
from tests.full.stack import Stack
from tests.messages import FEW, MESSAGES, MOST_UNSURE, Message, is_unsure, shortfalls

pytestmark = [pytest.mark.integration, pytest.mark.full]

AT_ONCE = 5
REST = [message for message in MESSAGES if message not in FEW]


def test_the_same_language_comes_back_with_every_number(stack: Stack) -> None:
    stack.standins.clear_faults()
    stack.proxy.clear_faults()

    def ask(message: Message) -> Record:
        return stack.api.follow(stack.api.submit(message.body)["status_url"])

    with ThreadPoolExecutor(AT_ONCE) as senders:
        records = list(senders.map(ask, REST))
    wrong = {
        message.id: found
        for message, record in zip(REST, records, strict=True)
        if not is_unsure(record) and (found := shortfalls(message, record))
    }
    assert wrong == {}
    assert sum(map(is_unsure, records)) <= MOST_UNSURE * len(REST)
