import json

from aws_cdk.assertions import Template

from support_stack.problems import PROBLEMS


def test_every_answer_of_the_gateway_is_problem_json_with_cors(template: Template) -> None:
    responses = template.find_resources("AWS::ApiGateway::GatewayResponse").values()
    assert len(responses) == len(PROBLEMS) + 2
    for response in responses:
        headers = response["Properties"]["ResponseParameters"]
        assert headers["gatewayresponse.header.Content-Type"] == "'application/problem+json'"
        assert headers["gatewayresponse.header.Access-Control-Allow-Origin"] == "'*'"


def test_a_body_says_what_its_status_says_and_quotes_nothing(template: Template) -> None:
    for response in template.find_resources("AWS::ApiGateway::GatewayResponse").values():
        properties = response["Properties"]
        text = properties["ResponseTemplates"]["application/json"]
        body = json.loads(text)
        assert "$" not in text
        assert {"type", "title"} <= set(body)
        if "StatusCode" in properties:
            assert str(body["status"]) == properties["StatusCode"]
            assert body["detail"]


def test_the_answers_that_callers_meet_are_there() -> None:
    status = {problem.response_type: problem.status for problem in PROBLEMS}
    assert status["INVALID_API_KEY"] == 403
    assert status["MISSING_AUTHENTICATION_TOKEN"] == 404
    assert status["THROTTLED"] == status["QUOTA_EXCEEDED"] == 429
    assert status["UNSUPPORTED_MEDIA_TYPE"] == 415
