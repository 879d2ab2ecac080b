"""A flow pushed, changed and pushed again: updated in place, never doubled, never live."""

from dataclasses import replace

import pytest

from studio.delivery.report import Action
from studio.edits import texts
from studio.model.steps import Wait


def actions(report):
    return {thing.key.partition(":")[0]: thing.action for thing in report.things}


def test_a_first_push_creates_everything_as_drafts(klaviyo_desk):
    report = klaviyo_desk.push()
    assert report.trouble is None
    assert {thing.action for thing in report.things} == {Action.CREATED}
    assert klaviyo_desk.fake.live == []


def test_a_second_push_touches_nothing(klaviyo_desk):
    klaviyo_desk.push()
    writes = len([call for call in klaviyo_desk.fake.requests if call.method != "GET"])
    assert {thing.action for thing in klaviyo_desk.push().things} == {Action.UNCHANGED}
    assert len([call for call in klaviyo_desk.fake.requests if call.method != "GET"]) == writes


def test_changed_copy_reaches_the_flow_in_place(klaviyo_desk):
    klaviyo_desk.push()
    spoken = texts.block_text("offer-opening")
    klaviyo_desk.project = texts.write(klaviyo_desk.project, spoken, "nb", "Helt nye ord.")
    report = klaviyo_desk.push()
    assert report.trouble is None
    assert [thing.key for thing in report.things if thing.action is Action.UPDATED][-1] == "flow"
    assert any("Helt nye ord." in clone["html"] for clone in klaviyo_desk.fake.clones.values())
    assert len(klaviyo_desk.fake.flows) == 1


def test_a_changed_subject_patches_the_flow_s_action(klaviyo_desk):
    klaviyo_desk.push()
    klaviyo_desk.project = texts.write(klaviyo_desk.project, texts.subject("offer-a"), "nb", "Et nytt emne")
    assert actions(klaviyo_desk.push())["flow"] is Action.UPDATED
    (flow,) = klaviyo_desk.fake.flows.values()
    assert "Et nytt emne" in str(flow["definition"])


def test_a_changed_structure_makes_a_new_draft_and_leaves_the_old(klaviyo_desk):
    klaviyo_desk.push()
    project = klaviyo_desk.project
    (flow,) = project.sequences.values()
    longer = replace(flow, steps=(*flow.steps, Wait("late", 60), flow.steps[1]))
    klaviyo_desk.project = replace(project, sequences=project.sequences.set(flow.id, longer))
    assert actions(klaviyo_desk.push())["flow"] is Action.REPLACED
    assert len(klaviyo_desk.fake.flows) == 2
    assert klaviyo_desk.fake.deleted == []


def test_two_languages_are_two_flows_that_share_their_pictures(klaviyo_desk):
    klaviyo_desk.push("nb")
    klaviyo_desk.push("sv")
    assert len(klaviyo_desk.fake.flows) == 2
    assert len(klaviyo_desk.fake.images) == 1


def test_the_ladder_with_splits_passes_the_vendor_s_own_description(ladder_desk):
    report = ladder_desk.push()
    assert report.trouble is None
    assert ladder_desk.fake.live == []
    assert {"rejoin", "push", "whatsapp"} & {loss.id.rpartition(".")[2] for loss in ladder_desk.bundle().losses}


def test_brevo_gets_templates_and_drafts_and_a_build_sheet(brevo_desk):
    report = brevo_desk.push()
    assert report.trouble is None
    assert len(brevo_desk.fake.templates) >= 5
    assert brevo_desk.bundle().sheet is not None
    assert brevo_desk.fake.live == []


def test_brevo_is_updated_in_place(brevo_desk):
    brevo_desk.push()
    spoken = texts.block_text("hello-greeting")
    brevo_desk.project = texts.write(brevo_desk.project, spoken, "nb", "Hei igjen!")
    assert Action.UPDATED in {thing.action for thing in brevo_desk.push().things}
    assert set(brevo_desk.marks().values()) == {1}


def test_a_thing_deleted_at_the_service_is_made_again(klaviyo_desk):
    klaviyo_desk.push()
    klaviyo_desk.fake.templates.clear()
    spoken = texts.block_text("offer-opening")
    klaviyo_desk.project = texts.write(klaviyo_desk.project, spoken, "nb", "Helt nye ord.")
    report = klaviyo_desk.push()
    assert report.trouble is None
    assert Action.CREATED in {thing.action for thing in report.things}


@pytest.mark.parametrize("kind", ["flows", "templates", "images"])
def test_what_was_deleted_there_is_made_again_although_nothing_changed_here(klaviyo_desk, kind):
    klaviyo_desk.push()
    things = getattr(klaviyo_desk.fake, kind)
    number = len(things)
    things.clear()
    foreseen = [(thing.key, thing.action) for thing in klaviyo_desk.plan().things]
    assert foreseen == [(thing.key, thing.action) for thing in klaviyo_desk.push().things]
    assert len(things) == number
    assert {thing.action for thing in klaviyo_desk.push().things} == {Action.UNCHANGED}


def test_another_machine_finds_what_is_there(klaviyo_desk):
    klaviyo_desk.push()
    klaviyo_desk.journal = type(klaviyo_desk.journal)()
    assert klaviyo_desk.push().trouble is None
    assert set(klaviyo_desk.marks().values()) == {1}


def longer(project):
    (flow,) = project.sequences.values()
    return replace(project, sequences=project.sequences.set(flow.id, replace(flow, steps=(*flow.steps, flow.steps[1]))))


@pytest.mark.parametrize("change", [lambda project: project, longer])
@pytest.mark.parametrize("machine", ["this", "another"])
def test_a_dry_run_says_what_the_push_then_does(klaviyo_desk, machine, change):
    klaviyo_desk.push()
    klaviyo_desk.project = change(klaviyo_desk.project)
    klaviyo_desk.journal = klaviyo_desk.journal if machine == "this" else type(klaviyo_desk.journal)()
    foreseen = [(thing.key, thing.action) for thing in klaviyo_desk.plan().things]
    assert foreseen == [(thing.key, thing.action) for thing in klaviyo_desk.push().things]
