"""What Polly accepts as SSML, and how many of its characters are billed."""

from __future__ import annotations

from xml.etree import ElementTree

from local.standins.services import ServiceError

_MOST = 6_000
_AMAZON = "{amazon}"
_NAMES = (
    "speak break emphasis lang mark p phoneme prosody s say-as sub w amazon:auto-breaths amazon:breath "
    "amazon:domain amazon:effect"
)
_TAGS = frozenset(_NAMES.split())
_STANDARD_ONLY = frozenset({"emphasis", "amazon:auto-breaths", "amazon:breath"})


def spoken_text(ssml: str, engine: str) -> str:
    """The text between the tags, which is what is billed.

    Raises:
        ServiceError: InvalidSsmlException for broken XML, declarations, unknown or unsupported tags.
    """
    # expat expands entities: without declarations there are none but the five of XML
    if len(ssml) > _MOST or "<!" in ssml:
        raise _invalid("Invalid SSML request")
    try:
        root = ElementTree.fromstring(ssml.replace("<speak", '<speak xmlns:amazon="amazon"', 1))  # noqa: S314
    except ElementTree.ParseError as error:
        raise _invalid("Invalid SSML request") from error
    tags = {element.tag.replace(_AMAZON, "amazon:") for element in root.iter()}
    if root.tag != "speak" or not tags <= _TAGS:
        raise _invalid("Invalid SSML request")
    if engine != "standard" and tags & _STANDARD_ONLY:
        raise _invalid("Unsupported Neural feature")
    return "".join(root.itertext())


def _invalid(message: str) -> ServiceError:
    return ServiceError("InvalidSsmlException", message)
