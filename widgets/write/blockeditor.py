"""The popover of a block's settings, made from the table of kinds: each setting gets the field that suits it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.edits.blocks import block_in, set_setting
from studio.errors import StudioError
from studio.i18n import N_
from studio.model.kinds import BlockKind, block_kind
from studio.model.message import Setting
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import CheckField, ChoiceField, Field, LineField, NumberField
from widgets.parts.labels import Label
from widgets.write.addressing import AddressField
from widgets.write.names import KINDS, SETTINGS
from widgets.write.popover import Popover

RANGES: dict[str, tuple[float, float]] = {
    "level": (1, 3),
    "limit": (1, 12),
    "rating": (0, 5),
    "hours": (1, 720),
    "width": (0, 600),
    "height": (4, 120),
    "minimum": (0, 1_000_000),
    "minutes": (1, 10),
}
STYLES = (("solid", N_("Button")), ("outline", N_("Text link")))
"""How readers see a button: both e-mail themes set what is not solid as a link in words."""


class BlockEditor(Popover):
    """Edits the settings of a block, or of what a variant puts in its place; each keystroke is kept at once."""

    file_requested = Signal(str, str)
    """The person wants a new picture for the block and setting of these names."""

    def __init__(self, desk: Desk, block_id: str, variant_id: str, parent: QWidget) -> None:
        """Show the block as it stands."""
        self._desk, self._block, self._variant = desk, block_id, variant_id
        block = block_in(desk.session.project, block_id, variant_id)
        kind = block_kind(block.kind)
        super().__init__(desk.look, desk.words(KINDS[block.kind].word), parent)
        self.fields: dict[str, QWidget] = {}
        for name in sorted(kind.settings, key=list(SETTINGS).index):
            self._add(kind, name, block.settings.get(name, kind.settings[name]))
        if not self.fields:
            words = desk.words("There is nothing to set here.")
            self.body.addWidget(Label(desk.look, words, "body", "ink2", wrap=True))

    def first(self) -> QWidget | None:
        """Return the field that the focus begins in."""
        return next(iter(self.fields.values()), None)

    def _add(self, kind: BlockKind, name: str, value: Setting) -> None:
        made = self._field(kind, name, value)
        self.fields[name] = made
        named = isinstance(made, (AddressField, CheckField))
        label = self._desk.words(SETTINGS[name])
        self.body.addWidget(made if named else Field(self._desk.look, label, made))
        if name in kind.assets:
            button = Button(self._desk.look, self._desk.words("Choose a file …"), "quiet")
            button.clicked.connect(partial(self._ask_for_file, name))
            self.body.addWidget(button)

    def _field(self, kind: BlockKind, name: str, value: Setting) -> QWidget:
        look, label = self._desk.look, self._desk.words(SETTINGS[name])
        keep: Callable[[object], None] = partial(self._keep, name)
        made: AddressField | CheckField | ChoiceField | NumberField | LineField
        if name in kind.links:
            made = AddressField(self._desk, label)
            made.set_value(str(value))
        elif name in kind.assets:
            made = ChoiceField(look, label, self._pictures(name))
            made.set_value(str(value))
        elif name == "style":
            made = ChoiceField(look, label, [(key, self._desk.words(word)) for key, word in STYLES])
            made.set_value(str(value))
        elif isinstance(value, bool):
            made = CheckField(look, label)
            made.set_value(value)
        elif isinstance(value, (int, float)):
            made = NumberField(look, label, *RANGES[name])
            made.set_value(value)
        else:
            made = LineField(look, label)
            made.set_value(value)
        made.edited.connect(keep)
        return made

    def _pictures(self, name: str) -> list[tuple[str, str]]:
        words, project = self._desk.words, self._desk.session.project
        brand = [("brand", words("The brand’s portrait"))] if name == "portrait" else []
        return [("", words("None")), *brand, *((each.id, each.name) for each in project.assets.values())]

    def _keep(self, name: str, value: object) -> None:
        if not isinstance(value, (str, int, float)):
            return
        session = self._desk.session
        try:
            project = set_setting(session.project, self._block, name, value, self._variant)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return
        session.do(self._desk.words("Change a setting"), project, ("setting", self._block, self._variant, name))

    def _ask_for_file(self, name: str, *_checked: object) -> None:
        self.close()
        self.file_requested.emit(self._block, name)
