"""Customer.io gets words for e-mails that a person made, and newsletters that test two subjects."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.customerio.service import SERVICE, fill_action, keep_found, ours, theirs
from studio.i18n import NullTranslator
from studio.model.brand import Sender
from studio.model.localized import localized
from tests.contracts.delivering import EVENTFUL, changed
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import MESSAGES, RICH, fork, send, work


def made_of(*steps, project=MESSAGES, pictures="https://cdn.example", **options):
    return built(work(*steps, project=project), "customerio", pictures=pictures, **options)


def steps_of(made):
    return {step.id: step for step in made.sheet.steps}


def test_the_first_push_sends_no_words_but_names_them():
    made = made_of(send("m2"))
    assert made.requests == ()
    ((_, name),) = steps_of(made)["send-m2"].copies
    assert name == made_of(send("m2"), fill=True).requests[0].name
    assert {"fill"} <= set(steps_of(made))
    assert "customerio.fill" in losses(made)


class Foreign(NullTranslator):
    """An interface in which everything that has a place in the catalogue is known by its letters."""

    def __call__(self, message, /, **values):
        said = super().__call__(message, **values)
        return said if message.startswith("{") else said.upper()


@pytest.mark.parametrize("message", ["m1", "m2"])
def test_what_the_name_of_an_email_is_called_is_translated(message):
    labels = [label for label, _ in steps_of(made_of(send(message)))[f"send-{message}"].copies]
    assert labels
    assert all(Foreign().say(label).startswith("NAME OF THE E-MAIL") for label in labels)


def test_the_automation_bears_the_mark_by_which_it_is_found():
    assert "[fabel " in steps_of(made_of(send("m2")))["automation"].copies[0][1]


def test_filling_sends_the_words_of_every_version():
    made = made_of(send("m1"), send("m2"), fill=True, campaigns=False)
    assert [request.key for request in made.requests] == ["action:m1:m1-a", "action:m1:m1-b", "action:m2:m2-a"]
    assert set(made.requests[0].body) == {"subject", "preheader_text", "body"}
    assert "customer.first_name" in made.requests[0].body["body"]
    assert "fill" not in steps_of(made)
    assert "customerio.sender" in losses(made)


def test_an_event_is_filled_in_an_automation_but_in_no_newsletter():
    project = replace(EVENTFUL, blocks=EVENTFUL.blocks.set("m1-p", replace(EVENTFUL.blocks["m2-p"], id="m1-p")))
    made = made_of(send("m1"), project=project, fill=True)
    assert {request.kind for request in made.requests} == {"action"}
    assert "event.cart_total" in made.requests[0].body["body"]


def test_a_newsletter_is_a_draft_to_people_who_have_an_address():
    newsletter, group, *_ = made_of(send("m1")).requests
    assert not {"send_now", "scheduled_at"} & set(newsletter.body)
    assert newsletter.body["recipients"] == {"and": [{"attribute": {"field": "email", "operator": "exists"}}]}
    assert (group.path, group.name) == ("/v1/newsletters/@newsletter:m1#newsletter.id/test_groups", newsletter.name)


def test_a_newsletter_is_for_the_chosen_segment():
    assert made_of(send("m1"), segment=7).requests[0].body["recipients"] == {"and": [{"segment": {"id": 7}}]}


def test_newsletters_can_be_left_out():
    assert made_of(send("m1"), campaigns=False).requests == ()


def test_an_email_that_is_sent_twice_is_a_loss():
    twice = made_of(fork((RICH, [send("m2", step="x")]), (None, [send("m2", step="y")])), fill=True)
    assert "customerio.twice" in losses(twice)
    assert "customerio.twice" not in losses(made_of(send("m2"), fill=True))


def test_a_newsletter_needs_a_sender():
    project = replace(MESSAGES, brand=replace(MESSAGES.brand, sender=Sender()))
    with pytest.raises(StudioError, match="sender's e-mail address"):
        made_of(send("m1"), project=project)
    assert len(made_of(send("m1"), project=project, fill=True, campaigns=False).requests) == 2


@pytest.mark.parametrize(
    ("project", "words"),
    [
        (changed("variants", "m2-a", subject=localized(nb="")), "has no subject"),
        (
            changed("blocks", "m2-p", texts=MESSAGES.blocks["m2-p"].texts.set("text", localized(nb="ord " * 260_000))),
            "larger than Customer.io takes",
        ),
    ],
    ids=["subject", "size"],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(project, words):
    with pytest.raises(StudioError, match=words):
        made_of(send("m2"), project=project, fill=True)


def test_an_email_is_written_where_it_was_found():
    (call,) = fill_action("96", '{"id": 96, "within": "3"}', None, {"subject": "S"}, frozenset())
    assert (call.method, call.path, call.body) == ("PUT", "/v1/campaigns/3/actions/96", {"subject": "S"})


def test_what_was_only_found_is_kept_and_anything_else_made_anew():
    assert keep_found("1", "", None, {}, frozenset()) == ()
    assert keep_found("1", "", {}, {"name": "x"}, frozenset()) is None


def test_the_key_is_a_bearer_and_all_calls_share_ten_a_second():
    assert SERVICE.headers("abc")["authorization"] == "Bearer abc"
    assert SERVICE.rate.per_second == 10


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"errors": [{"detail": "Not found", "status": "404"}, {"detail": "x"}]}, "Not found; x"),
        ({"meta": {"error": "unauthorized"}}, "unauthorized"),
        ({"errors": ["?"]}, "HTTP 404"),
        (None, "HTTP 404"),
    ],
)
def test_a_complaint_is_put_into_words_whatever_arrives(body, words):
    assert SERVICE.words(404, body) == words


def test_what_is_sent_and_what_is_read_back_are_compared():
    (request,) = made_of(send("m2"), fill=True).requests
    assert theirs({**request.body, "id": 96, "sending_state": "draft"}) == ours(request.body)


def test_only_pictures_that_are_shown_are_uploaded():
    assert made_of(send("m2"), pictures="").requests == ()
    picture, action = made_of(send("m2"), pictures="", fill=True).requests
    assert (picture.path, picture.multipart) == ("/v1/assets/files", True)
    assert picture.name.startswith("logo [fabel ")
    assert f"@{picture.key}#asset.path" in action.body["body"]


@pytest.mark.parametrize(
    ("fields", "words"), [({"media_type": "image/svg+xml"}, "PNG, JPEG or GIF"), ({"size": 3 << 20}, "up to 2 MB")]
)
def test_a_picture_that_is_refused_is_said_in_a_sentence(fields, words):
    (asset,) = MESSAGES.assets.values()
    project = replace(MESSAGES, assets=MESSAGES.assets.set(asset.id, replace(asset, **fields)))
    with pytest.raises(StudioError, match=words):
        made_of(send("m2"), project=project, pictures="")


@pytest.mark.parametrize(("reply", "told"), [("svar@verkstedet.example", True), ("", False)])
def test_an_address_for_answers_is_chosen_at_customer_io(reply, told):
    sender = replace(MESSAGES.brand.sender, reply_to=reply)
    project = replace(MESSAGES, brand=replace(MESSAGES.brand, sender=sender))
    assert ("customerio.reply" in losses(made_of(send("m2"), project=project))) is told


def test_the_preview_text_is_in_its_field_only():
    sent = made_of(send("m2"), fill=True).requests[0].body
    assert (sent["preheader_text"], "Kurven din" in sent["body"]) == ("Kurven din", False)
