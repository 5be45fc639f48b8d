"""API Gateway: what a function is told of a call, and the limits of methods."""

from typing import Any

from ministack.services import apigateway_v1  # type: ignore[import-not-found]
from ministack.services.cloudformation import provisioners  # type: ignore[import-not-found]


def patch_request_context() -> None:
    """Give a REST event the id of the API key, which API Gateway sends and MiniStack leaves out."""
    build = apigateway_v1._build_lambda_event_v1

    def event_as_on_aws(*arguments: Any, **options: Any) -> dict[str, Any]:
        event: dict[str, Any] = build(*arguments, **options)
        context, resource = event["requestContext"], arguments[3]
        key = apigateway_v1._resolve_api_key(event["headers"].get("x-api-key"))
        method = resource.get("resourceMethods", {}).get(context["httpMethod"], {})
        if key and method.get("apiKeyRequired"):
            context["identity"] |= {"apiKey": key["value"], "apiKeyId": key["id"]}
        return event

    apigateway_v1._build_lambda_event_v1 = event_as_on_aws


def patch_method_settings() -> None:
    """Find a method's own settings, such as its throttle: MiniStack keeps a template's path as it is escaped.

    CloudFormation writes `/requests` as `/~1requests`, and MiniStack looks for `/requests/POST`.
    """
    read = provisioners._apigw_method_settings

    def by_path(raw: Any) -> dict[str, Any]:
        found: dict[str, Any] = read(raw)
        return {key.removeprefix("/").replace("~1", "/") if "~1" in key else key: found[key] for key in found}

    provisioners._apigw_method_settings = by_path
