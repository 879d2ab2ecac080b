"""SendGrid keeps templates, versions and drafts, says what is wrong in its own words, and sends nothing."""

import pytest
import requests

from tests.fakes.sendgrid import KEY


def call(fake, method, path, body=None, key=KEY):
    address = path if path.startswith("http") else f"{fake.url}/v3{path}"
    return requests.request(method, address, json=body, headers={"Authorization": f"Bearer {key}"}, timeout=20)


def template(fake, name="T"):
    return call(fake, "POST", "/templates", {"name": name, "generation": "dynamic"}).json()["id"]


def version(fake, key, **more):
    return call(fake, "POST", f"/templates/{key}/versions", {"name": "V", "subject": "S", **more})


def send(fake, **more):
    return call(fake, "POST", "/marketing/singlesends", {"name": "N [fabel a1b2c3]", **more})


def test_a_wrong_key_is_refused(sendgrid_fake):
    assert call(sendgrid_fake, "GET", "/scopes", key="other").status_code == 401


def test_the_key_tells_its_scopes(sendgrid_fake):
    assert "templates.create" in call(sendgrid_fake, "GET", "/scopes").json()["scopes"]


def test_templates_are_paged_by_an_address(sendgrid_fake):
    for name in "ABC":
        template(sendgrid_fake, name)
    first = call(sendgrid_fake, "GET", "/templates?generations=dynamic&page_size=2").json()
    second = call(sendgrid_fake, "GET", first["_metadata"]["next"]).json()
    assert [row["name"] for row in first["result"] + second["result"]] == ["A", "B", "C"]
    assert "next" not in second["_metadata"]


def test_the_list_of_templates_shows_no_words_and_asks_for_a_page_size(sendgrid_fake):
    version(sendgrid_fake, template(sendgrid_fake), html_content="H")
    (row,) = call(sendgrid_fake, "GET", "/templates?generations=dynamic&page_size=2").json()["result"]
    assert "html_content" not in row["versions"][0]
    assert call(sendgrid_fake, "GET", "/templates").status_code == 400


def test_an_active_version_makes_the_others_inactive(sendgrid_fake):
    key = template(sendgrid_fake)
    for _ in range(2):
        version(sendgrid_fake, key, active=1)
    versions = call(sendgrid_fake, "GET", f"/templates/{key}").json()["versions"]
    assert [one["active"] for one in versions] == [0, 1]


@pytest.mark.parametrize(
    "more",
    [{"subject": ""}, {"subject": "x" * 256}, {"name": "x" * 101}, {"active": True}, {"test_data": "{"}, {"x": 1}],
)
def test_a_wrong_version_is_refused(sendgrid_fake, more):
    assert version(sendgrid_fake, template(sendgrid_fake), **more).status_code == 400


@pytest.mark.parametrize(
    "more", [{"name": "x" * 101}, {"send_to": {"list_ids": ["?"]}}, {"email_config": {"sender_id": "me"}}]
)
def test_a_wrong_draft_is_refused(sendgrid_fake, more):
    assert send(sendgrid_fake, **more).status_code == 400


def test_a_date_is_refused_and_noticed(sendgrid_fake):
    assert send(sendgrid_fake, send_at="2027-01-01T09:00:00Z").status_code == 400
    key = send(sendgrid_fake).json()["id"]
    assert call(sendgrid_fake, "PUT", f"/marketing/singlesends/{key}/schedule", {"send_at": "now"}).status_code == 403
    assert [how for _, _, how in sendgrid_fake.live] == ["send_at", "schedule"]


def test_what_does_not_exist_is_not_found(sendgrid_fake):
    for path in ("/templates/x", "/marketing/singlesends/x"):
        assert call(sendgrid_fake, "GET", path).status_code == 404
    assert call(sendgrid_fake, "PATCH", f"/templates/{template(sendgrid_fake)}/versions/x", {}).status_code == 404


def test_things_are_counted_by_the_mark_in_their_name(sendgrid_fake):
    send(sendgrid_fake)
    assert sendgrid_fake.count("a1b2c3", "campaign") == 1
