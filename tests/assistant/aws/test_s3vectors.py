"""The vectors of an index."""

from itertools import accumulate
from typing import Any

import pytest

from assistant.aws.s3vectors import A_CALL, MIN_PUT_BYTES, Match, Vector, VectorIndex
from assistant.cost.meter import Meter
from assistant.errors import ServiceBusy
from tests.assistant.stubs import Stub, refuse

INDEX = "arn:aws:s3vectors:us-east-1:123456789012:bucket/support/index/passages"


def vector(number: int = 0, **metadata: str) -> Vector:
    return Vector(f"a.md#{number}", (0.6, 0.8), metadata or {"text": "x"})


def sent(one: Vector) -> dict[str, Any]:
    """Return a vector as S3 Vectors is given it."""
    return {"key": one.key, "data": {"float32": list(one.values)}, "metadata": dict(one.metadata)}


def test_the_nearest_vectors_are_found_with_distance_and_metadata(s3vectors: Stub, meter: Meter) -> None:
    asked = {
        "indexArn": INDEX,
        "queryVector": {"float32": [0.6, 0.8]},
        "topK": 4,
        "returnMetadata": True,
        "returnDistance": True,
    }
    found = [
        {"key": "a.md#1", "distance": 0.18, "metadata": {"title": "Retours"}},
        {"key": "b.md#2", "distance": 0.4, "metadata": {}},
    ]
    s3vectors.add_response("query_vectors", {"vectors": found, "distanceMetric": "cosine"}, asked)
    assert VectorIndex(INDEX, meter.add, s3vectors.client).nearest((0.6, 0.8), 4) == [
        Match("a.md#1", 0.18, {"title": "Retours"}),
        Match("b.md#2", 0.4, {}),
    ]
    assert meter.used == {"s3vectors_queries": 1}


def test_in_an_empty_index_nothing_is_near(s3vectors: Stub) -> None:
    s3vectors.add_response("query_vectors", {"vectors": [], "distanceMetric": "cosine"})
    assert VectorIndex(INDEX, client=s3vectors.client).nearest([0.6, 0.8], 4) == []


@pytest.mark.parametrize("lacking", ["key", "distance", "metadata"])
def test_a_match_that_lacks_a_part_is_no_match(s3vectors: Stub, lacking: str) -> None:
    match = {"key": "a.md#1", "distance": 0.18, "metadata": {}}
    del match[lacking]
    s3vectors.add_response("query_vectors", {"vectors": [{"key": "k"} | match], "distanceMetric": "cosine"})
    s3vectors.client.meta.events.register(
        "after-call.s3vectors.QueryVectors",
        lambda parsed, **_: parsed["vectors"][0].pop(lacking, None),
    )
    with pytest.raises(ServiceBusy, match=r"^s3vectors\.QueryVectors: MalformedAnswer\.KeyError$"):
        VectorIndex(INDEX, client=s3vectors.client).nearest([0.6, 0.8], 4)


def test_keys_are_listed_over_every_page(s3vectors: Stub, meter: Meter) -> None:
    asked = {"indexArn": INDEX, "maxResults": 1_000}
    pages = [
        (["a#1", "a#2"], {}, "t1"),
        ([], {"nextToken": "t1"}, "t2"),
        (["b#1"], {"nextToken": "t2"}, None),
    ]
    for keys, token, following in pages:
        answer = {"vectors": [{"key": key} for key in keys]} | ({"nextToken": following} if following else {})
        s3vectors.add_response("list_vectors", answer, asked | token)
    assert list(VectorIndex(INDEX, meter.add, s3vectors.client).list_keys()) == ["a#1", "a#2", "b#1"]
    assert meter.used == {}


def test_a_list_that_fails_in_the_middle_is_no_shorter_one(s3vectors: Stub) -> None:
    s3vectors.add_response("list_vectors", {"vectors": [{"key": "a#1"}], "nextToken": "t"})
    refuse(s3vectors, "list_vectors", "ServiceUnavailableException", 503)
    with pytest.raises(ServiceBusy):
        list(VectorIndex(INDEX, client=s3vectors.client).list_keys())


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (A_CALL, [500]), (A_CALL + 1, [500, 1]), (2 * A_CALL + 7, [500, 500, 7])],
)
def test_vectors_are_put_and_deleted_as_many_at_a_time_as_a_call_takes(
    s3vectors: Stub, meter: Meter, count: int, sizes: list[int]
) -> None:
    vectors = [vector(number) for number in range(count)]
    portions = [vectors[end - size : end] for size, end in zip(sizes, accumulate(sizes), strict=True)]
    for some in portions:
        s3vectors.add_response("put_vectors", {}, {"indexArn": INDEX, "vectors": list(map(sent, some))})
    for some in portions:
        s3vectors.add_response("delete_vectors", {}, {"indexArn": INDEX, "keys": [one.key for one in some]})
    index = VectorIndex(INDEX, meter.add, s3vectors.client)
    index.put(vectors)
    index.delete([one.key for one in vectors])
    # Each call is billed for 128 KB at least.
    assert MIN_PUT_BYTES == 131_072
    assert meter.used == ({"s3vectors_put_bytes": len(sizes) * MIN_PUT_BYTES} if sizes else {})


def test_what_is_put_is_billed_by_its_bytes(s3vectors: Stub, meter: Meter) -> None:
    """Four bytes a value, and key, names and texts of the metadata in UTF-8."""
    large = Vector("é#1", [0.5] * 1_024, {"text": "é" * 100_000, "link": "https://x"})
    s3vectors.add_response("put_vectors", {}, {"indexArn": INDEX, "vectors": [sent(large)]})
    VectorIndex(INDEX, meter.add, s3vectors.client).put([large])
    assert meter.used == {"s3vectors_put_bytes": 4 * 1_024 + 4 + 4 + 200_000 + 4 + 9}


def test_a_portion_that_is_refused_leaves_the_earlier_ones_counted(s3vectors: Stub, meter: Meter) -> None:
    s3vectors.add_response("put_vectors", {})
    refuse(s3vectors, "put_vectors", "TooManyRequestsException", 429)
    with pytest.raises(ServiceBusy):
        VectorIndex(INDEX, meter.add, s3vectors.client).put([vector(number) for number in range(501)])
    assert meter.used == {"s3vectors_put_bytes": MIN_PUT_BYTES}


def test_the_index_tells_how_many_values_its_vectors_have(s3vectors: Stub) -> None:
    index = {
        "vectorBucketName": "support",
        "indexName": "passages",
        "indexArn": INDEX,
        "creationTime": 0,
        "dataType": "float32",
        "dimension": 512,
        "distanceMetric": "cosine",
    }
    s3vectors.add_response("get_index", {"index": index}, {"indexArn": INDEX})
    assert VectorIndex(INDEX, client=s3vectors.client).dimensions() == 512
