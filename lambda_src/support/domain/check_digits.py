"""Numbers that prove themselves: payment cards, bank accounts, national identity numbers."""

import re
from typing import Final

# Issuers' prefixes (low, high) with the lengths of their numbers. Source: ISO/IEC 7812 ranges as the
# card schemes publish them: Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay, Mir,
# Maestro.
_ISSUERS: Final = (
    ("4", "4", (13, 16, 19)),
    ("51", "55", (16,)),
    ("2221", "2720", (16,)),
    ("34", "34", (15,)),
    ("37", "37", (15,)),
    ("6011", "6011", (16, 19)),
    ("644", "649", (16, 19)),
    ("65", "65", (16, 19)),
    ("3528", "3589", (16, 17, 18, 19)),
    ("300", "305", (14,)),
    ("3095", "3095", (14,)),
    ("36", "36", (14,)),
    ("38", "39", (14,)),
    ("62", "62", (16, 17, 18, 19)),
    ("2200", "2204", (16,)),
    *((prefix, prefix, tuple(range(13, 20))) for prefix in ("5018", "5020", "5038", "5893", "6304")),
    ("6759", "6759", tuple(range(13, 20))),
    ("6761", "6763", tuple(range(13, 20))),
)

# Characters of an IBAN per country. Source: SWIFT's IBAN registry.
_IBAN_LENGTHS: Final = {
    country: int(length)
    for length, countries in {
        "15": "NO", "16": "BE", "18": "DK FI FO GL NL", "19": "MK SI", "20": "AT BA EE KZ LT LU XK",
        "21": "CH HR LI LV", "22": "BG BH CR DE GB GE IE ME RS VA", "23": "AE GI IL IQ TL OM",
        "24": "AD CZ ES MD PK RO SA SE SK TN VG", "25": "LY PT ST", "26": "IS TR",
        "27": "FR GR IT MC MR SM", "28": "AL AZ BY CY DO GT HU LB PL SV", "29": "BR EG PS QA UA",
        "30": "JO KW MU", "31": "MT SC",
    }.items()
    for country in countries.split()
}  # fmt: skip


def is_luhn(digits: str) -> bool:
    """Tell whether the check digit is that of a payment card (Luhn); so is that of one number in ten."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in digits[::-2])) % 10 == 0


def is_card(digits: str) -> bool:
    """Tell whether an issuer gives out such numbers: its prefix, its length and the check digit."""
    issued = any(
        low <= digits[: len(low)] <= high and len(digits) in lengths for low, high, lengths in _ISSUERS
    )
    return issued and is_luhn(digits)


def is_iban(text: str) -> bool:
    """Tell whether the check digits are those of a bank account (ISO 13616); without blanks."""
    return int("".join(str(int(char, 36)) for char in text[4:] + text[:4])) % 97 == 1


def iban_length(country: str) -> int | None:
    """Return how many characters the country's account numbers have."""
    return _IBAN_LENGTHS.get(country.upper())


def is_national_id(text: str) -> bool:
    """Tell whether a Spanish, Italian, French, Brazilian, Chinese or US identity number checks."""
    code = re.sub(r"[ .-]", "", text).upper()
    if re.fullmatch(r"[XYZ]?\d{7,8}[A-Z]", code):
        digits = code[:-1].translate(str.maketrans("XYZ", "012"))
        return len(digits) == 8 and "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23] == code[-1]
    if re.fullmatch(r"\d{17}[\dX]", code):
        total = sum(int(digit) * (2 ** (17 - index) % 11) for index, digit in enumerate(code[:17]))
        return "10X98765432"[total % 11] == code[-1]
    if re.fullmatch(r"[12]\d{14}", code):
        return 97 - int(code[:13]) % 97 == int(code[13:])
    if re.fullmatch(r"\d{11}", code):
        return len(set(code)) > 1 and all(_cpf_digit(code[:size]) == int(code[size]) for size in (9, 10))
    if re.fullmatch(r"\d{9}", code):
        return code[:3] not in ("000", "666") and code[0] != "9" and code[3:5] != "00" and code[5:] != "0000"
    return bool(re.fullmatch(r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]", code))


def _cpf_digit(digits: str) -> int:
    """Return the next check digit of a Brazilian CPF."""
    return (
        sum(int(digit) * weight for digit, weight in zip(digits[::-1], range(2, 12), strict=False))
        * 10
        % 11
        % 10
    )
