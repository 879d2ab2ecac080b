"""A person's choice: the place of a clash says what was chosen, whatever kind of place it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from studio.edits.choose import choose
from studio.edits.merge import merge
from studio.edits.steps import set_wait
from studio.edits.texts import block_text, fact, write
from studio.errors import Conflict, StudioError
from studio.model.codec import to_plain
from tests.studio.edits.samples import sample
from tests.studio.edits.strategies import edited, edits

BASE = sample()


def mine_after(mine, theirs):
    """Merge, let theirs stay, and then choose mine at every clash."""
    merged = merge(BASE, mine, theirs)
    assert merged.clashes
    project = merged.value
    for clash in merged.clashes:
        project = choose(project, clash.path, to_plain(clash.mine))
    return project


@pytest.mark.parametrize(
    "verb",
    [
        lambda project, mark: write(project, block_text("b1"), "nb", mark),
        lambda project, mark: write(project, block_text("b1", variant_id="vb"), "nb", mark),
        lambda project, mark: write(project, fact("place"), "nb", mark),
        lambda project, mark: set_wait(project, "flow", "w2", len(mark)),
        lambda project, mark: replace(project, name=mark),
        lambda project, mark: replace(project, brand=replace(project.brand, voice=mark)),
    ],
)
def test_choosing_mine_gives_what_i_wrote(verb):
    assert mine_after(verb(BASE, "mine"), verb(BASE, "theirs")) == verb(BASE, "mine")


def test_choosing_nothing_takes_the_words_out():
    project = choose(BASE, ("blocks", "b1", "texts", "text", "texts", "sv"), None)
    assert project.blocks["b1"].texts["text"].languages() == ("nb",)


def test_a_choice_that_would_break_the_project_is_refused():
    with pytest.raises(Conflict, match="hello"):
        choose(BASE, ("messages", "hello"), None)


@pytest.mark.parametrize(
    "path", [("sequences", "flow", "steps", "gone", "minutes"), ("sequences", "flow", "steps", "w1", "place")]
)
def test_a_place_that_is_gone_has_to_be_put_right_by_hand(path):
    with pytest.raises(StudioError, match="by hand"):
        choose(BASE, path, 5)


@settings(max_examples=100, deadline=None)
@given(edits(), edits())
def test_every_clash_can_be_chosen_or_is_refused_in_a_sentence(first, second):
    mine, theirs = edited(BASE, first, "one"), edited(BASE, second, "two")
    merged = merge(BASE, mine, theirs)
    for clash in merged.clashes:
        try:
            chosen = choose(merged.value, clash.path, to_plain(clash.mine))
        except StudioError:
            continue
        assert chosen == choose(chosen, clash.path, to_plain(clash.mine))
