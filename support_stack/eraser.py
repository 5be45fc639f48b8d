"""The functions that erase requests, and what erasing takes."""

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from assistant.settings import Settings

from .functions import SupportFunction
from .storage import AUDIO, INCOMING, RESPONSES, TRANSCRIPTS, RequestStorage
from .workflow import SupportWorkflow


class Eraser(SupportFunction):
    """A function that erases requests."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        handler: str,
        description: str,
        settings: Settings,
        libraries: lambda_.ILayerVersion,
        storage: RequestStorage,
        workflow: SupportWorkflow,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler=handler,
            description=description,
            settings=settings,
            libraries=libraries,
        )
        storage.grant_items(self.function, "PutItem")  # the stub
        allow_finishing(self.function, storage=storage, workflow=workflow)


def allow_finishing(
    function: lambda_.IFunction, *, storage: RequestStorage, workflow: SupportWorkflow
) -> None:
    """Let a function finish erasures: read the stub, stop the execution, delete what is left."""
    storage.grant_items(function, "GetItem", "UpdateItem", "DeleteItem")
    storage.grant_delete(function, INCOMING, RESPONSES, AUDIO, TRANSCRIPTS)
    workflow.grant_stop(function)
