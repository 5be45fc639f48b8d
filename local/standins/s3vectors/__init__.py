"""Stand-in for Amazon S3 Vectors: indexes in the memory of the process, searched vector by vector."""
