"""The bar above the preview: device, light or dark, and who reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.message import Variant
from studio.model.persona import Persona
from widgets.parts.chips import ChipButton
from widgets.parts.layouts import row
from widgets.parts.popup import Choice, Picker
from widgets.parts.segments import Segment, Segments
from widgets.preview.devices import DEVICES, ORDER, TEXT
from widgets.theme.look import Look

LIGHT, DARK = "light", "dark"


class Bar(QWidget):
    """What the person chooses for the preview; `chosen` after any choice of device or light."""

    chosen = Signal()
    persona_chosen = Signal(str)

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin with a phone in daylight."""
        super().__init__()
        self._words = words
        self._readers: Sequence[Persona] = ()
        devices = [Segment(name, icon=DEVICES[name].icon, tip=words.say(DEVICES[name].name)) for name in ORDER]
        text = Segment(TEXT, icon="ph.text-align-left", tip=words("Plain text"))
        self.device = Segments(look, [*devices, text], words("Device"))
        lights = (
            Segment(LIGHT, icon="ph.sun", tip=words("The reader's device is light")),
            Segment(DARK, icon="ph.moon", tip=words("The reader's device is dark")),
        )
        self.light = Segments(look, lights, words("Light or dark"))
        self.persona = ChipButton(look, "", icon="ph.user")
        self.persona.setCheckable(False)
        self.picker = Picker(look, self)
        self.setLayout(row(self.device, self.light, None, self.persona, spacing=8))
        self.device.chosen.connect(self.chosen)
        self.light.chosen.connect(self.chosen)
        self.persona.clicked.connect(self.offer_readers)
        self.picker.picked.connect(self.persona_chosen)

    @property
    def dark(self) -> bool:
        """Tell whether the reader's device is dark."""
        return self.light.current == DARK

    def turn_light(self) -> None:
        """Change between light and dark."""
        self.light.choose(LIGHT if self.dark else DARK)
        self.chosen.emit()

    def show_readers(self, readers: Sequence[Persona], reader: Persona) -> None:
        """Say who reads now, and who else may."""
        self._readers = readers
        self.persona.set_text(reader.name or self._words("Nobody"))
        said = self._words("Reader: {name}", name=reader.name)
        self.persona.setAccessibleName(said)
        self.persona.setToolTip(said)

    def offer_readers(self) -> None:
        """Let the person choose who reads."""
        choices = [Choice(each.id, each.name, _detail(self._words, each), "ph.user") for each in self._readers]
        self.picker.offer(choices, self.persona.mapToGlobal(QPoint(0, self.persona.height() + 4)), filtered=False)


def _detail(words: Translator, reader: Persona) -> str:
    count = sum(item.quantity for item in reader.event.items)
    if count == 1:
        return words("one thing in the cart")
    return words("{count} things in the cart", count=count) if count else words("an empty cart")


class VariantChoice(QWidget):
    """Which of several variants is shown; nothing where there is one."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin without variants."""
        super().__init__()
        self.segments = Segments(look, (), words("Variant"))
        self.setLayout(row(self.segments, None, margins=(0, 0, 0, 8)))
        self.segments.chosen.connect(self.chosen)
        self.hide()

    def show_variants(self, variants: Sequence[Variant], current: str) -> None:
        """Offer other variants."""
        self.segments.set_choices([Segment(each.id, each.name) for each in variants])
        self.segments.choose(current)
        self.setVisible(len(variants) > 1)
