"""The swipe file: subjects, openings and last lines that shall set a writer going, tagged by angle and tone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from studio.errors import StudioError, WrongUse
from studio.i18n import sentence
from studio.model.codec import from_plain
from studio.model.style import Style
from studio.model.trade import Angle
from studio.presets.faults import FileFault, line_of, read_toml
from studio.presets.forms import spoken

FOLDER = "swipes"


class SwipeKind(StrEnum):
    """Where in a message a swipe may stand."""

    SUBJECT = "subject"
    OPENING = "opening"
    PS = "ps"


@dataclass(frozen=True, slots=True)
class Swipe:
    """A line to begin from: merge tags in it are kept, `tone` is a preset's voice (warm, plain, playful)."""

    kind: SwipeKind
    angle: Angle
    words: str
    tone: str = "warm"


def swipe_languages(folder: Path) -> tuple[str, ...]:
    """Return the languages that have a swipe file in a preset folder."""
    return tuple(sorted(file.stem for file in (folder / FOLDER).glob("*.toml")))


def read_swipes(folder: Path, language: str, style: Style) -> tuple[Swipe, ...]:
    """Return the swipes of a preset folder (`swipes/<language>.toml`) in the form of address of a style.

    Raise WrongUse naming the languages that have one where this has not, FileFault for a faulty file.
    """
    file = folder / FOLDER / f"{language}.toml"
    if not file.is_file():
        known = ", ".join(swipe_languages(folder))
        raise WrongUse(
            "There is no swipe file in “{language}”; there is one in {known}.", language=language, known=known
        )
    text, data = read_toml(file)
    if data.get("schema") != 1 or data.get("language") != language:
        fault = sentence("expected schema 1 and the language {language}, as the file’s name says", language=language)
        raise FileFault(file, line_of(text, "schema"), fault)
    form = style.form(language)
    return tuple(replace(each, words=spoken(each.words, form)) for each in _swipes(file, text, data))


def _swipes(file: Path, text: str, data: dict[str, Any]) -> tuple[Swipe, ...]:
    try:
        return from_plain(tuple[Swipe, ...], data.get("swipes", []), "swipes")
    except StudioError as fault:
        raise FileFault(file, line_of(text, _said(fault)), sentence(fault.message, **fault.values)) from fault


def _said(fault: StudioError) -> str:
    return str(fault.values.get("got", "")).strip("'\"")
