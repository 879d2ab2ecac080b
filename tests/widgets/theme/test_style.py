"""Ticks, dots and carets are painted in the palette's colours, and menus have round corners."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QMenu, QRadioButton, QTreeWidget, QTreeWidgetItem


def colors_of(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_on_wears_the_accent(look, qtbot, kind, theme):
    look.choose(theme)
    box = kind("x")
    qtbot.addWidget(box)
    assert look.tokens.colors["accent"] not in colors_of(box)
    box.setChecked(True)
    assert look.tokens.colors["accent"] in colors_of(box)


def test_a_half_ticked_box_wears_the_accent_too(look, qtbot):
    box = QCheckBox("x")
    qtbot.addWidget(box)
    box.setTristate(True)
    box.setCheckState(Qt.CheckState.PartiallyChecked)
    assert look.tokens.colors["accent"] in colors_of(box)


def test_a_ticked_line_of_a_list_wears_the_accent(look, qtbot):
    lines = QListWidget()
    qtbot.addWidget(lines)
    QListWidgetItem("x", lines).setCheckState(Qt.CheckState.Checked)
    assert look.tokens.colors["accent"] in colors_of(lines)


def test_a_branch_has_a_caret(look, qtbot):
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderHidden(True)
    tree.addTopLevelItem(QTreeWidgetItem([""]))
    before = len(colors_of(tree))
    tree.topLevelItem(0).addChild(QTreeWidgetItem([""]))
    assert len(colors_of(tree)) > before


def test_a_menu_shows_what_lies_behind_its_corners(look, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy").setCheckable(True)
    menu.actions()[0].setChecked(True)
    menu.ensurePolished()
    assert menu.grab().toImage().pixelColor(0, 0).alpha() == 0


def test_the_line_with_the_focus_wears_the_accent_and_moves_nothing(look, qtbot):
    lines = QListWidget()
    qtbot.addWidget(lines)
    lines.addItems(["one", "two"])
    lines.setCurrentRow(0)
    with qtbot.waitExposed(lines):
        lines.show()
    lines.clearFocus()
    before, rest = lines.visualItemRect(lines.item(0)), colors_of(lines)
    lines.activateWindow()
    lines.setFocus(Qt.FocusReason.TabFocusReason)
    assert look.tokens.colors["accent"] in colors_of(lines) - rest
    assert lines.visualItemRect(lines.item(0)) == before
