import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from studio.delivery.connection import account_of
from studio.delivery.outgoing import Outgoing
from studio.delivery.refusals import AnswerLost, Busy, KeyRefused, NotThere, Refused
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.service import Rate
from studio.tasks import Cancelled
from tests.studio.delivery import shop as small

POST = Outgoing("POST", "/letters", {"name": "x"})


class Listener:
    def __init__(self, stop=False):
        self.heard, self.stop = [], stop

    def said(self, sentence, done, total):
        self.heard.append(str(sentence))

    def cancelled(self):
        return self.stop


def test_a_good_key_tells_whose_account_it_opens(connect):
    assert account_of(small.service(), connect()).name == "Hansens Garn"


def test_the_key_travels_in_the_header_the_service_wants(shop, connect):
    connect().get("/me")
    assert shop.seen[0][2]["x-key"] == small.KEY


@pytest.mark.parametrize(("status", "kind"), [(401, KeyRefused), (403, KeyRefused), (404, NotThere), (422, Refused)])
def test_a_refusal_says_what_the_service_says(shop, connect, status, kind):
    shop.answers = [(status, {"message": "because  of\nthat"})]
    with pytest.raises(kind, match="because of that"):
        connect().get("/me")


def test_a_service_that_repeats_the_key_in_its_complaint_is_not_quoted(shop, connect):
    shop.answers = [(400, {"message": f"bad key {small.KEY}"})]
    with pytest.raises(Refused) as refused:
        connect().get("/me")
    assert small.KEY not in str(refused.value)


def test_braces_in_a_complaint_are_only_words(shop, connect):
    shop.answers = [(400, {"message": "{x} {0}"})]
    with pytest.raises(Refused, match=r"\{x\} \{0\}"):
        connect().get("/me")


@pytest.mark.parametrize("status", [200, 201, 204])
def test_where_any_answer_will_do_a_success_may_say_what_it_likes(shop, connect, status):
    shop.answers = [(status, {}, {}, False, True)]
    assert connect().send(replace(POST, any_answer=True)) is None


def test_where_an_answer_is_needed_a_success_in_plain_words_is_a_lost_one(shop, connect):
    shop.answers = [(200, {}, {}, False, True)]
    with pytest.raises(AnswerLost):
        connect().send(POST)


@pytest.mark.parametrize("any_answer", [True, False])
def test_a_page_that_leads_elsewhere_or_refuses_is_no_success(shop, connect, any_answer):
    shop.answers = [(302, {}, {"Location": "https://other.example"}, False, True), (422, {}, {}, False, True)]
    with pytest.raises(StudioError, match="sent the request on"):
        connect().send(replace(POST, any_answer=any_answer))
    with pytest.raises(Refused, match="HTTP 422"):
        connect().send(replace(POST, any_answer=any_answer))


def test_an_answer_that_is_cut_off_is_lost_also_where_any_will_do(shop, connect):
    shop.answers = [(200, {"message": "Accepted"}, {}, True)]
    with pytest.raises(AnswerLost):
        connect().send(replace(POST, any_answer=True))


@pytest.mark.parametrize("status", [429, 500, 502, 503, 408])
def test_reading_is_tried_again(shop, connect, clock, status):
    shop.answers = [(status, {}), (status, {})]
    assert connect().get("/me")["company"]
    assert clock.waited == 3


def test_reading_is_not_tried_for_ever(shop, connect, clock):
    shop.answers = [(500, {})] * 20
    with pytest.raises(ServiceTrouble):
        connect().get("/me")
    assert len(shop.seen) == 5


def test_a_create_is_tried_again_when_the_service_was_busy(shop, connect, clock):
    shop.answers = [(429, {}, {"Retry-After": "7"})]
    assert connect().send(POST)["data"]["id"]
    assert clock.waited == 7


def test_the_time_to_wait_may_be_told_in_the_body(shop, connect, clock):
    shop.answers = [(429, {"detail": {"retryAfter": 9}})]
    told_in_the_body = small.service(retry_in_body="detail.retryAfter")
    assert connect(told_in_the_body).send(POST)["data"]["id"]
    assert clock.waited == 9


@pytest.mark.parametrize("status", [500, 503])
def test_a_create_is_not_tried_again_when_it_may_have_arrived(shop, connect, status):
    shop.answers = [(status, {})]
    with pytest.raises(AnswerLost):
        connect().send(POST)
    assert len(shop.seen) == 1


