"""The languages of the product: what Amazon Translate offers, and where Comprehend reads along."""

from dataclasses import dataclass
from typing import Final

PIVOT_LANGUAGES: Final = ("fr", "en")
"""Languages that a team can work in: those with labels, reply templates and a voice."""


@dataclass(frozen=True)
class Language:
    """One language: its code at Amazon Translate, its own name, and its name in each pivot language."""

    code: str
    own_name: str
    names: dict[str, str]


# Source: the supported languages of Amazon Translate; names from CLDR 47 as Babel carries them.
_TABLE: Final = (
    Language("af", "Afrikaans", {"fr": "afrikaans", "en": "Afrikaans"}),
    Language("am", "አማርኛ", {"fr": "amharique", "en": "Amharic"}),
    Language("ar", "العربية", {"fr": "arabe", "en": "Arabic"}),
    Language("az", "azərbaycan", {"fr": "azerbaïdjanais", "en": "Azerbaijani"}),
    Language("bg", "български", {"fr": "bulgare", "en": "Bulgarian"}),
    Language("bn", "বাংলা", {"fr": "bengali", "en": "Bangla"}),
    Language("bs", "bosanski", {"fr": "bosniaque", "en": "Bosnian"}),
    Language("ca", "català", {"fr": "catalan", "en": "Catalan"}),
    Language("cs", "čeština", {"fr": "tchèque", "en": "Czech"}),
    Language("cy", "Cymraeg", {"fr": "gallois", "en": "Welsh"}),
    Language("da", "dansk", {"fr": "danois", "en": "Danish"}),
    Language("de", "Deutsch", {"fr": "allemand", "en": "German"}),
    Language("el", "Ελληνικά", {"fr": "grec", "en": "Greek"}),
    Language("en", "English", {"fr": "anglais", "en": "English"}),
    Language("es", "español", {"fr": "espagnol", "en": "Spanish"}),
    Language("es-MX", "español de México", {"fr": "espagnol du Mexique", "en": "Spanish (Mexico)"}),
    Language("et", "eesti", {"fr": "estonien", "en": "Estonian"}),
    Language("fa", "فارسی", {"fr": "persan", "en": "Persian"}),
    Language("fa-AF", "دری", {"fr": "dari", "en": "Dari"}),
    Language("fi", "suomi", {"fr": "finnois", "en": "Finnish"}),
    Language("fr", "français", {"fr": "français", "en": "French"}),
    Language("fr-CA", "français canadien", {"fr": "français canadien", "en": "French (Canada)"}),
    Language("ga", "Gaeilge", {"fr": "irlandais", "en": "Irish"}),
    Language("gu", "ગુજરાતી", {"fr": "goudjarati", "en": "Gujarati"}),
    Language("ha", "Hausa", {"fr": "haoussa", "en": "Hausa"}),
    Language("he", "עברית", {"fr": "hébreu", "en": "Hebrew"}),
    Language("hi", "हिन्दी", {"fr": "hindi", "en": "Hindi"}),
    Language("hr", "hrvatski", {"fr": "croate", "en": "Croatian"}),
    Language("ht", "kreyòl ayisyen", {"fr": "créole haïtien", "en": "Haitian Creole"}),
    Language("hu", "magyar", {"fr": "hongrois", "en": "Hungarian"}),
    Language("hy", "հայերեն", {"fr": "arménien", "en": "Armenian"}),
    Language("id", "Indonesia", {"fr": "indonésien", "en": "Indonesian"}),
    Language("is", "íslenska", {"fr": "islandais", "en": "Icelandic"}),
    Language("it", "italiano", {"fr": "italien", "en": "Italian"}),
    Language("ja", "日本語", {"fr": "japonais", "en": "Japanese"}),
    Language("ka", "ქართული", {"fr": "géorgien", "en": "Georgian"}),
    Language("kk", "қазақ тілі", {"fr": "kazakh", "en": "Kazakh"}),
    Language("kn", "ಕನ್ನಡ", {"fr": "kannada", "en": "Kannada"}),
    Language("ko", "한국어", {"fr": "coréen", "en": "Korean"}),
    Language("lt", "lietuvių", {"fr": "lituanien", "en": "Lithuanian"}),
    Language("lv", "latviešu", {"fr": "letton", "en": "Latvian"}),
    Language("mk", "македонски", {"fr": "macédonien", "en": "Macedonian"}),
    Language("ml", "മലയാളം", {"fr": "malayalam", "en": "Malayalam"}),
    Language("mn", "монгол", {"fr": "mongol", "en": "Mongolian"}),
    Language("mr", "मराठी", {"fr": "marathi", "en": "Marathi"}),
    Language("ms", "Melayu", {"fr": "malais", "en": "Malay"}),
    Language("mt", "Malti", {"fr": "maltais", "en": "Maltese"}),
    Language("nl", "Nederlands", {"fr": "néerlandais", "en": "Dutch"}),
    Language("no", "norsk", {"fr": "norvégien", "en": "Norwegian"}),
    Language("pa", "ਪੰਜਾਬੀ", {"fr": "pendjabi", "en": "Punjabi"}),
    Language("pl", "polski", {"fr": "polonais", "en": "Polish"}),
    Language("ps", "پښتو", {"fr": "pachto", "en": "Pashto"}),
    Language("pt", "português", {"fr": "portugais", "en": "Portuguese"}),
    Language("pt-PT", "português europeu", {"fr": "portugais européen", "en": "Portuguese (Portugal)"}),
    Language("ro", "română", {"fr": "roumain", "en": "Romanian"}),
    Language("ru", "русский", {"fr": "russe", "en": "Russian"}),
    Language("si", "සිංහල", {"fr": "cingalais", "en": "Sinhala"}),
    Language("sk", "slovenčina", {"fr": "slovaque", "en": "Slovak"}),
    Language("sl", "slovenščina", {"fr": "slovène", "en": "Slovenian"}),
    Language("so", "Soomaali", {"fr": "somali", "en": "Somali"}),
    Language("sq", "shqip", {"fr": "albanais", "en": "Albanian"}),
    Language("sr", "српски", {"fr": "serbe", "en": "Serbian"}),
    Language("sv", "svenska", {"fr": "suédois", "en": "Swedish"}),
    Language("sw", "Kiswahili", {"fr": "swahili", "en": "Swahili"}),
    Language("ta", "தமிழ்", {"fr": "tamoul", "en": "Tamil"}),
    Language("te", "తెలుగు", {"fr": "télougou", "en": "Telugu"}),
    Language("th", "ไทย", {"fr": "thaï", "en": "Thai"}),
    Language("tl", "Tagalog", {"fr": "tagalog", "en": "Tagalog"}),
    Language("tr", "Türkçe", {"fr": "turc", "en": "Turkish"}),
    Language("uk", "українська", {"fr": "ukrainien", "en": "Ukrainian"}),
    Language("ur", "اردو", {"fr": "ourdou", "en": "Urdu"}),
    Language("uz", "o‘zbek", {"fr": "ouzbek", "en": "Uzbek"}),
    Language("vi", "Tiếng Việt", {"fr": "vietnamien", "en": "Vietnamese"}),
    Language("zh", "简体中文", {"fr": "chinois simplifié", "en": "Chinese (Simplified)"}),
    Language("zh-TW", "繁體中文", {"fr": "chinois traditionnel", "en": "Chinese (Traditional)"}),
)

BY_CODE: Final = {language.code: language for language in _TABLE}

ANALYSED: Final = frozenset({"en", "es", "fr", "de", "it", "pt", "ar", "hi", "ja", "ko", "zh", "zh-TW"})
"""Languages in which Comprehend reads sentiment and entities."""


def base(code: str) -> str:
    """Return a code without its region: `fr-CA` is French too. Chinese scripts stay apart."""
    return code if code.startswith("zh") else code.split("-", maxsplit=1)[0]


def name(code: str, display_language: str) -> str:
    """Return a language's name in a pivot language; the code itself for one that the table lacks."""
    language = BY_CODE.get(code) or BY_CODE.get(base(code))
    return language.names[display_language] if language else code


def analysed_as(code: str) -> str | None:
    """Return the code under which Comprehend reads this language, or None where it does not."""
    return next((known for known in (code, base(code)) if known in ANALYSED), None)
