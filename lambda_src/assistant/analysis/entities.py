"""What counts as an entity of a message, whoever finds it."""

from typing import Final

TYPES: Final = (
    "PERSON",
    "ORGANIZATION",
    "LOCATION",
    "DATE",
    "COMMERCIAL_ITEM",
    "QUANTITY",
    "EVENT",
    "TITLE",
    "OTHER",
)
"""The types of Comprehend, whose names the record uses."""

ABOVE: Final = 0.80
"""The score that an entity has to exceed."""
