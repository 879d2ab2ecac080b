"""Messages come back with their versions, and blocks that differ between versions are overridden or hidden."""

from dataclasses import replace

import pytest

from studio.model.brand import Sender
from studio.model.message import HIDDEN
from studio.model.trade import Channel
from tests.studio.imports.klaviyo.documents import document, email, imported, losses, of_versions, read, sequence


def arm(name, subject, template):
    return {**email(name, template=template), "data": email(name, template=template, subject_line=subject)["data"]}


def versioned(*pages):
    """Return a flow with one test whose versions show these pages."""
    arms = [arm(f"v{number}", f"Emne {number}", f"T{number}") for number in range(len(pages))]
    test = {
        "name": "Brev",
        "variations": arms,
        "allocations": {one["id"]: share for one, share in zip(arms, (0.7, 0.3), strict=False)},
    }
    action = {
        "id": "t",
        "type": "ab-test",
        "links": {"next": None},
        "data": {"main_action": arms[0], "current_experiment": test},
    }
    held = document(action)
    templates = held.templates.update({f"T{number}": page for number, page in enumerate(pages)})
    return imported(replace(held, templates=templates)).project


def test_versions_of_one_content_differ_in_their_subjects():
    project = versioned("<p>Hei</p>", "<p>Hei</p>")
    (message,) = project.messages.values()
    held = [project.variants[name] for name in message.variants]
    assert [variant.subject.words("en") for variant in held] == ["Emne 0", "Emne 1"]
    assert [variant.weight for variant in held] == [0.7, 0.3]
    assert all(not variant.overrides for variant in held)


def test_a_block_that_differs_is_overridden_and_one_that_is_missing_hidden():
    project = versioned("<h1>Hei</h1><p>Ord</p><hr><p>Slutt</p>", "<h1>Hallo</h1><p>Ord</p><hr>")
    (message,) = project.messages.values()
    other = project.variants[message.variants[1]]
    heading, _, _, last = message.blocks
    assert other.overrides[heading].words("text", "en") == "Hallo"
    assert other.overrides[last] is HIDDEN
    assert set(other.overrides) == {heading, last}


def test_a_block_that_only_the_second_version_has_is_hidden_in_the_first():
    project = versioned("<p>Ord</p>", "<p>Ord</p><hr><p>Mer</p>")
    (message,) = project.messages.values()
    first, second = (project.variants[name] for name in message.variants)
    assert len(message.blocks) == 3
    assert list(first.overrides.values()) == [HIDDEN, HIDDEN]
    assert not second.overrides


def test_the_same_message_at_two_places_is_one_message():
    assert len(read(email("a", "b"), {**email("a"), "id": "b"}).project.messages) == 1


def test_a_template_that_is_not_given_out_is_listed():
    made = read(email("a", template="GONE"))
    (message,) = made.project.messages.values()
    assert (message.blocks, losses(made)) == ((), ["template"])


def test_other_channels_come_with_their_words():
    sms = {"id": "s", "type": "send-sms", "data": {"message": {"name": "S", "body": "Hei {{ first_name }}"}}}
    push = {
        "title": "Kurven",
        "body": "Se",
        "on_open": "link",
        "ios_link": "{{ event.extra.checkout_url }}",
        "name": "P",
    }
    app = {"id": "p", "type": "send-mobile-push", "links": {"next": "s"}, "data": {"message": push}}
    project = read(app, sms).project
    held = {message.channel: project.blocks[message.blocks[0]] for message in project.messages.values()}
    assert held[Channel.SMS].words("text", "en") == "Hei {{ person.first_name }}"
    assert held[Channel.PUSH].settings["url"] == "{{ cart.url }}"


def test_whatsapp_words_lie_with_the_vendor():
    made = read({"id": "w", "type": "send-whatsapp", "data": {"message": {"name": "W", "vendor_id": "HX1"}}})
    assert losses(made) == ["whatsapp"]


@pytest.mark.parametrize(
    ("kind", "shares", "names"),
    [
        ("send-sms", {"a": 0.5, "b": 0.5}, ["a", "b"]),
        ("send-sms", {"a": 0.5, "b": 0.3, "c": 0}, ["a", "b"]),
        ("send-sms", {"a": 1, "b": 0}, []),
        ("send-mobile-push", {"a": 0.4, "b": 0.6}, []),
    ],
)
def test_only_versions_that_somebody_gets_and_that_can_be_tested_are_kept(kind, shares, names):
    made = read(of_versions("t", kind, shares))
    assert sorted(variant.name for variant in made.project.variants.values()) == names
    assert losses(made) == ["version"] * (len(shares) - max(len(names), 1))


def test_of_a_push_the_version_that_most_readers_get_is_kept():
    made = read(of_versions("t", "send-mobile-push", {"a": 0.4, "b": 0.6}))
    assert [block.words("text", "en") for block in made.project.blocks.values()] == ["b"]


def test_a_version_on_another_channel_is_left_out():
    made = read(of_versions("t", "send-sms", {"a": 0.5, "b": 0.5}, b="send-email"))
    assert (losses(made), len(made.project.variants)) == (["version"], 0)


def test_several_senders_become_one():
    made = read(email("a", "b", from_email="a@x.example", from_label="A"), email("b", from_email="b@x.example"))
    assert made.project.brand.sender == Sender("A", "a@x.example")
    assert losses(made) == ["sender"]


def test_the_mark_of_an_earlier_push_is_no_part_of_the_name():
    made = read(email("a"), name="Forlatt kurv (nb) [fabel a1b2c3-2]")
    assert (made.project.name, sequence(made).source_language) == ("Forlatt kurv", "nb")


def test_the_same_document_gives_the_same_project():
    assert read(email("a")) == read(email("a"))
