"""Every operation of AWS that the functions call, by the adapter that calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botocore import xform_name

from assistant.aws.account import Identity, ModelCatalog, ModelProbe, Quotas, Subscriptions, VoiceCatalog
from assistant.aws.apigateway import ApiKeys
from assistant.aws.bedrock import Models, Question
from assistant.aws.cloudformation import Drift
from assistant.aws.comprehend import Comprehend
from assistant.aws.dynamodb import Condition, Table
from assistant.aws.embeddings import Embedder
from assistant.aws.kms import MacKey
from assistant.aws.polly import Polly
from assistant.aws.s3 import Bucket
from assistant.aws.s3vectors import Vector, VectorIndex
from assistant.aws.sns import Notification, Topic
from assistant.aws.stepfunctions import StateMachine
from assistant.aws.translate import Translate
from tests.assistant.stubs import SECRET

MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:Support"
TOPIC = "arn:aws:sns:us-east-1:123456789012:Team"
QUESTION = Question("system", SECRET, {"name": "answer", "inputSchema": {"json": {}}}, max_tokens=1)
NEW = Condition("attribute_not_exists(pk)")
LEA = {"voice_id": "Lea", "engine": "neural", "language": "fr-FR"}
VECTORS = "arn:aws:s3vectors:us-east-1:123456789012:bucket/support/index/passages"
VECTOR = Vector("a.md#1", (0.6, 0.8), {"text": SECRET})


@dataclass(frozen=True)
class Operation:
    """An operation that an adapter calls; `reads` tells that its answer cannot be empty."""

    service: str
    name: str
    call: Callable[[Any], object]
    reads: bool = True

    def error(self, code: str) -> str:
        ours = {"bedrock-runtime": "bedrock", "stepfunctions": "states"}.get(self.service, self.service)
        return f"{ours}.{self.name}: {code}"

    @property
    def method(self) -> str:
        return xform_name(self.name)

    def __str__(self) -> str:
        return f"{self.service}.{self.name}"


OPERATIONS = [
    Operation("translate", "TranslateText", lambda c: Translate(client=c).text(SECRET, "en", "fr")),
    Operation("comprehend", "DetectDominantLanguage", lambda c: Comprehend(client=c).languages(SECRET)),
    Operation("comprehend", "DetectSentiment", lambda c: Comprehend(client=c).sentiment(SECRET, "en")),
    Operation("comprehend", "DetectEntities", lambda c: Comprehend(client=c).entities(SECRET, "en")),
    Operation("comprehend", "DetectPiiEntities", lambda c: Comprehend(client=c).personal_data(SECRET, "en")),
    Operation("bedrock-runtime", "Converse", lambda c: Models(["m"], print, client=c).ask(QUESTION)),
    Operation("bedrock-runtime", "Converse", lambda c: ModelProbe(c).ask("m", QUESTION)),
    Operation("bedrock-runtime", "InvokeModel", lambda c: Embedder("m", client=c).embed(SECRET)),
    Operation("bedrock", "GetFoundationModel", lambda c: ModelCatalog(c).model("m.x")),
    Operation("bedrock", "GetInferenceProfile", lambda c: ModelCatalog(c).profile("eu.m.x")),
    Operation("polly", "SynthesizeSpeech", lambda c: Polly(client=c).mp3(SECRET, **LEA)),
    Operation("polly", "DescribeVoices", lambda c: VoiceCatalog(c).voices()),
    Operation("dynamodb", "GetItem", lambda c: Table("t", client=c).get("r"), reads=False),
    Operation("dynamodb", "UpdateItem", lambda c: Table("t", client=c).update("r", "REMOVE a", NEW)),
    Operation("dynamodb", "PutItem", lambda c: Table("t", client=c).put({"pk": "r"}, NEW), reads=False),
    Operation("dynamodb", "DeleteItem", lambda c: Table("t", client=c).delete("r", NEW), reads=False),
    Operation(
        "dynamodb",
        "TransactWriteItems",
        lambda c: Table("t", client=c).put_all(({"pk": "r"}, NEW)),
        reads=False,
    ),
    Operation("dynamodb", "Query", lambda c: list(Table("t", client=c).query("index", "a", "x"))),
    Operation("kms", "GenerateMac", lambda c: MacKey("k", client=c).generate(b"m")),
    Operation("kms", "VerifyMac", lambda c: MacKey("k", client=c).verify(b"m", b"mac")),
    Operation(
        "sns",
        "Publish",
        lambda c: Topic(TOPIC, client=c).publish(Notification("s", SECRET)),
        reads=False,
    ),
    Operation("sns", "ListSubscriptionsByTopic", lambda c: Subscriptions(c).of(TOPIC)),
    Operation(
        "stepfunctions",
        "StartExecution",
        lambda c: StateMachine(MACHINE, client=c).start("r", {}),
        reads=False,
    ),
    Operation("stepfunctions", "DescribeExecution", lambda c: StateMachine(MACHINE, client=c).status("r")),
    Operation("stepfunctions", "ListExecutions", lambda c: StateMachine(MACHINE, client=c).running()),
    Operation(
        "stepfunctions", "StopExecution", lambda c: StateMachine(MACHINE, client=c).stop("r"), reads=False
    ),
    Operation("s3", "PutObject", lambda c: Bucket("b", client=c).put("k", b"", "text/plain"), reads=False),
    Operation("s3", "GetObject", lambda c: Bucket("b", client=c).get("k")),
    Operation("s3", "ListObjectsV2", lambda c: list(Bucket("b", client=c).list_keys("p/"))),
    Operation("s3", "HeadObject", lambda c: Bucket("b", client=c).has("k"), reads=False),
    Operation("s3", "DeleteObject", lambda c: Bucket("b", client=c).delete("k"), reads=False),
    Operation("s3vectors", "QueryVectors", lambda c: VectorIndex(VECTORS, client=c).nearest([0.6, 0.8], 4)),
    Operation("s3vectors", "ListVectors", lambda c: list(VectorIndex(VECTORS, client=c).list_keys())),
    Operation("s3vectors", "GetIndex", lambda c: VectorIndex(VECTORS, client=c).dimensions()),
    Operation("s3vectors", "PutVectors", lambda c: VectorIndex(VECTORS, client=c).put([VECTOR]), reads=False),
    Operation(
        "s3vectors", "DeleteVectors", lambda c: VectorIndex(VECTORS, client=c).delete(["k"]), reads=False
    ),
    Operation("apigateway", "GetApiKey", lambda c: ApiKeys(c).value("k")),
    Operation("service-quotas", "ListAWSDefaultServiceQuotas", lambda c: Quotas(c).of("polly")),
    Operation("cloudformation", "DetectStackDrift", lambda c: Drift(c).detect("s")),
    Operation("cloudformation", "DescribeStackDriftDetectionStatus", lambda c: Drift(c).detection("d")),
    Operation("cloudformation", "DescribeStackResourceDrifts", lambda c: Drift(c).resources("s")),
    Operation("sts", "GetCallerIdentity", lambda c: Identity(c).account()),
]
