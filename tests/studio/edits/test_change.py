import pickle
from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.blocks import add_block, remove_block
from studio.edits.brand import rename_project
from studio.edits.change import Change, Delta, added, altered, apply, compose, difference, inverse, removed
from studio.edits.messages import remove_message, rename_message
from studio.edits.sequences import move_sequence, remove_sequence
from studio.edits.steps import add_step, move_step, remove_step, set_wait
from studio.edits.texts import block_text, write
from studio.errors import Conflict
from studio.model.project import Snippet
from studio.model.steps import Send
from tests.studio.edits.samples import at, ids, paragraph, sample


def written(project, words, language="nb", block="b1"):
    return write(project, block_text(block), language, words)


def test_a_difference_names_only_what_changed():
    project = sample()
    change = difference(project, written(project, "Hallo"))
    assert change == Change(blocks=Map(b1=Delta(project.blocks["b1"], written(project, "Hallo").blocks["b1"])))


def test_added_removed_and_altered_things_are_told_apart():
    project = sample()
    after = add_block(remove_block(project, "b2"), "hello", paragraph("b9"))
    change = difference(project, after)
    assert list(added(change.blocks)) == ["b9"]
    assert list(removed(change.blocks)) == ["b2"]
    assert altered(change.messages)["hello"] == (project.messages["hello"], after.messages["hello"])


def test_two_edits_far_apart_are_both_found():
    project = sample()
    change = difference(project, written(written(project, "A"), "B", block="b3"))
    assert set(change.blocks) == {"b1", "b3"}


def test_an_equal_copy_makes_no_difference():
    assert not difference(sample(), sample())


def test_own_fields_of_the_project_are_part_of_a_change():
    project = sample()
    change = difference(project, move_sequence(rename_project(project, "New"), "other", "flow"))
    assert change.fields["name"] == Delta("Sample", "New")
    assert change.fields["sequence_order"].after == ("other", "flow")


def test_undo_leaves_what_a_colleague_did_elsewhere():
    project = sample()
    mine = written(project, "Mine")
    later = written(mine, "Theirs", block="b2")
    undone = apply(inverse(difference(project, mine)), later)
    assert undone.blocks["b1"].words("text", "nb") == "Hei"
    assert undone.blocks["b2"].words("text", "nb") == "Theirs"


def test_undo_keeps_another_language_of_the_same_block():
    project = sample()
    mine = written(project, "Mine")
    undone = apply(inverse(difference(project, mine)), written(mine, "Hejsan", "sv"))
    assert undone.blocks["b1"].words("text", "nb") == "Hei"
    assert undone.blocks["b1"].words("text", "sv") == "Hejsan"


def test_undo_refuses_words_that_changed_since_and_names_the_place():
    project = sample()
    mine = written(project, "Mine")
    with pytest.raises(Conflict, match=r"A block of “Hello” \(nb\) was changed in the meantime"):
        apply(inverse(difference(project, mine)), written(mine, "Theirs"))


def test_undo_refuses_to_send_a_message_that_is_gone():
    project = sample()
    change = difference(project, add_step(project, "flow", Send("again", "hello")))
    with pytest.raises(Conflict, match="There is no message “hello”"):
        apply(change, remove_message(project, "hello"))


def test_undoing_a_removal_fails_where_the_message_is_gone_too():
    project = sample()
    without = remove_block(project, "b2")
    with pytest.raises(Conflict, match="The message “hello” was changed"):
        apply(inverse(difference(project, without)), remove_message(without, "hello"))


def test_removing_what_was_changed_since_is_refused():
    project = sample()
    change = difference(project, remove_block(project, "b2"))
    with pytest.raises(Conflict, match="A block of “Hello”"):
        apply(change, written(project, "Theirs", block="b2"))


def test_applying_a_change_twice_is_applying_it_once():
    project = sample()
    change = difference(project, remove_sequence(project, "flow"))
    once = apply(change, project)
    assert apply(change, once) == once


def test_a_wait_and_a_move_in_one_sequence_are_both_kept():
    project = sample()
    change = difference(project, set_wait(project, "flow", "w1", 5))
    result = apply(change, move_step(project, "flow", "w1", at("dear")))
    assert ids(result).index("w1") > ids(result).index("dear")
    assert next(step for step in result.sequences["flow"].steps if step.id == "fork").arms[0].steps[-1].minutes == 5


def test_typing_composes_to_one_change():
    project = sample()
    one, two = written(project, "H"), written(written(project, "H"), "Ha")
    change = compose(difference(project, one), difference(one, two))
    assert change.blocks["b1"] == Delta(project.blocks["b1"], two.blocks["b1"])


def test_typing_and_taking_it_back_composes_to_nothing():
    project = sample()
    one = written(project, "H")
    assert not compose(difference(project, one), difference(one, project))


def test_untouched_things_keep_their_identity():
    project = sample()
    after = apply(difference(project, written(project, "Mine")), project)
    assert after.messages is project.messages
    assert after.blocks["b2"] is project.blocks["b2"]


def test_a_change_travels_to_another_process():
    project = sample()
    change = difference(project, remove_step(project, "flow", "s1"))
    assert pickle.loads(pickle.dumps(change)) == change


def test_renaming_and_removing_by_two_people_is_a_conflict():
    project = sample()
    change = difference(project, rename_message(project, "hello", "New"))
    with pytest.raises(Conflict, match="“hello”"):
        apply(change, remove_message(project, "hello"))


def test_unowned_things_cannot_be_undone_into_a_project():
    project = sample()
    orphan = replace(project, blocks=project.blocks.set("lost", paragraph("lost")))
    with pytest.raises(Conflict, match="The block “lost” must stand in one message"):
        apply(difference(project, orphan), project)


class SameHash(str):
    """An id whose hash collides with every other one's, so that a Map keeps the order of arrival."""

    __slots__ = ()

    def __hash__(self):
        return 7


def snippets(*names):
    held = Map()
    for name in names:
        held = held.set(SameHash(name), Snippet(SameHash(name), name))
    return held


def test_ids_with_one_hash_in_another_order_are_no_difference():
    before = replace(sample(), snippets=snippets("a", "b", "c"))
    after = replace(
        before, snippets=before.snippets.delete(SameHash("a")).set(SameHash("a"), before.snippets[SameHash("a")])
    )
    assert not difference(before, after)
