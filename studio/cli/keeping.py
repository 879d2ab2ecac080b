"""Where a command keeps what it pushes and what waits: beside the file, or in the workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from studio.cli.selection import workspace_address
from studio.delivery.journal_file import open_journal
from studio.delivery.locked import locked, place_of_lock
from studio.delivery.queue_file import QueueFile, queue_path
from studio.model.journal import Journal
from studio.model.queue import Queue


@contextmanager
def journal_of(file: Path | None, workspace: str | None) -> Iterator[Journal]:
    """Open the journal beside a file, alone, or that of a workspace."""
    if file is not None:
        with open_journal(file) as journal:
            yield journal
    else:
        from studio.store.store import open_store  # late: files need no database

        with open_store(workspace_address(workspace or "")) as store:
            yield store.journal


@contextmanager
def alone(account: str, project: str, sequences: Iterable[str]) -> Iterator[None]:
    """Keep every other window and command of this computer from pushing the same flows to the same account.

    Raise StudioError where one is doing so.
    """
    with ExitStack() as stack:
        for sequence in sorted(set(sequences)):
            stack.enter_context(locked(place_of_lock(account, project, sequence)))
        yield


@contextmanager
def queue_of(file: Path | None, workspace: str | None) -> Iterator[Queue]:
    """Open the queue beside a file, or that of a workspace."""
    if file is not None:
        yield QueueFile(queue_path(file))
    else:
        from studio.store.store import open_store  # late: files need no database

        with open_store(workspace_address(workspace or "")) as store:
            yield store.queue
