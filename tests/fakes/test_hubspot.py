"""HubSpot keeps coded templates, draft e-mails and workflows that are switched off, and pages by cursors."""

import pytest
import requests

from studio.exporters.hubspot.template import coded
from tests.fakes.hubspot import Options
from tests.fakes.hubspot.__main__ import parse

EMAILS, FLOWS = "/marketing/emails/2026-09", "/automation/v4/flows"
SOURCE = "/cms/v3/source-code/draft/content/fabel/x/y.html"
HTML = coded("<html><body>{{ unsubscribe_link }}</body></html>", "x")


def call(fake, method, path, body=None, key="", **more):
    headers = {"Authorization": f"Bearer {key or fake.key}"}
    return requests.request(method, fake.url + path, json=body, headers=headers, timeout=20, **more)


def upload(fake, html=HTML):
    return call(fake, "PUT", SOURCE, files={"file": ("y.html", html.encode(), "text/html")})


@pytest.fixture
def email(hubspot_fake):
    upload(hubspot_fake)
    body = {"name": "E", "subject": "Hei", "content": {"templatePath": "fabel/x/y.html"}, "state": "AUTOMATED_DRAFT"}
    return call(hubspot_fake, "POST", EMAILS, body).json()["id"]


def sends(email, name="1", **more):
    fields = {"content_id": email}
    head = {"type": "SINGLE_CONNECTION", "actionId": name, "actionTypeId": "0-4", "actionTypeVersion": 0}
    return {**head, "fields": fields, **more}


def flow(*actions, **more):
    return {
        "name": "F",
        "type": "CONTACT_FLOW",
        "flowType": "WORKFLOW",
        "objectTypeId": "0-1",
        "isEnabled": False,
        "canEnrollFromSalesforce": False,
        "customProperties": {},
        "dataSources": [],
        "suppressionListIds": [],
        "blockedDates": [],
        "timeWindows": [],
        "startActionId": "1",
        "actions": list(actions),
        **more,
    }


def words(answer):
    return answer.status_code, answer.json()["message"]


def test_a_wrong_key_is_refused_in_hubspots_envelope(hubspot_fake):
    answer = call(hubspot_fake, "GET", EMAILS, key="x")
    assert (answer.status_code, answer.json()["category"]) == (401, "INVALID_AUTHENTICATION")


def test_a_template_is_put_twice_and_kept_once(hubspot_fake):
    assert upload(hubspot_fake).json()["id"] == "fabel/x/y.html"
    upload(hubspot_fake)
    assert list(hubspot_fake.sources) == ["fabel/x/y.html"]


@pytest.mark.parametrize("gone", ["templateType: email", "site_settings.company_zip", "unsubscribe_link"])
def test_a_template_that_lacks_something_is_refused(hubspot_fake, gone):
    assert upload(hubspot_fake, HTML.replace(gone, "")).status_code == 400


def test_an_email_needs_a_template_that_is_there(hubspot_fake):
    body = {"name": "E", "content": {"templatePath": "nowhere.html"}}
    assert "no template" in words(call(hubspot_fake, "POST", EMAILS, body))[1]


def test_an_email_that_would_be_live_is_refused_and_noted(hubspot_fake):
    assert call(hubspot_fake, "POST", EMAILS, {"name": "E", "state": "AUTOMATED"}).status_code == 400
    assert hubspot_fake.live == [("email", "E", "AUTOMATED")]


def test_an_email_has_one_variation_at_most(hubspot_fake, email):
    body = {"contentId": email, "variationName": "B"}
    answers = [call(hubspot_fake, "POST", f"{EMAILS}/ab-test/create-variation", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 400]


def test_a_workflow_has_one_edge_to_every_action(hubspot_fake, email):
    assert call(hubspot_fake, "POST", FLOWS, flow(sends(email))).status_code == 201
    lost = call(hubspot_fake, "POST", FLOWS, flow(sends(email), sends(email, "2")))
    assert "exactly one STANDARD edge" in words(lost)[1]


def test_a_workflow_that_is_switched_on_is_refused_and_noted(hubspot_fake, email):
    assert call(hubspot_fake, "POST", FLOWS, flow(sends(email), isEnabled=True)).status_code == 400
    assert hubspot_fake.live == [("flow", "F", "isEnabled")]


def test_a_workflow_is_replaced_with_its_newest_revision_only(hubspot_fake, email):
    made = call(hubspot_fake, "POST", FLOWS, flow(sends(email))).json()
    body = {key: value for key, value in made.items() if key not in ("id", "flowType", "objectTypeId", "dataSources")}
    answers = [call(hubspot_fake, "PUT", f"{FLOWS}/{made['id']}", body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]


def test_lists_are_paged_by_cursors(hubspot_fake, email):
    hubspot_fake.options = Options(page_size=2)
    for number in range(3):
        call(hubspot_fake, "POST", FLOWS, flow(sends(email), name=f"F{number}"))
    first = call(hubspot_fake, "GET", FLOWS).json()
    second = call(hubspot_fake, "GET", f"{FLOWS}?after={first['paging']['next']['after']}").json()
    assert [row["name"] for row in first["results"] + second["results"]] == ["F0", "F1", "F2"]
    assert "paging" not in second


def test_ten_full_seconds_are_refused_without_a_time_to_wait(hubspot_fake):
    hubspot_fake.options = Options(rates=True)
    for _ in range(100):
        hubspot_fake.meter.take("all")
    answer = call(hubspot_fake, "GET", EMAILS)
    assert (answer.status_code, answer.json()["errorType"]) == (429, "RATE_LIMIT")
    assert "Retry-After" not in answer.headers


def test_it_can_be_run_by_hand():
    assert parse(["--port", "8131", "--page-size", "3"]) == (8131, Options(page_size=3))
