"""The fake Drip refuses what Drip refuses, in its own words."""

import pytest
import requests

from tests.fakes.drip.state import Drip, Options, basic

PAGE = "<html>{{ unsubscribe_url }} {{ postal_address }}</html>"


def call(fake, method, path, body=None, key=None):
    headers = {"Authorization": basic(fake.key if key is None else key)}
    return requests.request(method, fake.address + path, json=body, headers=headers, timeout=20)


def draft(html=PAGE, **more):
    content = {"html": {"type": "document", "value": html}}
    return {"broadcasts": [{"name": "A [fabel a1b2c3]", "subject": "Hei", "content": content, **more}]}


def create(fake, **more):
    return call(fake, "POST", "/broadcasts", draft(**more))


def said(answer):
    error = answer.json()["errors"][0]
    return answer.status_code, error["code"], error.get("attribute", "")


def test_a_draft_is_created_and_shown_without_its_preview_text(drip_fake):
    made = create(drip_fake, preheader="Kort")
    assert (made.status_code, made.json()["broadcasts"][0]["status"]) == (201, "draft")
    shown = call(drip_fake, "GET", "/broadcasts/100001").json()["broadcasts"][0]
    assert shown["html_body"] == PAGE
    assert "preheader" not in shown


@pytest.mark.parametrize("html", ["<html>{{ unsubscribe_url }}</html>", "<html>{{ postal_address }}</html>"])
def test_a_page_without_what_the_law_asks_for_is_refused(drip_fake, html):
    assert said(create(drip_fake, html=html)) == (422, "can_spam_compliance", "content.html")


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"subject": ""}, "subject"),
        ({"name": "x" * 256}, "name"),
        ({"from_email": "a@b.example"}, "from_email"),
        ({"html": f"{PAGE}<script>"}, "content.html"),
        ({"html": "{{ unsubscribe_url }} {{ postal_address }}"}, "content.html"),
    ],
)
def test_a_wrong_draft_is_refused_with_its_attribute(drip_fake, more, place):
    assert said(create(drip_fake, **more)) == (422, "validation_error", place)


def test_only_drafts_can_be_changed(drip_fake):
    create(drip_fake)
    change = {"broadcasts": [{"subject": "Ny"}]}
    assert call(drip_fake, "PATCH", "/broadcasts/100001", change).status_code == 200
    drip_fake.broadcasts["100001"]["status"] = "sent"
    assert said(call(drip_fake, "PATCH", "/broadcasts/100001", change))[:2] == (409, "conflict_error")


def test_a_deleted_broadcast_is_hidden_and_still_read(drip_fake):
    create(drip_fake)
    assert call(drip_fake, "DELETE", "/broadcasts/100001").status_code == 200
    assert call(drip_fake, "GET", "/broadcasts").json()["broadcasts"] == []
    assert len(call(drip_fake, "GET", "/broadcasts?status=all").json()["broadcasts"]) == 1
    assert call(drip_fake, "GET", "/broadcasts/100001").json()["broadcasts"][0]["status"] == "deleted"


def test_broadcasts_are_paged(serve):
    fake = Drip(Options(page_size=2))
    serve(fake)
    for _ in range(3):
        create(fake)
    second = call(fake, "GET", "/broadcasts?page=2").json()
    assert ([row["id"] for row in second["broadcasts"]], second["meta"]["total_count"]) == (["100003"], 3)


def test_scheduling_is_refused_and_noticed(drip_fake):
    create(drip_fake)
    assert call(drip_fake, "POST", "/broadcasts/100001/schedule", {"send_at": "x"}).status_code == 422
    assert drip_fake.live == [("broadcast", "A [fabel a1b2c3]", "schedule")]


def test_a_wrong_token_or_account_opens_nothing(drip_fake):
    assert said(call(drip_fake, "GET", "/broadcasts", key="x"))[:2] == (401, "authentication_error")
    other = f"{drip_fake.url}/v2/7/broadcasts"
    answer = requests.get(other, headers={"Authorization": basic(drip_fake.key)}, timeout=20)
    assert answer.status_code == 404


def test_calls_are_limited_by_the_hour(serve, hand_clock):
    fake = Drip(Options(rates=True), hand_clock)
    serve(fake)
    fake.meter.calls["all"] = [0.0] * 3600
    assert said(call(fake, "GET", "/broadcasts"))[:2] == (429, "rate_limit_error")
    hand_clock.advance(3601)
    assert call(fake, "GET", "/broadcasts").status_code == 200
