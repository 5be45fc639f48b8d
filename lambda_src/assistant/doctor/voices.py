"""The voices that the product's table uses: does this Region offer them, with that engine?"""

from collections import defaultdict

from assistant.aws.polly import OfferedVoice, VoiceCatalog
from assistant.errors import ServiceError
from assistant.language import languages
from assistant.voice.voices import Voice, voice_for

from .finding import Finding, not_checked


def check_voices(engine: str, catalog: VoiceCatalog) -> list[Finding]:
    """Check the voice of each language; the ones that are there make one finding."""
    try:
        offered = catalog.voices()
    except ServiceError as error:
        return [not_checked("voice", engine, error)]
    spoken: dict[Voice, list[str]] = defaultdict(list)
    for code in languages.by_code():
        if voice := voice_for(code, engine):
            spoken[voice].append(code)
    missing = [_missing(voice, codes) for voice, codes in spoken.items() if not _has(offered, voice)]
    there = len(spoken) - len(missing)
    return [*missing, Finding("voice", engine, "ok", f"{there} of {len(spoken)} voices are offered here")]


def _has(offered: dict[str, OfferedVoice], voice: Voice) -> bool:
    here = offered.get(voice.voice_id)
    return here is not None and voice.engine in here.engines and voice.language in here.languages


def _missing(voice: Voice, codes: list[str]) -> Finding:
    return Finding(
        "voice",
        f"{voice.voice_id} ({voice.engine})",
        "warning",
        f"is not offered in this Region: replies in {', '.join(codes)} go out without audio",
        "Deploy in a Region that has it, or choose another voice for the language in data/languages.toml.",
    )
