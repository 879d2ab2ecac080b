"""How readers are addressed: one choice for each language of the project that has two ways."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from studio.edits.style import speak_to
from studio.model.project import Project
from studio.model.style import Formality
from studio.tasks import Progress
from studio.words.languages import base
from widgets.brand.bonds import languages_of
from widgets.desk import Desk
from widgets.names import FORMS, OWN_NAMES
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.segments import Segment, Segments

NAMES = 116
"""Pixels of the column of languages."""


class Forms(QWidget):
    """A line for each language, and under them one sentence where copy that is there speaks otherwise."""

    def __init__(self, desk: Desk) -> None:
        """Begin without languages."""
        super().__init__()
        self._desk = desk
        self._languages: tuple[str, ...] = ()
        self._read: dict[str, Formality | None] = {}
        self.choices: dict[str, Segments] = {}
        self._rows = QWidget()
        self.otherwise = Label(desk.look, "", "small", "warn", wrap=True)
        self.otherwise.hide()
        title = Label(desk.look, desk.words("Form of address"), "smallmedium", "ink2")
        self._column = column(title, self._rows, self.otherwise, spacing=5)
        self.setLayout(self._column)
        self.hide()

    def entered(self) -> None:
        """Read anew how the copy speaks."""
        self._read = {}
        self.refresh()

    def refresh(self) -> None:
        """Show the form of every language that has two; where one changed, the copy is read again."""
        project = self._desk.session.project
        languages = tuple(code for code in languages_of(project) if base(code) in FORMS)
        if languages != self._languages:
            self._build(languages)
        forms = {code: project.brand.style.form(code) for code in languages}
        for code, form in forms.items():
            self.choices[code].choose(form or "")
        self.setVisible(bool(languages))
        if forms != self._read:
            self._read = forms
            self._read_copy(project, languages)

    def _build(self, languages: tuple[str, ...]) -> None:
        fresh, self._languages = QWidget(), languages
        self.choices = {code: self._made(code) for code in languages}
        lines = []
        for code, choice in self.choices.items():
            name = Label(self._desk.look, OWN_NAMES.get(code, code))
            name.setFixedWidth(NAMES)
            lines.append(row(name, choice, None, spacing=8))
        fresh.setLayout(column(*lines, spacing=6))
        self._column.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh

    def _made(self, code: str) -> Segments:
        words, language = self._desk.words, OWN_NAMES.get(code, code)
        pair = zip(Formality, FORMS[base(code)], strict=True)
        name = words("Form of address in {language}", language=language)
        choice = Segments(self._desk.look, [Segment(form, word) for form, word in pair], name)
        choice.chosen.connect(partial(self._choose, code))
        return choice

    def _choose(self, code: str, form: str) -> None:
        words, session = self._desk.words, self._desk.session
        step = words("Form of address in {language}", language=OWN_NAMES.get(code, code))
        session.do(step, speak_to(session.project, code, Formality(form)))

    def _read_copy(self, project: Project, languages: tuple[str, ...]) -> None:
        def work(_progress: Progress) -> tuple[str, ...]:
            return tuple(code for code in languages if speaks_otherwise(project, code))

        if languages:
            self._desk.tasks.start(work, self._tell, key="brand.forms")
        else:
            self._tell(())

    def _tell(self, codes: tuple[str, ...]) -> None:
        named = ", ".join(OWN_NAMES.get(code, code) for code in codes)
        said = self._desk.words(
            "{languages}: copy that is there speaks in the other form. It is not rewritten; the checks show where.",
            languages=named,
        )
        self.otherwise.set_text(said if codes else "")
        self.otherwise.setVisible(bool(codes))


def speaks_otherwise(project: Project, language: str) -> bool:
    """Tell whether copy of a language addresses its reader in another form than the brand, as the checks see it."""
    from studio.checks.address import address_findings  # with the checks: not before they are needed
    from studio.checks.texts import told

    flows = (project.sequences[id_] for id_ in project.sequence_order)
    style = project.brand.style
    said = ((flow, told(project, flow, language)) for flow in flows if language in flow.languages)
    return any(next(address_findings(flow, texts, style, language), None) is not None for flow, texts in said)
