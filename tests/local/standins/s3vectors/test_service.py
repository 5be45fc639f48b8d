"""S3 Vectors, asked by boto3."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from botocore.exceptions import ClientError

from local.standins.client import StandinClient
from tests.local.standins.support import refused

BUCKET_ARN = "arn:aws:s3vectors:us-east-1:000000000000:bucket/passages"
INDEX_ARN = f"{BUCKET_ARN}/index/french"
BUCKET = {"vectorBucketName": "passages"}
INDEX = {**BUCKET, "indexName": "french"}
FLAT = {"dataType": "float32", "dimension": 2, "distanceMetric": "cosine"}
HIDDEN = {"metadataConfiguration": {"nonFilterableMetadataKeys": ["text"]}}


@pytest.fixture
def vectors(s3vectors: Any) -> Iterator[Any]:
    """The client, with an index of two dimensions in a bucket."""
    s3vectors.create_vector_bucket(**BUCKET)
    s3vectors.create_index(**INDEX, **FLAT, **HIDDEN)
    yield s3vectors
    for bucket in s3vectors.list_vector_buckets()["vectorBuckets"]:
        named = {"vectorBucketName": bucket["vectorBucketName"]}
        for index in s3vectors.list_indexes(**named)["indexes"]:
            s3vectors.delete_index(**named, indexName=index["indexName"])
        s3vectors.delete_vector_bucket(**named)


def vector(key: str, *values: float, **metadata: Any) -> dict[str, Any]:
    described = {"metadata": metadata} if metadata else {}
    return {"key": key, "data": {"float32": list(values)}, **described}


def search(*values: float, most: int = 10) -> dict[str, Any]:
    return {"queryVector": {"float32": list(values)}, "topK": most}


def test_buckets_and_indexes_are_described(vectors: Any) -> None:
    bucket = vectors.get_vector_bucket(vectorBucketArn=BUCKET_ARN)["vectorBucket"]
    assert (bucket["vectorBucketName"], bucket["vectorBucketArn"]) == ("passages", BUCKET_ARN)
    assert bucket["encryptionConfiguration"] == {"sseType": "AES256"}
    for named in (INDEX, {"indexArn": INDEX_ARN}):
        index = vectors.get_index(**named)["index"]
        assert index.items() >= {**INDEX, **FLAT, **HIDDEN, "indexArn": INDEX_ARN}.items()
        assert timedelta() <= datetime.now(UTC) - index["creationTime"] < timedelta(minutes=1)


def test_the_nearest_come_first_with_what_was_asked_for(vectors: Any) -> None:
    kept = [vector("east", 3, 0, text="à droite"), vector("north", 0, 1), vector("west", -1, 0)]
    vectors.put_vectors(**INDEX, vectors=kept)
    found = vectors.query_vectors(indexArn=INDEX_ARN, **search(1, 0.1), returnDistance=True)
    assert found["distanceMetric"] == "cosine"
    assert [(one["key"], round(one["distance"], 3)) for one in found["vectors"]] == [
        ("east", 0.005),
        ("north", 0.9),
        ("west", 1.995),
    ]
    assert vectors.query_vectors(**INDEX, **search(0, 5, most=1))["vectors"] == [{"key": "north"}]
    told = vectors.query_vectors(**INDEX, **search(1, 0), returnMetadata=True)["vectors"]
    assert told[0] == {"key": "east", "metadata": {"text": "à droite"}}


def test_the_other_metric_is_the_length_between_two_points(vectors: Any) -> None:
    named = {**BUCKET, "indexName": "points"}
    vectors.create_index(**named, **FLAT | {"distanceMetric": "euclidean"})
    vectors.put_vectors(**named, vectors=[vector("origin", 0, 0), vector("far", 3, 4)])
    found = vectors.query_vectors(**named, **search(0, 0), returnDistance=True)
    assert found["distanceMetric"] == "euclidean"
    assert [(one["key"], one["distance"]) for one in found["vectors"]] == [("origin", 0), ("far", 5)]


def test_an_empty_index_finds_nothing(vectors: Any) -> None:
    assert vectors.query_vectors(**INDEX, **search(1, 0))["vectors"] == []


def test_a_vector_replaces_the_one_of_its_key_with_its_metadata(vectors: Any) -> None:
    vectors.put_vectors(**INDEX, vectors=[vector("a", 1, 0, text="before")])
    vectors.put_vectors(**INDEX, vectors=[vector("a", 0, 0.1)])
    got = vectors.get_vectors(**INDEX, keys=["a", "b"], returnData=True, returnMetadata=True)["vectors"]
    assert [one["key"] for one in got] == ["a"]
    assert got[0]["data"]["float32"] == pytest.approx([0, 0.1])
    assert got[0]["data"]["float32"] != [0, 0.1]  # 32 bits are kept
    assert got[0]["metadata"] == {}


def test_a_deleted_vector_is_gone_and_one_that_never_was_is_no_error(vectors: Any) -> None:
    vectors.put_vectors(**INDEX, vectors=[vector("a", 1, 0), vector("b", 1, 0)])
    vectors.delete_vectors(**INDEX, keys=["a", "never"])
    assert vectors.list_vectors(**INDEX)["vectors"] == [{"key": "b"}]


def test_a_list_comes_in_pages_and_may_lose_vectors_meanwhile(vectors: Any) -> None:
    keys = [f"clé {number}" for number in range(25)]
    vectors.put_vectors(**INDEX, vectors=[vector(key, 1, 0) for key in keys])
    pages = []
    following: dict[str, str] = {}
    while True:
        answer = vectors.list_vectors(**INDEX, maxResults=10, **following)
        pages.append([one["key"] for one in answer["vectors"]])
        vectors.delete_vectors(**INDEX, keys=pages[-1])
        if "nextToken" not in answer:
            break
        following = {"nextToken": answer["nextToken"]}
    assert [len(page) for page in pages] == [10, 10, 5]
    assert sorted(key for page in pages for key in page) == sorted(keys)


def test_buckets_and_indexes_are_listed_in_pages_and_by_prefix(vectors: Any) -> None:
    for number in range(3):
        vectors.create_vector_bucket(vectorBucketName=f"other-{number}")
        vectors.create_index(**BUCKET, indexName=f"more.{number}", **FLAT)
    pages = vectors.get_paginator("list_vector_buckets").paginate(PaginationConfig={"PageSize": 3})
    names = [[one["vectorBucketName"] for one in page["vectorBuckets"]] for page in pages]
    assert names == [["other-0", "other-1", "other-2"], ["passages"]]
    indexes = vectors.list_indexes(**BUCKET, prefix="more", maxResults=2)
    assert [one["indexName"] for one in indexes["indexes"]] == ["more.0", "more.1"]
    assert indexes["indexes"][0].keys() == {"vectorBucketName", "indexName", "indexArn", "creationTime"}


def test_an_index_is_deleted_with_its_vectors_and_then_its_bucket(vectors: Any) -> None:
    vectors.put_vectors(**INDEX, vectors=[vector("a", 1, 0)])
    assert refused(vectors.delete_vector_bucket, **BUCKET) == ("ConflictException", 409)
    vectors.delete_index(indexArn=INDEX_ARN)
    vectors.create_index(**INDEX, **FLAT)
    assert vectors.list_vectors(**INDEX)["vectors"] == []
    vectors.delete_index(**INDEX)
    vectors.delete_vector_bucket(**BUCKET)
    assert refused(vectors.get_vector_bucket, **BUCKET) == ("NotFoundException", 404)


ELSEWHERE = INDEX_ARN.replace("us-east-1", "eu-west-1")
MANY = [vector(str(number), 1, 0) for number in range(501)]


@pytest.mark.parametrize(
    ("operation", "params", "code"),
    [
        ("create_vector_bucket", BUCKET, "ConflictException"),
        ("create_vector_bucket", {"vectorBucketName": "ab"}, "ValidationException"),
        ("create_vector_bucket", {"vectorBucketName": "a" * 64}, "ValidationException"),
        ("create_vector_bucket", {"vectorBucketName": "Passages"}, "ValidationException"),
        ("create_vector_bucket", {"vectorBucketName": "with.dots"}, "ValidationException"),
        ("create_vector_bucket", {"vectorBucketName": "-passages"}, "ValidationException"),
        ("create_index", {**INDEX, **FLAT}, "ConflictException"),
        ("create_index", {**BUCKET, "indexName": "French", **FLAT}, "ValidationException"),
        ("create_index", {**BUCKET, "indexName": "new", **FLAT, "dimension": 0}, "ValidationException"),
        ("create_index", {**BUCKET, "indexName": "new", **FLAT, "dimension": 4097}, "ValidationException"),
        ("create_index", {**BUCKET, "indexName": "new", **FLAT, "dataType": "int8"}, "ValidationException"),
        (
            "create_index",
            {**BUCKET, "indexName": "new", **FLAT, "distanceMetric": "dot"},
            "ValidationException",
        ),
        (
            "create_index",
            {
                **BUCKET,
                "indexName": "new",
                **FLAT,
                "metadataConfiguration": {"nonFilterableMetadataKeys": list("abcdefghijk")},
            },
            "ValidationException",
        ),
        ("create_index", {"vectorBucketName": "nowhere", "indexName": "new", **FLAT}, "NotFoundException"),
        ("get_vector_bucket", {}, "ValidationException"),
        ("get_vector_bucket", {**BUCKET, "vectorBucketArn": BUCKET_ARN}, "ValidationException"),
        ("get_vector_bucket", {"vectorBucketArn": INDEX_ARN}, "ValidationException"),
        ("get_vector_bucket", {"vectorBucketName": "nowhere"}, "NotFoundException"),
        ("list_indexes", {"vectorBucketName": "nowhere"}, "NotFoundException"),
        ("get_index", {}, "ValidationException"),
        ("get_index", BUCKET, "ValidationException"),
        ("get_index", {"indexName": "french"}, "ValidationException"),
        ("get_index", {**INDEX, "indexArn": INDEX_ARN}, "ValidationException"),
        ("get_index", {"indexName": "french", "indexArn": INDEX_ARN}, "ValidationException"),
        ("get_index", {"indexArn": BUCKET_ARN}, "ValidationException"),
        ("get_index", {"indexArn": ELSEWHERE}, "NotFoundException"),
        ("get_index", {**BUCKET, "indexName": "nothing"}, "NotFoundException"),
        ("delete_index", {**BUCKET, "indexName": "nothing"}, "NotFoundException"),
        ("put_vectors", {**INDEX, "vectors": []}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": MANY}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("a", 1)]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("a", 1, 2, 3)]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("a", 0, 0)]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("a", 1, 1e39)]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("a", 1, float("nan"))]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("", 1, 0)]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("k" * 1025, 1, 0)]}, "ValidationException"),
        ("put_vectors", {**INDEX, "vectors": [vector("a", 1, 0)] * 2}, "ValidationException"),
        ("get_vectors", {**INDEX, "keys": list(map(str, range(101)))}, "ValidationException"),
        ("delete_vectors", {**INDEX, "keys": list(map(str, range(501)))}, "ValidationException"),
        ("list_vectors", {**INDEX, "maxResults": 1001}, "ValidationException"),
        ("list_vectors", {**INDEX, "nextToken": "où ?"}, "ValidationException"),
        ("list_vectors", {**INDEX, "segmentCount": 2, "segmentIndex": 0}, "ValidationException"),
        ("query_vectors", {**INDEX, **search(1, 0, most=101)}, "ValidationException"),
        ("query_vectors", {**INDEX, **search(1, 0, most=0)}, "ValidationException"),
        ("query_vectors", {**INDEX, **search(1)}, "ValidationException"),
        ("query_vectors", {**INDEX, **search(0, 0)}, "ValidationException"),
        ("query_vectors", {**INDEX, "topK": 1}, "ValidationException"),
        ("query_vectors", {**INDEX, **search(1, 0), "filter": {"genre": "a"}}, "ValidationException"),
        ("query_vectors", {"indexArn": ELSEWHERE, **search(1, 0)}, "NotFoundException"),
    ],
)
def test_what_s3_vectors_refuses(vectors: Any, operation: str, params: dict[str, Any], code: str) -> None:
    status = {"ConflictException": 409, "NotFoundException": 404, "ValidationException": 400}[code]
    assert unchecked(vectors, operation, params) == (code, status)
    assert vectors.list_vectors(**INDEX)["vectors"] == []


def unchecked(client: Any, operation: str, params: dict[str, Any]) -> tuple[str, int]:
    """Call past boto3's own checks, which refuse some of it before."""
    name = client.meta.method_to_api_mapping[operation]
    scope = "Credential=AKIDTEST/20261101/us-east-1/s3vectors/aws4_request"
    response = httpx.post(
        f"{client.meta.endpoint_url}/{name}",
        content=json.dumps(params),
        headers={"authorization": f"AWS4-HMAC-SHA256 {scope}"},
        timeout=20,
    )
    return response.json()["__type"], response.status_code


