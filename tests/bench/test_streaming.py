"""The stream as far as it shows a text, and the model of time."""

import itertools
import json

import pytest

from bench.latencies import fixed
from bench.stream_time import BEFORE, Stream, arrival, ready, sentences, simulate, text_so_far
from bench.streaming import ratio, share

# What JSON escapes: a quote, a line break, and (ASCII only) a character beyond the first plane.
FIELDS = {"text": 'Bonjour "Zoé",\n\nmerci 🙂. À bientôt !', "pivot_text": "Merci."}


@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_cut_off_json_shows_a_beginning_of_the_text(ascii_only: bool) -> None:
    raw = json.dumps(FIELDS, ensure_ascii=ascii_only)
    shown = [text_so_far(raw[:end]) for end in range(len(raw) + 1)]
    assert all(FIELDS["text"].startswith(text) for text, _ in shown)
    assert [text for text, _ in shown] == sorted((text for text, _ in shown), key=len)
    assert {text for text, whole in shown if whole} == {FIELDS["text"]}
    assert text_so_far(raw[: raw.index("pivot_text")]) == (FIELDS["text"], True)


@pytest.mark.parametrize("received", ["", "{", '{"pivot_text": "Merci."', '{"tex', '["text": "a"'])
def test_where_no_text_has_begun_there_is_none(received: str) -> None:
    assert text_so_far(received) == ("", False)


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("", True, []),
        ("Bonjour Zoé,\n\nMerci. À", False, ["Bonjour Zoé,\n\nMerci."]),
        ("Bonjour Zoé,\n\nMerci. À bientôt", True, ["Bonjour Zoé,\n\nMerci.", "À bientôt"]),
        ("Il vous reste 10.", False, []),  # 10.50 may follow
        ("Il vous reste 10.", True, ["Il vous reste 10."]),
        ("ありがとうございます。少々", False, ["ありがとうございます。"]),
        ("धन्यवाद। फिर मिलेंगे।", True, ["धन्यवाद।", "फिर मिलेंगे।"]),
    ],
)
def test_sentences_are_complete_ones(text: str, whole: bool, expected: list[str]) -> None:
    assert sentences(text, whole=whole) == expected


def test_what_was_complete_stays_so_while_the_text_grows() -> None:
    text = "Bonjour, merci. Vous avez payé 10.50 €! Nous vérifions… À bientôt"
    grown = [sentences(text[:end], whole=False) for end in range(len(text) + 1)]
    assert all(later[: len(earlier)] == earlier for earlier, later in itertools.pairwise(grown))


def test_a_stream_says_when_each_sentence_is_there() -> None:
    # {"text": "A. B.", "pivot_text": "CCCCC"}: 40 bytes, of which 12 and 15 stand up to the full stops
    stream = Stream.of({"text": "A. B.", "pivot_text": "CCCCC"}, first_token=0.2)
    assert len(stream.raw) == 40
    assert stream.sentences == ("A.", "B.")
    assert stream.sentence_ends == pytest.approx((0.2 + 0.8 * 12 / 40, 0.2 + 0.8 * 15 / 40))
    assert stream.text_end == stream.sentence_ends[-1]


def test_tokens_go_by_bytes() -> None:
    assert arrival("aé", 1, first_token=0.25) == pytest.approx(0.5)
    assert arrival("aé", 2, first_token=0.25) == 1


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((0.5, 0.7), (3.0, 2.0, 2.4)),  # the sentences are spoken before the model has ended: 1.4 + 0.6
        ((0.5, 0.9), (3.0, 2.4, 2.8)),  # the last one is not: 1.8 + 0.6
        ((0.1, 0.2), (3.0, 2.0, 2.0)),  # nor is anything heard before the whole reply is there
    ],
)
def test_when_the_audio_is_ready(ends: tuple[float, float], expected: tuple[float, float, float]) -> None:
    stream = Stream("", ("abcd", "efgh"), ends, ends[-1])
    assert stream.speech_share("abcd", fixed=0.2) == pytest.approx(0.6)
    assert ready(stream, 2.0, lambda: 1.0, fixed=0.2) == pytest.approx(expected)


def test_a_simulation_counts_from_the_post_and_can_be_repeated() -> None:
    streams = [Stream.of(FIELDS)]
    built, parts, text = simulate(streams, 50, model=fixed(2.0))
    assert simulate(streams, 50, model=fixed(2.0)) == (built, parts, text)
    assert min(built) > BEFORE + 2.0
    assert min(parts) >= BEFORE + 2.0
    assert sum(parts) < sum(text) < sum(built)


def test_shares() -> None:
    assert ratio([2.0, 1.0, 3.0], [4.0], before=1.0) == pytest.approx(0.6)
    built = [float(number) for number in range(1, 101)]
    halves, same = [number / 2 for number in built], built
    assert share((built, halves, same), 50) == "25.25 / 50.50 s = 0.50 (customer's text at once 1.00)"
