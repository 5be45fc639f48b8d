"""Stand-in for Amazon Comprehend: rules and word lists instead of its models."""
