"""What delivery knows of Mailchimp."""

import base64

import pytest

from studio.exporters.mailchimp.service import SERVICE, address_of
from studio.exporters.mailchimp.updates import (
    campaign_facets,
    content_facets,
    update_campaign,
    update_template,
)
from studio.exporters.updating import left_alone
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work


def test_the_key_is_sent_as_a_password():
    scheme, _, held = SERVICE.headers("abc-us21")["authorization"].partition(" ")
    assert (scheme, base64.b64decode(held)) == ("Basic", b"fabel:abc-us21")


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("0123abc-us21", "https://us21.api.mailchimp.com"),
        ("0123abc", ""),
        ("0123abc-", ""),
        ("0123-evil.example/us21", ""),
        ("0123-us21.evil", ""),
    ],
)
def test_the_data_centre_is_read_off_the_key_and_nothing_else(key, address):
    assert address_of(key) == address


def test_every_kind_of_a_bundle_is_a_resource():
    made = built(work(send("m1")), "mailchimp")
    assert {request.kind for request in made.requests} == set(SERVICE.resources)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"title": "Resource Not Found", "detail": "It could not be found."}, "It could not be found."),
        (
            {"detail": "See errors.", "errors": [{"field": "name", "message": "is blank"}]},
            "See errors. (name: is blank)",
        ),
        ({"title": "Forbidden"}, "Forbidden"),
        ({"errors": ["?", {}]}, "HTTP 400"),
        (["?"], "HTTP 400"),
        (None, "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_a_template_is_rewritten_in_place():
    (call,) = update_template("7", "", None, {"name": "N", "html": "H"}, frozenset())
    assert (call.method, call.path, call.body) == ("PATCH", "/3.0/templates/7", {"name": "N", "html": "H"})


def test_a_draft_keeps_its_type():
    (call,) = update_campaign("9", "", None, {"type": "regular", "settings": {}}, frozenset())
    assert (call.method, call.path, call.body) == ("PATCH", "/3.0/campaigns/9", {"settings": {}})


def test_a_picture_is_never_changed():
    assert left_alone("1", "", None, {}, frozenset()) == ()


def test_what_is_sent_and_what_is_read_say_the_same():
    (body,) = [one.body for one in built(work(send("m1")), "mailchimp").requests if one.kind == "campaign"]
    assert dict(campaign_facets(body).items()) == {
        "Subject": "Du glemte noe\nKurven din venter",
        "Preview text": "Kurven din",
        "Sender": "Verkstedet <hei@verkstedet.example>",
    }


def test_an_answer_without_settings_says_nothing():
    assert set(campaign_facets({"settings": None}).values()) == {""}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"html": "H"}, "H"),
        ({"variate_contents": [{"content_label": "A", "html": "H"}], "html": "?"}, "H"),
        ({"variate_contents": [], "html": "H"}, "H"),
        ({"variate_contents": ["?"]}, ""),
        ({}, ""),
    ],
)
def test_the_words_of_a_draft_are_read_wherever_they_lie(told, words):
    assert content_facets(told)["Content"] == words
