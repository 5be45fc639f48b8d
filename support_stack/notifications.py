"""Who is notified: the team's topic, with filters as its routing, and the operations topic."""

from collections.abc import Sequence
from typing import Final, cast

from aws_cdk import Stack, aws_iam as iam, aws_sns as sns, aws_sns_subscriptions as subscriptions
from constructs import Construct

from .config import Subscriber


class Notifications(Construct):
    """Two topics, both TLS only; e-mail subscriptions come from the environment."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        subscribers: Sequence[Subscriber],
        operations: Sequence[str],
    ) -> None:
        super().__init__(scope, construct_id)
        self.team: Final = sns.Topic(self, "Team", enforce_ssl=True)
        for subscriber in subscribers:
            policy = _policy(subscriber)
            subscribed = self.team.add_subscription(
                subscriptions.EmailSubscription(subscriber.email, filter_policy=policy)
            )
            if policy:
                # Said in so many words, or a later change of the filter fails: `Invalid value [null]`.
                child = cast("sns.CfnSubscription", subscribed.node.default_child)
                child.filter_policy_scope = "MessageAttributes"
        self.operations: Final = sns.Topic(self, "Operations", enforce_ssl=True)
        for email in operations:
            self.operations.add_subscription(subscriptions.EmailSubscription(email))
        # Enforcing TLS replaces the topic's default policy: without this statement CloudWatch's alarms
        # would be refused, silently.
        self.operations.add_to_resource_policy(
            iam.PolicyStatement(
                sid="AlarmsOfThisAccount",
                principals=[iam.ServicePrincipal("cloudwatch.amazonaws.com")],
                actions=["sns:Publish"],
                resources=[self.operations.topic_arn],
                conditions={"StringEquals": {"aws:SourceAccount": Stack.of(self).account}},
            )
        )


def filters(subscriber: Subscriber) -> dict[str, list[str]]:
    """Return the values that a subscriber wants, by message attribute; an attribute left out may have any."""
    wanted = {
        "kind": subscriber.kinds,
        "priority": subscriber.priorities,
        "category": subscriber.categories,
        "language": subscriber.languages,
    }
    return {attribute: [str(value) for value in values] for attribute, values in wanted.items() if values}


def _policy(subscriber: Subscriber) -> dict[str, sns.SubscriptionFilter] | None:
    return {
        attribute: sns.SubscriptionFilter.string_filter(allowlist=values)
        for attribute, values in filters(subscriber).items()
    } or None
