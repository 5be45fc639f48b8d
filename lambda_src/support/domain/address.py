"""E-mail addresses, as far as a report may show them."""


def mask(address: str) -> str:
    """Return an address as its owner would know it and nobody else: `o…@example.com`."""
    name, _, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
