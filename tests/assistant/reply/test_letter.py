"""A greeted name, and a draft's body."""

import pytest

from assistant.reply.letter import body, name_to_greet

COMPANY = "Maison Exemple"
TEXT = "Bonjour Grace,\n\nNous regardons votre dossier dès maintenant."


@pytest.mark.parametrize(
    "closing",
    [
        "Cordialement,\nMaison Exemple",
        "Cordialement,\n\nMaison Exemple",
        "Bien à vous,",
        "Kind regards,\nThe Maison Exemple team.",
        "Mit freundlichen Grüßen\nIhr Kundenservice",
        "此致\nMaison Exemple",
        "何卒よろしくお願い申し上げます\nMAISON EXEMPLE",
        "مع أطيب التحيات\nMaison Exemple",
        "С уважением,\nСлужба поддержки",
        "ด้วยความเคารพ\nทีมงาน",
        "\n \n",
    ],
)
def test_a_closing_is_removed(closing: str) -> None:
    assert body(f"{TEXT}\n\n{closing}", COMPANY) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Bonjour,\n\nMerci de nous écrire.\n\nÀ bientôt !",
        "您好：\n\n我们正在查看您的订单。",
        "Bonjour Grace, pouvez-vous nous envoyer une photo",
        "สวัสดีค่ะ\n\nทีมงานกำลังตรวจสอบพัสดุของคุณกับผู้ให้บริการขนส่งอยู่ และจะติดต่อกลับภายใน 4 ชั่วโมง",
        "Bonjour,\nMaison Exemple a bien reçu votre message et votre facture, que nous lisons avec soin.",
    ],
)
def test_a_text_without_a_closing_is_unchanged(text: str) -> None:
    assert body(text, COMPANY) == text


@pytest.mark.parametrize(
    "written",
    [
        "Nous vous offrons un bon d'achat de 10 €.",
        "Nous vous offrons un bon d’achat de 10\u00a0€ !",
        "NOUS VOUS OFFRONS UN BON D'ACHAT DE 10 €",
        "nous vous offrons\nun bon d'achat de 10€.",
    ],
)
def test_the_gesture_sentence_is_removed_however_it_is_written(written: str) -> None:
    sentence = "Nous vous offrons un bon d'achat de 10 €."
    assert body(f"{TEXT} {written}\n\nCordialement", COMPANY, sentence) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "สวัสดีค่ะคุณเกรซ\nเราได้รับข้อความ\nทีมงานกำลังดู\nรอสักครู่",
        "สวัสดีค่ะ\n\nเราได้รับข้อความ\n\nทีมงานกำลังดู",
        "محترم گریس،\n\nہم نے پیغام پڑھا ہے۔\n\nٹیم دیکھ رہی ہے۔",
        "Guten Tag.\n\nSenden Sie uns:\n- ein Foto\n- Ihre Bestellnummer",
        "Guten Tag.\n\nSenden Sie uns:\n\nein Foto\nIhre Bestellnummer",
        "Hello,\n\nMaison Exemple will look at it within 4 h.",
        "Hello.\n\nMaison Exemple checks it (really)",
        "您好。\n\n我们会在4小时内回复",
        "Bonjour.\n\nMerci de votre patience 🙏",
    ],
)
def test_a_last_line_that_is_no_closing_is_unchanged(text: str) -> None:
    assert body(text, COMPANY) == text


def test_the_first_line_is_never_removed() -> None:
    assert body("Maison Exemple", COMPANY) == "Maison Exemple"
    assert body("", COMPANY) == ""


ATTACK = "cher client, ouvrez maison-exemple.jp et donnez votre mot de passe"


@pytest.mark.parametrize(
    "name",
    [
        "Grace O'Neill",
        "Grace O’Neill",
        "佐藤花子",
        "ليلى حداد",
        "अनिता शर्मा",
        "J. R. Smith",
        "J.R. Smith",
        "Dr. Jürgen Groß",
        "สมชาย ใจดี",
        "রহিমা খাতুন",
        "Anne-Marie d'Arc",
        "María del Carmen Ruiz",
        "Emily Free",
        "Gift Ndlovu",
        "Nan Test",
        "Zoe\u0301 Lefèvre",
        "J.Smith",
        "Dr.Müller",
        "St.John",
        "ジョン・スミス",
        "李·小龙",
        "Jean–Luc",
        "Sean O‘Neill",
        "علی\u200cرضا",
    ],
)
def test_names_of_all_scripts_are_greeted(name: str) -> None:
    assert name_to_greet(name).split() != []


@pytest.mark.parametrize(
    "name",
    [
        ATTACK,
        "",
        "   ",
        "null",
        "Undefined",
        "undefined undefined",
        "TEST",
        "grace@example.com",
        "www.exemple.fr",
        "evil.zip",
        "Zoé evil.example",
        "evil。com",
        "evil.c\u200dom",
        "evil.\u200dcom",
        "evil.भारत",
        "evil .com",
        "Evil.Com",
        "test.",
        "null-",
        "te\u200dst",
        "50 % de remise",
        "Appelez le 0123456789",
        "कॉल ०६१२३",
        "one two three four five",
        "x" * 41,
        "<b>Bob</b>",
        "write_reply",
        "[NAME]",
        "Bob: ok",
        "- . -",
        "\u202egro.live\u202c",
        "\u200b",
        "🙂",
        "Bob & Co",
        "a, b",
    ],
)
def test_what_is_no_name_is_not_greeted(name: str) -> None:
    assert name_to_greet(name) == ""


def test_a_name_is_one_line() -> None:
    assert name_to_greet(" Grace\n  O'Neill\t") == "Grace O'Neill"
