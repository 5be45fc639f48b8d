"""The one table of languages: what Amazon Translate offers, and what else is possible in each of them."""

from dataclasses import dataclass
from typing import Final, Literal

PIVOT_LANGUAGES: Final = ("fr", "en")
"""Languages that a team can work in: those with labels, reply templates and a voice."""

_UNDERSTOOD: Final = 25
"""CLDR's distance up to which people read another language if need be: Belarusian as Russian, 24."""

Engine = Literal["standard", "neural", "generative"]
Direction = Literal["ltr", "rtl"]

_ENGINES: Final[dict[str, Engine]] = {"s": "standard", "n": "neural", "g": "generative"}


@dataclass(frozen=True)
class Speech:
    """The Polly voice of a language: its id, its language code at Polly, the engines that it has."""

    voice_id: str
    language: str
    engines: tuple[Engine, ...]


@dataclass(frozen=True)
class Language:
    """One language: its code at Amazon Translate, its names, and what the other services do in it.

    `names` holds its name in each pivot language. `analysed`: Comprehend reads sentiment and entities;
    `personal_data`: its DetectPiiEntities too. Both are said of the very code that Comprehend takes.
    """

    code: str
    own_name: str
    names: dict[str, str]
    analysed: bool
    personal_data: bool
    speech: Speech | None
    direction: Direction


def _row(
    code: str,
    own_name: str,
    french: str,
    english: str,
    reads: str = "",
    *,
    voice: str = "",
    direction: Direction = "ltr",
) -> Language:
    speech = None
    if voice:
        voice_id, language, engines = voice.split()
        speech = Speech(voice_id, language, tuple(_ENGINES[letter] for letter in engines))
    names = {"fr": french, "en": english}
    return Language(code, own_name, names, "S" in reads, "P" in reads, speech, direction)


# Source: the supported languages of Amazon Translate; names from CLDR 47 as Babel carries them; Comprehend's
# and Polly's developer guides ("Supported languages", "Available voices").
# Fifth column: what Comprehend reads, S sentiment and entities, P personal data. voice: its id, Polly's
# language code, its engines (s standard, n neural, g generative).
# Mandarin reads zh-TW too: it is what Taiwan speaks, Zhiyu reads traditional characters, and a mainland
# accent serves better than silence; the record names the voice.
_TABLE: Final = (
    _row("af", "Afrikaans", "afrikaans", "Afrikaans"),
    _row("am", "አማርኛ", "amharique", "Amharic"),
    _row("ar", "العربية", "arabe", "Arabic", "S", voice="Hala ar-AE n", direction="rtl"),
    _row("az", "azərbaycan", "azerbaïdjanais", "Azerbaijani"),
    _row("bg", "български", "bulgare", "Bulgarian"),
    _row("bn", "বাংলা", "bengali", "Bangla"),
    _row("bs", "bosanski", "bosniaque", "Bosnian"),
    _row("ca", "català", "catalan", "Catalan", voice="Arlet ca-ES n"),
    _row("cs", "čeština", "tchèque", "Czech", voice="Jitka cs-CZ n"),
    _row("cy", "Cymraeg", "gallois", "Welsh", voice="Gwyneth cy-GB s"),
    _row("da", "dansk", "danois", "Danish", voice="Sofie da-DK n"),
    _row("de", "Deutsch", "allemand", "German", "S", voice="Vicki de-DE sng"),
    _row("el", "Ελληνικά", "grec", "Greek"),
    _row("en", "English", "anglais", "English", "SP", voice="Joanna en-US sng"),
    _row("es", "español", "espagnol", "Spanish", "SP", voice="Lucia es-ES sng"),
    _row("es-MX", "español de México", "espagnol du Mexique", "Spanish (Mexico)", voice="Mia es-MX sng"),
    _row("et", "eesti", "estonien", "Estonian"),
    _row("fa", "فارسی", "persan", "Persian", direction="rtl"),
    _row("fa-AF", "دری", "dari", "Dari", direction="rtl"),
    _row("fi", "suomi", "finnois", "Finnish", voice="Suvi fi-FI n"),
    _row("fr", "français", "français", "French", "S", voice="Lea fr-FR sng"),
    _row("fr-CA", "français canadien", "français canadien", "French (Canada)", voice="Gabrielle fr-CA ng"),
    _row("ga", "Gaeilge", "irlandais", "Irish"),
    _row("gu", "ગુજરાતી", "goudjarati", "Gujarati"),
    _row("ha", "Hausa", "haoussa", "Hausa"),
    _row("he", "עברית", "hébreu", "Hebrew", direction="rtl"),
    _row("hi", "हिन्दी", "hindi", "Hindi", "S", voice="Kajal hi-IN ng"),
    _row("hr", "hrvatski", "croate", "Croatian"),
    _row("ht", "kreyòl ayisyen", "créole haïtien", "Haitian Creole"),
    _row("hu", "magyar", "hongrois", "Hungarian"),
    _row("hy", "հայերեն", "arménien", "Armenian"),
    _row("id", "Indonesia", "indonésien", "Indonesian"),
    _row("is", "íslenska", "islandais", "Icelandic", voice="Dora is-IS s"),
    _row("it", "italiano", "italien", "Italian", "S", voice="Bianca it-IT sng"),
    _row("ja", "日本語", "japonais", "Japanese", "S", voice="Takumi ja-JP sn"),
    _row("ka", "ქართული", "géorgien", "Georgian"),
    _row("kk", "қазақ тілі", "kazakh", "Kazakh"),
    _row("kn", "ಕನ್ನಡ", "kannada", "Kannada"),
    _row("ko", "한국어", "coréen", "Korean", "S", voice="Seoyeon ko-KR sng"),
    _row("lt", "lietuvių", "lituanien", "Lithuanian"),
    _row("lv", "latviešu", "letton", "Latvian"),
    _row("mk", "македонски", "macédonien", "Macedonian"),
    _row("ml", "മലയാളം", "malayalam", "Malayalam"),
    _row("mn", "монгол", "mongol", "Mongolian"),
    _row("mr", "मराठी", "marathi", "Marathi"),
    _row("ms", "Melayu", "malais", "Malay"),
    _row("mt", "Malti", "maltais", "Maltese"),
    _row("nl", "Nederlands", "néerlandais", "Dutch", voice="Laura nl-NL ng"),
    _row("no", "norsk", "norvégien", "Norwegian", voice="Ida nb-NO n"),
    _row("pa", "ਪੰਜਾਬੀ", "pendjabi", "Punjabi"),
    _row("pl", "polski", "polonais", "Polish", voice="Ola pl-PL ng"),
    _row("ps", "پښتو", "pachto", "Pashto", direction="rtl"),
    _row("pt", "português", "portugais", "Portuguese", "S", voice="Camila pt-BR sng"),
    _row("pt-PT", "português europeu", "portugais européen", "Portuguese (Portugal)", voice="Ines pt-PT sn"),
    _row("ro", "română", "roumain", "Romanian", voice="Carmen ro-RO s"),
    _row("ru", "русский", "russe", "Russian", voice="Tatyana ru-RU s"),
    _row("si", "සිංහල", "cingalais", "Sinhala"),
    _row("sk", "slovenčina", "slovaque", "Slovak"),
    _row("sl", "slovenščina", "slovène", "Slovenian"),
    _row("so", "Soomaali", "somali", "Somali"),
    _row("sq", "shqip", "albanais", "Albanian"),
    _row("sr", "српски", "serbe", "Serbian"),
    _row("sv", "svenska", "suédois", "Swedish", voice="Elin sv-SE n"),
    _row("sw", "Kiswahili", "swahili", "Swahili"),
    _row("ta", "தமிழ்", "tamoul", "Tamil"),
    _row("te", "తెలుగు", "télougou", "Telugu"),
    _row("th", "ไทย", "thaï", "Thai"),
    _row("tl", "Tagalog", "tagalog", "Tagalog"),
    _row("tr", "Türkçe", "turc", "Turkish", voice="Burcu tr-TR n"),
    _row("uk", "українська", "ukrainien", "Ukrainian"),
    _row("ur", "اردو", "ourdou", "Urdu", direction="rtl"),
    _row("uz", "o‘zbek", "ouzbek", "Uzbek"),
    _row("vi", "Tiếng Việt", "vietnamien", "Vietnamese"),
    _row("zh", "简体中文", "chinois simplifié", "Chinese (Simplified)", "S", voice="Zhiyu cmn-CN sn"),
    _row("zh-TW", "繁體中文", "chinois traditionnel", "Chinese (Traditional)", "S", voice="Zhiyu cmn-CN sn"),
)

