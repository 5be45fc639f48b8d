"""Who may do what: `permissions` is the one table of what each function may do beyond its own logs.

A permission is a CDK grant where that is exact, else one action on one prefix, index or model, where CDK
would grant families of them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aws_cdk import ArnFormat, Stack, aws_apigateway as apigateway, aws_iam as iam, aws_kms as kms

from assistant.knowledge.indexing import FOLDER as DOCUMENTS
from assistant.privacy import privacy
from assistant.request.item import CUSTOMER_INDEX, OPEN_INDEX
from assistant.request.ledger import PREFIX as DAYS

from .config import Environment
from .drift_reads import READS
from .functions import SupportFunction
from .knowledge import KnowledgeIndex
from .models import foundation_arn, model_arns, profile_arn
from .notifications import Notifications
from .storage import AUDIO, INCOMING, RESPONSES, TRANSCRIPTS, RequestStorage
from .suppressions import suppress_wildcard
from .workflow import SupportWorkflow

Permission = Callable[[iam.Role], Any]


def permissions(
    environment: Environment,
    *,
    storage: RequestStorage,
    knowledge: KnowledgeIndex,
    link_keys: Sequence[kms.IKey],
    notifications: Notifications,
    workflow: SupportWorkflow,
    watch_key: apigateway.IApiKey | None = None,
) -> Mapping[str, Sequence[Permission]]:
    """Return what each function may do, by the function's name in the stack."""
    may = _Permissions(storage, knowledge, workflow)
    reply, speech = environment.reply, environment.voice.speech
    sign, verify = link_keys[0].grant_generate_mac, [key.grant_verify_mac for key in link_keys]
    notify_team, notify_operations = notifications.team.grant_publish, notifications.operations.grant_publish
    start = workflow.state_machine.grant_start_execution
    speak = (may.use("polly:SynthesizeSpeech"), may.write(AUDIO), *may.find(AUDIO))
    embed = may.call([environment.knowledge.embedding_model])
    find_personal_data = may.use("comprehend:DetectPiiEntities")
    finish_erasure = (
        may.items("GetItem", "UpdateItem", "DeleteItem"),
        may.delete(INCOMING, RESPONSES, AUDIO, TRANSCRIPTS),
        may.executions("StopExecution"),
    )
    return {
        "ProcessCustomerRequest": [
            may.items("GetItem", "PutItem"),
            may.count_the_day(),
            may.write(INCOMING),
            sign,
            start,
            *([notify_operations] if environment.budget.stop else []),
        ],
        "TranslateAndAnalyze": [
            may.items("GetItem", "UpdateItem"),
            may.use("translate:TranslateText"),
            may.use("comprehend:DetectDominantLanguage"),
            may.use("comprehend:DetectSentiment", "comprehend:DetectEntities"),
            *([find_personal_data] if environment.personal_data != privacy.OFF else []),
            embed,
            # What is found comes with its metadata, for which AWS wants GetVectors, too.
            may.vectors("QueryVectors", "GetVectors"),
            *([may.call(reply.models)] if environment.profile == "economy" else []),
        ],
        "GenerateAIResponse": [
            may.items("GetItem", "UpdateItem"),
            may.use("translate:TranslateText"),
            may.call(reply.all_models),
        ],
        "GenerateVoiceResponse": [
            may.items("GetItem", "UpdateItem"),
            *(speak if speech == "always" else []),
            *([sign] if speech != "off" else []),
        ],
        "SendResponse": [may.items("UpdateItem"), may.write(RESPONSES, TRANSCRIPTS), notify_team],
        "RecordFailure": [may.items("UpdateItem"), notify_team],
        "GetRequest": [may.items("GetItem"), may.count_the_day(), *verify],
        "GetAudio": [
            may.items("GetItem"),
            may.count_the_day(),
            may.read(AUDIO),
            *verify,
            # Whoever asks first has the reply spoken; it is deleted if erased meanwhile.
            *([*speak, may.items("UpdateItem"), may.delete(AUDIO)] if speech == "on_demand" else []),
        ],
        # Starts requests that were never started, and finishes erasures.
        "Sweep": [
            may.query(OPEN_INDEX),
            _on([workflow.state_machine.state_machine_arn], "states:ListExecutions"),
            may.executions("DescribeExecution"),
            start,
            notify_team,
            *finish_erasure,
        ],
        "EraseRequest": [*verify, may.items("PutItem"), *finish_erasure],
        "EraseCustomer": [may.query(CUSTOMER_INDEX), may.items("PutItem"), *finish_erasure],
        "IndexKnowledge": [
            *may.find(DOCUMENTS),
            embed,
            may.vectors("ListVectors", "PutVectors", "DeleteVectors"),
            may.count_the_day(),
        ],
        # Makes each call that the product makes of an AI service, and compares the stack with its template.
        "Doctor": [
            may.call(reply.all_models),
            embed,
            *may.look_up([*reply.all_models, environment.knowledge.embedding_model]),
            may.vectors("GetIndex", "ListVectors"),
            *may.find(DOCUMENTS),
            may.use("translate:TranslateText"),
            may.use("comprehend:DetectDominantLanguage"),
            may.use("comprehend:DetectSentiment", "comprehend:DetectEntities"),
            *([find_personal_data] if environment.personal_data != privacy.OFF else []),
            may.use("polly:DescribeVoices", *(["polly:SynthesizeSpeech"] if speech != "off" else [])),
            *may.detect_drift(),
            may.use("servicequotas:ListAWSDefaultServiceQuotas", "servicequotas:ListServiceQuotas"),
            _on(
                [notifications.team.topic_arn, notifications.operations.topic_arn],
                "sns:ListSubscriptionsByTopic",
            ),
            notify_operations,
        ],
        "Watch": [_on([watch_key.key_arn], "apigateway:GET")] if watch_key else [],
    }


