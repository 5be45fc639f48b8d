"""What becomes of a message by its language: whether it is translated, how it is answered and spoken."""

from assistant.intake import receipt
from assistant.language import languages
from assistant.voice.voices import Voice, voice_for
from support_stack import config


def width(code: str) -> float:
    """Return the bytes that a character of a language takes, measured on its receipt, else on its name."""
    receipts = receipt.texts()
    text = receipts.get(code) or receipts.get(languages.base(code)) or languages.by_code()[code].own_name
    return len(text.encode()) / len(text)


def is_translated(code: str, environment: config.Environment) -> bool:
    """Tell whether a message in a language is translated for the team."""
    return languages.base(code) != environment.pivot_language


def reply_language(code: str, environment: config.Environment) -> str:
    """Return the language in which a message in a language is answered."""
    return code if environment.reply_language == "customer" else environment.pivot_language


def voice(code: str, environment: config.Environment) -> Voice | None:
    """Return the voice that may read the reply to a message in a language; None where nothing is spoken."""
    if environment.voice.speech == "off":
        return None
    return voice_for(reply_language(code, environment), environment.voice.engine)
