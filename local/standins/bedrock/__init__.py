"""Stand-in for Amazon Bedrock: replies from phrase tables, no model."""
