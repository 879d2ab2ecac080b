"""Mailchimp keeps templates and drafts, says what is wrong in its own words, and sends nothing."""

import pytest
import requests

from tests.fakes.mailchimp import KEY

SETTINGS = {"title": "T [fabel a1b2c3]", "subject_line": "S", "from_name": "Shop", "reply_to": "hello@shop.example"}
TEST = {"winner_criteria": "clicks", "subject_lines": ["A", "B"]}


def call(fake, method, path, body=None, key=KEY):
    return requests.request(method, f"{fake.url}/3.0{path}", json=body, auth=("any", key), timeout=20)


def draft(fake, **more):
    return call(fake, "POST", "/campaigns", {"type": "regular", "settings": SETTINGS, **more})


def fields(answer):
    return answer.status_code, [error["field"] for error in answer.json()["errors"]]


def test_a_wrong_key_is_refused(mailchimp_fake):
    answer = call(mailchimp_fake, "GET", "/", key="other-us21")
    assert (answer.status_code, answer.json()["title"]) == (401, "API Key Invalid")


def test_only_the_fields_that_were_asked_for_are_told(mailchimp_fake):
    assert call(mailchimp_fake, "GET", "/?fields=account_name").json() == {"account_name": "Shop Example"}
    lists = call(mailchimp_fake, "GET", "/lists?fields=lists.name").json()
    assert lists == {"lists": [{"name": "Newsletter"}, {"name": "VIP"}]}


def test_templates_have_names_of_their_own_and_at_most_fifty_bytes(mailchimp_fake):
    assert call(mailchimp_fake, "POST", "/templates", {"name": "N", "html": "H"}).status_code == 200
    for name in ("N", "N" * 51):
        assert fields(call(mailchimp_fake, "POST", "/templates", {"name": name, "html": "H"})) == (400, ["name"])


def test_nobody_is_told_what_a_template_contains(mailchimp_fake):
    made = call(mailchimp_fake, "POST", "/templates", {"name": "N", "html": "H"}).json()
    assert "html" not in made
    assert "html" not in call(mailchimp_fake, "GET", f"/templates/{made['id']}").json()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"type": "news"}, "type"),
        ({"type": "variate"}, "variate_settings"),
        ({"variate_settings": TEST}, "variate_settings"),
        ({"type": "variate", "variate_settings": {**TEST, "test_size": 5}}, "variate_settings.test_size"),
        ({"type": "variate", "variate_settings": {**TEST, "wait_time": 90}}, "variate_settings.wait_time"),
        ({"recipients": {"list_id": "?"}}, "recipients.list_id"),
        ({"settings": {**SETTINGS, "reply_to": "nobody"}}, "settings.reply_to"),
        ({"schedule_time": "now"}, "schedule_time"),
    ],
)
def test_a_wrong_campaign_is_refused_in_words(mailchimp_fake, more, field):
    assert fields(draft(mailchimp_fake, **more)) == (400, [field])


def test_content_is_put_as_often_as_one_likes(mailchimp_fake):
    key = draft(mailchimp_fake).json()["id"]
    for words in ("A", "B"):
        assert call(mailchimp_fake, "PUT", f"/campaigns/{key}/content", {"html": words}).status_code == 200
    assert call(mailchimp_fake, "GET", f"/campaigns/{key}/content").json() == {"html": "B"}


@pytest.mark.parametrize("kind", ["regular", "variate"])
def test_content_has_the_form_of_its_campaign(mailchimp_fake, kind):
    key = draft(mailchimp_fake, type=kind, **({"variate_settings": TEST} if kind == "variate" else {})).json()["id"]
    body = {"html": "H"} if kind == "variate" else {"variate_contents": [{"content_label": "A", "html": "H"}]}
    assert call(mailchimp_fake, "PUT", f"/campaigns/{key}/content", body).status_code == 400


@pytest.mark.parametrize("action", ["send", "schedule"])
def test_sending_is_refused_and_noticed(mailchimp_fake, action):
    key = draft(mailchimp_fake).json()["id"]
    assert call(mailchimp_fake, "POST", f"/campaigns/{key}/actions/{action}").status_code == 403
    assert mailchimp_fake.live == [("campaign", "T [fabel a1b2c3]", action)]


@pytest.mark.parametrize("body", [{"name": "a.png", "file_data": "?"}, {"name": "a", "file_data": "AA=="}])
def test_a_file_is_base64_and_has_an_ending(mailchimp_fake, body):
    assert call(mailchimp_fake, "POST", "/file-manager/files", body).status_code == 400


def test_what_does_not_exist_is_not_found(mailchimp_fake):
    for path in ("/templates/7", "/templates/x", "/campaigns/x", "/file-manager/files/7"):
        assert call(mailchimp_fake, "GET", path).json()["title"] == "Resource Not Found"


def test_things_are_counted_by_the_mark_in_their_name(mailchimp_fake):
    draft(mailchimp_fake)
    assert mailchimp_fake.count("a1b2c3", "campaign") == 1
