"""Reading a request body."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, strategies as st

from assistant.errors import ApiError, InvalidRequest, PayloadTooLarge
from assistant.intake.request_body import MAX_BYTES, parse
from tests.assistant.intake.test_request_schema import BAD_FIELDS, GOOD, GOOD_FIELDS
from tests.assistant.properties import thoroughly


def body(**fields: Any) -> bytes:
    return json.dumps(GOOD | fields).encode()


def refused(content: bytes) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        parse(content)
    return caught.value


def test_the_language_is_detected_unless_it_is_declared() -> None:
    assert parse(body()) == GOOD | {"language": "auto"}
    assert parse(body(language="pt-PT"))["language"] == "pt-PT"


def test_fields_are_trimmed() -> None:
    fields = {
        "name": " Zoé Lefèvre\u3000",
        "email": "\tzoe@example.com ",
        "message": "\n Bonjour \n",
        "language": " fr ",
    }
    assert parse(body(**fields)) == GOOD | {"language": "fr"}


@pytest.mark.parametrize(("field", "value"), GOOD_FIELDS)
def test_good_values_arrive_as_they_are(field: str, value: str) -> None:
    assert parse(body(**{field: value}))[field] == value


@pytest.mark.parametrize(("field", "value"), [row for row in BAD_FIELDS if row != ("name", "a\n")])
def test_each_wrong_field_is_named_with_what_would_be_right(field: str, value: Any) -> None:
    error = refused(body(**{field: value}))
    assert [wrong["field"] for wrong in error.errors] == [field]
    assert error.errors[0]["detail"].startswith("must be ")


@pytest.mark.parametrize("field", ["name", "email", "message"])
def test_a_field_of_blanks_is_empty(field: str) -> None:
    assert refused(body(**{field: " \n\t\u2003"})).errors[0]["field"] == field


def test_every_wrong_field_is_named_at_once() -> None:
    error = refused(json.dumps({"name": 5, "email": "x", "language": 7, "priority": "HIGH"}).encode())
    assert [wrong["field"] for wrong in error.errors] == ["message", "name", "email", "language", "priority"]
    assert error.errors[0]["detail"] == "is required"
    assert error.errors[-1]["detail"].startswith("is not a field of this request; name, email, message")


def test_missing_fields_are_named_before_those_that_are_too_many() -> None:
    error = refused(json.dumps({f"field_{number}": 1 for number in range(500)}).encode())
    assert [wrong["field"] for wrong in error.errors[:3]] == ["name", "email", "message"]


INVISIBLE = {
    "zero-width space": "\u200b",
    "empty Braille": "\u2800",
    "Hangul filler": "\u3164",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "lone accent": "\u0301",
    "Arabic vowel": "\u064e",
    "variation selector": "\ufe0f",
    "direction": "\u202e\u2066",
    "joiners": "\u200d\u200c",
    "halfwidth filler": "\uffa0",
    "replacement": "\ufffd",
    "lost picture": "\ufffc",
    "together": " \u200b\u2800\n\u3164\u0301 ",
}


@pytest.mark.parametrize("field", ["name", "message"])
@pytest.mark.parametrize("text", INVISIBLE.values(), ids=INVISIBLE.keys())
def test_what_nobody_can_see_is_empty(field: str, text: str) -> None:
    (error,) = refused(body(**{field: text})).errors
    assert error["field"] == field
    assert "visible" in error["detail"]


@pytest.mark.parametrize("text", ["?", "1", "é", "€", "😀", "字", "\u200bx", "！", "١"])
@pytest.mark.parametrize("field", ["name", "message"])
def test_one_visible_sign_is_enough(field: str, text: str) -> None:
    assert parse(body(**{field: text}))


def test_texts_are_composed_and_a_name_has_no_direction_marks() -> None:
    fields = parse(body(name="\u202eZoe\u0301\u2066 \u200eL\u200b\u3164", message="cafe\u0301 \u202eok"))
    assert fields["name"] == "Zoé L"
    assert parse(body(name="Zoe\u2028Team\u2029x"))["name"] == "Zoe Team x"
    assert fields["message"] == "café \u202eok"
    assert parse(body(name="می\u200cنا"))["name"] == "می\u200cنا"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("jürgen@xn--mller-kva.example", "jürgen@müller.example"),
        ("ju\u0308rgen@MÜLLER.example", "jürgen@müller.example"),
        ("Zoe@Example.COM", "Zoe@example.com"),
        ("straße@example.com", "straße@example.com"),
        ("用户@例子.example", "用户@例子.example"),
    ],
)
def test_an_address_has_one_form(given: str, kept: str) -> None:
    assert parse(body(email=given))["email"] == kept


@pytest.mark.parametrize(
    "email",
    [
        *(
            "a\u200b@example.com",
            "a@exam\u200bple.com",
            "a@example.com\u200e",
            "\u202ea@example.com",
            "a@ex ample.com",
        ),
        *(
            '"john doe"@example.com',
            "a@localhost",
            "a@-x.com",
            "a@[127.0.0.1]",
            ".a@example.com",
            "a..b@example.com",
        ),
    ],
)
def test_an_address_that_mail_could_not_be_sent_to_is_refused(email: str) -> None:
    (error,) = refused(body(email=email)).errors
    assert error["field"] == "email"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        *(
            ("", "auto"),
            (None, "auto"),
            ("auto", "auto"),
            ("de-DE", "de-DE"),
            ("zh-Hant", "zh-Hant"),
            ("tlh", "tlh"),
        ),
        *((" fr ", "fr"), ("x" * 100, "x" * 34 + "…"), ("de\u202e\n", "de"), ("*", "*")),
    ],
)
def test_any_language_is_taken_as_a_hint(given: str | None, kept: str) -> None:
    assert parse(body(language=given))["language"] == kept


@pytest.mark.parametrize("name", ["<script>", "a b", "x" * 41, "clé", "\ud800", ""])
def test_an_odd_name_of_an_unknown_field_is_not_repeated(name: str) -> None:
    assert refused(body(**{name: 1})).errors[0]["field"] == "(other)"


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON (line 1, column 2)"),
        (b"name=Zoe", "not valid JSON"),
        (b"\xef\xbb\xbf{}", "not valid JSON"),
        (b"\xff{}", "not valid UTF-8"),
        ("é".encode("latin-1"), "not valid UTF-8"),
        (b"[" * 30_000, "nested too deeply"),
        (b'{"a":' * 10_000, "nested too deeply"),
        (b'{"name": ' + b"9" * 5_000 + b"}", "a number that cannot be read"),
        (b'{"name": NaN}', "NaN and Infinity are not JSON"),
        (b'{"name": -Infinity}', "NaN and Infinity are not JSON"),
        (b'{"name": "a", "name": "b"}', "names a field twice"),
        (b'{"name": "a", "n\\u0061me": "b"}', "names a field twice"),
        (b'"text"', "must be a JSON object"),
        (b"[]", "must be a JSON object"),
        (b"null", "must be a JSON object"),
    ],
)
def test_what_is_not_strict_json_is_told_apart(content: bytes, detail: str) -> None:
    assert detail in refused(content).detail


def test_a_body_over_the_limit_is_not_even_read() -> None:
    with pytest.raises(PayloadTooLarge, match="65,536"):
        parse(b"{" * (MAX_BYTES + 1))


def test_the_largest_valid_request_fits_however_it_is_escaped() -> None:
    largest = body(name="😀" * 100, message="😀" * 5_000)
    assert "\\ud83d" in largest.decode()
    assert len(largest) < MAX_BYTES
    assert parse(largest)["message"] == "😀" * 5_000


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
fields = st.dictionaries(
    st.sampled_from(["name", "email", "message", "language"]) | st.text(max_size=3), anything, max_size=5
)


@given(st.binary() | fields.map(lambda value: json.dumps(value).encode()))
@thoroughly
def test_any_bytes_are_a_request_or_an_error_of_the_api(content: bytes) -> None:
    with suppress(ApiError):
        assert set(parse(content)) == {"name", "email", "message", "language"}


@given(st.text(min_size=1, max_size=60))
@thoroughly
def test_no_error_repeats_what_was_sent(text: str) -> None:
    secret = f"my secret{text}"
    wrong = {secret: secret, "name": [secret], "email": secret + " ", "message": {}, "language": [secret]}
    error = refused(json.dumps(wrong).encode())
    assert "secret" not in error.detail + json.dumps(error.errors)
