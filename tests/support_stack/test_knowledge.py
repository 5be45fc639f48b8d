"""The index of the documents' passages."""

from aws_cdk.assertions import Template

from assistant.aws.embeddings import DIMENSIONS
from assistant.knowledge.passages import METADATA


def test_the_index_fits_the_vectors_and_nothing_is_filtered_by(template: Template) -> None:
    (index,) = template.find_resources("AWS::S3Vectors::Index").values()
    properties = index["Properties"]
    assert (properties["Dimension"], properties["DistanceMetric"]) == (DIMENSIONS, "cosine")
    assert properties["MetadataConfiguration"] == {"NonFilterableMetadataKeys": list(METADATA)}


def test_the_index_is_rebuilt_and_so_it_always_goes_with_its_stack(template: Template) -> None:
    for kind in ("AWS::S3Vectors::VectorBucket", "AWS::S3Vectors::Index"):
        (resource,) = template.find_resources(kind).values()
        assert "DeletionPolicy" not in resource
        assert not {"VectorBucketName", "IndexName"} & {*resource["Properties"]}
