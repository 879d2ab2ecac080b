"""The panel beside the manuscript follows the writer, and lets them choose device, light, reader and variant."""

from dataclasses import replace

import pytest
from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from studio.edits.texts import block_text, write
from studio.errors import StudioError
from studio.model.localized import localized
from studio.model.message import Block, Message
from studio.model.trade import Angle, Channel
from widgets.preview.panel import PreviewPanel


@pytest.fixture
def panel(qtbot, desk, make_view, views):
    panel = PreviewPanel(desk, make_view)
    qtbot.addWidget(panel)
    panel.resize(390, 800)
    panel.show()
    qtbot.waitUntil(lambda: bool(views and views[-1].pages))
    return panel


def press(qtbot, panel, segments, name):
    qtbot.mouseClick(getattr(panel.bar, segments).pill(name), Qt.MouseButton.LeftButton)


def paragraph(desk):
    blocks = desk.session.project.messages[desk.here.spot.message].blocks
    return next(each for each in blocks if desk.session.project.blocks[each].kind == "paragraph")


def written(desk, words):
    return write(desk.session.project, block_text(paragraph(desk)), "nb", words)


def add_message(desk, channel, kind, **texts):
    """Give the project a message of another channel, and go there."""
    project = desk.session.project
    block = Block("extra", kind, texts=Map({name: localized(nb=words) for name, words in texts.items()}))
    message = Message("other", "Other", channel, Angle.REMINDER, blocks=("extra",))
    desk.session.open(
        replace(project, blocks=project.blocks.set("extra", block), messages=project.messages.set("other", message))
    )
    desk.here.go(message="other", block="", variant="")


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_typing_shows_after_a_pause_and_not_before(qtbot, desk, panel, views):
    before = len(views[0].pages)
    for words in ("Nye", "Nye o", "Nye or", "Nye ord"):
        desk.session.do("Type", written(desk, words), merge_key="t")
    assert len(views[0].pages) == before
    qtbot.waitUntil(lambda: "Nye ord" in views[0].page.html)
    assert len(views[0].pages) == before + 1


def test_another_message_shows_at_once(desk, panel, views):
    other = list(desk.session.project.messages)[1]
    desk.here.go(message=other, variant="", block="")
    assert views[0].page.key == other
    assert panel.inbox.subject.text() == panel.follow.reading.rendered.subject


def test_another_language_shows_at_once(desk, panel):
    before = panel.inbox.subject.text()
    desk.here.go(language="sv")
    assert panel.inbox.subject.text() != before


def test_the_caret_points_at_its_block(desk, panel, views):
    desk.here.go(block=paragraph(desk))
    assert views[0].pointed[-1] == (paragraph(desk), True)


def test_a_click_in_the_preview_brings_the_writer_to_the_block(desk, panel, views):
    views[0].ears.block_chosen("here")
    assert desk.here.spot.block == "here"


def test_every_block_of_the_message_can_be_pointed_at(desk, panel, views):
    blocks = desk.session.project.messages[desk.here.spot.message].blocks
    assert all(f"<!--block {block}-->" in views[0].page.html for block in blocks)


@pytest.mark.parametrize(("device", "width"), [("phone", 375), ("tablet", 768), ("desktop", 1280)])
def test_devices_have_their_true_widths(qtbot, panel, views, device, width):
    press(qtbot, panel, "device", device)
    assert views[0].page.width == width
    assert panel.caption.text().startswith(f"{width} px")


def test_the_reader_s_light_is_no_matter_of_the_window_s(qtbot, desk, panel, views):
    press(qtbot, panel, "light", "dark")
    assert views[0].page.dark
    assert not desk.look.is_dark


def test_keys_turn_the_light(desk, panel, views):
    desk.actions["preview.light"].trigger()
    assert views[0].page.dark
    desk.actions["preview.light"].trigger()
    assert not views[0].page.dark


def test_plain_text_is_the_text_part(qtbot, panel):
    press(qtbot, panel, "device", "text")
    shown = panel.frame.glass.currentWidget()
    assert panel.follow.reading.rendered.text.split("\n", maxsplit=1)[0] in " ".join(labels(shown))


