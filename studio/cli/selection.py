"""Opens what a command works on and picks sequences, languages, variants and personas by name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import WrongUse
from studio.i18n import N_
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.paths import default_workspace
from studio.settings import shown_address
from studio.store.archive.reading import read_fabel


@dataclass(frozen=True, slots=True)
class Source:
    """The project a command works on, where its pictures come from, and the file it was read from (None: workspace)."""

    project: Project
    content: Callable[[str], bytes]
    file: Path | None


def open_source(wish: Namespace) -> Source:
    """Return the project of a `.fabel` file, or of the workspace where `--workspace` names one."""
    if wish.workspace is not None:
        return _stored(wish.workspace, wish.file)
    opened = read_fabel(Path(wish.file))
    return Source(opened.project, opened.content.__getitem__, Path(wish.file))


def _stored(url: str, name: str) -> Source:
    from studio.store.store import open_store  # late: files need no database

    with open_store(existing(workspace_address(url))) as store:
        listed = store.projects()
        found = next((entry.id for entry in listed if entry.id == name), None)
        called = [entry.id for entry in listed if entry.name == name]
        if found is None and len(called) > 1:
            raise _several(name, called)
        found = found or next(iter(called), None)
        if found is None:
            known = ", ".join(entry.name for entry in listed) or "–"
            raise WrongUse("The workspace has no project “{name}”; it has {known}.", name=name, known=known)
        project = store.load(found)
        content = {asset: store.assets.get(asset) for asset in project.assets}
    return Source(project, content.__getitem__, None)


def existing(address: str) -> str:
    """Return the address of a workspace; raise WrongUse for a file that is not there, which opening would make."""
    file = address.removeprefix("sqlite:///")
    if "://" not in file and not Path(file).is_file():
        raise WrongUse("There is no workspace at “{address}”.", address=shown_address(address))
    return address


def workspace_address(url: str) -> str:
    """Return the address of a workspace: `url` itself, or where it is empty the person's own SQLite file."""
    if url:
        return url
    default_workspace().parent.mkdir(parents=True, exist_ok=True)
    return str(default_workspace())


def picked(wished: str | None, known: Iterable[str], refusal: str) -> tuple[str, ...]:
    """Return all of `known`, or the one wished for; raise WrongUse with `refusal` ({name}, {known}) otherwise."""
    names = tuple(known)
    if wished is None:
        return names
    if wished not in names:
        raise WrongUse(refusal, name=wished, known=", ".join(names) or "–")
    return (wished,)


def sequences(project: Project, wished: str | None) -> tuple[Sequence, ...]:
    """Return the sequences wished for, in the project's order; `wished` is an id or a name."""
    called = [each for each in project.sequence_order if project.sequences[each].name == wished]
    if wished not in project.sequences and len(called) > 1:
        raise _several(wished or "", called)
    refusal = N_("There is no sequence “{name}”; there are {known}.")
    ids = picked(called[0] if called and wished not in project.sequences else wished, project.sequence_order, refusal)
    return tuple(project.sequences[identity] for identity in ids)


def _several(name: str, ids: Iterable[str]) -> WrongUse:
    return WrongUse("Several are called “{name}”; name one by its id: {known}.", name=name, known=", ".join(ids))


def languages(flow: Sequence, wished: str | None) -> tuple[str, ...]:
    """Return the languages of a flow that are wished for."""
    refusal = N_("The sequence is not written in “{name}”; it is in {known}.")
    return picked(wished, flow.languages, refusal)
