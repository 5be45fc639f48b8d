"""Names and ARNs of vector buckets and of their indexes, and which one a request is for."""

import re
from typing import Any

from local.environment.paths import ACCOUNT, REGION
from local.standins.s3vectors.limits import invalid

_NAMES = {
    "vectorBucketName": re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"),
    "indexName": re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
}


def bucket_arn(bucket: str) -> str:
    """Return a bucket's ARN."""
    return f"arn:aws:s3vectors:{REGION}:{ACCOUNT}:bucket/{bucket}"


def index_arn(bucket_arn: str, index: str) -> str:
    """Return the ARN of a bucket's index."""
    return f"{bucket_arn}/index/{index}"


def new_name(params: dict[str, Any], field: str) -> str:
    """Return the name that is to be given; raise ServiceError for one that nothing may have."""
    name: str = params[field]
    if not _NAMES[field].fullmatch(name):
        raise invalid(
            "a name has lower-case letters, digits and hyphens, in an index's dots too", f"/{field}"
        )
    return name


def bucket_of(params: dict[str, Any]) -> str:
    """Return the ARN of the bucket that a request is for."""
    name, arn = params.get("vectorBucketName"), params.get("vectorBucketArn")
    if (name is None) == (arn is None):
        raise invalid("either vectorBucketName or vectorBucketArn must be given", "/vectorBucketName")
    return bucket_arn(str(name)) if arn is None else str(arn)


def index_of(params: dict[str, Any]) -> str:
    """Return the ARN of the index that a request is for."""
    bucket, name, arn = (params.get(one) for one in ("vectorBucketName", "indexName", "indexArn"))
    if (arn is not None, bucket is None, name is None) not in {(True, True, True), (False, False, False)}:
        raise invalid("either indexArn or both vectorBucketName and indexName must be given", "/indexArn")
    return index_arn(bucket_arn(str(bucket)), str(name)) if arn is None else str(arn)
