"""CloudFormation's types of S3 Vectors, which MiniStack lacks: buckets and indexes of the stand-in."""

import json
from datetime import UTC, datetime
from typing import Any

from ministack.services.cloudformation import provisioners  # type: ignore[import-not-found]

from local.environment.patches.standins import call

Made = tuple[str, dict[str, Any]]

_BUCKET, _INDEX = "AWS::S3Vectors::VectorBucket", "AWS::S3Vectors::Index"
_CREATE_ONLY = {
    _BUCKET: ("VectorBucketName", "EncryptionConfiguration"),
    _INDEX: (
        "VectorBucketName",
        "VectorBucketArn",
        "IndexName",
        "DataType",
        "Dimension",
        "DistanceMetric",
        "EncryptionConfiguration",
        "MetadataConfiguration",
    ),
}
"""All but the tags, which nothing here keeps: MiniStack replaces the resource where one of these changes."""


def patch_vector_types() -> None:
    """Create and delete vector buckets and indexes in the stand-in; `Ref` is an ARN, as on AWS."""
    for resource_type, name in ((_BUCKET, "VectorBucketName"), (_INDEX, "IndexName")):
        provisioners._REPLACING_PROPERTIES[resource_type] = _CREATE_ONLY[resource_type]
        provisioners._CUSTOM_NAME_REPLACEMENT[resource_type] = {"name": name}
    provisioners._RESOURCE_HANDLERS[_BUCKET] = {
        "create": _create_bucket,
        "update": lambda arn, *_: _described_bucket(arn),
        "delete": lambda arn, _: _delete("DeleteVectorBucket", vectorBucketArn=arn),
    }
    provisioners._RESOURCE_HANDLERS[_INDEX] = {
        "create": _create_index,
        "update": lambda arn, *_: _described_index(arn),
        "delete": lambda arn, _: _delete("DeleteIndex", indexArn=arn),
    }


def _create_bucket(logical_id: str, properties: dict[str, Any], stack: str) -> Made:
    wanted = _wanted(properties, "VectorBucketName", logical_id, stack)
    return _described_bucket(_ask("CreateVectorBucket", **wanted)["vectorBucketArn"])


def _described_bucket(arn: str) -> Made:
    bucket = _ask("GetVectorBucket", vectorBucketArn=arn)["vectorBucket"]
    return arn, {"VectorBucketArn": arn, "CreationTime": _time(bucket)}


def _create_index(logical_id: str, properties: dict[str, Any], stack: str) -> Made:
    wanted = _wanted(properties, "IndexName", logical_id, stack)
    if isinstance(wanted.get("dimension"), str):  # CloudFormation takes a number in quotes, too
        wanted["dimension"] = int(wanted["dimension"])
    return _described_index(_ask("CreateIndex", **wanted)["indexArn"])


def _described_index(arn: str) -> Made:
    index = _ask("GetIndex", indexArn=arn)["index"]
    return arn, {"IndexArn": arn, "CreationTime": _time(index)}


def _wanted(properties: dict[str, Any], name: str, logical_id: str, stack: str) -> dict[str, Any]:
    """Return the parameters that properties stand for, with a name of the stack's if they give none."""
    made = {name: provisioners._physical_name(stack, logical_id, lowercase=True, max_len=63)}
    return _spelled({key: value for key, value in {**made, **properties}.items() if key != "Tags"})


def _spelled(properties: dict[str, Any]) -> dict[str, Any]:
    """Return properties as the API spells them: with a small letter first."""
    return {
        key[0].lower() + key[1:]: _spelled(value) if isinstance(value, dict) else value
        for key, value in properties.items()
    }


def _time(described: dict[str, Any]) -> str:
    return datetime.fromtimestamp(described["creationTime"], UTC).isoformat().replace("+00:00", "Z")


def _ask(operation: str, **params: Any) -> dict[str, Any]:
    """Call an operation; raise ValueError, which fails the resource, with the reason of a refusal."""
    status, body = call("s3vectors", f"/{operation}", json.dumps(params).encode())
    answer: dict[str, Any] = json.loads(body)
    if status >= 400:
        raise ValueError(f"{answer['__type']}: {answer['message']}")
    return answer


def _delete(operation: str, **params: Any) -> None:
    try:
        _ask(operation, **params)
    except ValueError as refusal:
        if not str(refusal).startswith("NotFoundException"):  # gone is what was wanted
            raise
