"""Speech by espeak-ng, through ctypes, encoded as MP3 by LAME."""

from __future__ import annotations  # array.array takes no subscript before Python 3.12

import array
import ctypes
import threading
from functools import lru_cache
from typing import Any

import espeakng_loader
import lameenc

_RETRIEVAL = 1  # AUDIO_OUTPUT_RETRIEVAL: synthesis calls back with samples and returns when all is done
_UTF8, _SSML, _END_PAUSE = 0x01, 0x10, 0x1000
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
_MP3_KBPS = 48  # Polly's MP3s at 24 kHz have 48 kbit/s


class SpeechError(RuntimeError):
    """The engine refused; espeak-ng otherwise fails without a sound."""


class _Engine:
    """espeak-ng, which keeps one global state: a lock lets one text through at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._samples = array.array("h")
        self._library: Any = ctypes.CDLL(espeakng_loader.get_library_path())
        self._callback = _CALLBACK(self._collect)  # kept, or it would be collected while C still calls it
        self.rate = self._library.espeak_Initialize(
            _RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0
        )
        if self.rate <= 0:
            raise SpeechError("espeak-ng did not start")
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str, voice: str, flags: int) -> array.array[int]:
        data = text.replace("\0", " ").encode() + b"\0"
        with self._lock:
            self._samples = array.array("h")
            self._check(self._library.espeak_SetVoiceByName(voice.encode()), f"voice {voice}")
            size = ctypes.c_size_t(len(data))
            self._check(self._library.espeak_Synth(data, size, 0, 0, 0, flags, None, None), "synthesis")
            self._check(self._library.espeak_Synchronize(), "synthesis")
            return self._samples

    def _collect(self, samples: Any, count: int, _events: Any) -> int:
        if samples and count > 0:
            self._samples.frombytes(ctypes.string_at(samples, count * 2))
        return 0

    @staticmethod
    def _check(code: int, what: str) -> None:
        if code != 0:
            raise SpeechError(f"espeak-ng failed ({what}): {code}")


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    return _Engine()


def synthesize(text: str, *, voice: str, ssml: bool = False, rate: int = 24_000) -> bytes:
    """Return speech as MP3, one channel, at the rate asked for.

    Raises SpeechError: the engine does not know the voice, or found nothing to say.
    """
    engine = _engine()
    samples = engine.speak(text, voice, _UTF8 | _END_PAUSE | (_SSML if ssml else 0))
    if not any(samples[::16]):
        raise SpeechError("espeak-ng found nothing to say")
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(engine.rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_bit_rate(_MP3_KBPS)
    encoder.set_quality(7)
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())
