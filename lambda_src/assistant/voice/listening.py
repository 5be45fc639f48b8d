"""The page that asks before a reply is spoken: one button, in the language of the reply."""

from collections.abc import Mapping
from html import escape
from typing import Final

from assistant import data
from assistant.language import languages

DATA: Final = ("listening.toml",)

# Without an action the form is sent to the link that it stands under.
_PAGE: Final = """<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{button}</title>
<form method="post"><button>{button}</button></form>
</html>
"""


def texts() -> Mapping[str, str]:
    """Return what the button says, by language."""
    return data.read("listening")


def page(language: str) -> str:
    """Return the page, in English where we have no words for the reply's language."""
    known = texts()
    code = next((one for one in (language, languages.base(language)) if one in known), "en")
    direction = languages.by_code()[code].direction
    return _PAGE.format(language=code, direction=direction, button=escape(known[code]))
