"""What is sent, put together."""

import pytest

from assistant.reply.compose import body, reply

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
def test_a_draft_that_closes_the_letter_is_opened_again(closing: str) -> None:
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
def test_what_is_said_stays(text: str) -> None:
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
def test_the_sentence_of_the_gesture_is_said_once(written: str) -> None:
    sentence = "Nous vous offrons un bon d'achat de 10 €."
    said = body(f"{TEXT} {written}\n\nCordialement", COMPANY, sentence)
    assert said == TEXT
    assert reply(said, sentence, "Bien à vous").count(sentence) == 1


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
def test_a_last_line_that_says_something_stays(text: str) -> None:
    assert body(text, COMPANY) == text


def test_a_reply_is_its_parts_as_paragraphs() -> None:
    assert reply("A", "B", "C") == "A\n\nB\n\nC"
    assert reply("A", "", "C") == reply("A", None, "C") == "A\n\nC"


def test_a_text_of_nothing_but_a_closing_is_left() -> None:
    assert body("Maison Exemple", COMPANY) == "Maison Exemple"
    assert body("", COMPANY) == ""
