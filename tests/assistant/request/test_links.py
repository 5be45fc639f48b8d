"""The id of a request, the token of its links, and the signature."""

import hashlib
from dataclasses import replace
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
    st.sampled_from(["status", "audio", "erase"]),
    st.integers(0, 99_999_999_999),
    st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
    st.binary(min_size=32, max_size=32),
)
def test_what_is_written_is_read_again(purpose: str, expires: int, key: str, mac: bytes) -> None:
    token = Token(purpose, expires, key, mac)
    assert Token.parse(str(token)) == token


@thoroughly
@given(st.text() | st.from_regex(r"v1\.(status|audio|erase)\.\d{0,12}\.[a-f0-9]{7,9}\.[A-Za-z0-9_=-]{40,45}"))
def test_any_text_is_a_token_or_none(text: str) -> None:
    token = Token.parse(text)
    assert token is None or len(token.mac) == 32


GOOD = f"v1.status.1800000000.1234abcd.{'A' * 43}"


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
        GOOD.replace(".1234abcd", ""),
        GOOD.replace("1234abcd", "1234abc"),
        GOOD.replace("1234abcd", "alias/aa"),
        GOOD.replace("1234abcd", "1234abcd-5678"),
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


def test_the_mac_covers_version_purpose_expiry_key_and_request() -> None:
    signed = Token("audio", 1_800_000_000, "1234abcd").signed_part("req-1")
    assert signed == b"v1.audio.1800000000.1234abcd.req-1"


@pytest.mark.parametrize("purpose", ["status", "audio"])
def test_an_issued_token_is_unsigned_and_outlives_the_answers_seven_days(purpose: Purpose) -> None:
    token = Token.issue(purpose, NOW)
    assert (token.purpose, token.mac) == (purpose, b"")
    assert token.expires == int((NOW + timedelta(days=37)).timestamp())
    assert timedelta(days=7) == LIFETIME < OUTER_BOUND


@pytest.mark.parametrize(
    ("purpose", "path"),
    [("status", "/requests/req-1"), ("audio", "/requests/req-1/audio"), ("erase", "/requests/req-1")],
)
def test_a_link_carries_its_token_in_the_query(purpose: str, path: str) -> None:
    token = Token(purpose, 1_800_000_000, "1234abcd", MAC)
    assert url("https://api.example.com/v1", "req-1", token) == f"https://api.example.com/v1{path}?t={token}"


def test_a_token_needs_no_escaping_in_a_query() -> None:
    token = str(Token("status", 1, "1234abcd", b"\xff\xfb" * 16))
    assert token.isascii()
    assert not set(token) & set("+/=&#% ")


class FakeKey:
    """A key that notes what it verified; its codes are told from another key's."""

    def __init__(self, key_id: str) -> None:
        self.key_id = key_id
        self.verified = 0

    def generate(self, message: bytes) -> bytes:
        return hashlib.sha256(self.key_id.encode() + message).digest()

    def verify(self, message: bytes, mac: bytes) -> bool:
        self.verified += 1
        return mac == self.generate(message)


@pytest.fixture
def old() -> Any:
    return FakeKey("0000aaaa-1111-2222-3333-444444444444")


@pytest.fixture
def new() -> Any:
    return FakeKey("1111bbbb-1111-2222-3333-444444444444")


def test_a_signed_token_is_ours_for_its_request_purpose_expiry_and_key_alone(old: Any) -> None:
    signer, token = LinkSigner([old]), Token("audio", 1_800_000_000)
    signed = signer.sign(token, "req-1")
    mac = old.generate(b"v1.audio.1800000000.0000aaaa.req-1")
    assert signed == Token("audio", 1_800_000_000, "0000aaaa", mac)
    assert signer.is_ours(signed, "req-1")
    assert not signer.is_ours(token, "req-1")
    assert not signer.is_ours(signed, "req-2")
    assert not signer.is_ours(Token("status", 1_800_000_000, "0000aaaa", mac), "req-1")
    assert not signer.is_ours(Token("audio", 1_800_000_001, "0000aaaa", mac), "req-1")


def test_a_link_is_issued_and_signed_in_one_go(old: Any) -> None:
    signer = LinkSigner([old])
    base, _, text = signer.link("erase", "https://api.example.com/v1", "req-1", NOW).partition("?t=")
    token = Token.parse(text)
    assert base == "https://api.example.com/v1/requests/req-1"
    assert token
    assert token.purpose == "erase"
    assert signer.is_ours(token, "req-1")


def test_when_a_key_is_replaced_its_links_stay_valid_until_it_leaves_the_list(old: Any, new: Any) -> None:
    before, between, after = LinkSigner([old]), LinkSigner([new, old]), LinkSigner([new])
    of_old, of_new = (signer.sign(Token("status", 1_800_000_000), "req-1") for signer in (before, between))
    assert (of_old.key, of_new.key) == ("0000aaaa", "1111bbbb")
    assert between.is_ours(of_old, "req-1")
    assert between.is_ours(of_new, "req-1")
    assert LinkSigner([old, new]).is_ours(of_new, "req-1")
    assert not after.is_ours(of_old, "req-1")
    assert after.is_ours(of_new, "req-1")


def test_only_the_key_that_a_token_names_is_asked_and_only_if_it_is_ours(old: Any, new: Any) -> None:
    signer = LinkSigner([new, old])
    signed = LinkSigner([old]).sign(Token("status", 1_800_000_000), "req-1")
    assert signer.is_ours(signed, "req-1")
    assert (old.verified, new.verified) == (1, 0)
    assert not signer.is_ours(replace(signed, key="2222cccc"), "req-1")
    assert not signer.is_ours(replace(signed, key="1111bbbb"), "req-1")
    assert (old.verified, new.verified) == (1, 1)
