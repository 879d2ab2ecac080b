"""Who reads what: readers, variants, what stands in the inbox, and which changes can be seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.edits.change import difference
from studio.edits.texts import block_text, write
from studio.model.localized import Localized
from studio.render.personas import sample_personas
from studio.render.text_part import wrapped
from widgets.here import Spot
from widgets.preview.reading import read, readers, reflowed, touches


@pytest.fixture
def project(cart_project):
    return cart_project[0]


@pytest.fixture
def spot(project):
    return Spot(sequence=project.sequence_order[0], message=next(iter(project.messages)), language="nb")


def test_a_message_is_read_by_who_speaks_its_language(project, spot):
    assert read(project, spot).reader.id == "kari"
    assert read(project, replace(spot, language="sv")).reader.language == "sv"


def test_the_chosen_reader_may_be_one_of_the_hard_cases(project, spot):
    bare = replace(project, personas=project.personas.delete("uten-navn"))
    reading = read(bare, replace(spot, persona="uten-navn"), sample_personas())
    assert reading.reader.id == "uten-navn"


def test_readers_are_named_once_and_the_project_s_own_come_first(project):
    own = next(iter(project.personas.values()))
    everyone = readers(replace(project, personas=Map({own.id: own})), sample_personas())
    assert everyone[0] == own
    assert len({each.id for each in everyone}) == len(everyone) == len(sample_personas())


def test_nobody_reads_a_message_that_is_gone(project, spot):
    assert read(project, replace(spot, message="gone")) is None


def test_a_variant_of_another_message_means_the_first(project, spot):
    first = project.messages[spot.message].variants[0]
    assert read(project, replace(spot, variant="elsewhere")).rendered.variant == first


def test_without_a_preheader_the_inbox_shows_how_the_text_begins(project, spot):
    variant = project.variants[project.messages[spot.message].variants[0]]
    bare = replace(project, variants=project.variants.set(variant.id, replace(variant, preheader=Localized())))
    reading = read(bare, spot)
    assert " ".join(reading.rendered.text.split()).startswith(reading.teaser)


def test_only_changes_that_can_be_seen_touch_a_message(project, spot):
    first, other = list(project.messages.values())[:2]
    block = project.blocks[first.blocks[0]]
    changed = replace(project, blocks=project.blocks.set(block.id, replace(block, settings=block.settings.set("x", 1))))
    assert touches(difference(project, changed), changed, first.id)
    assert not touches(difference(project, changed), changed, other.id)


def test_a_change_of_the_brand_touches_every_message(project, spot):
    changed = replace(project, brand=replace(project.brand, name="Other"))
    assert touches(difference(project, changed), changed, spot.message)


def test_an_unsayable_tag_is_a_finding(project, spot):
    blocks = [project.blocks[each] for each in project.messages[spot.message].blocks]
    block = next(each for each in blocks if each.kind == "paragraph")
    broken = write(project, block_text(block.id), "nb", "Hei {{ item.name }}")
    assert block.id in [finding.place.block for finding in read(broken, spot).rendered.findings]


@given(
    st.lists(st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=1, max_size=60), min_size=1, max_size=5)
)
def test_a_text_that_was_wrapped_flows_again(paragraphs):
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    assert reflowed(wrapped(text)) == text


def test_points_of_a_list_stay_on_lines_of_their_own():
    text = "- " + "word " * 13 + "word\n- next"
    assert reflowed(text) == text
