"""Kanji become kana, and nothing else of a Japanese text changes its meaning."""

import pytest

from local.commands.audio import listen
from local.standins.polly.kana import to_kana
from local.standins.polly.service import answer


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("注文番号", "ちゅうもんばんごう"),
        ("24時間以内に", "24じかんいないに"),
        ("3ヶ月", "3かげつ"),
        ("１０ユーロ・20€", "10ゆーろ、20ゆーろ"),
        ("A-1234 と A B 1 2", "A-1234 と A B 1 2"),
        ("Coffee Machineが", '<voice xml:lang="en-us">Coffee Machine</voice>が'),
        ("O'Neill様", '<voice xml:lang="en-us">O\'Neill</voice>さま'),
        ("差し上げます\n\nよろしく", "さしあげます\n\nよろしく"),
        ("割れ <b> & 水", "われ &lt;b&gt; &amp; みず"),
    ],
)
def test_plain_text_becomes_ssml_in_kana(text: str, spoken: str) -> None:
    assert to_kana(text, ssml=False) == f"<speak>{spoken}</speak>"


@pytest.mark.parametrize(
    ("ssml", "spoken"),
    [
        ("<speak>今<break time='200ms'/>日</speak>", "<speak>いま<break time='200ms'/>にち</speak>"),
        (
            "<speak>番号 <say-as interpret-as='characters'>Ab12</say-as>です</speak>",
            "<speak>ばんごう <say-as interpret-as='characters'>Ab12</say-as>です</speak>",
        ),
        (
            '<speak>水<lang xml:lang="zh-CN">中<break/>文</lang>水</speak>',
            '<speak>みず<lang xml:lang="zh-CN">中<break/>文</lang>みず</speak>',
        ),
        (
            '<speak><sub alias="1 > 0">水</sub> &amp; 水</speak>',
            '<speak><sub alias="1 > 0">みず</sub> &amp; みず</speak>',
        ),
    ],
)
def test_tags_stay_and_what_they_mark_as_no_prose_stays_too(ssml: str, spoken: str) -> None:
    assert to_kana(ssml, ssml=True) == spoken


def seconds(text: str, **options: str) -> float:
    params = {"VoiceId": "Takumi", "Engine": "neural", "OutputFormat": "mp3", "Text": text}
    spoken = answer("SynthesizeSpeech", params | options)
    return listen(spoken["AudioStream"]).seconds


def test_words_are_spoken_not_spelled_and_pauses_are_kept() -> None:
    assert seconds("割れた機械が届きました。") < 4.0
    assert seconds("Coffee Machine") < 2.0
    plain = seconds("<speak>水。水</speak>", TextType="ssml")
    assert seconds('<speak>水。<break time="2s"/>水</speak>', TextType="ssml") > plain + 1.5


def test_what_was_sent_is_billed() -> None:
    params = {"VoiceId": "Takumi", "Engine": "neural", "OutputFormat": "mp3", "Text": "機械"}
    assert answer("SynthesizeSpeech", params)["RequestCharacters"] == 2
