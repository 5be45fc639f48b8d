"""The function behind the audio link, which in an environment with speech on demand also speaks."""

from aws_cdk import aws_kms as kms, aws_lambda as lambda_
from constructs import Construct

from assistant.settings import Settings

from .functions import SupportFunction
from .storage import AUDIO, RequestStorage


class GetAudio(SupportFunction):
    """Leads to a request's audio; `speaks`: whoever opens the link first has it made."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        libraries: lambda_.ILayerVersion,
        storage: RequestStorage,
        link_key: kms.IKey,
        speaks: bool,
    ) -> None:
        super().__init__(
            scope,
            construct_id,
            handler="assistant.voice.audio_handler",
            description="Leads to a request's audio",
            settings=settings,
            libraries=libraries,
        )
        storage.grant_items(self.function, "GetItem")
        storage.grant_get(self.function, AUDIO)
        link_key.grant_verify_mac(self.function)
        if speaks:
            self.may_ask("polly:SynthesizeSpeech")
            storage.grant_items(self.function, "UpdateItem")
            storage.grant_put(self.function, AUDIO)
            storage.grant_find(self.function, AUDIO)
            storage.grant_delete(self.function, AUDIO)  # of a request that was erased meanwhile
