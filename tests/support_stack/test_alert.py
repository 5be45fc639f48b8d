"""The alert of an urgent request, as it stands in the rendered workflow."""

from typing import Any


def test_the_alert_speaks_the_teams_language(definition: dict[str, Any]) -> None:
    alert = definition["States"]["AlertTeam"]
    message = alert["Arguments"]["Message"]
    assert "Une demande urgente" in message
    assert '"refund": "remboursement"' in message
    assert set(alert["Arguments"]["MessageAttributes"]) == {"kind", "priority", "category", "language"}
