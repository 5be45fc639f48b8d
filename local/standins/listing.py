"""What a model would list as personal in a message: names and addresses, by rules that see their forms."""

from __future__ import annotations

import unicodedata

from local.standins import listed_addresses, listed_names
from local.standins.entities import find_entities


def listed(text: str, language: str) -> list[str]:
    """Names that are introduced or signed with, and addresses with a number, each once."""
    # The rules read one kind of blank, so that a place in the text is a place in what they read.
    read = "".join(" " if unicodedata.category(char) == "Zs" else char for char in text)
    found = [
        *(
            (entity["BeginOffset"], entity["EndOffset"])
            for entity in find_entities(text, language)
            if entity["Type"] == "PERSON"
        ),
        *listed_names.find(read),
        *listed_addresses.find(read),
    ]
    return list(dict.fromkeys(text[start:end] for start, end in sorted(found)))
