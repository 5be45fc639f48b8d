"""SSML for Amazon Polly: a text as it is, with its numbers and codes spoken character by character.

Source: Polly's developer guide, "Supported SSML tags", "say-as" and "Quotas". Every engine takes `break`.
`say-as interpret-as="characters"` is for the standard and generative engines: a neural voice hands the whole
sentence to the related standard voice, which sounds different, and which not every neural voice has.
For the neural engine the characters are therefore spaced out in the text.
"""

import html
import re
from itertools import pairwise
from typing import Final

from assistant.text import splitting as texts
from assistant.text.normalized import clean

from . import spelling

MAX_BILLED: Final = 3_000
"""Characters that Polly bills per call, tags apart; counted in bytes, so that every script stays under it."""

MAX_TOTAL: Final = 6_000
"""Characters of a call in all, tags and entities included; counted in bytes too."""

_PAUSE: Final = '<break time="200ms"/>'
_GROUP: Final = 4
"""Characters that a person keeps in mind while writing them down."""

_RUN: Final = re.compile(r"(?:\d+|[^\d/_-]+)[-_/]?")
_TAG: Final = re.compile("<[^>]*>")
_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")


def pieces(text: str, engine: str) -> list[str]:
    """Return a text as SSML documents within Polly's limits, cut at ends of sentences where that is possible.

    Control characters are left out, and so are pieces with nothing but blanks.
    """
    return _pieces(_NOT_IN_XML.sub("", clean(text)), engine, MAX_BILLED)


def speech(text: str, engine: str) -> str:
    """Return one SSML document; the text holds no control characters."""
    marked, done = [], 0
    for start, end in spelling.codes(text):
        marked += [html.escape(text[done:start], quote=False), _spelled(text[start:end], engine)]
        done = end
    return f"<speak>{''.join(marked)}{html.escape(text[done:], quote=False)}</speak>"


def _pieces(text: str, engine: str, max_bytes: int) -> list[str]:
    fitting: list[str] = []
    for piece in texts.split(text, max_bytes):
        if not piece.strip():
            continue
        ssml = speech(piece, engine)
        if texts.size(_TAG.sub("", ssml)) <= MAX_BILLED and texts.size(ssml) <= MAX_TOTAL:
            fitting.append(ssml)
        else:
            fitting += _pieces(piece, engine, max_bytes // 2)
    return fitting


def _spelled(code: str, engine: str) -> str:
    """Return a code in groups with pauses between them.

    Neural: the hyphen is a pause too, since its name differs by language; capitals, since a lone small
    letter is a word in some languages.
    """
    groups = [group for run in _RUN.findall(code) for group in _groups(run)]
    if engine == "neural":
        capitals = (re.sub("[a-z]", lambda small: small[0].upper(), group) for group in groups)
        return f" {_PAUSE}".join(" ".join(re.sub("[-_/]", "", group)) for group in capitals)
    return _PAUSE.join(f'<say-as interpret-as="characters">{group}</say-as>' for group in groups)


def _groups(run: str) -> list[str]:
    """Cut a run of letters or digits evenly: five characters are three and two."""
    size = len(run.rstrip("-_/"))
    count = -(-size // _GROUP)
    ends = [-(-size * number // count) for number in range(count)] + [len(run)]
    return [run[start:end] for start, end in pairwise(ends)]
