"""The API: what the gateway publishes, limits and logs; the functions check and answer."""

import json
from collections.abc import Mapping, Sequence
from typing import Final, cast

from aws_cdk import Annotations, RemovalPolicy, Stack, aws_apigateway as apigateway, aws_lambda as lambda_
from constructs import Construct

from assistant.intake.request_schema import SCHEMA

from . import config
from .firewall import Firewall
from .functions import log_group
from .problems import add_problem_responses
from .suppressions import suppress

STAGE: Final = "v1"

_LOG_POLICY: Final = "service-role/AmazonAPIGatewayPushToCloudWatchLogs"

# No query string: it carries the links' tokens. No address of the caller: ids and codes only.
_ACCESS_LOG: Final = {
    "request_id": "$context.requestId",
    "time": "$context.requestTime",
    "method": "$context.httpMethod",
    "path": "$context.path",
    "status": "$context.status",
    "bytes": "$context.responseLength",
    "milliseconds": "$context.responseLatency",
    "api_key_id": "$context.identity.apiKeyId",
    "error": "$context.error.responseType",
    "trace_id": "$context.xrayTraceId",
}


def execute_api_base(stack: Stack) -> str:
    """Return what the API's own URLs start with, as a pattern.

    Intake fills in the API's id: if the stack did, the API would need the function, and the function the API.
    """
    return f"https://{{api_id}}.execute-api.{stack.region}.{stack.url_suffix}/{{stage}}"


