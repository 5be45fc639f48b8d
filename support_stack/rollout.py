"""How a new version of the workflow takes over: its versions, the alias that starts requests, the alarms."""

from collections.abc import Sequence
from typing import Final

from aws_cdk import RemovalPolicy, aws_cloudwatch as cloudwatch, aws_stepfunctions as sfn
from constructs import Construct

from . import config

ALIAS: Final = "live"
"""Its ARN is the machine's with this name at the end."""


class Rollout(Construct):
    """The published versions of a state machine, and the alias that leads to the one that is live.

    CloudFormation publishes a version whenever the definition changes, and shifts the alias to it as the
    environment says. A version that is replaced is kept: the alias leads there until the shift is over, and
    goes back there if an alarm is raised meanwhile. The machine's deletion deletes them all.
    """

    def __init__(
        self, scope: Construct, construct_id: str, *, state_machine: sfn.StateMachine, rollout: config.Rollout
    ) -> None:
        super().__init__(scope, construct_id)
        version = sfn.CfnStateMachineVersion(
            self,
            "Version",
            state_machine_arn=state_machine.state_machine_arn,
            state_machine_revision_id=state_machine.state_machine_revision_id,
        )
        version.apply_removal_policy(RemovalPolicy.RETAIN)
        self._version_arn: Final = version.ref
        self._rollout: Final = rollout
        self._alias: Final = sfn.CfnStateMachineAlias(self, "Alias", name=ALIAS)
        self.turn_back_on(())
        self.alias_arn: Final = self._alias.ref

    def turn_back_on(self, alarms: Sequence[cloudwatch.IAlarm]) -> None:
        """Turn a new version back when one of these is raised while the alias shifts to it.

        They are made after the alias, which intake needs. None of them may refer to what starts requests, or
        the template would have a cycle.
        """
        self._alias.deployment_preference = sfn.CfnStateMachineAlias.DeploymentPreferenceProperty(
            state_machine_version_arn=self._version_arn,
            type=self._rollout.kind.upper(),
            percentage=self._rollout.percent,
            interval=self._rollout.minutes,
            alarms=[alarm.alarm_name for alarm in alarms] or None,
        )
