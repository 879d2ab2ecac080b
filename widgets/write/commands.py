"""The actions of the Write screen, with their keys: the palette and the shortcut sheet list them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.write.errands import Bench, Errands


class Add(Protocol):
    """Adds an action of the group: id, words, what it does, keys, icon."""

    def __call__(self, name: str, text: str, run: Callable[..., object], keys: str = "", icon: str = "") -> QAction:
        """Add it and return it."""
        ...


def add_commands(desk: Desk, bench: Bench, home: QWidget) -> Errands:
    """Add the actions to the desk; their keys work while `home` is seen."""
    errands, group = Errands(desk, bench), desk.words("Write")

    def add(name: str, text: str, run: Callable[..., object], keys: str = "", icon: str = "") -> QAction:
        return desk.actions.add(f"write.{name}", text, run, group=group, keys=keys, icon=icon, home=home)

    for about in (_about_words, _about_blocks, _about_messages, _about_finding, _about_remarks):
        about(add, desk, bench, errands)
    return errands


def _about_words(add: Add, desk: Desk, bench: Bench, errands: Errands) -> None:
    words, edits, view = desk.words, bench.view.edits, bench.view
    # Without keys: every field has these of its own, and the window must not take them away.
    add("cut", words("Cut"), view.cut, icon="ph.scissors")
    add("copy", words("Copy"), view.copy, icon="ph.copy")
    add("paste", words("Paste"), view.paste, icon="ph.clipboard-text")
    add("bold", words("Bold"), edits.bold, "Ctrl+B", "ph.text-bolder")
    add("italic", words("Italic"), edits.italic, "Ctrl+I", "ph.text-italic")
    add("link", words("Link …"), errands.ask_link, "Ctrl+Shift+K", "ph.link")
    add("tag", words("Insert a merge tag …"), errands.ask_tag, "Ctrl+Space", "ph.brackets-curly")
    add("swipes", words("Swipe file …"), bench.swiping.ask, "Ctrl+Shift+P", "ph.quotes")
    checked = words("Mark the translation as checked")
    add("checked", checked, partial(errands.with_row, bench.deeds.mark_checked), "Ctrl+Alt+C", "ph.check")


def _about_blocks(add: Add, desk: Desk, bench: Bench, errands: Errands) -> None:
    words, edits, deeds = desk.words, bench.view.edits, bench.deeds
    add("block", words("Insert a block …"), errands.ask_block, "Ctrl+Return", "ph.plus")
    add("up", words("Move block up"), partial(edits.move, -1), "Alt+Up", "ph.arrow-up")
    add("down", words("Move block down"), partial(edits.move, 1), "Alt+Down", "ph.arrow-down")
    add("duplicate", words("Duplicate block"), edits.duplicate, "Ctrl+D", "ph.copy")
    add("remove", words("Remove block"), edits.remove, "Ctrl+Shift+Backspace", "ph.trash")
    add("beat", words("Choose the beat …"), partial(errands.with_row, deeds.choose_beat), "Ctrl+Alt+B")
    settings = words("Settings of the block …")
    add("settings", settings, partial(errands.with_row, deeds.open_settings), "Alt+Return", "ph.sliders-horizontal")


def _about_messages(add: Add, desk: Desk, bench: Bench, errands: Errands) -> None:
    words, deeds = desk.words, bench.deeds
    add("next", words("Next message"), partial(errands.step, 1), "Alt+PgDown", "ph.caret-double-down")
    add("previous", words("Previous message"), partial(errands.step, -1), "Alt+PgUp", "ph.caret-double-up")
    add("name", words("Name the message …"), partial(errands.with_head, deeds.ask_name), "Ctrl+Alt+N")
    add("angle", words("Choose the angle …"), partial(errands.with_head, deeds.choose_angle), "Ctrl+Alt+A")
    objection = words("Choose the objection …")
    add("objection", objection, partial(errands.with_head, deeds.choose_objection), "Ctrl+Alt+O")
    add("variant", words("Add a variant"), errands.add_variant, "Ctrl+Alt+V", "ph.flask")
    add("variant-menu", words("This variant …"), errands.offer_variant, "Ctrl+Alt+W")
    add("idea", words("What the variants test …"), partial(errands.with_head, deeds.ask_idea), "Ctrl+Alt+I")


def _about_finding(add: Add, desk: Desk, bench: Bench, errands: Errands) -> None:
    words, finder = desk.words, bench.finder
    add("find", words("Find …"), errands.find, "Ctrl+F", "ph.magnifying-glass")
    add("replace", words("Find and replace …"), partial(errands.find, replacing=True), "Ctrl+H", "ph.swap")
    add("next-hit", words("Next hit"), partial(finder.step, 1), "F3")
    add("previous-hit", words("Previous hit"), partial(finder.step, -1), "Shift+F3")
    add("sources", words("Show the source beside"), errands.turn_sources, "F9", "ph.translate")


def _about_remarks(add: Add, desk: Desk, bench: Bench, _errands: Errands) -> None:
    words, mending = desk.words, bench.mending
    add("fix", words("Fix what stands here …"), mending.fix_here, "Ctrl+.", "ph.wrench")
    add("next-remark", words("Next remark"), partial(mending.step, 1), "F8")
    add("previous-remark", words("Previous remark"), partial(mending.step, -1), "Shift+F8")
    add("correct", words("Correct the unknown word …"), bench.correcting.correct_here, "Alt+F7", "ph.text-aa")
    add("spelling", words("Switch the spelling check on or off"), desk.spelling.turn, icon="ph.check")
