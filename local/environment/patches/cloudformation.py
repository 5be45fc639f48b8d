"""CloudFormation: resource types that MiniStack does not have, and what AWS refuses."""

from typing import Any

from ministack.services import dynamodb, s3  # type: ignore[import-not-found]
from ministack.services.cloudformation import provisioners  # type: ignore[import-not-found]


def patch_resource_types() -> None:
    """Take as created what nothing here would use: saved queries, and alarms on other alarms."""

    def create(logical_id: str, _properties: dict[str, Any], stack_name: str) -> tuple[str, dict[str, Any]]:
        name = f"{stack_name}-{logical_id}"
        return name, {
            "QueryDefinitionId": name,
            "Arn": f"arn:aws:cloudwatch:us-east-1:000000000000:alarm:{name}",
        }

    for resource_type in ("AWS::Logs::QueryDefinition", "AWS::CloudWatch::CompositeAlarm"):
        handlers = {"create": create, "delete": lambda *_: None}
        provisioners._RESOURCE_HANDLERS.setdefault(resource_type, handlers)


def patch_deletion() -> None:
    """Let CloudFormation fail where AWS does: on a bucket that holds objects, on a table that is protected.

    MiniStack's own S3 and DynamoDB refuse both; its CloudFormation passes them by. It also ignores a global
    table's replicas, where its protection stands, and takes a changed table for one of another name.
    """
    handlers = provisioners._RESOURCE_HANDLERS
    bucket, table = handlers["AWS::S3::Bucket"], handlers["AWS::DynamoDB::GlobalTable"]

    def delete_bucket(name: str, _properties: dict[str, Any]) -> None:
        status, _, body = s3._delete_bucket(name)
        if status >= 400 and status != 404:
            raise ValueError(body.decode() if isinstance(body, bytes) else body)

    def delete_table(name: str, _properties: dict[str, Any]) -> None:
        status, _, body = dynamodb._delete_table({"TableName": name})
        if status >= 400 and name in dynamodb._tables:
            raise ValueError(body.decode() if isinstance(body, bytes) else body)

    def protected(made: tuple[str, dict[str, Any]], properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        wanted = any(replica.get("DeletionProtectionEnabled") for replica in properties["Replicas"])
        dynamodb._tables[made[0]]["DeletionProtectionEnabled"] = wanted
        return made

    create, update = table["create"], table["update"]

    def create_table(logical_id: str, properties: dict[str, Any], stack: str) -> tuple[str, dict[str, Any]]:
        return protected(create(logical_id, properties, stack), properties)

    def update_table(
        name: str, old: dict[str, Any], new: dict[str, Any], stack: str
    ) -> tuple[str, dict[str, Any]]:
        named = {"TableName": name}
        return protected(update(name, old | named, new | named, stack), new)

    bucket["delete"] = delete_bucket
    table |= {"create": create_table, "update": update_table, "delete": delete_table}


def patch_environment_size() -> None:
    """Refuse a function whose environment takes more than 4 KB, as Lambda does; MiniStack takes any."""
    handlers = provisioners._RESOURCE_HANDLERS["AWS::Lambda::Function"]
    create = handlers["create"]

    def create_fitting(logical_id: str, properties: dict[str, Any], stack: str) -> tuple[str, dict[str, Any]]:
        variables = properties.get("Environment", {}).get("Variables", {})
        if sum(len(f"{name}{value}".encode()) for name, value in variables.items()) > 4096:
            raise ValueError(
                "Lambda was unable to configure your environment variables because the environment variables "
                "you have provided exceeded the 4KB limit."
            )
        made: tuple[str, dict[str, Any]] = create(logical_id, properties, stack)
        return made

    handlers["create"] = create_fitting
