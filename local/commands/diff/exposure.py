"""What can be reached from outside, and by whom: facts of a template, and how those of two differ."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from local.commands.diff.comparison import Template
from local.commands.diff.names import Names, code, resources, shown
from local.commands.diff.report import Line

_AUTHORIZATIONS: Final = {
    "NONE": "no authorization",
    "AWS_IAM": "IAM authorization",
    "COGNITO_USER_POOLS": "authorization by a Cognito user pool",
    "CUSTOM": "a Lambda authorizer",
}
_BLOCKS: Final = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
_ORIGIN: Final = re.compile(r"https?://[^\s\"'),]+")
_HEADER: Final = "method.response.header.Access-Control-Allow-"


def exposure_lines(old: Template, new: Template, names: Names) -> tuple[Line, ...]:
    """Return the facts that are new, gone or different."""
    before, after = (dict(_facts(template, names)) for template in (old, new))
    alike: dict[tuple[str | None, str | None], list[str]] = {}
    for subject in sorted(before.keys() | after.keys(), key=lambda one: one.replace("`", "")):
        if before.get(subject) != after.get(subject):
            alike.setdefault((before.get(subject), after.get(subject)), []).append(subject)
    return tuple(_line(", ".join(subjects), was, now) for (was, now), subjects in alike.items())


def _line(subjects: str, was: str | None, now: str | None) -> Line:
    if was is None:
        return Line("+", f"{subjects}: {now}")
    if now is None:
        return Line("-", f"{subjects} (was: {was})")
    return Line("~", subjects, was.replace("`", ""), now.replace("`", ""))


def _facts(template: Template, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what can be reached, and how it is protected; each subject once."""
    for id_, resource in resources(template).items():
        properties: Mapping[str, Any] = names.resolved(resource.get("Properties", {}))
        path = names.path(id_)
        match resource["Type"]:
            case "AWS::ApiGateway::Method" if properties["HttpMethod"] == "OPTIONS":
                yield f"CORS of {code(_url(resource, template))}", _cors(properties)
            case "AWS::ApiGateway::Method":
                key = "an API key" if properties.get("ApiKeyRequired") else "no API key"
                kind = properties.get("AuthorizationType", "NONE")
                method = f"{properties['HttpMethod']} {_url(resource, template)}"
                yield code(method), f"{key}, {_AUTHORIZATIONS.get(kind, kind)}"
            case "AWS::ApiGateway::RestApi":
                yield f"the API {code(path)}", _api(properties)
            case "AWS::WAFv2::WebACL":
                yield f"the web ACL {code(path)}", _rules(properties)
            case "AWS::WAFv2::WebACLAssociation":
                target, acl = shown(properties["ResourceArn"]), shown(properties["WebACLArn"])
                yield f"a web ACL in front of {code(target.rpartition('/stages/')[2])}", code(acl)
            case "AWS::Lambda::Url":
                function, kind = shown(properties["TargetFunctionArn"]), properties.get("AuthType", "NONE")
                origins = ", ".join(properties.get("Cors", {}).get("AllowOrigins", [])) or "none"
                named = _AUTHORIZATIONS.get(kind, kind)
                yield f"the function URL of {code(function)}", f"{named}; CORS origins: {code(origins)}"
            case "AWS::S3::Bucket":
                yield f"public access to the bucket {code(path)}", _public(properties)


def _url(method: Mapping[str, Any], template: Template) -> str:
    """Return the path that a method answers on."""
    parts: list[str] = []
    parent = method["Properties"]["ResourceId"]
    while (id_ := parent.get("Ref")) in resources(template):
        properties = resources(template)[id_]["Properties"]
        parts.insert(0, properties["PathPart"])
        parent = properties["ParentId"]
    return "/" + "/".join(parts)


def _cors(properties: Mapping[str, Any]) -> str:
    integration = properties.get("Integration", {})
    responses = integration.get("IntegrationResponses") or [{}]
    sent = responses[0].get("ResponseParameters", {})
    templates = " ".join(map(str, responses[0].get("ResponseTemplates", {}).values()))
    first = sent.get(f"{_HEADER}Origin", "").strip("'")
    origins = list(dict.fromkeys([*([first] if first else []), *_ORIGIN.findall(templates)]))
    headers, methods = (sent.get(f"{_HEADER}{name}", "").strip("'") for name in ("Headers", "Methods"))
    return (
        f"origins {code(', '.join(origins) or 'none')}, methods {code(methods or 'none')}, "
        f"headers {code(headers or 'none')}"
    )


def _api(properties: Mapping[str, Any]) -> str:
    kinds = ", ".join(properties.get("EndpointConfiguration", {}).get("Types", ["EDGE"]))
    own = "without" if properties.get("DisableExecuteApiEndpoint") else "with"
    tls = properties.get("SecurityPolicy", "API Gateway's default")
    policy = properties.get("Policy")
    by = f"resource policy {code(shown(policy))}" if policy else "no resource policy"
    return f"{kinds} endpoint, {own} its execute-api address, TLS policy {tls}, {by}"


def _rules(properties: Mapping[str, Any]) -> str:
    rules = []
    for rule in properties.get("Rules", []):
        rate = rule.get("Statement", {}).get("RateBasedStatement")
        action = "/".join(rule.get("Action", {})).lower() or "as its group says"
        limit = f" above {rate['Limit']} calls in {rate.get('EvaluationWindowSec', 300)} s" if rate else ""
        rules.append(f"{rule['Name']}: {action}{limit}")
    default = "/".join(properties.get("DefaultAction", {})).lower()
    return f"{'; '.join(rules) or 'no rules'}; else {default}"


def _public(properties: Mapping[str, Any]) -> str:
    block = properties.get("PublicAccessBlockConfiguration")
    if block is None:
        return "S3's default"
    open_ = [name for name in _BLOCKS if block.get(name) is not True]
    return f"not blocked: {', '.join(open_)}" if open_ else "blocked"
