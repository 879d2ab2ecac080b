"""What a flow from elsewhere becomes here, and what of it cannot be represented."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.imports.klaviyo.project import Imported
from studio.model.sequence import message_ids
from widgets.deliver.grown import growing_rows
from widgets.desk import Desk
from widgets.names import CHANNELS
from widgets.parts.labels import Label
from widgets.parts.layouts import Scroll, column
from widgets.parts.rows import LossRow


class FoundView(QWidget):
    """Name, counts and losses."""

    def __init__(self, desk: Desk) -> None:
        """Begin empty."""
        super().__init__()
        self._desk = desk
        look = desk.look
        self.name = Label(look, "", "card", wrap=True)
        self.counts = Label(look, "", "body", "ink2", wrap=True)
        self.title = Label(look, "", "strong", wrap=True)
        self.rows = growing_rows(look)
        inner = QWidget()
        inner.setLayout(
            column(self.name, self.counts, 10, self.title, self.rows, None, spacing=4, margins=(0, 0, 14, 0))
        )
        self.setLayout(column(Scroll(look, inner)))

    def show_found(self, imported: Imported) -> None:
        """Show a flow as it would be here."""
        words = self._desk.words
        self.name.set_text(imported.project.name)
        self.counts.set_text(counts(imported, words))
        lost = list(dict.fromkeys((words.say(loss.wanted), words.say(loss.becomes)) for loss in imported.losses))
        title = words("This cannot be represented ({count})", count=len(lost))
        self.title.set_text(title if lost else words("All of it can be represented."))
        self.rows.set_rows([LossRow(self._desk.look, wanted, becomes) for wanted, becomes in lost])
        self.rows.setVisible(bool(lost))


def counts(imported: Imported, words: Translator) -> str:
    """Return how many messages there are on which channels, and in which language."""
    project = imported.project
    flow = project.sequences[project.sequence_order[0]]
    channels = Counter(project.messages[id_].channel for id_ in message_ids(flow))
    parts = [f"{words(CHANNELS[channel])}: {count}" for channel, count in channels.items()]
    return " · ".join([*parts, flow.source_language])
