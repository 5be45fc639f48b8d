"""How long a reply is: asked of the model, allowed by the checks, and set aside as tokens.

Words are counted on the team's text (`count_words`): French or English, which put blanks between words.
"""

from typing import Final

ASKED_MIN_WORDS: Final = 80
ASKED_MAX_WORDS: Final = 120
"""What the prompts ask for: the length that the product promises for a reply."""

MIN_WORDS: Final = 60
MAX_WORDS: Final = 180
"""What the checks allow: a quarter fewer than asked for, half as many again; else a draft is rejected."""

MAX_CHARACTERS: Final = 4_000
"""Of one text: 180 words are at most 1,600 characters in any of the languages; more is not even looked at."""

MAX_CONDENSED: Final = 5
"""How many times as long the team's text may be: one in Chinese, the shortest, takes a third of French."""

MAX_TOKENS: Final = 2500
"""Room for the longest reply that is asked for, in the script with the most tokens (about ten a word), and
again in the team's language, with some to spare. Bedrock counts them against the quota as a call begins."""


def count_words(text: str) -> int:
    """Count the words of a text in the team's language."""
    return len(text.split())
