"""Reads the entities of a `.fabel` file by file and keeps every fault, so that all are told at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeVar

from immutables import Map

from studio.errors import StudioError
from studio.model.asset import content_id
from studio.model.brand import Brand
from studio.model.codec import from_plain
from studio.model.filing import Filing
from studio.model.jsontext import load_json
from studio.model.message import Block, Message, Variant
from studio.model.project import Client, Project
from studio.model.trade import Angle, Channel
from studio.store.archive.copy import Notes, Owner, silent, speaking, words_in
from studio.store.archive.layout import SAFE_ID, SHELVES
from studio.store.rows import SHELVES as TYPES

T = TypeVar("T")
PROJECT = "project.json"
_UNREADABLE = Message("", "", Channel.EMAIL, Angle.STORY)


@dataclass(slots=True)
class Reading:
    """The files of a `.fabel` while they are read; `faults` are pairs of file name and refusal."""

    files: dict[str, bytes]
    faults: list[tuple[str, StudioError]] = field(default_factory=list)

    def project(self) -> Project:
        """Return the project as far as it can be understood."""
        plain = self._object(PROJECT)
        shelves: dict[str, Any] = {shelf: self._shelf(shelf) for shelf in SHELVES}
        messages, owners = self._messages()
        return Project(
            id=self._made(str, plain.get("id"), PROJECT, "id", ""),
            name=self._made(str, plain.get("name"), PROJECT, "name", ""),
            client=self._made(Client, plain.get("client", {}), PROJECT, "client", Client()),
            brand=self._made(Brand, plain.get("brand", {}), PROJECT, "brand", Brand()),
            sequence_order=self._made(tuple[str, ...], plain.get("sequence_order", []), PROJECT, "sequence_order", ()),
            filing=self._made(Filing, plain.get("filing", {}), PROJECT, "filing", Filing()),
            messages=messages,
            blocks=Map({key: owner for key, owner in owners.items() if isinstance(owner, Block)}),
            variants=Map({key: owner for key, owner in owners.items() if isinstance(owner, Variant)}),
            **shelves,
        )

    def pictures(self, project: Project) -> Map[str, bytes]:
        """Return the pictures' bytes by digest, each held against it."""
        content = {}
        stems = {PurePosixPath(name).stem: name for name in self.files if name.startswith("pictures/")}
        for identity in project.assets:
            name = stems.get(identity, f"pictures/{identity}")
            if content_id(self.files.get(name, b"")) == identity:
                content[identity] = self.files[name]
            else:
                self.faults.append((name, StudioError("the picture is missing or was changed")))
        return Map(content)

    def _object(self, name: str) -> dict[str, Any]:
        try:
            plain = load_json(self.files[name]) if name in self.files else None
        except StudioError as fault:
            self.faults.append((name, fault))
            return {}
        if not isinstance(plain, dict):
            self.faults.append((name, StudioError("the file is missing or holds no object")))
            return {}
        return plain

    def _made(self, kind: type[T], plain: object, file: str, place: str, otherwise: T) -> T:
        try:
            return from_plain(kind, plain, place)
        except StudioError as fault:
            self.faults.append((file, fault))
            return otherwise

    def _names(self, shelf: str) -> list[str]:
        return sorted(name for name in self.files if name.startswith(f"{shelf}/") and name.endswith(".json"))

    def _shelf(self, shelf: str) -> Map[str, Any]:
        held = {}
        for name in self._names(shelf):
            made: Any = self._made(TYPES[SHELVES[shelf]][1], self._object(name), name, "", None)
            if made is not None and self._is_at_home(name, made.id):
                held[made.id] = made
        return Map(held)

    def _is_at_home(self, name: str, identity: str) -> bool:
        if PurePosixPath(name).stem != identity:
            self.faults.append((name, StudioError("id: the file's name and the id “{id}” differ", id=identity)))
        elif not SAFE_ID.fullmatch(identity):  # it names folders and files of everything that is made of it
            self.faults.append((name, StudioError("The id “{id}” cannot stand in a file name.", id=identity)))
        else:
            return True
        return False

    def _messages(self) -> tuple[Map[str, Message], dict[str, Owner]]:
        messages: dict[str, Message] = {}
        owners: dict[str, Owner] = {}
        for name in self._names("messages"):
            plain = self._object(name)
            message = self._made(Message, plain.get("message"), name, "message", _UNREADABLE)
            if message is not _UNREADABLE and self._is_at_home(name, message.id):
                messages[message.id] = message
                owners.update(self._owners(plain, name, message.id))
        return Map(messages), owners

    def _owners(self, plain: dict[str, Any], name: str, message: str) -> dict[str, Owner]:
        blocks = self._made(tuple[Block, ...], plain.get("blocks", []), name, "blocks", ())
        variants = self._made(tuple[Variant, ...], plain.get("variants", []), name, "variants", ())
        nothing: Notes = Map()
        notes = self._made(Map[str, Map[str, str]], plain.get("notes", {}), name, "notes", nothing)
        owners: dict[str, Owner] = {**{owner.id: owner for owner in blocks}, **{owner.id: owner for owner in variants}}
        try:
            owners = silent(owners, notes)
        except StudioError as fault:
            self.faults.append((name, fault))
        for file in sorted(self.files):
            parts = PurePosixPath(file).parts
            if len(parts) == 3 and parts[0] == "copy" and parts[2] == f"{message}.md":
                self._give_words(file, parts[1], owners, notes)
        return owners

    def _give_words(self, file: str, language: str, owners: dict[str, Owner], notes: Notes) -> None:
        try:
            for line, identity, pointer, words in words_in(self.files[file], file):
                if identity in owners:
                    owners[identity] = speaking(owners[identity], language, pointer, words, notes)
                else:
                    fault = StudioError("line {line}: there is no block or variant “{name}”", line=line, name=identity)
                    self.faults.append((file, fault))
        except StudioError as fault:
            self.faults.append((file, fault))
