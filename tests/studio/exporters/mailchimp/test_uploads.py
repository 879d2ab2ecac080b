"""Mailchimp gets pictures and templates for every version, and campaign drafts only where they can work."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.exporters.references import lookups
from studio.model.brand import Brand, Sender
from studio.model.localized import localized
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import EMPTY, LOGO, MESSAGES, PICTURE, send, with_mail, work


def of_kind(made, kind):
    return [request for request in made.requests if request.kind == kind]


def branded(**fields):
    return replace(MESSAGES, brand=replace(MESSAGES.brand, **fields))


def test_every_version_is_a_template():
    made = of_kind(built(work(send("m1"), send("m2")), "mailchimp"), "template")
    assert [one.key for one in made] == ["template:m1:m1-a", "template:m1:m1-b", "template:m2:m2-a"]


def test_a_long_name_is_cut_so_that_its_mark_survives():
    message = replace(MESSAGES.messages["m1"], name="Påminnelse om den fine kurven som står og venter på deg")
    project = replace(MESSAGES, messages=MESSAGES.messages.set("m1", message))
    for one in of_kind(built(work(send("m1"), project=project), "mailchimp"), "template"):
        assert len(one.name.encode()) <= 47
        assert one.name.endswith("]")
        assert "… (nb) [fabel " in one.name


def test_a_pictures_name_keeps_its_ending():
    (one,) = of_kind(built(work(send("m2")), "mailchimp"), "image")
    assert one.name.startswith("logo [fabel ")
    assert one.name.endswith("].png")
    assert lookups(one.body)[0].name == PICTURE


def test_a_test_asks_for_nobody_and_is_never_scheduled():
    (one,) = of_kind(built(work(send("m1")), "mailchimp"), "campaign")
    assert one.body["variate_settings"]["test_size"] == 100
    assert not {"recipients", "send_times"} & {*one.body, *one.body["variate_settings"]}


def test_a_part_of_the_audience_waits_for_the_winner():
    made = built(work(send("m1")), "mailchimp", test_share=20, winner="opens", winner_hours=4, list="VIP")
    (one,) = of_kind(made, "campaign")
    assert one.body["variate_settings"] | {"subject_lines": []} == {
        "winner_criteria": "opens",
        "wait_time": 240,
        "test_size": 20,
        "subject_lines": [],
    }
    assert one.body["recipients"] == {"list_id": "@list:VIP"}


@pytest.mark.parametrize("options", [{"test_share": 9}, {"test_share": 101}, {"winner_hours": 0}])
def test_a_test_that_mailchimp_refuses_is_refused_here(options):
    with pytest.raises(StudioError, match=next(iter(options))):
        built(work(send("m1")), "mailchimp", **options)


@pytest.mark.parametrize(("campaigns", "count"), [("none", 0), ("tests", 1), ("all", 2)])
def test_drafts_are_made_as_the_option_says(campaigns, count):
    made = built(work(send("m1"), send("m2")), "mailchimp", campaigns=campaigns)
    assert len(of_kind(made, "campaign")) == len(of_kind(made, "content")) == count


def test_three_subjects_are_a_test_and_four_are_none():
    three, four = (with_mail(EMPTY, "m1", *"ABCD"[:count]) for count in (3, 4))
    (one,) = of_kind(built(work(send("m1"), project=three), "mailchimp"), "campaign")
    assert one.body["variate_settings"]["subject_lines"] == ["A", "B", "C"]
    assert not of_kind(built(work(send("m1"), project=four), "mailchimp"), "campaign")


def test_other_words_touch_the_draft_whose_content_they_are():
    blocks = MESSAGES.blocks.set("m1-p", replace(MESSAGES.blocks["m1-p"], texts=Map({"text": localized(nb="Nytt")})))
    before, after = (
        of_kind(built(work(send("m1"), project=project), "mailchimp"), "campaign")[0]
        for project in (MESSAGES, replace(MESSAGES, blocks=blocks))
    )
    assert before.body == after.body
    assert before.depends != after.depends


def test_another_address_for_answers_is_a_loss_of_the_drafts():
    project = branded(sender=Sender("V", "hei@v.example", "svar@v.example"))
    assert "mailchimp.reply" in losses(built(work(send("m1"), project=project), "mailchimp"))
    assert "mailchimp.reply" not in losses(built(work(send("m1"), project=project), "mailchimp", campaigns="none"))


def test_a_missing_sender_is_named_where_there_is_a_draft():
    bare = replace(MESSAGES, brand=Brand(name="V"))
    assert built(work(send("m2"), project=bare), "mailchimp")
    with pytest.raises(StudioError, match="sender's e-mail address"):
        built(work(send("m1"), project=bare), "mailchimp")


def test_a_missing_subject_is_named():
    with pytest.raises(StudioError, match="“Brev m9” has no subject"):
        built(work(send("m9"), project=with_mail(EMPTY, "m9", "")), "mailchimp")


@pytest.mark.parametrize(
    ("fields", "words"), [({"media_type": "image/webp"}, "PNG, JPEG or GIF"), ({"size": 11 << 20}, "10 MB")]
)
def test_a_picture_that_mailchimp_refuses_is_refused_here(fields, words):
    project = replace(MESSAGES, assets=MESSAGES.assets.set(PICTURE, replace(LOGO, **fields)))
    with pytest.raises(StudioError, match=words):
        built(work(send("m2"), project=project), "mailchimp")


def test_other_channels_are_losses_and_stand_in_the_sheet():
    made = built(work(send("m2"), send("s1")), "mailchimp")
    assert "mailchimp.channel" in losses(made)
    assert any("Kurven venter." in text for step in made.sheet.steps for _, text in step.copies)


def test_the_sheet_holds_what_a_template_does_not():
    steps = {step.id: step for step in built(work(send("m2")), "mailchimp").sheet.steps}
    copies = {str(label): text for label, text in steps["send-m2"].copies}
    assert (copies["Subject"], copies["Preview text"], "HTML" in copies) == ("Emne m2", "Kurven din", False)
