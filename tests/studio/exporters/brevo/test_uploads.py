"""Brevo gets templates for every version, and campaign drafts only where they can work."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.exporters.drafts import fits_a_campaign
from studio.exporters.event_data import speaks_of_event
from studio.model.brand import Brand
from studio.model.localized import localized
from studio.model.message import HIDDEN, Block
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import EMPTY, MESSAGES, send, with_mail, work


def templates(made):
    return [request for request in made.requests if request.kind == "template"]


def campaigns(made):
    return [request for request in made.requests if request.kind == "campaign"]


def can_test(project, message="m1"):
    return fits_a_campaign(project, project.messages[message], "nb")


def changed(variant, **fields):
    held = MESSAGES.variants[variant]
    return replace(MESSAGES, variants=MESSAGES.variants.set(variant, replace(held, **fields)))


def test_every_version_is_an_inactive_template():
    made = templates(built(work(send("m1"), send("m2")), "brevo"))
    assert [one.key for one in made] == ["template:m1:m1-a", "template:m1:m1-b", "template:m2:m2-a"]
    assert {one.path for one in made} == {"/v3/smtp/templates"}
    assert not any(one.body["isActive"] for one in made)


def test_a_template_has_subject_sender_and_preview_text():
    (one,) = templates(built(work(send("m2")), "brevo"))
    assert one.body["subject"] == "Emne m2"
    assert one.body["sender"] == {"name": "Verkstedet", "email": "hei@verkstedet.example"}
    assert "Kurven din" in one.body["htmlContent"]
    assert "contact.FIRSTNAME" in one.body["htmlContent"]


@pytest.mark.parametrize(
    ("profile", "address"),
    [("custom", "params.cart_url"), ("shopify", "params.url"), ("woocommerce", "params.url")],
)
def test_the_cart_is_called_as_the_integration_calls_it(profile, address):
    project = with_mail(EMPTY, "m1", "A", words="Se [kurven]({{ cart.url }})")
    (one,) = templates(built(work(send("m1"), project=project), "brevo", profile=profile))
    assert f"{{{{ {address} }}}}" in one.body["htmlContent"]


def test_two_subjects_on_one_content_are_a_campaign_draft():
    (one,) = campaigns(built(work(send("m1")), "brevo"))
    assert (one.body["subjectA"], one.body["subjectB"]) == ("Du glemte noe", "Kurven din venter")
    assert (one.body["abTesting"], one.body["splitRule"]) == (True, 50)


def test_nothing_is_ever_scheduled():
    for request in built(work(send("m1"), send("m2")), "brevo").requests:
        assert not {"scheduledAt", "sendAtBestTime", "recipients"} & set(request.body)


def test_templates_and_campaigns_bear_the_label():
    made = built(work(send("m1")), "brevo", labels=" Vår ")
    assert [one.body["tag"] for one in made.requests] == ["Vår"] * 3
    assert all("tag" not in one.body for one in built(work(send("m1")), "brevo").requests)


def test_more_labels_than_brevo_takes_are_refused_in_a_sentence():
    with pytest.raises(StudioError, match="Brevo takes no more than 1, and these are 2"):
        built(work(send("m1")), "brevo", labels="Vår, Salg")


def test_a_part_of_the_list_waits_for_the_winner():
    made = built(work(send("m1")), "brevo", test_share=20, winner="open", winner_hours=4, list=7)
    (one,) = campaigns(made)
    assert (one.body["splitRule"], one.body["winnerCriteria"], one.body["winnerDelay"]) == (20, "open", 4)
    assert one.body["recipients"] == {"listIds": [7]}


@pytest.mark.parametrize("options", [{"test_share": 0}, {"test_share": 51}, {"winner_hours": 0}, {"winner_hours": 169}])
def test_a_test_that_brevo_refuses_is_refused_here(options):
    with pytest.raises(StudioError, match=next(iter(options))):
        built(work(send("m1")), "brevo", **options)


def test_campaigns_can_be_left_out():
    assert campaigns(built(work(send("m1")), "brevo", campaigns=False)) == []


def test_a_single_version_is_no_test():
    assert not can_test(MESSAGES, "m2")


@pytest.mark.parametrize(
    "fields",
    [
        {"overrides": Map({"m1-p": HIDDEN})},
        {"subject": localized(nb="Du glemte noe")},
        {"weight": 0},
    ],
)
def test_versions_with_other_blocks_or_the_same_subject_are_no_campaign(fields):
    assert can_test(MESSAGES)
    assert not can_test(changed("m1-b", **fields))


def test_a_preview_text_that_a_campaign_cannot_test_is_a_loss():
    assert "brevo.preheader" not in losses(built(work(send("m1")), "brevo"))
    made = built(work(send("m1"), project=changed("m1-b", preheader=localized(nb="Noe annet"))), "brevo")
    assert len(campaigns(made)) == 1
    assert "brevo.preheader" in losses(made)


@pytest.mark.parametrize(
    "words", ["{{ cart.total | money }}", "{{ if cart.count }}x{{ end }}", "Se [den]({{ cart.url }})"]
)
def test_event_data_makes_no_campaign(words):
    assert not can_test(with_mail(EMPTY, "m1", "A", "B", words=words))


def test_personal_data_is_no_event_data():
    assert can_test(with_mail(EMPTY, "m1", "A {{ person.first_name }}", "B", words="{{ shop.name }}"))


@pytest.mark.parametrize("kind", ["cart", "button"])
def test_blocks_that_lead_to_the_cart_speak_of_the_event(kind):
    message = MESSAGES.messages["m2"]
    blocks = MESSAGES.blocks.set("b", Block("b", kind))
    project = replace(MESSAGES, blocks=blocks)
    assert speaks_of_event(project, replace(message, blocks=("b",)), "nb")


def test_a_missing_sender_is_named():
    with pytest.raises(StudioError, match="sender's e-mail address"):
        built(work(send("m2"), project=replace(MESSAGES, brand=Brand(name="V"))), "brevo")


def test_a_missing_subject_is_named():
    with pytest.raises(StudioError, match="“Brev m9” has no subject"):
        built(work(send("m9"), project=with_mail(EMPTY, "m9", "")), "brevo")


def test_pictures_lie_where_the_option_says():
    made = built(work(send("m2")), "brevo", pictures="https://cdn.verkstedet.example/mail/")
    assert "https://cdn.verkstedet.example/mail/f8b9599fb418.png" in templates(made)[0].body["htmlContent"]
    assert "brevo.pictures" not in losses(made)


def test_pictures_without_an_address_are_a_loss():
    assert "brevo.pictures" in losses(built(work(send("m2")), "brevo"))
