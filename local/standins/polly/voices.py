"""Polly's voices and their languages, read from `voices.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

_ENGINES = {"s": "standard", "n": "neural", "l": "long-form", "g": "generative"}
_GENDERS = {"F": "Female", "M": "Male"}


@dataclass(frozen=True)
class Voice:
    """One voice. The first language is its own; bilingual voices have a second one."""

    id: str
    gender: str
    languages: tuple[str, ...]
    engines: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """A language of Polly: its name in DescribeVoices, and the espeak-ng voice that speaks it here."""

    name: str
    espeak: str


_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
LANGUAGES = {code: Language(row["name"], row["espeak"]) for code, row in _TABLE.items()}
VOICES: dict[str, Voice] = {}
for code, row in _TABLE.items():
    for entry in filter(None, row["voices"].split(";")):
        name, gender, engines, *also = entry.split()
        languages = (code, *(second.removeprefix("+") for second in also))
        VOICES[name] = Voice(name, _GENDERS[gender], languages, tuple(_ENGINES[letter] for letter in engines))
