"""Snippets are chips with a name; they are put in, taken in and changed where they stand."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from studio.edits.texts import block_text
from studio.edits.texts import write as say
from studio.i18n import NullTranslator
from studio.model.sequence import message_ids
from studio.presets.snippets import read_snippets
from widgets.write.engine.chips import chip_words
from widgets.write.engine.rows import RowKind
from widgets.write.margins import snippet_names
from widgets.write.snippeteditor import SnippetEditor


@pytest.fixture
def held(write, desk):
    """Return the row of a paragraph that holds the snippet about returns, in two messages."""
    project = write.shop.menus.shelf.project_with("returns")
    first, second = message_ids(project.sequences[desk.here.spot.sequence])[:2]
    for message in (first, second):
        blocks = project.messages[message].blocks
        block = next(id_ for id_ in blocks if project.blocks[id_].kind == "paragraph")
        project = say(project, block_text(block), "nb", "{{ snippet.returns }}")
    desk.session.do("Say", project)
    row = next(row for row in write.view.rows if "snippet.returns" in row.words)
    desk.here.go(message=row.message, block=row.block, field="text", variant="", offset=0)
    write.view.setFocus()
    return row


def test_a_chip_says_the_name_of_its_snippet(write, desk, held):
    snippets = desk.session.project.snippets
    assert chip_words(NullTranslator(), "snippet.returns", snippets) == "Retur"
    assert chip_words(NullTranslator(), "snippet.unknown", snippets) == "unknown"


def test_the_margin_names_the_snippets_of_a_row(desk, held):
    assert snippet_names(desk.session.project, held, "nb") == "Retur"


def test_the_tooltip_of_a_chip_says_its_words(write, held, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said.append(text))
    at = next(write.view.places.spans(held, 0, 1)).center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, write.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(write.view.viewport(), event)
    assert said[0].startswith("Du har [return days] dager")


def test_a_click_on_the_chip_changes_the_words_everywhere(write, desk, held, popup, qtbot):
    at = next(write.view.places.spans(held, 0, 1)).center()
    qtbot.mouseClick(write.view.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())
    editor = popup()
    assert isinstance(editor, SnippetEditor)
    assert editor.uses.text() == "It stands in 2 messages, and all of them change with it."
    editor.area.selectAll()
    qtbot.keyClicks(editor.area, "Angre i ro.")
    qtbot.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    assert desk.session.project.snippets["returns"].text.words("nb") == "Angre i ro."
    desk.session.stack.undo()
    assert desk.session.project.snippets["returns"].text.words("nb").startswith("Du har")


def test_the_first_words_in_another_language_are_a_translation(write, desk, held, popup, qtbot):
    desk.session.do("Say", _only_norwegian(desk.session.project))
    desk.here.go(language="sv")
    write.shop.menus.offer_tags(write.view.places.caret(), source="snippet.returns")
    qtbot.keyClicks(popup().area, "Ångra")
    text = desk.session.project.snippets["returns"].text
    assert text.words("sv") == "Ångra"
    assert not text.is_stale("sv", "nb")


def _only_norwegian(project):
    from dataclasses import replace

    snippet = project.snippets["returns"]
    for language in ("sv", "nl", "en"):
        snippet = replace(snippet, text=snippet.text.without(language))
    return replace(project, snippets=project.snippets.set("returns", snippet))


def test_the_slash_takes_a_shipped_snippet_in_as_one_step(write, desk, pick):
    hint = next(row for row in write.view.rows if row.kind is RowKind.HINT)
    before, steps = desk.session.project, desk.session.stack.count()
    write.view.caret.put(write.view.page.number(hint.key), 0)
    write.shop.menus.offer_blocks(write.view.places.caret(), hint)
    pick("Garanti")
    project = desk.session.project
    assert "guarantee" in project.snippets
    assert project.blocks[project.messages[hint.message].blocks[-1]].words("text", "nb") == "{{ snippet.guarantee }}"
    assert desk.session.stack.count() == steps + 1
    desk.session.stack.undo()
    assert desk.session.project == before


def test_a_snippet_goes_where_the_caret_is(write, desk):
    row = next(row for row in write.view.rows if row.block_kind == "heading")
    write.view.caret.put(write.view.page.number(row.key), 2)
    write.view.edits.insert_tag("snippet.service", write.shop.menus.shelf.project_with("service"))
    assert desk.session.project.blocks[row.block].words("text", "nb") == (
        f"{row.words[:2]}{{{{ snippet.service }}}}{row.words[2:]}"
    )
    assert desk.here.spot.offset == 3


def test_the_project_s_own_snippets_come_before_the_shipped_ones(write, held, root):
    shipped = read_snippets(root / "presets", ("nb",), write.shop.menus._desk.session.project.brand.style)
    offered = [each.id for each in write.shop.menus.shelf.offered()]
    assert offered[0] == "returns"
    assert sorted(offered) == sorted({each.id for each in shipped} | {"returns"})


def test_the_list_of_merge_tags_holds_the_project_s_snippets(write, desk, held, pick):
    write.view.caret.put(write.view.page.number(held.key), 1)
    desk.actions["write.tag"].trigger()
    pick("snippet: Du har")
    assert desk.session.project.blocks[held.block].words("text", "nb").count("snippet.returns") == 2
