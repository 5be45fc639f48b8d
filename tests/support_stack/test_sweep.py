from aws_cdk.assertions import Template


def test_the_sweep_runs_every_five_minutes(template: Template) -> None:
    rules = template.find_resources("AWS::Events::Rule").items()
    (rule,) = (rule for name, rule in rules if name.startswith("Sweep"))
    assert rule["Properties"]["ScheduleExpression"] == "rate(5 minutes)"
    (target,) = rule["Properties"]["Targets"]
    assert target["Arn"]["Fn::GetAtt"][0].startswith("SweepFunction")
