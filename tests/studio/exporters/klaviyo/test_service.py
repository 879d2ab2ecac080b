"""What delivery knows of Klaviyo."""

import pytest

from studio.exporters.klaviyo.service import SERVICE
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work


def test_the_key_and_the_revision_are_sent():
    sent = SERVICE.headers("pk_1")
    assert sent["authorization"] == "Klaviyo-API-Key pk_1"
    assert sent["revision"] == "2026-07-15"


def test_every_kind_of_a_bundle_is_a_resource():
    kinds = {request.kind for request in built(work(send("m1"))).requests}
    assert kinds | {"coupon"} == set(SERVICE.resources)


def test_references_can_be_looked_up():
    assert set(SERVICE.listings) == {"metric", "list", "segment"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"errors": [{"detail": "Too long.", "source": {"pointer": "/data/name"}}]}, "Too long. (/data/name)"),
        ({"errors": [{"title": "Bad"}, {"detail": "Worse", "source": {"pointer": "/data"}}]}, "Bad; Worse"),
        ({"errors": [{"detail": "No", "source": None}, "x"]}, "No"),
        ({"errors": "?"}, "HTTP 400"),
        ("<html>", "HTTP 400"),
        (None, "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_what_later_requests_and_updates_need_is_kept():
    assert "data.attributes.image_url" in SERVICE.resources["image"].keep
    assert "data.attributes.definition" in SERVICE.resources["flow"].keep
