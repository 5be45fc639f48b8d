"""What the AI services do for one average request: the ledger's counters, before there is a request.

Every call is taken to succeed at once: rejected drafts, retries and fallbacks come on top. The tags that
protect codes from translation, and codes that are spelled out, add about one character in a hundred.
"""

from assistant.cost import usage
from assistant.language import languages
from assistant.privacy import privacy
from local import expected_tokens as tokens
from local.message_languages import is_translated, voice
from local.message_profile import MessageProfile
from support_stack import config

Amounts = dict[str, float]
"""By counter; of an average request, so fractions too."""


def ai_services(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Return what a message in a language uses of Translate, Comprehend, Bedrock and Polly."""
    read = _economy if environment.profile == "economy" else _quality
    used = (read(code, environment, profile), tokens.of_review(code, environment, profile))
    return _total(*used) | _speech(code, environment, profile)


def _total(*used: Amounts) -> Amounts:
    """Return the sum of amounts: models that write and that review count their calls alike."""
    return {counter: sum(amounts.get(counter, 0) for amounts in used) for counter in {**used[0], **used[1]}}


def _quality(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """Language, sentiment and entities; and personal data, where that takes a call of its own."""
    personal = privacy.needs_detector(code, environment.personal_data)
    used = _comprehend(3 + personal, profile) | tokens.of_reply(code, environment, profile)
    if is_translated(code, environment):
        used |= {"translate_calls": 1, "translate_characters": profile.length}
    return used


def _economy(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    """One call reads and answers; besides, Comprehend's detector is asked in the languages that it speaks."""
    detects = environment.personal_data != privacy.OFF and languages.detects_personal_data(code)
    return _comprehend(int(detects), profile) | tokens.of_reading(code, environment, profile)


def _speech(code: str, environment: config.Environment, profile: MessageProfile) -> Amounts:
    speaker = voice(code, environment)
    if speaker is None:
        return {}
    spoken = 1 if environment.voice.speech == "always" else profile.listens
    return {"polly_calls": spoken, f"polly_characters:{speaker.engine}": spoken * profile.reply_length}


def _comprehend(calls: int, profile: MessageProfile) -> Amounts:
    units = usage.comprehend_units("x" * profile.length)
    return {"comprehend_calls": calls, "comprehend_units": calls * units}
