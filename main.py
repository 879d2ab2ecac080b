"""Fabel: composes the program and starts it, the window or the command line; the only file that knows everyone."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from studio.cli.program import own_version, run
from studio.cli.surroundings import languages_like, surroundings_of_process
from studio.i18n import Translator, translator
from studio.paths import data_folder, shipped
from studio.settings import load_settings, save_settings

if TYPE_CHECKING:
    from studio.delivery.keys import KeyStore
    from studio.store.store import Store
    from widgets.program import House

BUG = 70
_ASKING = Lock()


class Studio:
    """The window, as the command line asks for it."""

    def open(self, files: Sequence[Path], *, demo: bool, new: bool, words: Translator) -> int:
        """Open the window and return the exit code when it is closed."""
        from widgets.start import start

        home = data_folder() / "demo" if demo else data_folder()
        return start(partial(house, home, words, demo=demo), tuple(files), words, beside=new)

    def draw(self, folder: Path, *, only: str, theme: str, words: Translator) -> int:
        """Draw the screens into a folder and return the exit code."""
        from widgets.pictures.draw import draw

        return draw(
            partial(house, words=words, demo=True), folder, only, (theme,) if theme else ("light", "dark"), words
        )


def house(home: Path, words: Translator, *, demo: bool) -> House:
    """Return what the window is given, with everything of the person's below `home`."""
    from widgets.program import House
    from widgets.screens import ENTRIES

    file = home / "settings.json"
    return House(
        home=home,
        version=own_version,
        speak=partial(_speak, words),
        settings=load_settings(file),
        keep=partial(save_settings, file),
        open_store=partial(_opener, home, demo=demo),
        keys=_keys,
        demo=_fill,
        entries=ENTRIES,
    )


def _speak(system: Translator, language: str) -> Translator:
    return translator(shipped("resources", "translations"), languages_like(language)) if language else system


def _opener(home: Path, address: str, *, demo: bool) -> Callable[[], Store]:
    return partial(_open, home, address, demo)


def _open(home: Path, address: str, demo: bool) -> Store:
    from studio.store.store import open_store

    store = open_store(_whole(address) if address else home / "workspace.sqlite")
    if demo and not store.projects():
        _fill(store)
    return store


def _whole(address: str) -> str:
    """Return the address of a workspace with the password that the keychain keeps for it."""
    from studio.delivery.accounts import Account
    from studio.settings import WORKSPACE, joined_address

    account = Account(WORKSPACE, address)
    if "://" not in address or not _keys().has(account):
        return address
    return joined_address(address, _keys().find(account).reveal())


def _fill(store: Store) -> str:
    """Put the sample shop into a workspace, where it is not there yet, and return its project's id."""
    from studio.demo import demo

    sample = demo()
    for asset in sample.project.assets.values():
        store.assets.put(sample.content[asset.id], asset.media_type)
    if sample.project.id not in {project.id for project in store.projects()}:
        store.create(sample.project)
    return sample.project.id


def _keys() -> KeyStore:
    """Return the one keychain of this run: it remembers what no keychain takes. Tasks ask for it side by side."""
    with _ASKING:
        return _key_store()


@cache
def _key_store() -> KeyStore:
    from studio.delivery.keys import KeyStore

    return KeyStore()


def main() -> int:
    """Run the program with this process's arguments and return its exit code."""
    logging.getLogger("studio").addHandler(logging.NullHandler())
    world = surroundings_of_process(Studio())
    try:
        return run(sys.argv[1:], world)
    except Exception:  # noqa: BLE001 - the crash hook of the command line: everything here is a bug
        world.remark(world.words("Fabel met an error of its own. Nothing of yours was changed. Please report this:"))
        traceback.print_exc(file=world.err)
        return BUG


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # the spelling worker of a packaged program starts here as well

        freeze_support()
    sys.exit(main())