class SupportApi(Construct):
    """The REST API with its keys, usage plan, model and logs."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: config.Api,
        log_days: int,
        process_request: lambda_.IFunction,
        get_request: lambda_.IFunction,
        get_audio: lambda_.IFunction,
        erase_request: lambda_.IFunction,
        watch_key: apigateway.IApiKey | None = None,
    ) -> None:
        super().__init__(scope, construct_id)
        self.rest_api: Final = apigateway.RestApi(
            self,
            "RestApi",
            # API Gateway's metrics are told apart by this name: without it two environments would mix.
            rest_api_name=Stack.of(self).stack_name,
            description="Takes customers' messages in and answers them",
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            # Else a call past the domain would also get past what protects it there, such as a web ACL.
            disable_execute_api_endpoint=bool(settings.public_base),
            cloud_watch_role=settings.account_log_role,
            # Once it works it serves every API of the account and Region: it outlives this one.
            cloud_watch_role_removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
            if settings.account_log_role
            else None,
            deploy_options=apigateway.StageOptions(
                stage_name=STAGE,
                tracing_enabled=True,
                access_log_destination=apigateway.LogGroupLogDestination(
                    log_group(self, "AccessLogs", days=log_days)
                ),
                access_log_format=apigateway.AccessLogFormat.custom(json.dumps(_ACCESS_LOG)),
                # A usage plan limits callers by their keys: methods without a key are limited here.
                throttling_rate_limit=settings.links_per_second,
                throttling_burst_limit=settings.links_burst,
                method_options={
                    "/requests/POST": apigateway.MethodDeploymentOptions(
                        throttling_rate_limit=settings.requests_per_second,
                        throttling_burst_limit=settings.burst,
                    )
                },
            ),
            default_cors_preflight_options=apigateway.CorsOptions(
                allow_origins=list(settings.allowed_origins),
                allow_methods=["GET", "HEAD", "POST", "DELETE", "OPTIONS"],
                # No page sends an API key unless the environment says so: whoever reads the page has it.
                allow_headers=[
                    "Content-Type",
                    "Idempotency-Key",
                    *(["X-Api-Key"] if settings.browser_api_key else []),
                ],
            ),
        )
        self.rest_api.node.try_remove_child("Endpoint")  # the stack names its outputs itself
        self.url: Final = f"{settings.public_base}/" if settings.public_base else self.rest_api.url
        if settings.public_base:
            Annotations.of(self).add_info(
                f"{settings.public_base} has to be mapped to the API's stage {STAGE}: "
                "the execute-api endpoint is disabled (docs/operations.md)"
            )
        add_problem_responses(self.rest_api)
        self._require_tls_1_2()
        requests = self.rest_api.root.add_resource("requests")
        post = requests.add_method(
            "POST",
            _proxy(process_request),
            api_key_required=True,
            request_models={"application/json": self._model()},
        )
        request = requests.add_resource("{request_id}")
        audio = request.add_resource("audio")
        link = (
            *(request.add_method(method, _proxy(get_request)) for method in ("GET", "HEAD")),
            request.add_method("DELETE", _proxy(erase_request)),
            *(audio.add_method(method, _proxy(get_audio)) for method in ("GET", "HEAD", "POST")),
        )
        self.api_keys: Final[Mapping[str, apigateway.IApiKey]] = {
            name: self.rest_api.add_api_key(
                f"Key{name.capitalize()}", description=f"For callers of POST /requests: {name}"
            )
            for name in settings.keys
        }
        self._add_usage_plan(settings, {**self.api_keys, **({"watch": watch_key} if watch_key else {})})
        stage = self.rest_api.deployment_stage
        if settings.waf:
            Firewall(self, "Firewall", stage=stage, per_5_minutes=settings.waf_rate_per_5_minutes)
        else:
            suppress(stage, "AwsSolutions-APIG3", "A web ACL is the deployer's choice and price: [api] waf.")
        self._acknowledge(post, link)

    def _model(self) -> apigateway.IModel:
        # Published for callers and generators. The gateway does not validate by it: only the function
        # can name each wrong field. L1, since the L2's schema struct would be a second copy of the schema.
        model = apigateway.CfnModel(
            self,
            "SupportRequest",
            rest_api_id=self.rest_api.rest_api_id,
            content_type="application/json",
            name=SCHEMA["title"],
            description="The body of POST /requests",
            schema=SCHEMA,
        )
        # A deployment is a copy of the API at that moment: another schema needs another deployment, after it.
        if deployment := self.rest_api.latest_deployment:
            deployment.add_to_logical_id(SCHEMA)
            deployment.node.add_dependency(model)
        return apigateway.Model.from_model_name(self, "SupportRequestModel", model.ref)

    def _require_tls_1_2(self) -> None:
        # By default a Regional API's own endpoint takes TLS 1.0 (API Gateway's guide, "Supported security
        # policies"). The L2 has no property for it.
        cast("apigateway.CfnRestApi", self.rest_api.node.default_child).security_policy = "TLS_1_2"

    def _add_usage_plan(self, settings: config.Api, keys: Mapping[str, apigateway.IApiKey]) -> None:
        plan = self.rest_api.add_usage_plan(
            "UsagePlan",
            throttle=apigateway.ThrottleSettings(
                rate_limit=settings.requests_per_second, burst_limit=settings.burst
            ),
            quota=apigateway.QuotaSettings(limit=settings.requests_per_day, period=apigateway.Period.DAY),
        )
        plan.add_api_stage(stage=self.rest_api.deployment_stage)
        for name, key in keys.items():
            # L1, since the L2 gives the first key of a plan another logical id than the others: removing that
            # one would make CloudFormation add the next one twice.
            apigateway.CfnUsagePlanKey(
                self,
                f"PlanKey{name.capitalize()}",
                key_id=key.key_id,
                key_type="API_KEY",
                usage_plan_id=plan.usage_plan_id,
            )

    def _acknowledge(self, post: apigateway.Method, links: Sequence[apigateway.Method]) -> None:
        suppress(
            self.rest_api,
            "AwsSolutions-APIG2",
            "The function validates by the published schema: only it can name each wrong field.",
        )
        stage = self.rest_api.deployment_stage
        suppress(
            stage, "AwsSolutions-APIG6", "Execution logs would hold query strings, and so the links' tokens."
        )
        suppress(post, "AwsSolutions-APIG4", "Callers are systems with an API key and a usage plan.")
        suppress(post, "AwsSolutions-COG4", "Callers are systems, not users of a pool.")
        if role := self.rest_api.node.try_find_child("CloudWatchRole"):
            suppress(
                role,
                f"AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/{_LOG_POLICY}]",
                "The policy that AWS documents for API Gateway's log role.",
            )
        for method in links:
            suppress(method, "AwsSolutions-APIG4", "The link's signed token is what authorizes.")
            suppress(method, "AwsSolutions-COG4", "The link's signed token is what authorizes.")


def _proxy(function: lambda_.IFunction) -> apigateway.LambdaIntegration:
    return apigateway.LambdaIntegration(function, proxy=True, allow_test_invoke=False)
