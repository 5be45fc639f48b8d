"""Polly's voices: id, gender, language and engines, from its developer guide ("Available voices"); data.

Engines: s standard, n neural, l long-form, g generative. A second language makes a voice bilingual.
"""

from __future__ import annotations

from dataclasses import dataclass

_ENGINES = {"s": "standard", "n": "neural", "l": "long-form", "g": "generative"}


@dataclass(frozen=True)
class Voice:
    """One voice. The first language is its own; others are spoken by bilingual voices."""

    id: str
    gender: str
    languages: tuple[str, ...]
    engines: tuple[str, ...]


_TABLE = """
arb     Zeina F s
ar-AE   Hala F n; Zayd M n
ca-ES   Arlet F n
cmn-CN  Zhiyu F sn
cs-CZ   Jitka F n
cy-GB   Gwyneth F s
da-DK   Naja F s; Mads M s; Sofie F n
de-AT   Hannah F n
de-CH   Sabrina F ng
de-DE   Marlene F s; Vicki F sng; Hans M s; Daniel M ng; Lennart M g
en-AU   Nicole F s; Olivia F ng; Russell M s
en-GB   Amy F sng; Emma F sn; Brian M sng; Arthur M n
en-GB-WLS Geraint M s
en-IE   Niamh F ng
en-IN,hi-IN Aditi F s; Kajal F ng
en-IN   Raveena F s
en-NZ   Aria F ng
en-SG   Jasmine F ng
en-US   Danielle F nlg; Gregory M nl; Ivy F sn; Joanna F sng; Kendra F sn; Kimberly F sn
en-US   Salli F sng; Joey M sn; Justin M sn; Kevin M n; Matthew M sng; Ruth F nlg; Stephen M ng; Tiffany F g
en-ZA   Ayanda F ng
es-ES   Conchita F s; Lucia F sng; Enrique M s; Sergio M ng
es-MX   Mia F sng; Andres M ng
es-US   Lupe F sng; Penelope F s; Miguel M s; Pedro M ng
fi-FI   Suvi F n
fr-BE   Isabelle F ng
fr-CA   Chantal F s; Gabrielle F ng; Liam M ng
fr-FR   Celine F s; Lea F sng; Mathieu M s; Remi M ng; Ambre F g; Florian M g
is-IS   Dora F s; Karl M s
it-IT   Carla F s; Bianca F sng; Giorgio M s; Adriano M n; Beatrice F g; Lorenzo M g
ja-JP   Mizuki F s; Takumi M sn; Kazuha F n; Tomoko F n
ko-KR   Seoyeon F sng; Jihye F n
nb-NO   Liv F s; Ida F n
nl-BE   Lisa F ng
nl-NL   Laura F ng; Lotte F s; Ruben M s
pl-PL   Ewa F s; Maja F s; Jacek M s; Jan M s; Ola F ng
pt-BR   Camila F sng; Vitoria F sn; Ricardo M s; Thiago M n
pt-PT   Ines F sn; Cristiano M s
ro-RO   Carmen F s
ru-RU   Tatyana F s; Maxim M s
sv-SE   Astrid F s; Elin F n
tr-TR   Filiz F s; Burcu F n
yue-CN  Hiujin F n
"""

# The language names of DescribeVoices, and the espeak-ng voice that speaks for each language code.
LANGUAGES = {
    "arb": ("Arabic", "ar"),
    "ar-AE": ("Gulf Arabic", "ar"),
    "ca-ES": ("Catalan", "ca"),
    "cmn-CN": ("Chinese Mandarin", "cmn"),
    "cs-CZ": ("Czech", "cs"),
    "cy-GB": ("Welsh", "cy"),
    "da-DK": ("Danish", "da"),
    "de-AT": ("Austrian German", "de"),
    "de-CH": ("Swiss Standard German", "de"),
    "de-DE": ("German", "de"),
    "en-AU": ("Australian English", "en"),
    "en-GB": ("British English", "en"),
    "en-GB-WLS": ("Welsh English", "en"),
    "en-IE": ("Irish English", "en"),
    "en-IN": ("Indian English", "en"),
    "en-NZ": ("New Zealand English", "en"),
    "en-SG": ("Singaporean English", "en"),
    "en-US": ("US English", "en-us"),
    "en-ZA": ("South African English", "en"),
    "es-ES": ("Castilian Spanish", "es"),
    "es-MX": ("Mexican Spanish", "es-419"),
    "es-US": ("US Spanish", "es-419"),
    "fi-FI": ("Finnish", "fi"),
    "fr-BE": ("Belgian French", "fr-be"),
    "fr-CA": ("Canadian French", "fr"),
    "fr-FR": ("French", "fr"),
    "hi-IN": ("Hindi", "hi"),
    "is-IS": ("Icelandic", "is"),
    "it-IT": ("Italian", "it"),
    "ja-JP": ("Japanese", "ja"),
    "ko-KR": ("Korean", "ko"),
    "nb-NO": ("Norwegian", "nb"),
    "nl-BE": ("Belgian Dutch", "nl"),
    "nl-NL": ("Dutch", "nl"),
    "pl-PL": ("Polish", "pl"),
    "pt-BR": ("Brazilian Portuguese", "pt-br"),
    "pt-PT": ("Portuguese", "pt"),
    "ro-RO": ("Romanian", "ro"),
    "ru-RU": ("Russian", "ru"),
    "sv-SE": ("Swedish", "sv"),
    "tr-TR": ("Turkish", "tr"),
    "yue-CN": ("Cantonese", "yue"),
}


def _voices() -> dict[str, Voice]:
    voices = {}
    for line in _TABLE.strip().splitlines():
        codes, _, rest = line.partition(" ")
        for entry in rest.split(";"):
            name, gender, engines = entry.split()
            gender = {"F": "Female", "M": "Male"}[gender]
            voices[name] = Voice(name, gender, tuple(codes.split(",")), tuple(_ENGINES[e] for e in engines))
    return voices


VOICES = _voices()
