"""A customer, as the table finds all requests of one: by a hash of the e-mail address."""

import hashlib
import unicodedata


def hash_of(email: str) -> str:
    """Return the SHA-256 of an address, the same however it is cased, padded or composed."""
    folded = unicodedata.normalize("NFC", email.strip()).casefold()
    return hashlib.sha256(unicodedata.normalize("NFC", folded).encode()).hexdigest()
