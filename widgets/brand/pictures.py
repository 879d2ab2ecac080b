"""Logo and portrait: chosen or dropped, shown, described for those who do not see them, taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.edits.brand import show_picture
from studio.edits.texts import alt, read, write
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.project import Project
from studio.tasks import Progress
from widgets.brand.bonds import languages_of
from widgets.brand.doors import Doors
from widgets.brand.frame import Frame
from widgets.brand.simple import ASIDE
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import column, row
from widgets.parts.section import Section
from widgets.takingback import taking_back
from widgets.tied import Bond, Ties


class PictureField(QWidget):
    """One picture of the brand, its role "logo" or "portrait"."""

    def __init__(self, desk: Desk, doors: Doors, role: str, title: str, about: str) -> None:
        """Begin without a picture."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._doors, self.role, self._title = desk, doors, role, title
        self._ties = Ties(desk)
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self.frame = Frame(look, title)
        self.state = Elided(look, "", "small", "ink3")
        self.choose = Button(look, words("Choose a picture…"))
        self.remove = Button(look, words("Remove"), kind="quiet")
        self.wrong = Label(look, "", "small", "bad", wrap=True)
        self.wrong.hide()
        self.alts: dict[str, LineField] = {}
        self._alts = QWidget()
        buttons = row(self.choose, self.remove, None)
        told = column(Label(look, title, "bodystrong"), Label(look, about, "small", "ink3", wrap=True), self.state)
        told.addLayout(buttons)
        told.addStretch(1)
        told.setSpacing(5)
        line = row(self.frame, told, spacing=16)
        line.setAlignment(self.frame, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self._whole = column(line, self.wrong, self._alts, spacing=10)
        self.setLayout(self._whole)
        self.frame.dropped.connect(self.take)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)

    def refresh(self) -> None:
        """Show the picture the brand has now."""
        project = self._desk.session.project
        digest: str = getattr(project.brand, self.role)
        languages = languages_of(project) if digest else ()
        if (digest, languages) != self._shown:
            before, self._shown = self._shown, (digest, languages)
            self._build(digest, languages)
            if before is None or digest != before[0]:
                self._fetch(digest)
        self._ties.refresh()

    def take(self, source: Path | QImage) -> None:
        """Read a picture in a task and show it; what is wrong with it is said in one sentence."""
        workspace = self._desk.workspace

        def work(_progress: Progress) -> Asset:
            from widgets.write.pictures import read_picture  # the manuscript is not loaded for the brand's sake

            asset, content = read_picture(source)
            workspace.store.assets.put(content, asset.media_type)
            return asset

        self._say("")
        self._desk.tasks.start(work, self._show, self._refuse, key=f"brand.{self.role}")

    def _build(self, digest: str, languages: tuple[str, ...]) -> None:
        words, project = self._desk.words, self._desk.session.project
        self.remove.setVisible(bool(digest))
        self.choose.set_text(words("Choose another…") if digest else words("Choose a picture…"))
        asset = project.assets.get(digest)
        self.state.setVisible(asset is not None)
        self.state.set_text(_facts_of(asset) if asset else "")
        self._ties.release()
        self._ties, self.alts = Ties(self._desk), {}
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, code in enumerate(languages):
            grid.addWidget(self._alt(digest, code), number // 2, number % 2)
        self._whole.replaceWidget(self._alts, fresh)
        self._alts.hide()
        self._alts.deleteLater()
        self._alts = fresh

    def _alt(self, digest: str, language: str) -> Field:
        words, look = self._desk.words, self._desk.look
        label = words("Alt text · {language}", language=OWN_NAMES.get(language, language))
        field = self.alts[language] = LineField(look, f"{self._title}: {label}")
        self._ties.tie(field, _alt_bond(digest, language, words("Alt text of a picture")))
        return Field(look, label, field)

    def _fetch(self, digest: str) -> None:
        workspace = self._desk.workspace
        self.frame.show_image(QImage())
        if not digest:
            return

        def work(_progress: Progress) -> QImage:
            return QImage.fromData(workspace.store.assets.get(digest))

        self._desk.tasks.start(work, partial(self._fetched, digest), self._refuse)

    def _fetched(self, digest: str, image: QImage) -> None:
        if self._shown is not None and digest == self._shown[0]:
            self.frame.show_image(image)

    def _show(self, asset: Asset) -> None:
        session = self._desk.session
        step = self._desk.words("Brand: {field}", field=self._title)
        session.do(step, show_picture(session.project, self.role, asset))

    def _ask(self) -> None:
        words = self._desk.words
        names = words("Pictures") + " (*.png *.jpg *.jpeg *.gif)"
        self._doors.open(self, words("Choose a picture"), names, self._chosen)

    def _chosen(self, path: str) -> None:
        if path:
            self.take(Path(path))

    def _remove(self) -> None:
        words, session = self._desk.words, self._desk.session
        session.do(words("Brand: {field}", field=self._title), show_picture(session.project, self.role, None))
        said = words("{picture}: the picture is removed.", picture=self._title)
        self._desk.notices.say(said, offer=words("Undo"), act=taking_back(self._desk))

    def _refuse(self, refusal: StudioError) -> None:
        self._say(self._desk.words.say(refusal))

    def _say(self, wrong: str) -> None:
        self.wrong.set_text(wrong)
        self.wrong.setVisible(bool(wrong))


def _facts_of(asset: Asset) -> str:
    size = f"{asset.width} × {asset.height} px" if asset.width else ""
    weight = f"{max(1, round(asset.size / 1000))} kB"
    return " · ".join(part for part in (asset.name, size, weight) if part)


def _alt_bond(digest: str, language: str, step: str) -> Bond:
    """Return the bond of an alt text, which says nothing once its picture is gone."""
    spoken = alt(digest)

    def shown(project: Project) -> str:
        return read(project, spoken).words(language) if digest in project.assets else ""

    def written(project: Project, words: str) -> Project:
        return write(project, spoken, language, words)

    return Bond(shown, written, step, ("text", spoken, language))


class Pictures(QWidget):
    """The section of both pictures."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        """Build the two fields."""
        super().__init__()
        words = desk.words
        about = words("PNG, JPEG or GIF of at most 4 MB; choose one, or drop it into its frame.")
        self.section = Section(desk.look, words("Pictures"), about, ASIDE)
        logo = words("At the top of both themes, in place of the name.")
        portrait = words("Beside the signature, cut round.")
        self.logo = PictureField(desk, doors, "logo", words("Logo"), logo)
        self.portrait = PictureField(desk, doors, "portrait", words("Portrait"), portrait)
        for each in (self.logo, self.portrait):
            self.section.body.addWidget(each)
        self.section.body.setSpacing(24)
        self.setLayout(column(self.section))
        self.setMaximumWidth(self.section.maximumWidth())

    def refresh(self) -> None:
        """Show the pictures the brand has now."""
        self.logo.refresh()
        self.portrait.refresh()
