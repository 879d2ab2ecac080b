"""What delivery knows of Brevo."""

import pytest

from studio.exporters.brevo.service import SERVICE, update_campaign, update_template
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work


def test_the_key_is_sent_in_brevos_header():
    assert SERVICE.headers("xkeysib-1")["api-key"] == "xkeysib-1"


def test_all_requests_share_a_hundred_an_hour():
    assert SERVICE.rate.per_hour == 100


def test_every_kind_of_a_bundle_is_a_resource():
    assert {request.kind for request in built(work(send("m1")), "brevo").requests} == set(SERVICE.resources)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"code": "invalid_parameter", "message": "Sender is missing"}, "invalid_parameter: Sender is missing"),
        ({"message": "Key not found"}, "Key not found"),
        ({}, "HTTP 400"),
        (["?"], "HTTP 400"),
        (None, "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_a_template_that_somebody_activated_stays_active():
    (call,) = update_template("7", "", None, {"subject": "S", "isActive": False}, frozenset())
    assert (call.method, call.path, call.body) == ("PUT", "/v3/smtp/templates/7", {"subject": "S"})


def test_a_campaign_draft_is_rewritten():
    (call,) = update_campaign("9", "", None, {"subjectA": "A"}, frozenset())
    assert (call.method, call.path) == ("PUT", "/v3/emailCampaigns/9")
