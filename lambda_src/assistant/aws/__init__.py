"""Adapters, one per AWS service: the only place that imports boto3."""
