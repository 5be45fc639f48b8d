"""A model behind an OpenAI-compatible server, over real HTTP."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from assistant.aws.bedrock import Question
from assistant.cost.meter import Meter
from assistant.errors import ReplyRejected, ServiceBusy
from assistant.reply.prompt import tool_of
from eval.openai import OpenAiModel

QUESTION = Question("Be kind.", "Hello", tool_of("answer", "Answers.", {"a": {"type": "string"}}), 50)


class Server(HTTPServer):
    """Answers every call alike, and keeps the last one."""

    answer: Any = None
    status = 200
    asked: Any = None


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        server.asked = self.path, json.loads(self.rfile.read(int(self.headers["content-length"])))
        body = json.dumps(server.answer).encode()
        self.send_response(server.status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def model(server: Server) -> OpenAiModel:
    return OpenAiModel(f"http://127.0.0.1:{server.server_port}/v1", "a-model", Meter())


def called(arguments: str) -> Any:
    call = {"function": {"name": "answer", "arguments": arguments}}
    return {
        "choices": [{"message": {"tool_calls": [call]}}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 2},
    }


def test_it_is_asked_through_the_one_tool(server: Server) -> None:
    server.answer = called('{"a": "b"}')
    answer = model(server).ask(QUESTION)
    assert (answer.fields, answer.model) == ({"a": "b"}, "a-model")
    path, body = server.asked
    assert path == "/v1/chat/completions"
    assert [message["content"] for message in body["messages"]] == ["Be kind.", "Hello"]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "answer"}}
    assert body["tools"][0]["function"]["parameters"] == QUESTION.tool["inputSchema"]["json"]


@pytest.mark.parametrize("answer", [{"choices": [{"message": {"content": "Hi"}}]}, called("{"), called("")])
def test_an_answer_without_the_tool_is_rejected(server: Server, answer: Any) -> None:
    server.answer = answer
    with pytest.raises(ReplyRejected, match="stopped_without_tool"):
        model(server).ask(QUESTION)


def test_one_that_is_not_usable_is_rejected(server: Server) -> None:
    server.answer = called('{"a": "b"}')
    with pytest.raises(ReplyRejected, match="malformed"):
        model(server).ask(QUESTION, lambda said: said == {})


@pytest.mark.parametrize(("status", "answer"), [(500, {}), (200, []), (200, {"choices": []})])
def test_a_server_that_fails_is_busy(server: Server, status: int, answer: Any) -> None:
    server.status, server.answer = status, answer
    with pytest.raises(ServiceBusy):
        model(server).ask(QUESTION)
