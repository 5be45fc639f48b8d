"""A customer, as the table finds all requests of one: by a hash of the e-mail address."""

import hashlib

from . import address


def hash_of(email: str) -> str:
    """Return the SHA-256 of a mailbox, the same however its address is cased, padded, composed or encoded.

    Small letters, not `casefold`: straße@ and strasse@ are two mailboxes. A capital sigma has two small ones,
    by its place; they are one here.

    Raises:
        ValueError: it is no address.
    """
    return hashlib.sha256(address.normalized(email).lower().replace("ς", "σ").encode()).hexdigest()
