"""Lists at the caret put in blocks and merge tags, and chips, links and blocks are edited where they stand."""

import pytest
from PySide6.QtCore import Qt

from studio.model.kinds import BLOCK_KINDS
from studio.model.spans import tag_sources
from widgets.write.addressing import AddressField, LinkEditor
from widgets.write.blockeditor import BlockEditor
from widgets.write.engine.rows import RowKind
from widgets.write.tageditor import TagEditor


def message(desk):
    return desk.session.project.messages[desk.here.spot.message]


def go(write, desk, kind):
    row = next(row for row in write.view.rows if row.kind is kind)
    desk.here.go(message=row.message, block=row.block, field=row.field, variant=row.variant, offset=0)
    write.view.setFocus()
    return row


def test_a_slash_offers_blocks_and_puts_in_the_one_picked(write, desk, pick, qtbot):
    hint = go(write, desk, RowKind.HINT)
    desk.here.go(message=hint.message, block="", field="", variant="")
    write.view.go(desk.here.spot)
    before = len(message(desk).blocks)
    desk.actions["write.block"].trigger()
    pick("question")
    kinds = [desk.session.project.blocks[id_].kind for id_ in message(desk).blocks]
    assert len(kinds) == before + 1
    assert "faq" in kinds


def test_a_dismissed_slash_is_typed(write, desk, popup, qtbot):
    write.shop.menus.offer_blocks(write.view.places.caret(), write.view.row)
    typed = []
    write.view.edits.insert_words = typed.append
    popup().hide()
    assert typed == ["/"]


def test_a_condition_puts_the_caret_between_its_tags(write, desk, pick):
    row = go(write, desk, RowKind.SUBJECT)
    desk.actions["write.tag"].trigger()
    pick("only where we know: first")
    words = desk.session.project.variants[row.variant].subject.words("nb")
    assert tag_sources(words) == ("if person.first_name", "end")
    assert desk.here.spot.offset == 1


def test_a_merge_tag_is_put_in_by_its_label(write, desk, pick):
    row = go(write, desk, RowKind.SUBJECT)
    desk.actions["write.tag"].trigger()
    pick("cart total")
    assert tag_sources(desk.session.project.variants[row.variant].subject.words("nb")) == ("cart.total | money",)


def test_a_fallback_is_given_in_the_chip_s_editor(desk, write, qtbot, point):
    editor = TagEditor(desk, "person.first_name", write)
    told = []
    editor.changed.connect(told.append)
    editor.open_at(point, editor.fallback)
    qtbot.keyClicks(editor.fallback, 'du "')
    qtbot.keyClick(editor.fallback, Qt.Key.Key_Return)
    assert told == ['person.first_name | default: "du \\""']


@pytest.mark.parametrize("source", ["shop.name", "else", "end", "no such tag", "cart.url"])
def test_a_tag_without_a_fallback_says_why(desk, write, source):
    editor = TagEditor(desk, source, write)
    assert editor.fallback is None
    assert editor.source() == source
    editor.deleteLater()


def test_a_condition_asks_about_something_else(desk, write):
    editor = TagEditor(desk, "if person.first_name", write)
    editor.asked.set_value("cart.count")
    assert editor.source() == "if cart.count"
    editor.deleteLater()


def test_an_address_without_shape_is_told_in_one_sentence(desk, write, qtbot, point):
    editor = LinkEditor(desk, "", write)
    chosen = []
    editor.chosen.connect(chosen.append)
    editor.open_at(point, editor.address.line)
    qtbot.keyClicks(editor.address.line, "kurv")
    qtbot.mouseClick(editor.link, Qt.MouseButton.LeftButton)
    assert editor.address.field.is_wrong
    assert chosen == []
    editor.close()


def test_a_short_address_gets_its_scheme(desk, write, qtbot, point):
    editor = LinkEditor(desk, "", write)
    chosen = []
    editor.chosen.connect(chosen.append)
    editor.open_at(point, editor.address.line)
    qtbot.keyClicks(editor.address.line, "nordlys.example/kurv")
    qtbot.keyClick(editor.address.line, Qt.Key.Key_Return)
    assert chosen == ["https://nordlys.example/kurv"]


def test_a_link_the_service_fills_in_is_one_click(desk, write, qtbot):
    field = AddressField(desk, "Address")
    qtbot.addWidget(field)
    qtbot.mouseClick(field._chips[0], Qt.MouseButton.LeftButton)
    assert field.value == "{{ cart.url }}"
    assert field.is_good


def test_a_link_is_taken_away(desk, write, qtbot, point):
    editor = LinkEditor(desk, "https://a.no", write)
    chosen = []
    editor.chosen.connect(chosen.append)
    editor.open_at(point)
    qtbot.mouseClick(editor.unlink, Qt.MouseButton.LeftButton)
    assert chosen == [""]


@pytest.mark.parametrize("kind", sorted(BLOCK_KINDS))
def test_every_setting_of_every_kind_has_a_field(desk, write, kind):
    from studio.edits.blocks import add_block
    from studio.model.message import Block

    if BLOCK_KINDS[kind].channel != message(desk).channel:
        return
    desk.session.do("Add", add_block(desk.session.project, message(desk).id, Block("x", kind)))
    editor = BlockEditor(desk, "x", "", write)
    assert set(editor.fields) == set(BLOCK_KINDS[kind].settings)
    editor.deleteLater()


def test_typing_into_a_setting_is_one_step(desk, write, qtbot):
    block = next(id_ for id_, block in desk.session.project.blocks.items() if block.kind == "discount")
    editor = BlockEditor(desk, block, "", write)
    field = editor.fields["code"]
    field.clear()
    qtbot.keyClicks(field, "TAKK")
    assert desk.session.project.blocks[block].settings["code"] == "TAKK"
    assert desk.session.stack.count() == 1
    editor.deleteLater()


def test_a_button_keeps_its_address_until_the_new_one_is_good(desk, write, qtbot):
    block = next(id_ for id_, block in desk.session.project.blocks.items() if block.kind == "button")
    editor = BlockEditor(desk, block, "", write)
    editor.fields["url"].line.selectAll()
    qtbot.keyClicks(editor.fields["url"].line, "kurv")
    assert desk.session.project.blocks[block].settings.get("url", "{{ cart.url }}") == "{{ cart.url }}"
    qtbot.keyClicks(editor.fields["url"].line, ".example")
    assert desk.session.project.blocks[block].settings["url"] == "https://kurv.example"
    editor.deleteLater()


def test_the_menu_of_a_block_does_what_the_keys_do(write, desk, pick, point):
    row = next(row for row in write.view.rows if row.block_kind == "heading")
    before = len(message(desk).blocks)
    write.view.menu_requested.emit(point, row)
    pick("duplicate")
    assert len(message(desk).blocks) == before + 1


def test_the_menu_of_a_head_is_about_the_message(write, point, popup):
    write.view.menu_requested.emit(point, write.view.rows[0])
    assert popup().model.index(0, 0).data() == "Name the message …"
