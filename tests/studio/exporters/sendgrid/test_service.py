"""What delivery knows of SendGrid."""

import json

import pytest

from studio.exporters.sendgrid.service import SERVICE
from studio.exporters.sendgrid.updates import (
    draft_facets,
    our_version,
    their_version,
    update_draft,
    update_template,
    update_version,
    version_id,
)
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

NAME = "Welcome (nb) [fabel a1b2c3]"


def read(*versions):
    """Return the kept part of a template's answer with these versions (id, name)."""
    return json.dumps(
        {"id": "t", "versions": {str(at): {"id": key, "name": name} for at, (key, name) in enumerate(versions)}}
    )


def test_the_key_is_sent_as_a_bearer():
    assert SERVICE.headers("SG.1")["authorization"] == "Bearer SG.1"


def test_every_kind_of_a_bundle_is_a_resource():
    made = built(work(send("m1")), "sendgrid")
    assert {request.kind for request in made.requests} == set(SERVICE.resources)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"errors": [{"message": "is required", "field": "name"}]}, "is required (name)"),
        ({"errors": [{"message": "access forbidden", "field": None}, {"message": "x"}]}, "access forbidden; x"),
        ({"errors": [{}, "?"]}, "HTTP 400"),
        (["?"], "HTTP 400"),
        (None, "HTTP 400"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(400, body) == words


def test_a_template_is_only_renamed():
    (call,) = update_template("t", "", None, {"name": "N", "generation": "dynamic"}, frozenset())
    assert (call.method, call.path, call.body) == ("PATCH", "/v3/templates/t", {"name": "N"})


def test_a_version_is_rewritten_but_not_activated():
    (call,) = update_version("t", '{"id": "v"}', None, {"name": NAME, "active": 1, "subject": "S"}, frozenset())
    assert (call.path, call.body) == ("/v3/templates/t/versions/v", {"name": NAME, "subject": "S"})


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        ('{"id": "v"}', "v"),
        (read(("v", NAME)), "v"),
        (read(("v", "Renamed there")), "v"),
        (read(("x", "Own"), ("v", NAME)), "v"),
        (read(("v", "Welcome (nb) [fabel a1b2c3-10]"), ("x", "Welcome (nb) [fabel a1b2c3-9]"), ("y", NAME)), "v"),
        (read(("x", "Own"), ("y", "Other")), ""),
        (read(), ""),
        ("", ""),
    ],
)
def test_the_version_with_our_mark_is_the_one_that_is_changed(answer, version):
    assert version_id(answer, NAME) == version
    assert (update_version("t", answer, None, {"name": NAME}, frozenset()) is None) == (not version)


def test_a_draft_is_rewritten():
    (call,) = update_draft("s", "", None, {"name": "N"}, frozenset())
    assert (call.method, call.path, call.body) == ("PATCH", "/v3/marketing/singlesends/s", {"name": "N"})


def test_what_is_sent_and_what_is_read_say_the_same():
    made = built(work(send("m2")), "sendgrid")
    _, version, draft = (request.body for request in made.requests)
    read_back = {"id": "t", "versions": [{"name": "Own", "subject": "?"}, version]}
    assert their_version(read_back) == our_version(version)
    assert draft_facets(draft) == our_version(version)


@pytest.mark.parametrize("answer", [{}, {"versions": None}, {"versions": []}, {"email_config": None}])
def test_an_answer_without_words_says_nothing(answer):
    assert set(their_version(answer).values()) == set(draft_facets(answer).values()) == {""}
