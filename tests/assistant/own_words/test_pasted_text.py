"""Errors, logs, data and long links in a message."""

import pytest

from assistant.own_words.own_words import find, own

BASE64 = "iVBORw0KGgoAAAANSUhEUgAA" * 20


def kinds(text: str) -> tuple[str, list[str]]:
    aside = find(text)
    return own(text, aside), [one.kind for one in aside]


@pytest.mark.parametrize(
    ("own_text", "error", "after"),
    [
        ("Hola, al pagar me sale esto:", '\n"Your payment could not be processed. Please check your card details and try again."', ""),
        ("Не могу оплатить, пишет так:", " Transaction declined. The payment service is temporarily unavailable.", ""),
        ("Beim Export kommt das:", '\n\njava.lang.NullPointerException: Cannot invoke "x"\n\tat com.shop.Main.run(Main.java:42)', ""),
        ("فایل باز نمی‌شود.", '\n\nTraceback (most recent call last):\n  File "/a.py", line 4, in <module>\n    data = load()', ""),
        ("Zie hieronder.", "\n\nTypeError: Cannot read properties of undefined\n    at formatRow (/srv/app.js:41:27)", "\n\nWat nu?"),
        ("Xem nhật ký.", "\n\n2026-03-06 08:12:01,334 ERROR [P-3] c.p.Q - failed\n2026-03-06 08:12:04,871 WARN  [P-3] c.p.Q - Retry", ""),
        ("В логе:", "\n\nPHP Fatal error: Uncaught TypeError: x in /var/www/a.php:57\n#0 /var/www/a.php(57): f('')", "\n\nПомогите."),
        ("Ini lognya:", "\n\n06-14 08:12:03.771 E/App(21): FATAL\n06-14 08:12:03.771 E/App(21): PID: 21", "\n\nTolong."),
        ("Das kommt:", "\n\nUncaught TypeError: Cannot read properties\n    at crop (editor.min.js:1:482)", "\n\nWas tun?"),
        ("Fatura inmiyor.", "\n\nERROR 1045 (28000): Access denied for user 'x'\nSQLSTATE[HY000] [1045] Access denied", ""),
    ],
)  # fmt: skip
def test_a_pasted_error_is_set_aside(own_text: str, error: str, after: str) -> None:
    text, found = kinds(own_text + error + after)
    assert text.split() == (own_text + after).split()
    assert found == ["error"]


@pytest.mark.parametrize(
    ("text", "own_text", "kind"),
    [
        (f"Hier ist das Foto: data:image/png;base64,{BASE64}", "Hier ist das Foto:", "data"),
        (f"Voici la photo\n{BASE64}\nMerci", "Voici la photo\n\nMerci", "data"),
        ("Risposta:\n\n{\n  \"id\": 1,\n  \"ok\": false\n}\n\nChe faccio?", "Risposta:\n\nChe faccio?", "data"),
        ('Dette:\n{"status":403,"error":"account_locked","retry_after":86400}\nHva nå?', "Dette:\n\nHva nå?", "data"),
        ("Soubor:\n\n" + "00000000  50 4b 03 04 59 0d 8a 79\n" * 4, "Soubor:", "data"),
        (f"Dieser Link geht nicht: https://a.example/x?s={'a1B2' * 90} – was tun?", "Dieser Link geht nicht: https://a.example/x – was tun?", "link"),
        (f"https://a.example/{'a/' * 200} geht nicht", f"https://a.example/{'a/' * 51} geht nicht", "link"),
    ],
)  # fmt: skip
def test_data_and_the_tails_of_links_are_set_aside(text: str, own_text: str, kind: str) -> None:
    assert kinds(text) == (own_text, [kind])


@pytest.mark.parametrize(
    "text",
    [
        'Hola, la página dice "error 404" y me devuelve al carrito. ¿Me han cobrado?',
        "客服您好，页面显示“系统繁忙，请稍后再试”，我等了两个小时。",
        "Hej, jeres medarbejder læste mine fortrolige oplysninger højt. Hvem kan jeg tale med?",
        "Guten Tag,\n\nmein Name ist Ali.\n\nI continue in English because my German is bad. My parcel is lost.",
        "Voir https://shop.example/produit/42?couleur=bleu",
        "Setting: Mode = ECO, Temp > 20",
        "Hello, two problems.\n\nPlease treat this as confidential: my ex-husband opened my account and changed it.",
        "Hallo, eine Frage.\n\nBitte behandeln Sie das vertraulich, mein Chef darf von der Bestellung nichts erfahren.",
        "Hi, your download has a virus.\n\nI printed the e-mail you sent me but the bar code is missing on it.",
        "Hallo, ich habe bestellt.\n\nOn top of that, I would like you to unsubscribe me from the list at once.",
        "Merhaba.\n\nÜrün gizli kutuda gönderilecekti ama kutu açıktı, komşular gördü ve çok utandım.",
        "at home (Berlin) nobody was there\nat work (Potsdam) neither",
        "#1 the screen is broken\n#2 the cable is missing\n#3 no invoice",
        "2026-11-12 10:00:00 I called you\n2026-11-13 10:00:00 I called again",
        "Error: my parcel never came\nERROR in your invoice",
        "LoginError seit gestern",
        "Items (A/B), price = 20; qty = 4 (x)\nItems (C/D), price = 30; qty = 4 (x)\nItems (E/F), price = 9; qty = 1 (x)",
        "打不开 https://shop.example/a，" + "请帮我看看为什么会这样，我已经等了三天了，" * 6,
        "Ich habe auf Englisch bekommen: I agree that my data is passed on to the partner companies of the shop.",
        'Er sagte: "We cannot give you your money back because you are a liar and we do not like you."',
        "Commande : FR-2024-00123\nDate : 12/11/2026",
        "Живу по адресу: Тверь, ул. Садовая, д. 14, кв. 52. С уважением, Ольга",
    ],
)  # fmt: skip
def test_lookalikes_stay(text: str) -> None:
    assert kinds(text) == (text, [])
