"""A story is picked, read and made the client's own."""

import pytest
from immutables import Map
from PySide6.QtCore import Qt

from studio.model.style import Formality
from studio.paths import shipped, user_presets
from widgets.gallery.comparing import Comparing
from widgets.gallery.creating import _Sheet
from widgets.parts.labels import Label
from widgets.parts.states import States


def cards(gallery):
    return [card for card in gallery._cards.values() if not card.isHidden()]


def shipped_presets():
    return {file.parent.name for file in shipped("presets").glob("*/preset.toml")}


def named(gallery, id_):
    return gallery._cards[id_]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def sheet_of(gallery):
    gallery.make.trigger()
    return gallery.findChild(_Sheet)


def test_every_preset_has_a_card_with_its_arc(gallery):
    assert {card.offer.id for card in cards(gallery)} == shipped_presets()
    assert [channel.value for channel in named(gallery, "cart-classic").offer.channels] == ["email"] * 3


def test_the_first_story_is_shown_at_once(gallery):
    brand, *_, language, pictures = gallery._glance.shown[-1]
    assert (brand, language) == ("Fjellvik Sko", "en")
    assert pictures > 0


def test_another_message_can_be_read_before_anything_is_made(gallery, qtbot, empty_desk):
    press(qtbot, named(gallery, "welcome-story"))
    press(qtbot, gallery.panel._chip_buttons[3])
    assert gallery._glance.shown[-1][2] == gallery.panel.offer.messages[3]
    assert empty_desk.workspace.store.projects() == ()


def test_it_can_be_read_in_another_language(gallery, qtbot):
    gallery.panel.languages._list.set_value("nl")
    gallery.panel.languages._list.edited.emit("nl")
    assert gallery._glance.shown[-1][3] == "nl"


@pytest.mark.parametrize(("words", "found"), [("ladder", 1), ("multichannel", 1), ("qqq", 0), ("", 16)])
def test_typing_narrows_the_cards(gallery, qtbot, words, found):
    qtbot.keyClicks(gallery.filters.search.focusProxy() or gallery.filters.search, words)
    gallery.filters.search.set_value(words)
    gallery._filter()
    assert len(cards(gallery)) == found


def test_goals_narrow_the_cards(gallery, qtbot):
    press(qtbot, gallery.filters._goals["welcome"])
    assert {card.offer.id for card in cards(gallery)} == {"welcome-essential", "welcome-story"}
    press(qtbot, gallery.filters._goals[""])
    assert len(cards(gallery)) == 16


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("trigger", "date_reached", {"birthday"}),
        ("channel", "whatsapp", {"cart-incentive-ladder"}),
        ("language", "fi", {"cart-classic", "post-purchase-essential", "reactivation", "welcome-essential"}),
    ],
)
def test_choices_narrow_the_cards(gallery, field, value, left):
    choice = getattr(gallery.filters, field)
    choice.set_value(value)
    choice.edited.emit(value)
    assert {card.offer.id for card in cards(gallery)} == left


def test_a_tone_is_only_offered_where_it_is_spoken(gallery):
    gallery.filters.tone.set_value("playful")
    gallery.filters.language.set_value("de")
    gallery.filters.changed.emit()
    assert cards(gallery) == []


def test_both_forms_of_address_can_be_read(gallery, qtbot):
    gallery.panel.languages._list.set_value("nl")
    gallery.panel.languages._list.edited.emit("nl")
    assert not gallery.panel.form.isHidden()
    press(qtbot, gallery.panel.form.pill("formal"))
    assert gallery.panel.forms == Map({"nl": Formality.FORMAL})
    assert gallery._grown.project.brand.style.form("nl") is Formality.FORMAL


def test_the_tones_follow_the_language(gallery, qtbot):
    assert not gallery.panel.tones.isHidden()
    gallery.panel.languages._list.set_value("de")
    gallery.panel.languages._list.edited.emit("de")
    assert gallery.panel.tones.isHidden()


