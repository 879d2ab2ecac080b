"""Bodies are read byte for byte, and broken ones are refused."""

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.wire import Received, Refusal, Upload, parse_body


def encoded(content, name="Bilde"):
    files = {"file": ("hero.png", content, "image/png"), "name": (None, name)}
    prepared = requests.Request("POST", "http://fake.example", files=files).prepare()
    return prepared.headers["Content-Type"], prepared.body


@given(st.binary(max_size=300), st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20))
def test_a_form_keeps_every_byte_of_a_file(content, name):
    form = parse_body(*encoded(content, name))
    assert form == {"file": Upload("hero.png", "image/png", content), "name": name}


@pytest.mark.parametrize("cut", [3, 5, 40])
def test_a_form_that_ends_early_is_refused(cut):
    content_type, body = encoded(b"0123456789")
    with pytest.raises(Refusal):
        parse_body(content_type, body[:-cut])


def test_json_of_any_json_media_type_is_read():
    assert parse_body("application/vnd.api+json; charset=utf-8", b'{"a": [1]}') == {"a": [1]}


@pytest.mark.parametrize("content", [b"{", b"\xff", b"{'a': 1}"])
def test_what_is_no_json_is_refused(content):
    with pytest.raises(Refusal) as refused:
        parse_body("application/json", content)
    assert refused.value.status == 400


def test_an_empty_body_is_none():
    assert parse_body("application/json", b"") is None


def test_a_kept_request_has_no_key():
    received = Received("GET", "/", headers={"authorization": "secret", "api-key": "secret", "revision": "1"})
    assert received.without_key().headers == {"revision": "1"}
