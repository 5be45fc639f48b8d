"""Whether a text is in the language that it should be in, by the little words of each language."""

import re
from typing import Final

from . import languages

_LITTLE_WORDS: Final = {
    "fr": "le la les un une des du de et est nous vous votre vos notre nos pour que qui dans sur avec ce cette "
    "au aux en pas ne par plus à il elle ou se sa son",
    "en": "the a an of and to is are we you your our for that which in on with this these it as be will have "
    "has not by or at from us if can",
    "de": "der die das den dem ein eine und ist sind wir sie ihr ihre ihnen uns für dass in auf mit zu von nicht "
    "es bei aus wird werden haben",
    "es": "el la los las un una de del y es son nosotros usted su sus nuestro para que en con por no se lo le al "
    "hemos está más como",
    "it": "il lo la i gli le un una di del della e è sono noi lei suo nostro per che in con non si da al alla "
    "abbiamo più come",
    "pt": "o a os as um uma de do da e é são nós você seu sua nosso para que em com não se por no na ao temos "
    "está mais como",
    "nl": "de het een van en is zijn wij we u uw ons onze voor dat die in op met te niet er bij aan wordt hebben",
}
_SETS: Final = {code: frozenset(words.split()) for code, words in _LITTLE_WORDS.items()}

_LEAST: Final = 0.15
"""A quarter to a half of any text are little words of its language; of another's, hardly any."""


def is_other(text: str, language: str) -> bool:
    """Tell whether a text is surely not in a language; never, for one whose little words are unknown."""
    own = _SETS.get(languages.base(language))
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if own is None or not words:
        return False
    shares = {code: sum(word in little for word in words) / len(words) for code, little in _SETS.items()}
    mine = shares[languages.base(language)]
    return mine < _LEAST or mine < max(shares.values()) * 0.6
