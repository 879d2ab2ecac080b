"""A flow goes to an address of the person's own: signed, once, and knowable as a repetition."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from studio.delivery.connection import account_of
from studio.delivery.guard import check
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.errors import StudioError
from studio.exporters.webhook import SERVICE, sign
from studio.model.journal import Flow
from studio.tasks import Unheard
from tests.contracts.trees import SEQUENCES
from tests.fakes.faults import Fault
from tests.fakes.webhook import SAID, Webhook
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import PIXEL, send, work

NOW = datetime(2026, 11, 3, 10, tzinfo=UTC)
STEPS = (send("m2"), send("v1"))


@pytest.fixture
def receiver(serve, hand_clock):
    """Return a receiver that checks signatures."""
    fake = Webhook(hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def deliver(receiver, hand_clock):
    """Send a flow to the receiver, with one journal for all sendings of a test."""

    own = MemoryJournal()

    def delivered(*steps, key=receiver.key, kept=own, **options):
        bundle = built(work(*(steps or STEPS)), "webhook", **options)
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0, lambda: NOW)
        with Client(SERVICE, Secret(key), f"{receiver.url}/hooks/fabel", timing) as client:
            flow = Flow("webhook:x", "p1", "q1", "nb")
            return push(bundle, SERVICE, client, kept, flow, Unheard(), lambda _: PIXEL)

    return delivered


def test_a_flow_arrives_signed_and_once(receiver, deliver):
    assert [thing.action.value for thing in deliver().things] == ["created"]
    assert [thing.action.value for thing in deliver().things] == ["unchanged"]
    (body,) = receiver.deliveries.values()
    assert [message["id"] for message in body["data"]["messages"]] == ["m2", "v1"]
    assert receiver.calls("POST", "/hooks/fabel") == receiver.requests


def test_a_changed_flow_is_told_again(receiver, deliver):
    deliver()
    assert [thing.action.value for thing in deliver(send("m3")).things] == ["updated"]
    assert len(receiver.deliveries) == 2


def test_a_lost_answer_leaves_one_delivery(receiver, deliver):
    receiver.faults.on("POST", "*", Fault.RESET_AFTER)
    assert deliver().trouble is not None
    assert deliver().trouble is None
    assert len(receiver.deliveries) == 1
    assert receiver.repeated == list(receiver.deliveries)


@pytest.mark.parametrize("manner", SAID)
def test_a_delivery_is_done_however_the_receiver_says_that_it_took_it(receiver, deliver, manner):
    receiver.manner = manner
    first, second = deliver(), deliver()
    assert (first.trouble, second.trouble) == (None, None)
    assert [report.things[0].action.value for report in (first, second)] == ["created", "unchanged"]
    assert len(receiver.requests) == 1


def said(receiver):
    return [[message["id"] for message in body["data"]["messages"]] for body in receiver.deliveries.values()]


def test_what_was_sent_before_is_news_again_when_it_is_sent_anew(receiver, deliver):
    first, second = (send("m1"),), (send("m2"),)
    for steps in (first, second, first, second):
        deliver(*steps)
    assert said(receiver) == [["m1"], ["m2"], ["m1"], ["m2"]]
    assert receiver.repeated == []


def test_a_change_whose_answer_was_lost_is_repeated_as_the_same_delivery(receiver, deliver):
    deliver(send("m1"))
    receiver.faults.on("POST", "*", Fault.RESET_AFTER)
    assert deliver(send("m2")).trouble is not None
    assert deliver(send("m2")).trouble is None
    assert said(receiver) == [["m1"], ["m2"]]
    assert receiver.repeated == list(receiver.deliveries)[1:]


def test_going_back_after_a_lost_answer_tells_the_receiver(receiver, deliver):
    deliver(send("m1"))
    receiver.faults.on("POST", "*", Fault.RESET_AFTER)
    deliver(send("m2"))
    assert deliver(send("m1")).trouble is None
    assert said(receiver) == [["m1"], ["m2"], ["m1"]]


def test_two_machines_that_do_not_know_of_each_other_deliver_what_is_news_to_the_receiver(receiver, deliver):
    deliver(send("m1"))
    deliver(send("m2"))
    deliver(send("m1"), kept=MemoryJournal())
    assert said(receiver) == [["m1"], ["m2"], ["m1"]]


def test_a_wrong_secret_is_told_in_one_sentence(deliver):
    assert "The signature does not fit." in str(deliver(key="whsec_" + base64.b64encode(b"x" * 24).decode()).trouble)


def test_the_signature_is_that_of_the_specification():
    body = b'{"test": 2432232314}'
    headers = sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", body, NOW)
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{wanted}"


def test_the_same_content_has_the_same_id_and_another_another():
    assert (
        sign("k", b"a", NOW)["webhook-id"] == sign("k", b"a", NOW)["webhook-id"] != sign("k", b"b", NOW)["webhook-id"]
    )
    assert sign("k", b"a", NOW, "1")["webhook-id"] == sign("k", b"a", NOW, "1")["webhook-id"]
    assert sign("k", b"a", NOW, "1")["webhook-id"] != sign("k", b"a", NOW, "2")["webhook-id"]


def test_a_secret_that_is_no_base64_is_refused():
    with pytest.raises(StudioError, match="not base64"):
        sign("whsec_***", b"", NOW)


def test_call_scripts_can_go_alone():
    made = built(work(*STEPS), "webhook", content="scripts")
    data = made.requests[0].body["data"]
    assert [script["id"] for script in data["scripts"]] == ["v1"]
    assert data["markdown"]["v1"].startswith("# Melding v1")
    assert "webhook.messages" in losses(made)


def test_scripts_of_a_flow_without_calls_are_refused():
    with pytest.raises(StudioError, match="holds no calls"):
        built(work(send("m2")), "webhook", content="scripts")


def test_an_account_without_an_address_is_refused_with_an_example():
    with pytest.raises(StudioError, match="address of its own"):
        Client(SERVICE, Secret("k"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_any_sequence_can_be_told_as_json_and_passes_the_gate(sequence):
    fields = dict(sequence)
    (request,) = built(work(*fields.pop("steps"), **fields), "webhook").requests
    check(request.method, request.path, request.body)
    assert json.loads(json.dumps(request.body)) == request.body


@pytest.mark.parametrize("secret", ["whsec_", "whsec_!", "whsec_YQ"])
def test_a_secret_with_which_everybody_could_sign_is_refused(secret):
    with pytest.raises(StudioError, match="base64"):
        sign(secret, b"{}", NOW)


def test_two_addresses_at_one_host_are_two_accounts():
    def holder(path):
        with Client(SERVICE, Secret("secret-of-both"), f"https://automation.example{path}") as client:
            return account_of(SERVICE, client)

    assert holder("/hooks/a") == holder("/hooks/a/")
    assert holder("/hooks/a").id != holder("/hooks/b").id
    assert "hooks" not in holder("/hooks/a").id
