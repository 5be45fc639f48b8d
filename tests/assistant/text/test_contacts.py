"""Ways out of the conversation: what is one, in every language, and what is none."""

import time

import pytest

from assistant.text.contacts import defang, link, unknown_address, unknown_host, unknown_phone
from assistant.text.normalized import plain, visible


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Voir https://example.com/aide.", "https://example.com/aide"),
        ("Voir HTTP://x", "http://x"),
        ("Voir www.exemple", "www.exemple"),
        ("Allez sur maison-exemple.fr pour cela", "maison-exemple.fr"),
        ("maisonexemple.fr/retours?x=1.", "maisonexemple.fr/retours?x=1"),
        ("请访问evil。com", "evil。com"),
        ("evil。com を開いて", "evil。com"),
        ("evil.comを開いて", "evil.com"),
        ("evil.com에서", "evil.com"),
        ("ไปที่evil.topได้", "evil.top"),
        ("откройте пример.com", "пример.com"),
        ("इसे खोलें उदाहरण.भारत", "उदाहरण.भारत"),
        ("EVIL.TOP", "EVIL.TOP"),
        ("evil.भारत", "evil.भारत"),
        ("Voir Evil.Com/x", "Evil.Com/x"),
        ("Voir Lampes.Shop ici", "Lampes.Shop"),
        ("bücher.de", "bücher.de"),
        ("siehe x.zip", "x.zip"),
        ("ｅｖｉｌ．ｃｏｍ", "evil.com"),
        ("пример.рф откройте", "пример.рф"),
        ("hxxps://evil.example", "hxxps://evil.example"),
        ("<a href=x>ici</a>", "<a"),
        ("ev\u200bil.com", "evil.com"),
    ],
)
def test_a_link_or_a_host_name_that_nobody_wrote_is_found(text: str, host: str) -> None:
    assert (link(plain(text)) or unknown_host(visible(text), "")) == host


@pytest.mark.parametrize(
    "text",
    [
        "Fin de la phrase.Ensuite la suivante",
        "z.B. morgen, d.h. bald, p.ex. ici, i.e. now, e.g. that, a.m., т.е. скоро",
        "Il est 14.30 Uhr, 2.500,00 EUR, v2.0",
        "您好。Grace，您的订单。我们",
        "ご連絡ありがとうございます。担当者が確認します。",
        "The S.A.R.L. and J.R. Smith",
        "Vous demandez.De plus, c'est bien.Il dit ok.So what, reçu.Au revoir, c'est.Et",
        "M.Ford, Dr.Schmidt, Mr.Black, Fr.Weber, Co.Ltd, St.John",
    ],
)
def test_sentences_and_abbreviations_are_none(text: str) -> None:
    assert link(plain(text)) is unknown_host(visible(text), "") is None


def test_what_the_customer_wrote_may_be_named_and_nothing_beyond_it() -> None:
    known = plain("J'ai commandé sur shop.example.com/lampes, et à aide@shop.example.com.")
    assert unknown_host(visible("Sur shop.example.com, et shop.example.com/lampes."), known) is None
    assert unknown_host(visible("Voir shop.example.com/payer"), known) == "shop.example.com/payer"
    assert unknown_host(visible("您在shop.example.com购买"), known) is None
    assert unknown_host(visible("Voir op.example.com"), known) == "op.example.com"
    assert unknown_address(plain("(aide@shop.example.com)."), known) is None
    assert unknown_address(plain("ou <autre@shop.example.com>,"), known) == "autre@shop.example.com"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Écrivez à aide@exemple.museum.", "aide@exemple.museum"),
        ("tuki＠maison.fi", "tuki@maison.fi"),
        ("aide @ maison.fr", "@ maison.fr"),
        ("suivez @maison_exemple", "@maison_exemple"),
        ("Nous lisons votre message.", None),
    ],
)
def test_an_address_or_a_handle_is_found(text: str, address: str | None) -> None:
    assert unknown_address(plain(text), "") == address


@pytest.mark.parametrize(
    ("text", "known", "regions", "phone"),
    [
        ("llámenos al 900 123 456", "", ("ES", "FR"), "900 123 456"),
        ("call +44 20 7946 0018", "", (None,), "+44 20 7946 0018"),
        ("call 020 7946 0018", "", ("FR",), None),
        ("au 01 84 60 27 35", "mon numéro : 0184602735", ("FR",), None),
        ("order 4471000123456", "", ("US", "FR"), None),
        ("in 4 hours", "", ("US",), None),
    ],
)
def test_a_number_to_call_that_nobody_wrote_is_found(
    text: str, known: str, regions: tuple[str | None, ...], phone: str | None
) -> None:
    assert unknown_phone(text, known, regions) == phone


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["a.", "a@", "a-", "a", "www.", "1 ", "<a", "a。", "é.", "0123456789 ", "x." * 8]
)
def test_no_text_takes_long(part: str) -> None:
    text = (part * 5_000)[:5_000]
    started = time.process_time()
    unknown_host(visible(text), plain(text[:100]))
    unknown_address(plain(text), "")
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see http://evil.example/x", "see hxxp://evil[.]example/x"),
        ("点击http://1.2.3.4/x", "点击hxxp://1[.]2[.]3[.]4/x"),
        ("нажмиhttp://1.2.3.4", "нажмиhxxp://1[.]2[.]3[.]4"),
        ("_https:1.2.3.4", "_hxxps:1[.]2[.]3[.]4"),
        ("1.2.3.4/login", "1[.]2[.]3[.]4/login"),
        ("evil.Com", "evil[.]Com"),
        ("пример.Рф", "пример[.]Рф"),
        ("-evil.com", "-evil[.]com"),
        ("evil.c\u200dom", "evil[.]com"),
        ("evil\uff0ecom and evil\uff61com", "evil[.]com and evil[.]com"),
        ("version 1.2.3, 12.30 Uhr, Preis:12.50 EUR", "version 1.2.3, 12.30 Uhr, Preis:12.50 EUR"),
        ("می\u200cرسد 👩\u200d💻", "می\u200cرسد 👩\u200d💻"),
    ],
)
def test_no_mail_program_sees_a_link(text: str, shown: str) -> None:
    assert defang(text) == shown
