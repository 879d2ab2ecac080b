"""Hunspell dictionaries that lie on this machine; none ships with the program, many word lists being under the GPL."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from immutables import Map

from studio.words.languages import base

ENVIRONMENT = "FABEL_DICTIONARIES"
"""Names folders, parted as in PATH, that are searched instead of the system's."""
DEPTH = 3
LONGEST = 90
"""Hunspell takes in words of about a hundred bytes."""
_OFFICE = "libreoffice/4/user/uno_packages/cache/uno_packages"
_SET = re.compile(rb"^\s*SET\s+(\S+)", re.MULTILINE)
_USUAL = "ISO8859-1"
_PREFERRED: Map[str, tuple[str, ...]] = Map(
    {
        "nb": ("nb_no", "nb", "no_no", "no"),
        "nn": ("nn_no", "nn"),
        "sv": ("sv_se", "sv", "sv_fi"),
        "da": ("da_dk", "da"),
        "nl": ("nl_nl", "nl"),
        "en": ("en_gb", "en_us", "en"),
        "de": ("de_de_frami", "de_de", "de"),
        "fr": ("fr", "fr_fr", "fr_toutesvariantes", "fr_moderne", "fr_classique"),
        "es": ("es_es", "es_any", "es"),
        "fi": ("fi_fi", "fi"),
    }
)
"""The names of dictionaries of a language, the most wanted first, in small letters and with underscores."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary: its `.aff` file, beside which the `.dic` lies, and the encoding of both as Python names it."""

    path: Path
    encoding: str

    def can_hold(self, word: str) -> bool:
        """Tell whether a word can be asked about: it can be written in the dictionary's encoding and is not too long.

        Of apostrophes each dictionary has its own, so the typographic one counts as the straight one.
        """
        try:
            return 0 < len(word.replace("’", "'").encode(self.encoding)) <= LONGEST
        except UnicodeEncodeError:
            return False


def system_folders(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> tuple[Path, ...]:
    """Return where dictionaries usually lie, whether there is such a folder or not.

    These are the system's own folders, LibreOffice's program folders and the extensions in a person's profile of it,
    also where it is a flatpak or a snap. FABEL_DICTIONARIES stands instead of them all.
    """
    if named := environment.get(ENVIRONMENT):
        return tuple(Path(each) for each in named.split(os.pathsep) if each)
    if platform == "win32":
        return _windows(environment)
    return _mac(home) if platform == "darwin" else _linux(environment, home)


def _windows(environment: Mapping[str, str]) -> tuple[Path, ...]:
    programs = (environment.get(name) for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"))
    shared = [Path(program) / "LibreOffice/share/extensions" for program in programs if program]
    own = environment.get("APPDATA")
    return (*shared, *([Path(own) / "LibreOffice" / _OFFICE.partition("/")[2]] if own else ()))


def _mac(home: Path) -> tuple[Path, ...]:
    return (
        home / "Library/Spelling",
        Path("/Library/Spelling"),
        Path("/Applications/LibreOffice.app/Contents/Resources/extensions"),
        home / "Library/Application Support/LibreOffice" / _OFFICE.partition("/")[2],
        Path("/opt/homebrew/share/hunspell"),
        Path("/usr/local/share/hunspell"),
    )


def _linux(environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    flatpak = "flatpak/app/org.libreoffice.LibreOffice/current/active/files/libreoffice/share/extensions"
    return (
        data / "hunspell",
        Path("/usr/share/hunspell"),
        Path("/usr/share/myspell"),
        Path("/usr/local/share/hunspell"),
        Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / _OFFICE,
        home / ".var/app/org.libreoffice.LibreOffice/config" / _OFFICE,
        home / "snap/libreoffice/current/.config" / _OFFICE,
        Path("/usr/lib/libreoffice/share/extensions"),
        Path("/usr/lib64/libreoffice/share/extensions"),
        *sorted(Path("/opt").glob("libreoffice*/share/extensions"), reverse=True),
        Path("/var/lib") / flatpak,
        data / flatpak,
        Path("/snap/libreoffice/current/lib/libreoffice/share/extensions"),
    )


def dictionaries_in(folders: Iterable[Path]) -> Map[str, Path]:
    """Return the `.aff` files with a word list beside them, by name in small letters with underscores (`nb_no`).

    Folders are searched three deep; what lies in an earlier one counts. Those that cannot be read are passed over.
    """
    found: dict[str, Path] = {}
    for path in chain.from_iterable(_affixes(folder) for folder in folders):
        name = path.stem.lower().replace("-", "_")
        if name not in found and _is_word_list(path.with_suffix(".dic")):
            found[name] = path
    return Map(found)


def _affixes(folder: Path) -> Iterator[Path]:
    for here, below, files in os.walk(folder):
        if len(Path(here).relative_to(folder).parts) >= DEPTH:
            below.clear()
        below.sort()
        yield from (Path(here, name) for name in sorted(files) if name.endswith(".aff"))


def _is_word_list(path: Path) -> bool:
    """Tell whether a file begins with the number of its words, as all lists do: to an empty one all words are wrong."""
    try:
        with path.open("rb") as file:
            return file.read(16).removeprefix(codecs.BOM_UTF8).lstrip()[:1].isdigit()
    except OSError:
        return False


def dictionary_for(language: str, found: Mapping[str, Path]) -> Dictionary | None:
    """Return the best of the `found` dictionaries for a language, None where there is none that can be read.

    A language with a region (`en-US`) has that region's first; else the usual one counts (British for English), then
    that of any region. Medical lists and the like are none.
    """
    code, wanted = base(language), language.lower().replace("-", "_")
    usual = _PREFERRED.get(code, (code,))
    regional = re.compile(rf"{re.escape(code)}(_[a-z]{{2}}(_\w+)?)?")
    others = sorted(name for name in found if regional.fullmatch(name))
    asked = [wanted] if "_" in wanted else []
    names = [name for name in dict.fromkeys((*asked, *usual, *others)) if name in found]
    return next((held for name in names if (held := _opened(found[name]))), None)


def _opened(path: Path) -> Dictionary | None:
    try:
        said = _SET.search(path.read_bytes())
    except OSError:
        return None
    name = said.group(1).decode("ascii", "replace") if said else _USUAL
    try:
        return Dictionary(path, codecs.lookup(name.removeprefix("microsoft-")).name)
    except LookupError:
        return None
