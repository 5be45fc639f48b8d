from typing import Any

import anyio
import pytest
from starlette.types import Message, Receive, Scope, Send

from local.standins.faults.connection import NoAnswer, abortable


class Cycle:
    """What uvicorn's request cycle is to the application: a transport and a bound send."""

    def __init__(self) -> None:
        self.transport = self
        self.aborted = anyio.Event()
        self.sent: list[Message] = []

    def abort(self) -> None:
        self.aborted.set()

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    async def receive(self) -> Message:
        await self.aborted.wait()
        return {"type": "http.disconnect"}


@pytest.mark.parametrize("hold_seconds", [0.0, 0.01])
def test_no_answer_cuts_the_connection_without_a_byte(hold_seconds: float) -> None:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        await NoAnswer(hold_seconds)(scope, receive, send)

    async def run() -> Cycle:
        cycle = Cycle()
        await abortable(application)({"type": "http"}, cycle.receive, cycle.send)
        return cycle

    cycle = anyio.run(run)
    assert cycle.aborted.is_set()
    assert cycle.sent == []


def test_other_scopes_pass_untouched() -> None:
    seen: list[dict[str, Any]] = []

    async def application(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(dict(scope))

    async def run() -> None:
        cycle = Cycle()
        await abortable(application)({"type": "lifespan"}, cycle.receive, cycle.send)

    anyio.run(run)
    assert seen == [{"type": "lifespan"}]
