"""An MP3 is one when it can be decoded, and is heard when it is louder than silence."""

import pytest

from local.commands.audio import listen
from local.errors import LocalError
from tests.local.conftest import mp3


def test_a_tone_is_heard() -> None:
    sound = listen(mp3(8000))
    assert sound.sample_rate == 24000
    assert sound.seconds == pytest.approx(1.0, abs=0.2)
    assert sound.loudness == pytest.approx(8000 / 32768, rel=0.2)


def test_a_silent_file_is_refused() -> None:
    with pytest.raises(LocalError, match="silent"):
        listen(mp3(0))


@pytest.mark.parametrize(
    "not_mp3", [b"", b"ID3", b'{"error": "AccessDenied"}' * 40, b"RIFF\x00\x00\x00\x00WAVEfmt "]
)
def test_other_bytes_are_no_mp3(not_mp3: bytes) -> None:
    with pytest.raises(LocalError, match="no MP3 frames"):
        listen(not_mp3)
