"""The id of a request, the token of its links, and the signature."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from assistant.request import links
from assistant.request.links import LIFETIME, OUTER_BOUND, LinkSigner, Purpose, Token, url
from tests.assistant.properties import thoroughly

NOW = datetime(2026, 11, 23, 10, 15, 30, tzinfo=UTC)
MAC = bytes(range(32))


def test_an_id_is_the_moment_and_twelve_random_characters() -> None:
    made = links.new_id(NOW)
    assert made.startswith("req-20261123-101530-")
    assert len(made) == len("req-20261123-101530-") + 12
    assert links.is_id(made)


def test_no_two_are_alike() -> None:
    assert len({links.new_id(NOW) for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "req-20261123-101530-abcdefghijk",
        "req-20261123-101530-abcdefghijklm",
        "req-20261123-101530-ABCDEFGHIJKL",
        "req-20261123-101530-abcdefghijk1",
        "req-20261123-101530-abcdefghijkl\n",
        "req-٢٠٢٦١١٢٣-101530-abcdefghijkl",
        "idem#0000",
    ],
)
def test_anything_else_is_not_an_id(text: str) -> None:
    assert not links.is_id(text)


@thoroughly
@given(
    st.sampled_from(["status", "audio"]), st.integers(0, 99_999_999_999), st.binary(min_size=32, max_size=32)
)
def test_what_is_written_is_read_again(purpose: str, expires: int, mac: bytes) -> None:
    token = Token(purpose, expires, mac)
    assert Token.parse(str(token)) == token


@thoroughly
@given(st.text() | st.from_regex(r"v1\.(status|audio)\.\d{0,12}\.[A-Za-z0-9_=-]{40,45}"))
def test_any_text_is_a_token_or_none(text: str) -> None:
    token = Token.parse(text)
    assert token is None or len(token.mac) == 32


GOOD = f"v1.status.1800000000.{'A' * 43}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        GOOD.replace("v1", "v2"),
        GOOD.replace("status", "Status"),
        GOOD.replace("status", "admin"),
        GOOD.replace("1800000000", "-1"),
        GOOD.replace("1800000000", "१८"),
        GOOD.replace("1800000000", "1" * 12),
        GOOD[:-1],
        GOOD + "A",
        GOOD + "\n",
        GOOD + "=",
        GOOD.replace("A" * 43, "A" * 42 + "+"),
        GOOD.replace("A" * 43, "é" * 43),
    ],
)
def test_what_we_cannot_have_written_is_no_token(text: str) -> None:
    assert Token.parse(GOOD)
    assert Token.parse(text) is None


def test_the_mac_covers_version_purpose_expiry_and_request() -> None:
    signed = Token("audio", 1_800_000_000).signed_part("req-1")
    assert signed == b"v1.audio.1800000000.req-1"


@pytest.mark.parametrize("purpose", ["status", "audio"])
def test_an_issued_token_is_unsigned_and_outlives_the_answers_seven_days(purpose: Purpose) -> None:
    token = Token.issue(purpose, NOW)
    assert (token.purpose, token.mac) == (purpose, b"")
    assert token.expires == int((NOW + timedelta(days=37)).timestamp())
    assert timedelta(days=7) == LIFETIME < OUTER_BOUND


@pytest.mark.parametrize(
    ("purpose", "path"), [("status", "/requests/req-1"), ("audio", "/requests/req-1/audio")]
)
def test_a_link_carries_its_token_in_the_query(purpose: str, path: str) -> None:
    token = Token(purpose, 1_800_000_000, MAC)
    assert url("https://api.example.com/v1", "req-1", token) == f"https://api.example.com/v1{path}?t={token}"


def test_a_token_needs_no_escaping_in_a_query() -> None:
    assert str(Token("status", 1, b"\xff\xfb" * 16)).isascii()
    assert not set(str(Token("status", 1, b"\xff\xfb" * 16))) & set("+/=&#% ")


class FakeKey:
    """A key whose codes anybody could make."""

    def generate(self, message: bytes) -> bytes:
        return hashlib.sha256(message).digest()

    def verify(self, message: bytes, mac: bytes) -> bool:
        return mac == self.generate(message)


def test_a_signed_token_is_ours_for_its_request_purpose_and_expiry_alone() -> None:
    key: Any = FakeKey()
    signer, token = LinkSigner(key), Token("audio", 1_800_000_000)
    signed = signer.sign(token, "req-1")
    assert signed == Token("audio", 1_800_000_000, key.generate(b"v1.audio.1800000000.req-1"))
    assert signer.is_ours(signed, "req-1")
    assert not signer.is_ours(token, "req-1")
    assert not signer.is_ours(signed, "req-2")
    assert not signer.is_ours(Token("status", 1_800_000_000, signed.mac), "req-1")
    assert not signer.is_ours(Token("audio", 1_800_000_001, signed.mac), "req-1")
