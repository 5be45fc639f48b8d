"""AWS WAF in front of the API: an address that calls the links too often is blocked for a while."""

from typing import Final

from aws_cdk import Stack, aws_apigateway as apigateway, aws_wafv2 as wafv2
from constructs import Construct

_WINDOW_SECONDS: Final = 300

_Acl = wafv2.CfnWebACL


class Firewall(Construct):
    """A web ACL with one rate rule; `per_5_minutes` is how many calls an address may make.

    POST is left out: its callers are systems, each behind one address, and have the usage plan.
    """

    def __init__(
        self, scope: Construct, construct_id: str, *, stage: apigateway.Stage, per_5_minutes: int
    ) -> None:
        super().__init__(scope, construct_id)
        name = Stack.of(self).stack_name
        is_post = _Acl.ByteMatchStatementProperty(
            field_to_match=_Acl.FieldToMatchProperty(method={}),
            positional_constraint="EXACTLY",
            search_string="POST",
            text_transformations=[_Acl.TextTransformationProperty(priority=0, type="NONE")],
        )
        is_other = _Acl.NotStatementProperty(statement=_Acl.StatementProperty(byte_match_statement=is_post))
        too_often = _Acl.RateBasedStatementProperty(
            aggregate_key_type="IP",
            evaluation_window_sec=_WINDOW_SECONDS,
            limit=per_5_minutes,
            scope_down_statement=_Acl.StatementProperty(not_statement=is_other),
        )
        acl = _Acl(
            self,
            "WebAcl",
            description="Blocks addresses that call the links too often",
            default_action=_Acl.DefaultActionProperty(allow={}),
            scope="REGIONAL",
            visibility_config=_counted(name),
            rules=[
                _Acl.RuleProperty(
                    name="TooOften",
                    priority=0,
                    action=_Acl.RuleActionProperty(block={}),
                    statement=_Acl.StatementProperty(rate_based_statement=too_often),
                    visibility_config=_counted(f"{name}-too-often"),
                )
            ],
        )
        wafv2.CfnWebACLAssociation(
            self, "Association", resource_arn=stage.stage_arn, web_acl_arn=acl.attr_arn
        )


def _counted(metric: str) -> wafv2.CfnWebACL.VisibilityConfigProperty:
    # Sampled requests would keep addresses and query strings, and so the links' tokens.
    return _Acl.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name=metric, sampled_requests_enabled=False
    )
