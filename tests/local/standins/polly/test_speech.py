from concurrent.futures import ThreadPoolExecutor

import pytest

from local.commands.audio import listen
from local.standins.polly.speech import SpeechError, synthesize
from local.standins.polly.voices import LANGUAGES


@pytest.mark.parametrize("voice", sorted({language.espeak for language in LANGUAGES.values()}))
@pytest.mark.parametrize("variant", ["", "+f2"])
def test_every_voice_speaks_up(voice: str, variant: str) -> None:
    sound = listen(synthesize("Ana 1 2", voice=voice + variant, rate=8_000))
    assert sound.seconds > 0.4
    assert sound.loudness > 0.02


def test_an_unknown_voice_is_an_error_not_a_silence() -> None:
    with pytest.raises(SpeechError, match="nonsense"):
        synthesize("Hello", voice="nonsense")


def test_nothing_to_say_is_an_error() -> None:
    with pytest.raises(SpeechError):
        synthesize("", voice="fr")


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
def test_mp3_frames_carry_the_rate(rate: int) -> None:
    header = synthesize("Bonjour", voice="fr", rate=rate)[:4]
    assert header[0] == 0xFF
    version, index = (header[1] >> 3) & 3, (header[2] >> 2) & 3
    rates = {3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000]}
    assert rates[version][index] == rate


def test_ssml_breaks_are_heard() -> None:
    text = "<speak>Bonjour {} Paris</speak>"
    plain = listen(synthesize(text.format(""), voice="fr", ssml=True))
    paused = listen(synthesize(text.format('<break time="2s"/>'), voice="fr", ssml=True))
    assert paused.seconds - plain.seconds > 1.5


def test_texts_spoken_at_once_do_not_mix() -> None:
    texts = ["un", "un deux trois quatre cinq six sept huit neuf dix", "deux trois"] * 4

    def length(text: str) -> int:
        return len(synthesize(text, voice="fr"))

    alone = [length(text) for text in texts[:3]] * 4
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(length, texts))
    # the end pause depends a little on what was said before
    assert together == pytest.approx(alone, rel=0.1)
