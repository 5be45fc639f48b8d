"""The gateway's own errors as problem+json, quoting nothing of the call."""

import json
from dataclasses import dataclass
from typing import Final

from aws_cdk import aws_apigateway as apigateway


@dataclass(frozen=True)
class Problem:
    """One error of the gateway: its response type there, and what the caller reads."""

    response_type: str
    status: int
    title: str
    detail: str


PROBLEMS: Final = (
    Problem("ACCESS_DENIED", 403, "Forbidden", "Access is denied."),
    Problem("API_CONFIGURATION_ERROR", 500, "Internal error", "Something went wrong on our side."),
    Problem("BAD_REQUEST_BODY", 400, "Invalid request", "The body cannot be read."),
    Problem("BAD_REQUEST_PARAMETERS", 400, "Invalid request", "A parameter is missing or wrong."),
    Problem(
        "INTEGRATION_FAILURE", 504, "Try again later", "Something went wrong on our side. Please try again."
    ),
    Problem("INTEGRATION_TIMEOUT", 504, "Try again later", "It took too long. Please try again."),
    Problem("INVALID_API_KEY", 403, "Forbidden", "Send a valid API key in the header x-api-key."),
    Problem("MISSING_AUTHENTICATION_TOKEN", 404, "Not found", "There is no such path or method."),
    Problem("QUOTA_EXCEEDED", 429, "Too many requests", "The day's quota of this API key is used up."),
    Problem("REQUEST_TOO_LARGE", 413, "Payload too large", "The body is larger than any valid request."),
    Problem("RESOURCE_NOT_FOUND", 404, "Not found", "There is no such path or method."),
    Problem("THROTTLED", 429, "Too many requests", "Slow down, and repeat the call in a moment."),
    Problem("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported media type", "Send the body as application/json."),
    Problem("WAF_FILTERED", 403, "Forbidden", "The call was refused."),
)


def add_problem_responses(api: apigateway.RestApi) -> None:
    """Give every error that the gateway answers by itself a problem+json body and CORS headers."""
    headers = {
        # One value for all, as a gateway response knows no list: any page may read these sentences. They hold
        # nothing of anybody, and no credentials of a browser's own lead to them.
        "Access-Control-Allow-Origin": "'*'",
        "Access-Control-Expose-Headers": "'Retry-After'",
        "Cache-Control": "'no-store'",
        "Content-Type": "'application/problem+json'",
    }
    for problem in PROBLEMS:
        body = {
            "type": "about:blank",
            "title": problem.title,
            "status": problem.status,
            "detail": problem.detail,
        }
        api.add_gateway_response(
            _construct_id(problem.response_type),
            type=apigateway.ResponseType.of(problem.response_type),
            status_code=str(problem.status),
            response_headers=headers,
            templates={"application/json": json.dumps(body)},
        )
    # Whatever else there is keeps its status, which the body then leaves out.
    for kind, title in (("DEFAULT_4XX", "Invalid request"), ("DEFAULT_5XX", "Internal error")):
        api.add_gateway_response(
            _construct_id(kind),
            type=apigateway.ResponseType.of(kind),
            response_headers=headers,
            templates={"application/json": json.dumps({"type": "about:blank", "title": title})},
        )


def _construct_id(response_type: str) -> str:
    return "".join(part.capitalize() for part in response_type.split("_"))
