"""Omnisend keeps templates and disabled automations, pages by cursors, and says what is wrong in its own words."""

import pytest
import requests

from tests.fakes.omnisend import Options
from tests.fakes.omnisend.__main__ import parse
from tests.fakes.omnisend.state import VERSION

EMAIL = {"subject": "Hei", "preheader": "", "senderName": "Shop", "language": "nb_NO"}


def call(fake, method, path, body=None, **headers):
    sent = {"Authorization": f"Omnisend-API-Key {fake.key}", "Omnisend-Version": VERSION, **headers}
    return requests.request(method, f"{fake.url}/api{path}", json=body, headers=sent, timeout=20)


@pytest.fixture
def template(omnisend_fake):
    body = {"name": "Cart 1 [fabel a1b2c3]", "html": "<p>Hei</p>"}
    return call(omnisend_fake, "POST", "/email-templates/import", body).json()["id"]


def sends(template, name="a"):
    email = {**EMAIL, "templateID": template}
    return {"temporaryID": name, "type": "action", "action": {"type": "sendEmail", "sendEmail": email}}


def waits(name="w", **delay):
    data = delay or {"mode": "duration", "duration": {"amount": 1, "units": "h"}}
    return {"temporaryID": name, "type": "delay", "delay": data}


def asks(template, value="a", **ways):
    asked = {"type": "message", "field": "blockID", "operator": "openedEmail", "value": value}
    group = {"logicalOperator": "and", "filters": [asked]}
    yes = {"trueBlocks": [sends(template, "yes")]}
    return {"temporaryID": "s", "type": "split", "split": {"filterGroup": group, **yes, **ways}}


def automation(*blocks, **more):
    return {"name": "Flow", "trigger": {"condition": {"event": "placed order"}}, "blocks": list(blocks), **more}


def create(fake, *blocks, **more):
    return call(fake, "POST", "/automations", automation(*blocks, **more))


def codes(answer):
    return answer.status_code, [error["code"] for error in answer.json().get("errors", ())]


def test_a_good_key_sees_the_brand(omnisend_fake):
    assert call(omnisend_fake, "GET", "/brands/current").json()["name"] == "Shop Example"


def test_key_and_version_are_required(omnisend_fake):
    assert call(omnisend_fake, "GET", "/brands/current", Authorization="x").status_code == 401
    assert call(omnisend_fake, "GET", "/brands/current", **{"Omnisend-Version": "x"}).status_code == 400


def test_an_automation_is_created_disabled_with_ids_of_the_service(omnisend_fake, template):
    made = create(omnisend_fake, waits(), sends(template)).json()
    assert made["isEnabled"] is False
    assert [len(block["id"]) for block in made["blocks"]] == [24, 24]


def test_the_content_of_an_email_is_a_copy_of_its_template(omnisend_fake, template):
    email = create(omnisend_fake, sends(template)).json()["blocks"][0]["action"]["sendEmail"]
    assert "templateID" not in email
    assert omnisend_fake.contents[email["contentID"]] == "<p>Hei</p>"


def test_a_delay_cannot_end_a_sequence(omnisend_fake, template):
    assert codes(create(omnisend_fake, sends(template), waits())) == (400, ["delay_at_end"])


def test_a_split_asks_about_messages_above_it_only(omnisend_fake, template):
    assert create(omnisend_fake, sends(template), asks(template)).status_code == 201
    assert codes(create(omnisend_fake, sends(template), asks(template, "z"))) == (400, ["invalid"])


def test_a_split_has_something_in_one_of_its_ways(omnisend_fake, template):
    answer = create(omnisend_fake, sends(template), asks(template, trueBlocks=[]))
    assert codes(answer) == (400, ["empty_branches"])


@pytest.mark.parametrize("delay", [{"mode": "specificTime"}, {"mode": "duration"}])
def test_a_delay_says_how_long(omnisend_fake, template, delay):
    assert codes(create(omnisend_fake, waits(**delay), sends(template))) == (400, ["required"])


def test_a_misspelt_field_is_refused(omnisend_fake, template):
    assert codes(create(omnisend_fake, sends(template), exitCondition=[])) == (400, ["unknown_field"])


def test_an_enabled_automation_takes_no_changes(omnisend_fake, template):
    name = create(omnisend_fake, sends(template)).json()["id"]
    assert call(omnisend_fake, "POST", f"/automations/{name}/enable", {}).json()["isEnabled"] is True
    blocks = {"blocks": [sends(template)]}
    assert call(omnisend_fake, "PUT", f"/automations/{name}/blocks", blocks).status_code == 409
    assert omnisend_fake.live == [("flow", "Flow", "enable")]


def test_lists_are_paged_by_cursors(omnisend_fake, template):
    omnisend_fake.options = Options(page_size=2)
    for number in range(3):
        create(omnisend_fake, sends(template), name=f"F{number}")
    first = call(omnisend_fake, "GET", "/automations").json()
    second = call(omnisend_fake, "GET", f"/automations?after={first['paging']['cursors']['after']}").json()
    assert [row["name"] for row in first["automations"] + second["automations"]] == ["F2", "F1", "F0"]
    assert (first["paging"]["hasMore"], second["paging"]["hasMore"]) == (True, False)


def test_a_full_minute_is_told_in_the_body(omnisend_fake):
    omnisend_fake.options = Options(rates=True)
    for _ in range(400):
        omnisend_fake.meter.take("GET /api/brands/current")
    answer = call(omnisend_fake, "GET", "/brands/current")
    assert (answer.status_code, answer.json()["retryAfter"]) == (429, 60)
    assert "Retry-After" not in answer.headers


def test_it_can_be_run_by_hand():
    assert parse(["--port", "8131", "--page-size", "3"]) == (8131, Options(page_size=3))
