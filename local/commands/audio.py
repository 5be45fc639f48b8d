"""Checks that a file is an MP3 with something to hear."""

import math
from dataclasses import dataclass

import miniaudio  # type: ignore[import-untyped]

from local.errors import LocalError

# Root mean square of the samples, as a share of full scale. Speech lies about 0.05 to 0.2; what a
# converter makes of digital silence lies under 0.0001.
_AUDIBLE = 0.005
_FULL_SCALE = 32768


@dataclass(frozen=True)
class Sound:
    """What was heard: length in seconds, loudness 0 to 1, samples a second."""

    seconds: float
    loudness: float
    sample_rate: int


def listen(mp3: bytes) -> Sound:
    """Decode an MP3; raise LocalError if it has no MP3 frames or nothing louder than silence."""
    try:
        decoded = miniaudio.mp3_read_s16(mp3)
    except miniaudio.DecodeError as error:
        raise LocalError("the audio has no MP3 frames") from error
    samples = decoded.samples
    if not samples:
        raise LocalError("the audio has no MP3 frames")
    loudness = math.sqrt(sum(sample * sample for sample in samples[::4]) / len(samples[::4])) / _FULL_SCALE
    if loudness < _AUDIBLE:
        raise LocalError(f"the audio is silent (loudness {loudness:.4f})")
    return Sound(decoded.num_frames / decoded.sample_rate, loudness, decoded.sample_rate)
