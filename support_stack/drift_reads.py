"""What CloudFormation reads of each kind of resource when it compares a stack with its template.

Compiled by hand from the services' action lists, and not verified on AWS: what is refused makes the doctor's
finding `unknown`. A kind without an entry cannot be compared, and the finding then says so.
"""

from typing import Final

_BY_TYPE: Final = {
    "AWS::ApiGateway": "apigateway:GET",
    "AWS::CloudWatch::Alarm": "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource",
    "AWS::CloudWatch::CompositeAlarm": "cloudwatch:DescribeAlarms cloudwatch:ListTagsForResource",
    "AWS::CloudWatch::Dashboard": "cloudwatch:GetDashboard",
    "AWS::DynamoDB::GlobalTable": (
        "dynamodb:DescribeTable dynamodb:DescribeTimeToLive dynamodb:DescribeContinuousBackups "
        "dynamodb:DescribeContributorInsights dynamodb:DescribeKinesisStreamingDestination "
        "dynamodb:DescribeTableReplicaAutoScaling dynamodb:GetResourcePolicy dynamodb:ListTagsOfResource"
    ),
    "AWS::Events::Rule": "events:DescribeRule events:ListTargetsByRule events:ListTagsForResource",
    "AWS::IAM": "iam:GetRole iam:GetRolePolicy iam:ListRolePolicies iam:ListAttachedRolePolicies",
    "AWS::KMS::Key": "kms:DescribeKey kms:GetKeyPolicy kms:GetKeyRotationStatus kms:ListResourceTags",
    "AWS::Lambda": (
        "lambda:GetFunction lambda:GetFunctionCodeSigningConfig lambda:GetFunctionConfiguration "
        "lambda:GetFunctionRecursionConfig lambda:GetProvisionedConcurrencyConfig "
        "lambda:GetRuntimeManagementConfig lambda:GetLayerVersion lambda:GetPolicy lambda:ListTags"
    ),
    "AWS::Logs": "logs:DescribeLogGroups logs:ListTagsForResource logs:DescribeQueryDefinitions",
    "AWS::S3::": (
        "s3:GetAccelerateConfiguration s3:GetAnalyticsConfiguration s3:GetBucketCORS s3:GetBucketLogging "
        "s3:GetBucketNotification s3:GetBucketObjectLockConfiguration s3:GetBucketOwnershipControls "
        "s3:GetBucketPolicy s3:GetBucketPublicAccessBlock s3:GetBucketTagging s3:GetBucketVersioning "
        "s3:GetBucketWebsite s3:GetEncryptionConfiguration s3:GetIntelligentTieringConfiguration "
        "s3:GetInventoryConfiguration s3:GetLifecycleConfiguration s3:GetMetricsConfiguration "
        "s3:GetReplicationConfiguration s3:ListBucket"
    ),
    "AWS::S3Vectors": "s3vectors:GetIndex s3vectors:GetVectorBucket s3vectors:ListTagsForResource",
    "AWS::SNS": (
        "sns:GetTopicAttributes sns:GetSubscriptionAttributes sns:GetDataProtectionPolicy "
        "sns:ListSubscriptionsByTopic sns:ListTagsForResource"
    ),
    "AWS::SQS": "sqs:GetQueueAttributes sqs:ListQueueTags",
    "AWS::StepFunctions::StateMachine": (
        "states:DescribeStateMachine states:DescribeStateMachineAlias states:ListTagsForResource"
    ),
}

KINDS: Final = frozenset(_BY_TYPE)
"""Types of resources, or their beginnings."""

READS: Final = tuple(sorted(action for actions in _BY_TYPE.values() for action in actions.split()))
"""The actions: all of them read the configuration of a resource, none what it holds."""
