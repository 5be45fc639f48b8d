"""The id of a request, and its links: to its status, to its audio, and to its erasure.

A link's token is version, purpose, expiry, the key's name and a MAC over these and the id. Its own expiry is
the outer bound that its issuer can promise before the answer exists; the request's `links_expire_at`, seven
days after the answer, decides. The key's name lets links of a former key live on when another key signs.
"""

import base64
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Literal, Self

from assistant.aws.kms import MacKey

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"
ID_FORM: Final = re.compile(r"req-\d{8}-\d{6}-[a-z2-7]{12}", re.ASCII)

Purpose = Literal["status", "audio", "erase"]
"""What a link is good for: each opens one thing, and no other."""

_KEY_NAME_CHARACTERS: Final = 8
"""Of a KMS key's id, whose first ones are random: enough to choose among two or three keys."""

LIFETIME: Final = timedelta(days=7)
"""How long a link lives, counted from the answer."""

OUTER_BOUND: Final = timedelta(days=37)
"""A token's own expiry, counted from its issue: a month to repair a failed request, then its seven days."""

FORM: Final = re.compile(
    r"v1\.(status|audio|erase)\.(\d{1,11})\.([a-z0-9-]{8})\.([A-Za-z0-9_-]{43})", re.ASCII
)


def new_id(now: datetime) -> str:
    """Return `req-YYYYMMDD-HHMMSS-` (UTC) and twelve random base-32 characters.

    It is sortable by time, not guessable, and also the execution's name.
    """
    return f"req-{now:%Y%m%d-%H%M%S}-" + "".join(secrets.choice(_ALPHABET) for _ in range(12))


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an id."""
    return ID_FORM.fullmatch(text) is not None


@dataclass(frozen=True)
class Token:
    """A link's token; `expires` in seconds since the epoch, `key` the name of the key that signs it."""

    purpose: str
    expires: int
    key: str = ""
    mac: bytes = b""

    @classmethod
    def issue(cls, purpose: Purpose, now: datetime) -> Self:
        """Return the token to be signed for a link that is handed out now."""
        return cls(purpose=purpose, expires=int((now + OUTER_BOUND).timestamp()))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read a token from a link; None for anything that we cannot have written."""
        match = FORM.fullmatch(text)
        if not match:
            return None
        mac = base64.urlsafe_b64decode(match[4] + "=")
        return cls(purpose=match[1], expires=int(match[2]), key=match[3], mac=mac)

    def signed_part(self, request_id: str) -> bytes:
        """Return what the MAC covers."""
        return f"v1.{self.purpose}.{self.expires}.{self.key}.{request_id}".encode()

    def __str__(self) -> str:
        mac = base64.urlsafe_b64encode(self.mac).decode().rstrip("=")
        return f"v1.{self.purpose}.{self.expires}.{self.key}.{mac}"


def url(base: str, request_id: str, token: Token) -> str:
    """Return the link: `…/requests/{id}/audio` for the audio, else `…/requests/{id}`."""
    path = f"requests/{request_id}" + ("/audio" if token.purpose == "audio" else "")
    return f"{base}/{path}?t={token}"


class LinkSigner:
    """Signs tokens with the first of its keys, and tells those that any of them signed from others'."""

    def __init__(self, keys: Sequence[MacKey]) -> None:
        self._keys = keys

    def sign(self, token: Token, request_id: str) -> Token:
        """Return the token with its key's name and its MAC."""
        key = self._keys[0]
        named = replace(token, key=_name(key))
        return replace(named, mac=key.generate(named.signed_part(request_id)))

    def link(self, purpose: Purpose, base: str, request_id: str, now: datetime) -> str:
        """Return a link that is handed out now."""
        return url(base, request_id, self.sign(Token.issue(purpose, now), request_id))

    def is_ours(self, token: Token, request_id: str) -> bool:
        """Tell whether we signed this token for this request; a key that is not ours is never asked."""
        signed = token.signed_part(request_id)
        return any(key.verify(signed, token.mac) for key in self._keys if _name(key) == token.key)


def _name(key: MacKey) -> str:
    return key.key_id[:_KEY_NAME_CHARACTERS]
