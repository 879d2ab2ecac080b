"""The screens of the studio in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from studio.i18n import sentence
from widgets.desk import Desk
from widgets.entries import Entry
from widgets.screen import Screen


def _library(desk: Desk) -> Screen:
    from widgets.library.screen import LibraryScreen

    return LibraryScreen(desk)


def _gallery(desk: Desk) -> Screen:
    from widgets.gallery.screen import GalleryScreen

    return GalleryScreen(desk)


def _flow(desk: Desk) -> Screen:
    from widgets.flow.screen import FlowScreen

    return FlowScreen(desk)


def _write(desk: Desk) -> Screen:
    from widgets.preview.panel import PreviewPanel
    from widgets.write.screen import WriteScreen

    screen = WriteScreen(desk)
    screen.set_side(PreviewPanel(desk))
    return screen


def _check(desk: Desk) -> Screen:
    from widgets.check.screen import CheckScreen

    return CheckScreen(desk)


def _deliver(desk: Desk) -> Screen:
    from widgets.deliver.screen import DeliverScreen

    return DeliverScreen(desk)


def _brand(desk: Desk) -> Screen:
    from widgets.brand.screen import BrandScreen

    return BrandScreen(desk)


def _personas(desk: Desk) -> Screen:
    from widgets.personas.screen import PersonasScreen

    return PersonasScreen(desk)


def _accounts(desk: Desk) -> Screen:
    from widgets.accounts.screen import AccountsScreen

    return AccountsScreen(desk)


def _preferences(desk: Desk) -> Screen:
    from widgets.settings.screen import PreferencesScreen

    return PreferencesScreen(desk)


ENTRIES = (
    Entry("library", sentence("Library"), "ph.books", _library, needs_project=False),
    Entry("gallery", sentence("New sequence"), "ph.book-open", _gallery, needs_project=False, hidden=True),
    Entry("flow", sentence("Flow"), "ph.tree-structure", _flow),
    Entry("write", sentence("Write"), "ph.article", _write),
    Entry("check", sentence("Check"), "ph.check-circle", _check),
    Entry("deliver", sentence("Deliver"), "ph.paper-plane-tilt", _deliver),
    Entry("brand", sentence("Brand"), "ph.palette", _brand, at_foot=True),
    Entry("personas", sentence("Personas"), "ph.users", _personas, at_foot=True),
    Entry("accounts", sentence("Accounts"), "ph.key", _accounts, needs_project=False, at_foot=True),
    Entry("preferences", sentence("Preferences"), "ph.gear-six", _preferences, needs_project=False, at_foot=True),
)
"""What the rail shows, from top to foot."""
