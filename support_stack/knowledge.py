"""Where the passages of the company's documents are found by their meaning: a vector bucket and its index."""

from typing import Final

from aws_cdk import aws_s3vectors as s3vectors
from constructs import Construct

from assistant.aws.embeddings import DIMENSIONS
from assistant.knowledge.passages import METADATA


class KnowledgeIndex(Construct):
    """The index; it is made of the documents in the archive bucket, so that nothing is lost with it."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        bucket = s3vectors.CfnVectorBucket(self, "VectorBucket")
        index = s3vectors.CfnIndex(
            self,
            "Index",
            vector_bucket_arn=bucket.attr_vector_bucket_arn,
            data_type="float32",
            dimension=DIMENSIONS,
            distance_metric="cosine",
            metadata_configuration=s3vectors.CfnIndex.MetadataConfigurationProperty(
                non_filterable_metadata_keys=list(METADATA)
            ),
        )
        self.index_arn: Final = index.attr_index_arn
