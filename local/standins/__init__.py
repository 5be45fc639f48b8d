"""Local stand-ins for Amazon Translate, Comprehend, Bedrock Runtime and Polly, in one process.

They speak the services' wire protocols, so an unmodified boto3 reaches them by its endpoint variables.
"""
