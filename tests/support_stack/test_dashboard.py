import json
from typing import Any

from aws_cdk.assertions import Template


def test_one_saved_query_follows_one_request(template: Template) -> None:
    (query,) = template.find_resources("AWS::Logs::QueryDefinition").values()
    assert query["Properties"]["Name"] == "support-assistant-prod/trace one request"
    assert len(query["Properties"]["LogGroupNames"]) == 12


def test_the_dashboard_shows_what_the_promise_is_measured_by(template: Template) -> None:
    (dashboard,) = template.find_resources("AWS::CloudWatch::Dashboard").values()
    body: Any = dashboard["Properties"]["DashboardBody"]
    text = json.dumps(body)
    for metric in ("AnsweredInTime", "AnswerSeconds", "OldestOpenRequest", "PastDueRequests", "Throttles"):
        assert metric in text
