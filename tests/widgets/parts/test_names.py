"""Whoever cannot see a part is told what it is."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from widgets.parts.arc import Arc, ArcPoint
from widgets.parts.buttons import Button, IconButton
from widgets.parts.cards import CardButton
from widgets.parts.chips import Chip, ChipButton
from widgets.parts.fields import (
    AreaField,
    CheckField,
    ChoiceField,
    ColorField,
    LineField,
    NumberField,
    SearchField,
    SecretField,
)
from widgets.parts.popup import Picker
from widgets.parts.rows import FindingRow, LossRow, PlanRow
from widgets.parts.segments import Segment, Segments
from widgets.parts.sheet import Sheet


def arc(look):
    made = Arc(look)
    made.set_points([ArcPoint("email", "Reminder")], "1 h")
    return made


PARTS = {
    "Button": lambda look: Button(look, "Write"),
    "IconButton": lambda look: IconButton(look, "ph.bell", "Ring"),
    "CardButton": lambda look: CardButton(look, "Classic cart"),
    "Chip": lambda look: Chip(look, "proof"),
    "ChipButton": lambda look: ChipButton(look, "proof"),
    "Segments": lambda look: Segments(look, [Segment("a", icon="ph.bell", tip="Ring")], "View"),
    "LineField": lambda look: LineField(look, "Name"),
    "AreaField": lambda look: AreaField(look, "Name"),
    "ChoiceField": lambda look: ChoiceField(look, "Name", [("a", "A")]),
    "NumberField": lambda look: NumberField(look, "Name", 0, 1),
    "CheckField": lambda look: CheckField(look, "Name"),
    "SearchField": lambda look: SearchField(look, "Search"),
    "ColorField": lambda look: ColorField(look, "Name"),
    "SecretField": lambda look: SecretField(look, "Name"),
    "FindingRow": lambda look: FindingRow(look, "Long", "62", "bad", "Fix"),
    "PlanRow": lambda look: PlanRow(look, "ph.bell", "Push", "nb", "made", "good"),
    "LossRow": lambda look: LossRow(look, "Quiet", "wait"),
    "Arc": arc,
    "Sheet": lambda look: Sheet(look, "Name", None),
    "Picker": lambda look: Picker(look, None),
}


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_and_all_that_is_pressed_or_written_in_it_has_a_name(look, qtbot, part):
    widget = PARTS[part](look)
    qtbot.addWidget(widget)
    inside = [*widget.findChildren(QAbstractButton), *widget.findChildren(QLineEdit)]
    ours = [
        each for each in inside if not each.objectName().startswith("qt_") and type(each).__module__.startswith("w")
    ]
    assert [each for each in (widget, *ours) if not each.accessibleName()] == []


@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_word_of_a_part_is_in_our_fonts(look, qtbot, part):
    widget = PARTS[part](look)
    qtbot.addWidget(widget)
    families = {each.font().family() for each in (widget, *widget.findChildren(QLabel))}
    assert families <= {"Hanken Grotesk", "Source Serif Pro"}
