"""How easily each message is read and how long it takes, measured in a task once its words have come to rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from immutables import Map
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.kinds import block_kind
from studio.model.message import Message
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.model.trade import Channel
from studio.render.constants import expanded, snippet_constants
from studio.tasks import Progress
from studio.words.glance import Measured, measure
from widgets.desk import Desk
from widgets.here import Spot
from widgets.wordcount import UNREAD

PAUSE = 250
"""Milliseconds without a change after which it is measured."""
SPOKEN = ("disclosure", "opening", "text")
"""What is said in every call; answers to objections are said only where one comes up."""
NOTHING: Mapping[str, Measured] = Map()


class Measures(QObject):
    """Holds what was measured last of every message of the sequence in the language that is shown."""

    measured = Signal()

    def __init__(self, desk: Desk, home: QWidget) -> None:
        """Follow the session and the writer, while `home` is seen."""
        super().__init__(home)
        self._desk, self._home = desk, home
        self.known: Mapping[str, Measured] = NOTHING
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        desk.session.changed.connect(self._wait)
        desk.session.opened.connect(self._begin)
        desk.here.moved.connect(self._moved)

    def of(self, message: str) -> Measured | None:
        """Return the measures of a message, None before they are taken."""
        return self.known.get(message)

    def look(self) -> None:
        """Measure now, in a task; texts that did not change cost next to nothing."""
        self._pause.stop()
        spot = self._desk.here.spot
        if not self._desk.session.is_open or spot.sequence not in self._desk.session.project.sequences:
            self._take(NOTHING)
            return
        project = self._desk.session.project

        def work(_progress: Progress) -> Mapping[str, Measured]:
            return measured_in(project, spot.sequence, spot.language)

        self._desk.tasks.start(work, self._take, key="write.measures")

    def stop(self) -> None:
        """Measure no more until something changes, or somebody asks."""
        self._pause.stop()

    def _take(self, known: Mapping[str, Measured]) -> None:
        if known != self.known:
            self.known = known
            self.measured.emit()

    def _wait(self, _change: object = None) -> None:
        if self._home.isVisible():
            self._pause.start()

    def _begin(self) -> None:
        self._take(NOTHING)
        if self._home.isVisible():
            self.look()

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.language) != (after.sequence, after.language):
            self._begin()


def measured_in(project: Project, sequence: str, language: str) -> Mapping[str, Measured]:
    """Return the measures of every message of a sequence in a language."""
    messages = (project.messages[id_] for id_ in message_ids(project.sequences[sequence]))
    return Map({each.id: measure(texts_of(project, each, language), language) for each in messages})


def texts_of(project: Project, message: Message, language: str) -> Iterator[str]:
    """Yield what the readers of a message read, or hear of a call, with the words of snippets in their places."""
    said = snippet_constants(project.snippets, language)
    for block_id in message.blocks:
        block = project.blocks[block_id]
        if block.kind in ("footer", "cart"):
            continue
        names = SPOKEN if block.kind == "call" else block_kind(block.kind).texts
        for name in names:
            if name not in UNREAD or block.kind == "call":
                words = block.words(name, language)
                yield expanded(words, said) if "snippet." in words else words


def figures(words: Translator, measured: Measured, channel: Channel) -> tuple[str, str]:
    """Return the score of a message ("LIX 24", empty where there is none) and its length ("118 words · 32 s")."""
    read = measured.readability
    score = f"{read.formula} {round(read.score)}" if read and read.score is not None else ""
    if channel is Channel.VOICE:
        said = words("{count} words · {seconds} s to say", count=measured.words, seconds=measured.speaking_seconds)
    else:
        said = words("{count} words · {seconds} s", count=measured.words, seconds=measured.reading_seconds)
    return score, said


def meaning(words: Translator, measured: Measured, channel: Channel) -> str:
    """Return what the figures mean, line by line: the band with its source, sentences, and how time is told."""
    read, lines = measured.readability, list[str]()
    if read and read.score is not None:
        told = {"formula": read.formula, "score": round(read.score), "band": read.band, "source": read.source}
        lines.append(words("{formula} {score}: {band} ({source})", **told))
    elif read and measured.words:
        lines.append(words("{formula}: {band}", formula=read.formula, band=read.band))
    if measured.sentences:
        mean, most = round(measured.sentence), measured.longest
        lines.append(words("{mean} words in a sentence, {most} in the longest", mean=mean, most=most))
    spoken = words("Said at 150 words a minute (National Center for Voice and Speech)")
    silent = words("Reading time at 238 words a minute (Brysbaert 2019)")
    return "\n".join([*lines, spoken if channel is Channel.VOICE else silent])