_OTHER_DATES: Final = frozenset(
    ["en", "tl", "zh", "zh-TW", "ja", "ko", "hu", "lt", "mn", "fa", "ps", "sv", "si"]
)
"""Languages whose short dates do not begin with the day, or not everywhere (CLDR 47)."""

BY_CODE: Final = {language.code: language for language in _TABLE}

ANALYSED: Final = frozenset(language.code for language in _TABLE if language.analysed)
"""Codes under which Comprehend reads sentiment and entities."""


def base(code: str) -> str:
    """Return a code without its region: `fr-CA` is French too. Chinese scripts stay apart."""
    return code if code.startswith("zh") else code.split("-", maxsplit=1)[0]


def served(tag: str) -> str | None:
    """Return the code that serves a language tag (BCP 47) best, by CLDR's distances; None if none is near enough.

    So nb is no, iw is he, zh-Hant is zh-TW and de-AT is de.
    """
    if tag in BY_CODE:
        return tag
    import langcodes  # noqa: PLC0415 - 40 ms that a code of the table does not need

    try:
        code, distance = langcodes.closest_match(tag, list(BY_CODE), max_distance=_UNDERSTOOD)
    except ValueError:
        return None
    return code if distance <= _UNDERSTOOD else None


def name(code: str, display_language: str) -> str:
    """Return a language's name in a pivot language; the code itself for one that the table lacks."""
    language = _known(code)
    return language.names[display_language] if language else code


def analysed_as(code: str) -> str | None:
    """Return the code under which Comprehend reads this language, or None where it does not."""
    return next((known for known in (code, base(code)) if known in ANALYSED), None)


def detects_personal_data(code: str) -> bool:
    """Tell whether Comprehend finds personal data in this language, whatever the region."""
    language = BY_CODE.get(base(code))
    return language is not None and language.personal_data


def direction(code: str) -> Direction:
    """Return the direction in which the language is written; left to right for one that the table lacks."""
    language = _known(code)
    return language.direction if language else "ltr"


def day_first(code: str) -> bool | None:
    """Tell whether a language writes 3/4/2026 for the third of April; None where that is not known.

    English is not: Americans write the month first.
    """
    return None if base(code) in _OTHER_DATES else True


def speech(code: str) -> Speech | None:
    """Return the voice that speaks a language, its own region's first; None where Polly has none."""
    return next(
        (one.speech for one in (BY_CODE.get(code), BY_CODE.get(base(code))) if one and one.speech), None
    )


def _known(code: str) -> Language | None:
    return BY_CODE.get(code) or BY_CODE.get(base(code))


AUTO: Final = "auto"
"""What a caller declares who names no language."""
