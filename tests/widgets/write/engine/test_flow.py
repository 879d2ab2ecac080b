"""Enter splits, Backspace and Delete join; cards are chosen first and removed by the second press."""

from PySide6.QtCore import Qt

from widgets.write.engine.rows import RowKind

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier


def test_enter_splits_a_paragraph_at_the_caret(writer):
    writer.at("one", 3)
    writer.press(Key.Key_Return)
    assert writer.blocks()[:3] == ["Hei", " du", "Ha det"]
    assert writer.place == (writer.project.messages["reminder"].blocks[1], 0)
    assert writer.agrees()


def test_other_languages_stay_whole_in_the_first_block(writer):
    writer.at("one", 3)
    writer.press(Key.Key_Return)
    second = writer.project.messages["reminder"].blocks[1]
    assert (writer.words("one", "sv"), writer.words(second, "sv")) == ("Hej du", "")


def test_undoing_a_split_brings_words_and_caret_back(writer):
    writer.at("one", 3)
    writer.press(Key.Key_Return)
    writer.undo()
    assert writer.blocks()[:2] == ["Hei du", "Ha det"]
    assert writer.place == ("one", 3)
    assert writer.agrees()


def test_enter_before_the_first_word_makes_room_above(writer):
    writer.press(Key.Key_Return)
    assert writer.blocks()[:2] == ["", "Hei du"]
    assert writer.place == ("one", 0)


def test_enter_at_the_end_begins_a_paragraph_to_write_in(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Return)
    writer.type("Ny")
    assert writer.blocks()[:3] == ["Hei du", "Ny", "Ha det"]


def test_shift_enter_breaks_the_line(writer):
    writer.at("one", 3)
    writer.press(Key.Key_Return, SHIFT)
    assert writer.words("one") == "Hei\n du"
    assert writer.agrees()


def test_backspace_at_the_start_joins_with_the_block_before(writer):
    writer.at("two")
    writer.press(Key.Key_Backspace)
    assert writer.words("one") == "Hei duHa det"
    assert writer.words("one", "sv") == "Hej du\n\nHejdå"
    assert "two" not in writer.project.blocks
    assert writer.place == ("one", 6)
    assert writer.agrees()


def test_delete_at_the_end_joins_with_the_block_after(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Delete)
    assert writer.words("one") == "Hei duHa det"


def test_split_and_join_lead_back(writer):
    before = writer.project
    writer.at("one", 3)
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Backspace)
    assert writer.project == before


def test_backspace_chooses_a_card_and_then_removes_it(writer):
    writer.at(writer.project.messages["reminder"].blocks[5])
    count = len(writer.blocks())
    writer.press(Key.Key_Backspace)
    assert writer.view.chosen.block_kind == "cart"
    assert len(writer.blocks()) == count
    writer.press(Key.Key_Backspace)
    assert len(writer.blocks()) == count - 1
    assert writer.view.chosen is None
    assert writer.agrees()


def test_any_other_key_takes_the_choice_back(writer):
    writer.at(writer.project.messages["reminder"].blocks[5])
    writer.press(Key.Key_Backspace)
    writer.type("x")
    assert writer.view.chosen is None
    assert writer.words(writer.project.messages["reminder"].blocks[5]).startswith("x")


def test_backspace_in_an_empty_new_block_takes_it_out(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Backspace)
    assert writer.blocks()[:2] == ["Hei du", "Ha det"]
    assert writer.place == ("one", 6)


def test_arrows_pass_over_painted_rows(writer):
    writer.at("one")
    writer.press(Key.Key_Up)
    assert writer.view.row.kind is RowKind.PREHEADER
    writer.press(Key.Key_Down)
    assert writer.place[0] == "one"


def test_no_key_leaves_the_caret_in_a_painted_row(writer):
    for key in (Key.Key_Home, Key.Key_End):
        writer.press(key, CTRL)
        assert not writer.view.row.is_protected
    for _ in range(60):
        writer.press(Key.Key_Up)
        assert not writer.view.row.is_protected


def test_tab_goes_from_field_to_field(writer):
    writer.into("subject")
    writer.press(Key.Key_Tab)
    assert writer.view.row.kind is RowKind.PREHEADER
    writer.press(Key.Key_Tab, SHIFT)
    assert writer.view.row.kind is RowKind.SUBJECT


def test_alt_and_arrows_move_the_block_with_its_caret(writer):
    writer.at("one", 2)
    writer.press(Key.Key_Down, ALT)
    assert writer.blocks()[:2] == ["Ha det", "Hei du"]
    assert writer.place == ("one", 2)
    writer.press(Key.Key_Up, ALT)
    writer.press(Key.Key_Up, ALT)
    assert writer.blocks()[:2] == ["Hei du", "Ha det"]
    assert writer.agrees()


def test_a_block_moves_on_into_the_next_message(writer):
    last = writer.project.messages["reminder"].blocks[-1]
    writer.at(last, field="text")
    writer.press(Key.Key_Down, ALT)
    assert writer.project.messages["questions"].blocks[0] == last
    assert writer.agrees()


def test_a_block_is_doubled_and_removed_by_keys(writer):
    writer.press(Key.Key_D, CTRL)
    assert writer.blocks()[:2] == ["Hei du", "Hei du"]
    assert writer.place[0] != "one"
    writer.press(Key.Key_Backspace, CTRL | SHIFT)
    assert writer.blocks()[:2] == ["Hei du", "Ha det"]


def test_bold_is_kept_as_marks_and_shown_again(writer):
    writer.select("one", 4, "one", 6)
    writer.press(Key.Key_B, CTRL)
    assert writer.words("one") == "Hei **du**"
    writer.press(Key.Key_B, CTRL)
    assert writer.words("one") == "Hei du"
    assert writer.view.textCursor().selectedText() == "du"


def test_words_typed_after_a_key_are_italic(writer):
    writer.at("one", 6)
    writer.press(Key.Key_I, CTRL)
    writer.type(" nå")
    assert writer.words("one") == "Hei du *nå*"


def test_what_follows_a_link_is_outside_it(writer):
    writer.select("one", 4, "one", 6)
    writer.view.edits.set_link("https://a.no")
    writer.press(Key.Key_End)
    writer.type("!")
    assert writer.words("one") == "Hei [du](https://a.no)!"
    assert writer.agrees()


def test_an_empty_list_item_ends_the_list(writer):
    writer.at("one", 6)
    writer.press(Key.Key_Return)
    made = writer.view.edits.insert_block("list")
    writer.type("a")
    writer.press(Key.Key_Return)
    writer.press(Key.Key_Return)
    writer.type("ut")
    assert (writer.words(made), writer.blocks()[2]) == ("a", "ut")
    assert writer.agrees()
