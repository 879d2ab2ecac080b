"""What a person prefers on this machine: language, theme, folders, shortcuts; kept in one small JSON file."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.paths import data_folder

SCHEMA = 1
WORKSPACE = "workspace"
"""The name under which the keychain keeps passwords of workspaces."""
_PERSON = re.compile(r"\A([\w+.-]{2,}:/*|\w:(?![/\\])).*@", re.DOTALL)
_PASSWORD = re.compile(r"(?<=password=)[^&#]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences of one person on one machine; the defaults are what a new person gets.

    `language` is an interface language code or empty for the system's; `theme` is "system", "light" or "dark".
    `workspace` is a path or database URL, empty for the person's own SQLite file. `shortcuts` maps an action's id to
    the keys that replace its own (portable text, empty for none). `window` is the last geometry, as base64.
    """

    language: str = ""
    theme: str = "system"
    workspace: str = ""
    preset_folders: tuple[str, ...] = ()
    dictionary_folders: tuple[str, ...] = ()
    spelling: bool = True
    """Whether unknown words are marked, in languages that have a dictionary."""
    shortcuts: Map[str, str] = field(default_factory=Map)
    window: str = ""
    last_project: str = ""
    last_spot: tuple[str, str, str] = ("", "", "")
    """Sequence, message and language that were open last."""
    screen: str = "library"
    persona: str = ""
    preview_open: bool = True
    reduced_motion: bool = False
    accounts: Map[str, str] = field(default_factory=Map)
    """What versions before the book of accounts kept here, by `service:name`; taken over where there is no book."""
    delivered: Map[str, str] = field(default_factory=Map)
    """Where a client's work went last: by `client/service` the account, by `client/` alone the target."""
    mail: tuple[str, ...] = ()
    """Where test mails went last: host, port, security, user, sender and addressee; the password is never here."""


def parted_address(address: str) -> tuple[str, str]:
    """Return a workspace's address without the password in it, and the password as it is written there, mostly empty.

    The settings lie in a plain file, so a password goes to the keychain, under `WORKSPACE` and the address without it.
    """
    scheme, slashes, rest = address.partition("://")
    cut = min((rest.index(sign) for sign in "/?#" if sign in rest), default=len(rest))
    who, at, host = rest[:cut].rpartition("@")
    user, colon, password = who.partition(":")
    return (f"{scheme}{slashes}{user}{at}{host}{rest[cut:]}", password) if slashes and colon else (address, "")


def shown_address(address: str) -> str:
    """Return an address, sound or not, as a sentence may tell it: without user, password or key."""
    return _PASSWORD.sub("", _PERSON.sub(r"\1", address))


def joined_address(address: str, password: str) -> str:
    """Return an address with the password back in its place; one that names nobody, or has one, stays as it is."""
    scheme, slashes, rest = address.partition("://")
    user, at, place = rest.partition("@")
    fits = password and slashes and at and ":" not in user and "/" not in user
    return f"{scheme}{slashes}{user}:{password}{at}{place}" if fits else address


def settings_file() -> Path:
    """Return the path of the person's settings."""
    return data_folder() / "settings.json"


def load_settings(path: Path) -> Settings:
    """Return what the file says; what it lacks, or says in another shape than expected, has its default.

    A file that cannot be read at all gives the defaults: preferences are never worth a refusal to start.
    """
    plain = _plain(path) or {}
    known = {each.name: _like(getattr(Settings(), each.name), plain.get(each.name)) for each in fields(Settings)}
    return replace(Settings(), **{name: value for name, value in known.items() if value is not None})


def _plain(path: Path) -> dict[str, Any] | None:
    try:
        plain = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) else None


def _like(default: object, said: Any) -> Any:  # noqa: ANN401 - plain JSON in, a field's value out
    if isinstance(default, Map):
        fits = isinstance(said, dict) and all(isinstance(word, str) for word in said.values())
        return Map(said) if fits else None
    if isinstance(default, tuple):
        fits = isinstance(said, list) and all(isinstance(word, str) for word in said)
        return tuple(said) if fits and (not default or len(said) == len(default)) else None
    return said if type(said) is type(default) else None


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all; raise StudioError where the disk refuses.

    What a newer program keeps in the file stays, and a file that cannot be read is kept as `<file>.broken`.
    """
    values = {each.name: getattr(settings, each.name) for each in fields(Settings)}
    ours = {name: dict(value) if isinstance(value, Map) else value for name, value in values.items()}
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = _plain(path)
        if before is None and path.is_file():
            os.replace(path, path.with_name(f"{path.name}.broken"))  # noqa: PTH105 - over an older one
        new.write_text(json.dumps({"schema": SCHEMA, **(before or {}), **ours}, indent=2), "utf-8")
        os.replace(new, path)  # noqa: PTH105 - the atomic rename
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("The preferences could not be kept: {reason}.", reason=why) from error