def allow(functions: Mapping[str, SupportFunction], granted: Mapping[str, Sequence[Permission]]) -> None:
    """Give each function its permissions.

    Raises:
        KeyError: a function has no entry in the table.
    """
    for name, function in functions.items():
        for permission in granted[name]:
            permission(function.service_role)


class _Permissions:
    """The words of the table: what may be done with storage, documents, workflow and AI services."""

    def __init__(self, storage: RequestStorage, knowledge: KnowledgeIndex, workflow: SupportWorkflow) -> None:
        self._storage = storage
        self._knowledge = knowledge
        self._stack = Stack.of(storage)
        self._state_machine = workflow.state_machine

    def items(self, *actions: str) -> Permission:
        """Single items of the table, not its indexes."""
        return _on([self._storage.table.table_arn], *(f"dynamodb:{action}" for action in actions))

    def count_the_day(self) -> Permission:
        """The items of days: what each has cost."""
        days = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": [f"{DAYS}*"]}}
        return _on([self._storage.table.table_arn], "dynamodb:UpdateItem", conditions=days)

    def query(self, index: str) -> Permission:
        """One index of the table."""
        return _on([f"{self._storage.table.table_arn}/index/{index}"], "dynamodb:Query")

    def vectors(self, *actions: str) -> Permission:
        """The index of the documents' passages."""
        return _on([self._knowledge.index_arn], *(f"s3vectors:{action}" for action in actions))

    def write(self, *prefixes: str) -> Permission:
        """Write objects under these prefixes."""
        return self._objects("s3:PutObject", prefixes)

    def read(self, *prefixes: str) -> Permission:
        """Read objects under these prefixes, and so presign reading them."""
        return self._objects("s3:GetObject", prefixes)

    def find(self, *prefixes: str) -> Sequence[Permission]:
        """Ask whether an object is there.

        HeadObject is s3:GetObject; without s3:ListBucket S3 says 403 where there is none, as for a refusal.
        """
        return self.read(*prefixes), _on([self._storage.bucket.bucket_arn], "s3:ListBucket")

    def delete(self, *prefixes: str) -> Permission:
        """Delete objects under these prefixes."""
        return self._objects("s3:DeleteObject", prefixes)

    def executions(self, action: str) -> Permission:
        """Do something with executions of the workflow."""
        arn = self._stack.format_arn(
            service="states",
            resource="execution",
            arn_format=ArnFormat.COLON_RESOURCE_NAME,
            resource_name=f"{self._state_machine.state_machine_name}:*",
        )
        return _on([arn], f"states:{action}", why="Executions are named by request ids.")

    def use(self, *actions: str) -> Permission:
        """Use services whose actions have no resource to name, such as those that take a text."""
        return _on(["*"], *actions)

    def call(self, models: Sequence[str]) -> Permission:
        """Call models, each as narrowly as its inference profile can be."""
        arns = sorted({arn for model in models for arn in model_arns(self._stack, model)})
        why = "An inference profile serves from any Region that it reaches."
        return _on(arns, "bedrock:InvokeModel", why=why)

    def look_up(self, models: Sequence[str]) -> Sequence[Permission]:
        """Ask whether models, and the inference profiles in front of them, are there."""
        foundations = sorted({foundation_arn(self._stack, model) for model in models})
        profiles = sorted({arn for model in models if (arn := profile_arn(self._stack, model))})
        found = [_on(foundations, "bedrock:GetFoundationModel")]
        return [*found, _on(profiles, "bedrock:GetInferenceProfile")] if profiles else found

    def detect_drift(self) -> Sequence[Permission]:
        """Have CloudFormation compare this stack with its template.

        CloudFormation reads the resources with the caller's permissions. These hold for its reading alone,
        and it reads what is in this stack.
        """
        stack = _on(
            [self._stack.stack_id],
            "cloudformation:DetectStackDrift",
            "cloudformation:DetectStackResourceDrift",
            "cloudformation:DescribeStackResourceDrifts",
        )
        by_cloudformation = {"ForAnyValue:StringEquals": {"aws:CalledVia": "cloudformation.amazonaws.com"}}
        return (
            stack,
            # A detection is named by an id of its own, of which there is no ARN.
            self.use("cloudformation:DescribeStackDriftDetectionStatus"),
            lambda role: iam.Grant.add_to_principal(
                grantee=role, actions=list(READS), resource_arns=["*"], conditions=by_cloudformation
            ),
        )

    def _objects(self, action: str, prefixes: Sequence[str]) -> Permission:
        arns = [self._storage.bucket.arn_for_objects(f"{prefix}*") for prefix in prefixes]
        return _on(arns, action, why="Objects are named by request ids.")


def _on(
    arns: Sequence[str], *actions: str, why: str = "", conditions: Mapping[str, Any] | None = None
) -> Permission:
    """Return the permission for actions on resources; `why` a wildcard in them is as narrow as can be."""

    def permission(role: iam.Role) -> None:
        iam.Grant.add_to_principal(
            grantee=role, actions=list(actions), resource_arns=list(arns), conditions=conditions
        )
        for arn in arns:
            if "*" in arn and why:
                suppress_wildcard(role, arn, why)

    return permission
