"""The Region's voices."""

import pytest
from botocore.stub import Stubber

from assistant.aws.polly import OfferedVoice, VoiceCatalog
from assistant.errors import ServiceBusy
from tests.assistant.stubs import refuse


def test_voices_come_from_every_page_with_all_their_languages(polly: Stubber) -> None:
    lea = {"Id": "Lea", "LanguageCode": "fr-FR", "SupportedEngines": ["standard", "neural"]}
    kajal = {
        "Id": "Kajal",
        "LanguageCode": "en-IN",
        "AdditionalLanguageCodes": ["hi-IN"],
        "SupportedEngines": ["neural"],
    }
    polly.add_response("describe_voices", {"Voices": [lea], "NextToken": "more"}, {})
    polly.add_response("describe_voices", {"Voices": [kajal]}, {"NextToken": "more"})
    assert VoiceCatalog(polly.client).voices() == {
        "Lea": OfferedVoice(frozenset({"standard", "neural"}), frozenset({"fr-FR"})),
        "Kajal": OfferedVoice(frozenset({"neural"}), frozenset({"en-IN", "hi-IN"})),
    }


def test_a_list_that_fails_is_an_error_by_type(polly: Stubber) -> None:
    refuse(polly, "describe_voices", "ServiceFailureException", 500)
    with pytest.raises(ServiceBusy):
        VoiceCatalog(polly.client).voices()
