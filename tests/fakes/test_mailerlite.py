"""MailerLite keeps drafts, says what is wrong in its own words, and sends nothing."""

import pytest
import requests

from tests.fakes.mailerlite import KEY, MailerLite, Options

EMAIL = {"subject": "S", "from_name": "Shop", "from": "hello@shop.example", "content": "<p>Hei</p>"}
TEST = {
    "test_type": "subject",
    "select_winner_by": "o",
    "after_time_amount": 4,
    "after_time_unit": "h",
    "test_split": 10,
    "b_value": {"subject": "B"},
}


def call(fake, method, path, body=None, key=KEY):
    address = f"{fake.url}/api{path}"
    return requests.request(method, address, json=body, headers={"Authorization": f"Bearer {key}"}, timeout=20)


def draft(fake, **more):
    body = {"name": "N [fabel a1b2c3]", "type": "regular", "emails": [EMAIL], **more}
    return call(fake, "POST", "/campaigns", {name: value for name, value in body.items() if value is not None})


def test_a_wrong_key_is_refused(mailerlite_fake):
    answer = call(mailerlite_fake, "GET", "/groups", key="other")
    assert (answer.status_code, answer.json()) == (401, {"message": "Unauthenticated."})


def test_campaigns_are_listed_by_their_status_and_ready_ones_first(mailerlite_fake):
    draft(mailerlite_fake)
    assert call(mailerlite_fake, "GET", "/campaigns").json()["data"] == []
    (row,) = call(mailerlite_fake, "GET", "/campaigns?filter[status]=draft").json()["data"]
    assert "content" not in row["emails"][0]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": None}, "name"),
        ({"emails": []}, "emails"),
        ({"emails": [{**EMAIL, "reply_to": "x@y.example"}]}, "emails.0.reply_to"),
        ({"type": "ab"}, "ab_settings"),
        ({"type": "ab", "ab_settings": {**TEST, "test_split": 26}}, "ab_settings.test_split"),
        ({"type": "ab", "ab_settings": {**TEST, "b_value": {}}}, "ab_settings.b_value.subject"),
        ({"groups": ["99"]}, "groups.0"),
        ({"ab_settings": TEST}, "ab_settings"),
    ],
)
def test_a_wrong_campaign_is_refused_in_words(mailerlite_fake, more, field):
    answer = draft(mailerlite_fake, **more)
    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])


def test_scheduling_is_refused_and_noticed(mailerlite_fake):
    key = draft(mailerlite_fake).json()["data"]["id"]
    assert call(mailerlite_fake, "POST", f"/campaigns/{key}/schedule", {"delivery": "instant"}).status_code == 403
    assert mailerlite_fake.live == [("campaign", "N [fabel a1b2c3]", "schedule")]


def test_a_hundred_and_twenty_calls_a_minute_where_switched_on(serve, hand_clock):
    fake = MailerLite(Options(rates=True), clock=hand_clock)
    serve(fake)
    statuses = [call(fake, "GET", "/groups").status_code for _ in range(121)]
    assert (statuses.count(200), statuses[-1]) == (120, 429)


def test_what_does_not_exist_is_not_found(mailerlite_fake):
    assert call(mailerlite_fake, "GET", "/campaigns/9").status_code == 404


def test_things_are_counted_by_the_mark_in_their_name(mailerlite_fake):
    draft(mailerlite_fake)
    assert mailerlite_fake.count("a1b2c3", "campaign") == 1
