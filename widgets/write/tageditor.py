"""The popover of a chip: what stands there when we do not know it, what a condition asks, and taking the chip away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.tags.catalogue import Kind, Where, label, path_info
from studio.tags.parser import parse_tag, tag_source
from studio.tags.tree import Filter, If, Node, Value
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import ChoiceField, Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import row
from widgets.write.offers import known_tags
from widgets.write.popover import Popover

ASKED = tuple(info.path for info in known_tags() if info.where in (Where.PERSON, Where.EVENT))
"""What a condition may ask about, as a writer would."""


class TagEditor(Popover):
    """Edits one merge tag; `changed` tells its new source when the person is done."""

    changed = Signal(str)
    other_requested = Signal()
    """The person wants another merge tag in this place."""

    def __init__(self, desk: Desk, source: str, parent: QWidget) -> None:
        """Show the tag whose source (without braces) this is."""
        self._words, self._source, self._node = desk.words, source, _node(source)
        super().__init__(desk.look, self._title(), parent)
        self.fallback: LineField | None = None
        self.asked: ChoiceField | None = None
        self.other = Button(desk.look, desk.words("Another merge tag …"), "quiet")
        self.keep = Button(desk.look, desk.words("Done"), "primary")
        self._fill(desk)
        self.body.addLayout(row(self.other, None, self.keep))
        self.keep.clicked.connect(self._done)
        self.other.clicked.connect(self._another)

    def _title(self) -> str:
        if isinstance(self._node, Value):
            return self._words.say(label(self._node.path))
        return self._words("Condition") if self._node is not None else self._words("Merge tag")

    def _fill(self, desk: Desk) -> None:
        """Put in what this kind of tag has."""
        words = self._words
        if isinstance(self._node, Value) and can_lack(self._node.path):
            label_, default = words("What stands there when we do not know it"), self._node.filter("default")
            self.fallback = LineField(desk.look, label_)
            self.fallback.set_value(default.text if default else "")
            self.fallback.selectAll()
            self.fallback.returnPressed.connect(self._done)
            hint = words("For example: there, friend. Left empty, nothing stands there.")
            self.body.addWidget(Field(desk.look, label_, self.fallback, hint))
        elif isinstance(self._node, If):
            self.asked = ChoiceField(desk.look, words("What is asked"), _asked(desk))
            self.asked.set_value(self._node.path)
            self.body.addWidget(
                Field(desk.look, words("The words up to “end” stand there only where we know"), self.asked)
            )
        else:
            self.body.addWidget(Label(desk.look, self._says(), "body", "ink2", wrap=True))

    def first(self) -> QWidget:
        """Return what the focus begins in."""
        return self.fallback or self.asked or self.keep

    def _says(self) -> str:
        words = self._words
        if self._node is None:
            try:
                parse_tag(self._source)
            except StudioError as refusal:
                return words.say(refusal)
        if isinstance(self._node, Value):
            return words("This comes from the brand or the service and is always known.")
        return words("This divides or ends the words of a condition. Take it away together with its beginning.")

    def source(self) -> str:
        """Return the tag as the fields say it now."""
        if self.asked is not None and self.asked.value:
            return tag_source(If(self.asked.value))
        if not isinstance(self._node, Value) or self.fallback is None:
            return self._source
        kept = tuple(each for each in self._node.filters if each.name != "default")
        text = self.fallback.value.strip()
        return tag_source(replace(self._node, filters=(*kept, *([Filter("default", text)] if text else []))))

    def _done(self) -> None:
        source = self.source()
        self.close()
        if source != self._source:
            self.changed.emit(source)

    def _another(self) -> None:
        self.close()
        self.other_requested.emit()


def can_lack(path: str) -> bool:
    """Tell whether a reader may lack what a path holds, so that other words must be ready."""
    info = path_info(path)
    return info.where in (Where.PERSON, Where.EVENT, Where.ITEM) and info.kind is not Kind.URL


def _node(source: str) -> Node | None:
    try:
        return parse_tag(source)
    except StudioError:
        return None


def _asked(desk: Desk) -> list[tuple[str, str]]:
    return [(path, desk.words.say(label(path))) for path in ASKED]
