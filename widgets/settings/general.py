"""Language, theme and motion of the interface."""

from __future__ import annotations

from functools import partial

from widgets.desk import Desk
from widgets.parts.fields import CheckField, Field
from widgets.parts.section import Section
from widgets.parts.segments import Segment, Segments

LANGUAGES = (("en", "English"), ("nb", "Norsk bokmål"))
"""The languages the interface speaks, each by its own name."""


def general(desk: Desk) -> Section:
    """Return the section; every choice works at once."""
    words, look, settings = desk.words, desk.look, desk.preferences.settings
    section = Section(look, words("Interface"))
    language = Segments(look, [Segment("", words("System")), *(Segment(code, name) for code, name in LANGUAGES)])
    theme = Segments(
        look,
        [
            Segment("system", words("System"), icon="ph.circle-half"),
            Segment("light", words("Light"), icon="ph.sun"),
            Segment("dark", words("Dark"), icon="ph.moon"),
        ],
    )
    calm = CheckField(look, words("Move as little as possible"))
    language.choose(settings.language)
    theme.choose(settings.theme)
    calm.set_value(settings.reduced_motion)
    for part, name, chosen in (
        (language, "language", language.chosen),
        (theme, "theme", theme.chosen),
        (calm, "reduced_motion", calm.edited),
    ):
        chosen.connect(partial(_prefer, desk, name))
        part.setProperty("preference", name)
    section.body.addWidget(Field(look, words("Language"), language))
    section.body.addWidget(Field(look, words("Theme"), theme))
    section.body.addWidget(calm)
    section.setFocusProxy(language.pill(language.current))
    return section


def _prefer(desk: Desk, name: str, value: object) -> None:
    desk.preferences.set(**{name: value})