def test_another_reader_is_chosen_from_a_list(qtbot, desk, panel):
    qtbot.mouseClick(panel.bar.persona, Qt.MouseButton.LeftButton)
    names = [panel.bar.picker.model.index(row).data() for row in range(panel.bar.picker.model.rowCount())]
    assert "Uten fornavn" in names
    panel.bar.picker.picked.emit("uten-navn")
    panel.bar.picker.hide()
    assert (desk.here.spot.persona, panel.bar.persona.text()) == ("uten-navn", "Uten fornavn")


def test_a_variant_is_chosen_where_there_are_several(qtbot, desk, panel):
    second = desk.session.project.messages[desk.here.spot.message].variants[1]
    qtbot.mouseClick(panel.variants.segments.pill(second), Qt.MouseButton.LeftButton)
    assert desk.here.spot.variant == second
    assert panel.follow.reading.rendered.variant == second


def test_a_link_is_said_and_can_be_copied(qtbot, desk, panel, views):
    with qtbot.waitSignal(desk.notices.said) as said:
        views[0].ears.link_followed("https://shop.example/kurv")
    notice = said.args[0]
    assert "https://shop.example/kurv" in notice.text
    notice.act()
    assert QGuiApplication.clipboard().text() == "https://shop.example/kurv"


def test_without_a_project_the_panel_says_so(qtbot, empty_desk, make_view):
    panel = PreviewPanel(empty_desk, make_view)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.states.state == "empty"
    assert not empty_desk.actions["preview.picture"].isEnabled()


def test_a_message_that_goes_away_leaves_nothing_stale(desk, panel):
    desk.session.open(None)
    assert panel.states.state == "empty"


def test_a_message_that_cannot_be_rendered_says_why(desk, panel):
    project = desk.session.project
    message = project.messages[desk.here.spot.message]
    broken = replace(message, blocks=(*message.blocks, "gone"))
    desk.session.open(replace(project, messages=project.messages.set(message.id, broken)))
    assert panel.states.state == "trouble"
    assert "gone" in panel.states.message.sentence.text()


def test_what_the_reader_would_stumble_over_is_noted(qtbot, desk, panel):
    wrong = written(desk, "Hei {{ item.name }}")
    desk.session.do("Type", wrong)
    qtbot.waitUntil(panel.notes.isVisible)
    assert panel.notes.lines[0].text()


def test_nothing_is_rendered_while_nobody_looks(qtbot, desk, panel, views):
    panel.hide()
    before = len(views[0].pages)
    desk.here.go(message=list(desk.session.project.messages)[1], variant="")
    assert len(views[0].pages) == before
    panel.show()
    assert views[0].page.key == desk.here.spot.message


def test_a_machine_without_chromium_shows_the_words(qtbot, desk):
    def make(ears, shelf):
        raise StudioError("A library is missing.")

    panel = PreviewPanel(desk, make)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(desk.notices.said):
        panel.show()
    assert panel.follow.reading.rendered.text.split("\n", maxsplit=1)[0] in labels(panel.frame.glass.currentWidget())[0]
    assert not panel.save.isEnabled()


def test_an_sms_says_what_it_costs(desk, panel):
    add_message(desk, Channel.SMS, "sms", text="Hei 😀")
    assert "UCS-2" in panel.caption.text()
    assert "Hei 😀" in labels(panel.frame.glass.currentWidget())
    assert panel.inbox.isHidden()


def test_a_push_stands_on_the_lock_screen(desk, panel):
    add_message(desk, Channel.PUSH, "push", title="Lagret", text="Kurven venter")
    assert {"Lagret", "Kurven venter", "21:42"} <= set(labels(panel.frame.glass.currentWidget()))


def test_a_whatsapp_message_has_its_button(desk, panel):
    add_message(desk, Channel.WHATSAPP, "whatsapp", header="Hei", text="Kurven venter", footer="Oss", button="Se")
    assert {"Hei", "Kurven venter", "Oss", "Se"} <= set(labels(panel.frame.glass.currentWidget()))


def test_a_call_is_told_in_pages_with_pauses(desk, panel):
    add_message(desk, Channel.VOICE, "call", opening="Hei", disclosure="Jeg er en maskin", text="Kurven")
    shown = labels(panel.frame.glass.currentWidget())
    pages = ["Hei", "Jeg er en maskin", "Kurven"]
    assert [words for words in shown if words in pages] == pages
    assert shown.count("pause") == 2


def test_everything_to_press_has_a_name(panel):
    seen = [button for button in panel.findChildren(QAbstractButton) if button.isVisible()]
    assert len(seen) >= 8
    assert [button for button in seen if not button.accessibleName()] == []
