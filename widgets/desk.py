"""What every screen is given: the words, the look, the open project, and who does the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from studio.i18n import Translator
from studio.paths import data_folder
from widgets.actions import Actions
from widgets.here import Here
from widgets.notices import Notices
from widgets.preferences import Preferences
from widgets.session import Session
from widgets.spelling import Spelling
from widgets.tasks import Tasks
from widgets.theme.look import Look
from widgets.workspace import Workspace

if TYPE_CHECKING:
    from studio.delivery.keys import KeyStore


@dataclass(frozen=True)
class Desk:
    """The collaborators of a screen, made once by whoever composes the window."""

    words: Translator
    look: Look
    here: Here
    session: Session
    tasks: Tasks
    notices: Notices
    actions: Actions
    workspace: Workspace
    preferences: Preferences
    spelling: Spelling
    keys: Callable[[], KeyStore]
    """Gives the keychain, which is loaded when it is first needed."""
    home: Path = field(default_factory=data_folder)
    """The folder of the person's own data."""
