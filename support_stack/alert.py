"""The state that tells the team of an urgent request at once, before there is an answer."""

import json
from typing import Final

from aws_cdk import Duration, aws_sns as sns, aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks
from constructs import Construct

from assistant.language import languages
from assistant.request.labels import Labels
from assistant.request.priority import Priority

INTEGRATION_TIMEOUT: Final = sfn.Timeout.duration(Duration.seconds(30))
"""For SNS and SQS, which answer in milliseconds."""


def alert_team_task(scope: Construct, team: sns.ITopic, pivot_language: str) -> tasks.SnsPublish:
    """Return the state that tells the team of an urgent request at once; ids and codes only.

    JSONata, unlike the other states: it can look up the team's words for a category and a language.
    """
    labels = Labels.of(pivot_language)
    categories = dict(labels.categories)
    names = {code: languages.name(code, pivot_language) for code in languages.by_code()}
    text = labels.alert_text.format(request_id="\0r\0", category="\0c\0", language="\0l\0")
    parts = {
        "r": "$states.input.request_id",
        "c": f"$lookup({_literal(categories)}, $states.input.category)",
        "l": f"($name := $lookup({_literal(names)}, $states.input.language); "
        "$name ? $name : $states.input.language)",
    }
    message = " & ".join(parts.get(part) or _literal(part) for part in text.split("\0"))
    alert = tasks.SnsPublish.jsonata(
        scope,
        "AlertTeam",
        topic=team,
        subject=labels.alert_subject,
        message=sfn.TaskInput.from_text(f"{{% {message} %}}"),
        message_attributes={
            "kind": tasks.MessageAttribute(value="alert"),
            "priority": tasks.MessageAttribute(value=Priority.HIGH.value),
            "category": tasks.MessageAttribute(value="{% $states.input.category %}"),
            "language": tasks.MessageAttribute(value="{% $states.input.language %}"),
        },
        outputs="{% $states.input %}",
        task_timeout=INTEGRATION_TIMEOUT,
    )
    alert.add_retry(max_attempts=3, max_delay=Duration.seconds(10))
    return alert


def _literal(value: object) -> str:
    """Return a value as JSONata writes it, which is as JSON does."""
    return json.dumps(value, ensure_ascii=False)
