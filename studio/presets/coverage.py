"""Which preset is complete in which language, tone and form of address: read from the files, not from a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.model.style import USUAL_FORMALITY, Formality, Style
from studio.presets.copies import read_copies
from studio.presets.faults import FileFault, read_text
from studio.presets.forms import has_both
from studio.presets.library import Library
from studio.presets.structure import USUAL_TONE, Preset, copy_name


@dataclass(frozen=True, slots=True)
class Coverage:
    """A preset in a language: the tones that are complete in it, and whether it is written in both forms of address.

    Without any tone the language is not there, or its file has a fault.
    """

    preset: str
    language: str
    tones: tuple[str, ...] = ()
    both_forms: bool = False


def coverage(library: Library) -> tuple[Coverage, ...]:
    """Return every pair of preset and language, by preset and then by language; all copy is read for it."""
    languages = sorted({code for preset in library.presets.values() for code in preset.languages})
    return tuple(_covered(preset, language) for _, preset in sorted(library.presets.items()) for language in languages)


def _covered(preset: Preset, language: str) -> Coverage:
    tones = tuple(_complete(preset, language)) if language in preset.languages else ()
    file = preset.folder / copy_name(language, USUAL_TONE)
    return Coverage(preset.id, language, tones, bool(tones) and has_both(read_text(file)))


def _complete(preset: Preset, language: str) -> Iterator[str]:
    """Yield the tones whose files can be read, in every form of address that the language has."""
    forms = tuple(Formality) if language in USUAL_FORMALITY else (Formality.INFORMAL,)
    for tone, speakers in sorted(preset.voices.items(), key=lambda held: preset.tones.index(held[0])):
        if language not in speakers:
            continue
        try:
            for form in forms:
                read_copies(preset, (language,), tone, Style(Style().formality.set(language, form)))
        except FileFault:
            continue
        yield tone


def markdown_table(library: Library) -> str:
    """Return the coverage as a Markdown table: a row for each preset, a column for each language.

    A cell counts the tones, with `+` where it is written in both forms of address; an empty cell means not there.
    """
    found = coverage(library)
    languages = tuple(dict.fromkeys(each.language for each in found))
    rows = [("preset", *languages), ("---", *(":---:" for _ in languages))]
    for preset in dict.fromkeys(each.preset for each in found):
        cells = {each.language: _cell(each) for each in found if each.preset == preset}
        rows.append((f"`{preset}`", *(cells[language] for language in languages)))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in rows)


def _cell(covered: Coverage) -> str:
    return f"{len(covered.tones)}{'+' if covered.both_forms else ''}" if covered.tones else " "
