"""Local stand-ins for Translate, Comprehend, Bedrock, Polly, S3 Vectors and Service Quotas, in one process.

They speak the services' wire protocols, so an unmodified boto3 reaches them by its endpoint variables.
"""
