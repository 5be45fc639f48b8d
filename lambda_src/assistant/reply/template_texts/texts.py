"""What one language brings along for a template reply."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Texts:
    """One language's sentences, as complete as a native speaker writes them: nothing is inflected later.

    They address one customer politely, of unknown gender, ask for no password, promise the time to look
    alone and offer nothing. Nobody has read the message yet, so steps tell what will be done, not what is
    being done, and openings fit any message of their sentiment. Names in braces are filled in: `name`,
    `reference`, `hours`, `company`; each stands where its language needs no ending on it. Greetings end as
    the language's letters do, which decides whether an opening begins with a capital.
    """

    greeting: str
    greeting_by_name: str
    negative: str
    mixed: str
    positive: str
    neutral: str
    recorded: str
    delivery: str
    product: str
    refund: str
    account: str
    billing: str
    general: str
    look: str
    hours: tuple[str, str, str]
    """1, 4 and 24 hours, in the case that `look` asks for."""
    disclosure: str
    """Whose reply it is, as Article 50 of the EU's AI Act asks for; under 60 characters, since it is spoken too."""
    closing: str
    joint: str = " "
    """Between two sentences; nothing where the script writes no spaces."""
