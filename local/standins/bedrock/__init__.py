"""Stand-in for Amazon Bedrock: replies from phrase tables, vectors from a small model."""