def test_a_create_is_tried_again_when_nobody_was_reached(connect, clock):
    client = connect(base_url="http://127.0.0.1:9")
    with pytest.raises(ServiceTrouble) as trouble:
        client.send(POST)
    assert not isinstance(trouble.value, AnswerLost)
    assert clock.waited == 1 + 2 + 4 + 8


def test_a_retry_after_date_is_understood(shop, connect, clock):
    at = clock.timing
    now = datetime(2026, 11, 20, 10, 0, 0, tzinfo=UTC)
    timing = type(at)(at.clock, at.sleep, at.jitter, lambda: now)
    shop.answers = [(429, {}, {"Retry-After": "Fri, 20 Nov 2026 10:00:12 GMT"})]
    connect(timing=timing).get("/me")
    assert clock.waited == 12


@pytest.mark.parametrize("header", ["61", "86400"])
def test_a_retry_after_beyond_patience_is_left_to_the_person(shop, connect, clock, header):
    shop.answers = [(429, {}, {"Retry-After": header})]
    with pytest.raises(ServiceTrouble, match="try again after"):
        connect().get("/me")
    assert clock.waited == 0


def test_an_endpoint_is_not_asked_faster_than_it_allows(connect, clock):
    client = connect()
    for _ in range(4):
        client.get("/me", "me", Rate(per_second=2))
    assert clock.waited == 1
    client.get("/me", "other", Rate(per_second=2))
    assert clock.waited == 1


def test_the_whole_service_is_not_asked_faster_than_it_allows(connect, clock):
    client = connect(small.service(rate=Rate(per_second=1)))
    for endpoint in "abc":
        client.get("/me", endpoint)
    assert clock.waited == 2


def test_a_long_wait_is_said_and_can_be_called_off(shop, connect):
    listener = Listener()
    client = connect(progress=listener)
    client.wait(9)
    assert listener.heard == ["Waiting 9 seconds for Shop."]
    listener.stop = True
    with pytest.raises(Cancelled):
        client.wait(1)


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "/me"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_redirect_is_never_followed(shop, connect, target, method):
    shop.answers = [(302, {}, {"Location": target})]
    with pytest.raises(StudioError, match="another address"):
        connect().send(Outgoing(method, "/me", {}))
    assert len(shop.seen) == 1


def test_a_whole_url_at_another_host_gets_no_key(shop, connect):
    with pytest.raises(StudioError, match="another address"):
        connect().get("https://elsewhere.example/me")
    assert shop.seen == []


@pytest.mark.parametrize("how", [{"half": True}, {"garbled": True}])
def test_a_cut_or_garbled_answer_is_read_again(shop, connect, how):
    real, shop.answers = small.Door.say, [(200, {"company": {}})]
    broken = iter([how])
    small.Door.say = lambda door, *args, **more: real(door, *args, **(next(broken, {}) | more))
    try:
        assert connect().get("/me")["company"] == {"name": "Hansens Garn"}
    finally:
        small.Door.say = real


def test_an_answer_larger_than_anything_sensible_is_dropped(shop, connect, monkeypatch):
    monkeypatch.setattr("studio.delivery.answers.CAP", 10)
    with pytest.raises(ServiceTrouble):
        connect().get("/me")


def test_the_log_holds_no_key_address_query_or_body(shop, connect, caplog):
    caplog.set_level(logging.DEBUG, "studio")
    client = connect()
    client.send(Outgoing("POST", "/letters", {"name": "for kari@example.no"}))
    shop.answers = [(200, {})]
    client.get("/contacts/kari@example.no/letters?name=kari")
    assert len(caplog.records) == 2
    assert not [word for word in (small.KEY, "kari", "example.no") if word in caplog.text]


def test_the_libraries_below_do_not_log_the_key_either(shop, deliver, caplog):
    caplog.set_level(logging.DEBUG)
    deliver()
    assert caplog.records
    assert small.KEY not in caplog.text


def test_a_proxy_is_not_used_for_this_computer(connect, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert connect().get("/me")["company"]


def test_a_netrc_of_the_persons_does_not_replace_the_key(shop, connect, tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login eve password other\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    connect().get("/me")
    assert "Authorization" not in shop.seen[0][2]


@pytest.mark.parametrize(("seconds", "words"), [(3000, "50 minutes"), (40000, "12 hours")])
def test_a_header_of_the_services_own_says_when_to_come_back(shop, connect, seconds, words):
    shop.answers = [(429, {}, {"x-shop-reset": str(seconds)})]
    with pytest.raises(Busy, match=words) as caught:
        connect(small.service(retry_header="x-shop-reset")).get("/me")
    assert caught.value.seconds == seconds
