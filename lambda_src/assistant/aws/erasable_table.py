"""The request table for those who may erase: stubs in the place of requests, and whose requests there are."""

from collections.abc import Iterator

from botocore.exceptions import ClientError

from assistant.errors import ServiceBusy
from assistant.request.record import CUSTOMER_INDEX, StoredRequest

from .attributes import to_dynamo, typed
from .client import calling, expected
from .table import RequestTable, found_instead, living

_NOT_SO = "ConditionalCheckFailedException"


class ErasableTable(RequestTable):
    """Finds a customer's requests and replaces each by what may stay of it."""

    def requests_of(self, customer_hash: str) -> Iterator[str]:
        """Yield the ids of a customer's requests, oldest first; the index may lag behind the table."""
        return (item["pk"] for item in self._query(CUSTOMER_INDEX, "customer_hash", customer_hash))

    def erase(self, stub: StoredRequest) -> None:
        """Put a stub in the place of its request, unless another attempt was started meanwhile.

        Raises:
            NotFound: there is no such request, or (Erased) it was erased before.
            ServiceBusy: another attempt was started; read the request again.
        """
        with calling("dynamodb", "PutItem"):
            try:
                self._client.put_item(
                    TableName=self._table,
                    Item=to_dynamo(stub),
                    ConditionExpression="attempt = :attempt AND #status <> :erased",
                    ExpressionAttributeNames={"#status": "status"},
                    ExpressionAttributeValues={
                        ":attempt": typed(stub["attempt"]),
                        ":erased": typed("erased"),
                    },
                    ReturnValuesOnConditionCheckFailure="ALL_OLD",
                )
            except ClientError as error:
                if not expected(error, (_NOT_SO,)):
                    raise
                stored = found_instead(error)
            else:
                return
        living(stored)
        raise ServiceBusy("dynamodb", "PutItem", _NOT_SO)

    def forget_idempotency(self, key: str, request_id: str) -> None:
        """Delete a request's idempotency item; one that by now belongs to another request stays."""
        with calling("dynamodb", "DeleteItem"):
            try:
                self._client.delete_item(
                    TableName=self._table,
                    Key={"pk": typed(key)},
                    ConditionExpression="request_id = :request_id",
                    ExpressionAttributeValues={":request_id": typed(request_id)},
                )
            except ClientError as error:
                if not expected(error, (_NOT_SO,)):
                    raise
