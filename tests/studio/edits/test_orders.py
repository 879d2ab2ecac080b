from studio.edits.blocks import add_block, move_block
from studio.edits.change import difference
from studio.edits.messages import remove_message
from studio.edits.orders import Reordered, reordered
from studio.edits.sequences import move_sequence
from studio.edits.steps import move_step
from studio.edits.texts import block_text, write
from studio.edits.variants import move_variant
from tests.studio.edits.samples import at, paragraph, sample

BASE = sample()


def orders(after):
    return reordered(difference(BASE, after))


def test_moving_a_block_reorders_its_message():
    after = move_block(BASE, "head", "b1")
    assert orders(after) == (
        Reordered("blocks", "hello", ("b1", "b2", "pic", "head"), ("head", "b1", "b2", "pic"), moved=True),
    )


def test_an_added_block_is_no_move():
    (order,) = orders(add_block(BASE, "hello", paragraph("b9"), "b1"))
    assert order.after == ("b9", "b1", "b2", "pic", "head")
    assert not order.moved


def test_variants_and_sequences_have_an_order_too():
    after = move_sequence(move_variant(BASE, "vb", "va"), "other", "flow")
    assert [(order.name, order.owner) for order in orders(after)] == [("sequences", ""), ("variants", "hello")]


def test_a_step_that_changes_arms_changes_two_lists():
    after = move_step(BASE, "flow", "w2", at("dear"))
    assert {(order.owner, order.after) for order in orders(after)} == {("dear", ("s2", "w2")), ("rest", ())}


def test_words_reorder_nothing():
    assert orders(write(BASE, block_text("b1"), "nb", "New")) == ()


def test_a_removed_message_leaves_only_its_place_in_the_flow():
    assert [(order.name, order.owner) for order in orders(remove_message(BASE, "sms"))] == [("steps", "dear")]
