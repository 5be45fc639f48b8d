"""A customer by their e-mail address: its one form, the hash that finds their requests, and its mask."""

import hashlib


def normalized(email: str) -> str:
    """Return the one form of an address: composed (NFC), its domain in small letters and its own script.

    Raises:
        ValueError: it is no address that mail could be sent to; says why.
    """
    from email_validator import validate_email  # noqa: PLC0415 - 30 ms that only two functions need

    # Whether the domain has a mail server is not asked: no function waits for a stranger's name server.
    return validate_email(email.strip(), check_deliverability=False).normalized


def hash_of(email: str) -> str:
    """Return the SHA-256 of a mailbox, the same however its address is cased, padded, composed or encoded.

    Small letters, not `casefold`: straße@ and strasse@ are two mailboxes. A capital sigma has two small ones,
    by its place; they are one here.

    Raises:
        ValueError: it is no address.
    """
    return hashlib.sha256(normalized(email).lower().replace("ς", "σ").encode()).hexdigest()


def mask(email: str) -> str:
    """Return an address as its owner would know it and nobody else: `o…@example.com`."""
    name, _, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}"
