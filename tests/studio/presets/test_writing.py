"""A preset made from a sequence reads back as the same sequence."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.edits import sequences, texts, variants
from studio.edits.mending import waive
from studio.errors import StudioError
from studio.model.brand import Brand
from studio.model.conditions import Condition, Fact, Operator
from studio.model.localized import localized
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Wait
from studio.presets.copies import read_copies
from studio.presets.growth import grow
from studio.presets.library import read_library
from studio.presets.saving import save_preset
from studio.presets.steps import condition_line, conditions
from studio.presets.structure import read_preset
from studio.presets.writing import preset_files
from tests.studio.edits.samples import sample


def again(project, folder, name):
    (folder / name).mkdir()
    for file, text in preset_files(project, project.sequence_order[0], name).items():
        (folder / name / file).write_text(text, "utf-8")
    preset = read_preset(folder / name)
    return grow(preset, read_copies(preset, ("nb",)), Brand())


def from_library(root, name):
    preset = read_library([root / "presets"]).preset(name)
    return grow(preset, read_copies(preset, ("nb",)), Brand())


def test_copy_and_blocks_come_back_to_the_letter(root, tmp_path):
    for name in ("cart-classic", "welcome-story", "cart-incentive-ladder"):
        project = from_library(root, name)
        made = again(project, tmp_path, name)
        assert made.blocks == project.blocks
        assert made.variants == project.variants
        assert made.messages == project.messages


def test_steps_with_arms_and_conditions_come_back(root, tmp_path):
    project = from_library(root, "cart-incentive-ladder")
    made = again(project, tmp_path, "cart-incentive-ladder")
    assert made.sequences["cart-incentive-ladder"].steps == project.sequences["cart-incentive-ladder"].steps


def test_words_that_look_like_marks_survive(root, tmp_path):
    project = from_library(root, "cart-classic")
    block = project.blocks["reminder-opening"]
    tricky = block.texts["text"].written("nb", "## ikke en overskrift\n%% ikke en bemerkning\nlabel: ikke et felt")
    blocks = project.blocks.set(block.id, type(block)(block.id, block.kind, block.beat, Map({"text": tricky})))
    changed = type(project)(
        **{name: getattr(project, name) for name in project.__slots__ if name != "blocks"}, blocks=blocks
    )
    assert again(changed, tmp_path, "mine").blocks[block.id].texts == Map({"text": tricky})


def test_blocks_that_variants_change_or_hide_come_back(root, tmp_path):
    project = from_library(root, "cart-classic")
    other = replace(project.blocks["reminder-opening"], texts=Map(text=localized(nb="Noe annet")))
    project = variants.set_override(project, "reminder-b", "reminder-opening", other)
    project = variants.hide_block(project, "reminder-b", "reminder-ease")
    assert again(project, tmp_path, "mine").variants == project.variants


def test_variants_whose_names_would_meet_are_lettered(root, tmp_path):
    project = variants.rename_variant(from_library(root, "cart-classic"), "reminder-b", "a")
    assert again(project, tmp_path, "mine").variants["reminder-b"].subject == project.variants["reminder-b"].subject


def test_a_sequence_without_messages_comes_back(root, tmp_path):
    trigger = Trigger(Event.SUBSCRIBED)
    empty = sequences.add_sequence(Project("p", "P"), Sequence("s", "S", "nb", ("nb",), trigger, (Wait("wait-1", 5),)))
    assert again(empty, tmp_path, "mine").sequences["mine"].steps == (Wait("wait-1", 5),)


def test_amounts_keep_all_their_digits():
    condition = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1234567.25)
    assert conditions([condition_line(condition)], "entry") == (condition,)


def test_pictures_stay_with_their_brand(tmp_path):
    files = preset_files(sample(), "flow", "mine")
    assert "lamp" not in files["preset.toml"]


def test_a_saved_preset_stands_in_the_library(root, tmp_path):
    save_preset(from_library(root, "cart-classic"), "cart-classic", "mine", tmp_path / "presets")
    library = read_library([tmp_path / "presets"])
    assert (list(library.presets), library.faults) == (["mine"], ())


def test_only_complete_languages_are_saved(root, tmp_path):
    project = sequences.add_language(from_library(root, "cart-classic"), "cart-classic", "sv")
    assert save_preset(project, "cart-classic", "mine", tmp_path).languages == ("nb",)


def test_nothing_is_left_of_a_preset_that_lacks_words(root, tmp_path):
    project = texts.write(from_library(root, "cart-classic"), texts.subject("reminder-a"), "nb", "")
    with pytest.raises(StudioError, match="subject"):
        save_preset(project, "cart-classic", "mine", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "../x", "Min egen", "taken"])
def test_a_name_that_is_taken_or_no_name_is_refused(root, tmp_path, name):
    (tmp_path / "taken").mkdir()
    with pytest.raises(StudioError, match="preset"):
        save_preset(from_library(root, "cart-classic"), "cart-classic", name, tmp_path)


def test_a_reason_for_a_message_that_is_sent_no_more_is_not_saved(root, tmp_path):
    project = from_library(root, "cart-classic")
    for message in ("reminder", "gone", ""):
        project = waive(project, "cart-classic", "coach.signed", message, "By hand.")
    assert [each.message for each in save_preset(project, "cart-classic", "mine", tmp_path).declared] == [
        "reminder",
        "",
    ]
