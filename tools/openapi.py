"""Writes docs/openapi.json, the API's description, from the code: `make openapi`.

Its sources are the request schema, the record's types, the error classes and the problems that the gateway
itself answers with. One test compares the file with them, another the running API with the file.
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from assistant import errors
from assistant.erasure import request_handler as erase_request
from assistant.intake import handler as intake
from assistant.intake.request_schema import KEY_FORM, SCHEMA
from assistant.request import links
from assistant.status import handler as get_request
from assistant.voice import audio_handler as get_audio
from support_stack.api import STAGE
from support_stack.problems import PROBLEMS
from support_stack.version import version
from tools import openapi_schemas as schemas

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = ROOT / "docs" / "openapi.json"

Json = dict[str, Any]

_TOKEN: Final = {"type": "string", "pattern": f"^{links.FORM.pattern}$"}

_RESPONSE_HEADERS: Final[Mapping[str, Json]] = {
    "Cache-Control": {"schema": {"const": "no-store"}, "required": True},
    "Retry-After": {
        "description": "Seconds after which the same call may be repeated.",
        "schema": {"type": "integer"},
        "required": True,
    },
    "Location": {
        "description": "The MP3, for an hour.",
        "schema": {"type": "string", "format": "uri"},
        "required": True,
    },
}


def document() -> Json:
    """Return the description, OpenAPI 3.1."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Support assistant",
            "version": version(),
            "description": project["description"] + ".",
            "license": {"name": project["license"], "identifier": project["license"]},
        },
        "servers": [_server()],
        "paths": {
            intake.RESOURCE: {"post": _post()},
            f"{intake.RESOURCE}/{{request_id}}": {
                "parameters": _link(),
                "get": _get_request(),
                "head": _head(_get_request()),
                "delete": _erase_request(),
            },
            f"{intake.RESOURCE}/{{request_id}}/audio": {
                "parameters": _link(),
                "get": _get_audio(),
                "head": _head(_get_audio()),
                "post": _speak(),
            },
        },
        "components": {
            "securitySchemes": {"ApiKey": {"type": "apiKey", "in": "header", "name": "x-api-key"}},
            "headers": dict(_RESPONSE_HEADERS),
            "schemas": {
                SCHEMA["title"]: schemas.request(),
                "Accepted": schemas.accepted(),
                "Record": schemas.record_of_request(),
                "Problem": schemas.problem(),
            },
        },
    }


def _server() -> Json:
    return {
        "url": "https://{api}.execute-api.{region}.amazonaws.com/{stage}",
        "description": "The stack's output ApiUrl",
        "variables": {
            "api": {"default": "api"},
            "region": {"default": "us-east-1"},
            "stage": {"default": STAGE},
        },
    }


def _post() -> Json:
    key = {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The same key and body within 24 hours is the same request.",
        "schema": {"type": "string", "pattern": f"^{KEY_FORM.pattern}$"},
    }
    statuses = (400, 403, 409, 413, 415, 429, 500, 503, 504)
    return {
        "operationId": intake.NAME,
        "summary": "Send a message; the answer follows under status_url.",
        "description": "Blanks around a field's value are not part of it.",
        "security": [{"ApiKey": []}],
        "parameters": [key],
        "requestBody": {"required": True, "content": _content(SCHEMA["title"])},
        "responses": {"202": _answer("The message is stored, its workflow started.", "Accepted")}
        | _problems(statuses),
    }


def _get_request() -> Json:
    return {
        "operationId": get_request.NAME,
        "summary": "Read what is known of a request so far, and in the end its answer.",
        "security": [],
        "responses": {"200": _answer("The record; a key is absent until its value is known.", "Record")}
        | _problems((404, 410, 429, 500, 503, 504)),
    }


def _erase_request() -> Json:
    gone = {
        "description": "The request and all that was kept of it is gone.",
        "headers": _headers("Cache-Control"),
    }
    return {
        "operationId": erase_request.NAME,
        "summary": "Erase a request; a workflow that still runs is stopped.",
        "description": "After a 503 repeat the call: it goes on where it stopped.",
        "security": [],
        "responses": {"204": gone} | _problems((404, 410, 429, 500, 503, 504)),
    }


def _get_audio() -> Json:
    return {
        "operationId": get_audio.NAME,
        "summary": "Listen to the answer.",
        "description": "A reply on demand is spoken after a POST only: GET is a 409, in a browser a button.",
        "security": [],
        "responses": {
            "200": {
                "description": "The reply is not spoken yet: a page with the button that does it.",
                "headers": _headers("Cache-Control"),
                "content": {"text/html": {"schema": {"type": "string"}}},
            },
            "302": {
                "description": "Leads to the MP3.",
                "headers": _headers("Cache-Control", "Location"),
            },
        }
        | _problems((404, 409, 410, 429, 500, 503, 504)),
    }


def _speak() -> Json:
    return {
        "operationId": f"{get_audio.NAME}Post",
        "summary": "Have a reply on demand spoken, and listen to it; a body is not read.",
        "description": "Takes seconds the first time; after a 503 repeat the call.",
        "security": [],
        "responses": {
            "303": {
                "description": "Leads to the MP3.",
                "headers": _headers("Cache-Control", "Location"),
            }
        }
        | _problems((404, 410, 429, 500, 503, 504)),
    }


def _head(get: Json) -> Json:
    """Return the description of HEAD: that of GET, without bodies."""
    bare = {
        status: {key: value for key, value in response.items() if key != "content"}
        for status, response in get["responses"].items()
    }
    summary = f"As GET, without the body: {get['summary'][0].lower()}{get['summary'][1:]}"
    return {**get, "operationId": f"{get['operationId']}Head", "summary": summary, "responses": bare}


def _link() -> list[Json]:
    return [
        {"name": "request_id", "in": "path", "required": True, "schema": schemas.REQUEST_ID},
        {
            "name": "t",
            "in": "query",
            "required": True,
            "description": "What makes the link ours, for one purpose: it lives seven days from the answer.",
            "schema": _TOKEN,
        },
    ]


def _problems(statuses: tuple[int, ...]) -> Json:
    return {str(status): _problem_response(status) for status in statuses}


def _problem_response(status: int) -> Json:
    """Return the response of an error status, described by its error classes, else by the gateway."""
    classes = [one for one in errors.ApiError.__subclasses__() if one.status == status]
    gateways = [problem for problem in PROBLEMS if problem.status == status]
    words = [one.__doc__ or "" for one in classes] or [problem.detail for problem in gateways]
    titles = sorted({*(one.title for one in classes), *(problem.title for problem in gateways)})
    said = {"properties": {"status": {"const": status}, "title": {"enum": titles}}}
    content = {"schema": {"allOf": [{"$ref": "#/components/schemas/Problem"}, said]}}
    names = ("Cache-Control", "Retry-After") if status == errors.TryAgainLater.status else ("Cache-Control",)
    return {
        "description": " ".join(dict.fromkeys(words)),
        "headers": _headers(*names),
        "content": {"application/problem+json": content},
    }


def _answer(description: str, schema: str) -> Json:
    return {"description": description, "headers": _headers("Cache-Control"), "content": _content(schema)}


def _content(schema: str) -> Json:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _headers(*names: str) -> Json:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def written() -> str:
    """Return the description as the text of the file."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
