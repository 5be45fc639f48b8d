from typing import Any

import pytest

from local.standins import operations
from local.standins.protocol import Operation
from local.standins.s3vectors.service import VectorBuckets
from local.standins.services import SERVICES, ServiceError, service_model

BUCKET = {"vectorBucketName": "passages"}
INDEX = {**BUCKET, "indexName": "french"}
PARAMS: dict[str, dict[str, Any]] = {
    "TranslateText": {"Text": "Hallo Welt", "SourceLanguageCode": "de", "TargetLanguageCode": "fr"},
    "DetectDominantLanguage": {"Text": "Where is my order?"},
    "DetectSentiment": {"Text": "Thanks", "LanguageCode": "en"},
    "DetectEntities": {"Text": "Order 4471-B from Berlin", "LanguageCode": "en"},
    "DetectPiiEntities": {"Text": "a@example.com", "LanguageCode": "en"},
    "Converse": {
        "modelId": "amazon.nova-lite-v1:0",
        "messages": [{"role": "user", "content": [{"text": "Hi"}]}],
    },
    "InvokeModel": {"modelId": "amazon.titan-embed-text-v2:0", "body": b'{"inputText": "Bonjour"}'},
    "SynthesizeSpeech": {"Text": "Oui", "VoiceId": "Lea", "OutputFormat": "mp3"},
    "DescribeVoices": {},
    "GetFoundationModel": {"modelIdentifier": "amazon.nova-lite-v1:0"},
    "GetInferenceProfile": {"inferenceProfileIdentifier": "us.amazon.nova-lite-v1:0"},
    "ListAWSDefaultServiceQuotas": {"ServiceCode": "polly"},
    "ListServiceQuotas": {"ServiceCode": "polly"},
    "CreateVectorBucket": {"vectorBucketName": "another"},
    "GetVectorBucket": BUCKET,
    "ListVectorBuckets": {},
    "DeleteVectorBucket": {"vectorBucketName": "empty"},
    "CreateIndex": BUCKET
    | {"indexName": "another", "dataType": "float32", "dimension": 2, "distanceMetric": "cosine"},
    "GetIndex": INDEX,
    "ListIndexes": BUCKET,
    "DeleteIndex": INDEX,
    "PutVectors": INDEX | {"vectors": [{"key": "a", "data": {"float32": [1.0, 0.0]}}]},
    "GetVectors": INDEX | {"keys": ["a"]},
    "ListVectors": INDEX,
    "DeleteVectors": INDEX | {"keys": ["a"]},
    "QueryVectors": INDEX | {"topK": 1, "queryVector": {"float32": [1.0, 0.0]}},
}
ALL = [Operation(service, name) for service in SERVICES.values() for name in service.operations]


def vectors() -> VectorBuckets:
    buckets = VectorBuckets()
    for name in ("passages", "empty"):
        buckets.answer("CreateVectorBucket", {"vectorBucketName": name})
    buckets.answer("CreateIndex", PARAMS["CreateIndex"] | INDEX)
    return buckets


@pytest.mark.parametrize("operation", ALL, ids=lambda operation: operation.name)
def test_every_operation_answers_in_its_output_shape(operation: Operation) -> None:
    result = operations.run(operation, dict(PARAMS[operation.name]), "normal", vectors())
    shape = service_model(operation.service.key).operation_model(operation.name).output_shape
    assert shape is not None
    assert set(shape.metadata.get("required", [])) <= set(result) <= set(shape.members)


@pytest.mark.parametrize("operation", ALL, ids=lambda operation: operation.name)
def test_every_operation_refuses_unknown_fields(operation: Operation) -> None:
    with pytest.raises(ServiceError):
        operations.run(operation, PARAMS[operation.name] | {"Surprise": 1}, "normal", vectors())


def test_warming_up_builds_everything() -> None:
    operations.warm_up()