BIG, EDGE = "x" * (40 * 1024), "x" * (2048 - len('{"genre":""}'))


@pytest.mark.parametrize(
    ("metadata", "taken"),
    [
        ({"genre": EDGE}, True),
        ({"genre": EDGE + "x"}, False),
        ({"genre": "é" * 1100}, False),
        ({"text": BIG[: -len('{"text":""}')], "n": 1}, False),
        ({"text": BIG[: -len('{"text":""}')]}, True),
        ({"text": EDGE + "x", "genre": EDGE}, True),
        ({str(number): 1 for number in range(50)}, True),
        ({str(number): 1 for number in range(51)}, False),
        ({"a": "text", "b": 1.5, "c": True, "d": ["x", 1]}, True),
        ({"a": ""}, False),
        ({"a": []}, False),
        ({"a": None}, False),
        ({"a": {"b": 1}}, False),
    ],
    ids=lambda value: str(value)[:40],
)
def test_how_much_metadata_a_vector_may_have(vectors: Any, metadata: dict[str, Any], *, taken: bool) -> None:
    params = {**INDEX, "vectors": [{**vector("a", 1, 0), "metadata": metadata}]}
    if taken:
        vectors.put_vectors(**params)
        got = vectors.get_vectors(**INDEX, keys=["a"], returnMetadata=True)["vectors"]
        assert got == [{"key": "a", "metadata": metadata}]
    else:
        assert refused(vectors.put_vectors, **params) == ("ValidationException", 400)


