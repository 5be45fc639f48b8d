"""E-mail addresses: the one form of each mailbox, and what a report may show of it."""


def normalized(address: str) -> str:
    """Return the one form of an address: composed (NFC), its domain in small letters and its own script.

    Raises:
        ValueError: it is no address that mail could be sent to; says why.
    """
    from email_validator import validate_email  # noqa: PLC0415 - 30 ms that only two functions need

    # Whether the domain has a mail server is not asked: no function waits for a stranger's name server.
    return validate_email(address.strip(), check_deliverability=False).normalized


def mask(address: str) -> str:
    """Return an address as its owner would know it and nobody else: `o…@example.com`."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