def test_two_languages_stand_side_by_side(gallery, qtbot):
    gallery.compare.trigger()
    sheet = gallery.findChild(Comparing)
    said = [label.text() for label in sheet._page.findChildren(Label)]
    assert {str(sheet.left.value), str(sheet.right.value)} == {"en", "nb"}
    assert {"Your basket has been saved", "Handlekurven din er lagret"} <= set(said)
    sheet.right.set_value("sv")
    sheet.right.edited.emit("sv")
    sheet.accept()


def test_when_no_story_fits_all_can_be_shown_again(gallery):
    gallery.filters.search.set_value("qqq")
    gallery._filter()
    assert gallery.findChild(States) is not None
    gallery._clear.trigger()
    assert len(cards(gallery)) == 16


def test_the_arrows_walk_over_the_cards(gallery, qtbot):
    first, second, *_ = gallery.grid._cards
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert gallery.grid._cards[1] is second
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert gallery.panel.offer.id == second.offer.id


def test_a_new_client_gets_a_project_with_the_sequence(gallery, qtbot, empty_desk):
    sheet = sheet_of(gallery)
    sheet.client.set_value("Bakeriet Ask")
    with qtbot.waitSignal(gallery.go_requested) as went:
        press(qtbot, sheet.go)
    (listed,) = empty_desk.workspace.store.projects()
    assert (listed.name, went.args) == ("Bakeriet Ask", ["write"])
    assert empty_desk.session.project.brand.name == "Bakeriet Ask"


def test_a_client_without_a_name_is_asked_for_one(gallery, qtbot, empty_desk):
    sheet = sheet_of(gallery)
    press(qtbot, sheet.go)
    assert sheet.isVisible()
    assert empty_desk.workspace.store.projects() == ()
    sheet.close()


def test_the_open_project_takes_the_sequence_as_one_step(make_gallery, desk, qtbot):
    gallery = make_gallery(desk)
    press(qtbot, named(gallery, "welcome-story"))
    press(qtbot, gallery.panel._also["en"])
    press(qtbot, sheet_of(gallery).go)
    sequence = desk.session.project.sequences[desk.here.spot.sequence]
    assert sequence.languages == ("nb", "en")
    desk.session.stack.undo()
    assert len(desk.session.project.sequences) == 1


def test_the_preview_wears_the_open_project_s_brand(make_gallery, desk):
    assert make_gallery(desk)._glance.shown[-1][0] == desk.session.project.brand.name


def test_a_broken_preset_is_named_and_the_others_stay(make_gallery, empty_desk, qtbot):
    broken = user_presets() / "broken"
    broken.mkdir(parents=True)
    (broken / "preset.toml").write_text("schema = 1\nname = 3\n")
    said = []
    empty_desk.notices.said.connect(said.append)
    gallery = make_gallery(empty_desk)
    assert len(cards(gallery)) == 16
    assert "broken/preset.toml" in said[0].text


def test_what_the_filters_hide_is_not_what_will_be_made(gallery, qtbot):
    press(qtbot, gallery.filters._goals["celebrate"])
    assert gallery.panel.offer.id == "birthday"
    press(qtbot, gallery.filters._goals[""])
    assert gallery.panel.offer.id == "birthday"


def test_a_filter_for_a_language_and_a_tone_reads_in_them(gallery):
    gallery.filters.language.set_value("sv")
    gallery.filters.tone.set_value("playful")
    gallery.filters.changed.emit()
    assert (gallery.panel.languages.current, gallery.panel.tones.current) == ("sv", "playful")
    assert gallery._glance.shown[-1][3] == "sv"


def test_tab_goes_from_the_filters_through_the_cards_to_the_panel(gallery, qtbot):
    gallery.filters.search.setFocus()
    seen = [gallery.filters.search]
    while len(seen) < 60:
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(gallery.focusWidget())
    first = [*gallery.filters._goals.values(), gallery.filters.trigger, gallery.filters.channel]
    last = [gallery.panel.languages._list, gallery.panel.tones.pill("warm"), gallery.panel._chip_buttons[0]]
    order = [seen.index(each) for each in (*first, cards(gallery)[0], cards(gallery)[-1], *last)]
    assert order == sorted(order)