def test_a_refusal_lists_the_fields(vectors: Any) -> None:
    for params in (
        {"vectors": [vector("a", 1, 0), vector("b", 1)]},
        {"vectors": [vector("a", 1, 0), vector("b" * 1025, 1, 0)]},
    ):
        with pytest.raises(ClientError) as caught:
            vectors.put_vectors(**INDEX, **params)
        response: dict[str, Any] = {**caught.value.response}
        assert [field["path"].rpartition("/")[0] for field in response["fieldList"]] == ["/vectors/1"]


def test_nothing_of_a_refused_request_is_kept(vectors: Any) -> None:
    assert refused(vectors.put_vectors, **INDEX, vectors=[vector("a", 1, 0), vector("b", 1)])
    assert vectors.list_vectors(**INDEX)["vectors"] == []


def test_many_at_once_lose_nothing(vectors: Any) -> None:
    def put(number: int) -> None:
        vectors.put_vectors(**INDEX, vectors=[vector(f"{number}-{one}", 1, one) for one in range(10)])
        vectors.query_vectors(**INDEX, **search(1, 0))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(put, range(40)))
    assert len(vectors.list_vectors(**INDEX)["vectors"]) == 400


def test_one_operation_can_fail_alone(vectors: Any, standins: StandinClient) -> None:
    standins.set_faults({"s3vectors.QueryVectors": {"error": "throttled"}})
    assert refused(vectors.query_vectors, **INDEX, **search(1, 0)) == ("TooManyRequestsException", 429)
    vectors.put_vectors(**INDEX, vectors=[vector("a", 1, 0)])
