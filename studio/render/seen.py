"""Blocks as they were read before: one that has not changed is not read again for the next preview."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from immutables import Map

from studio.model.brand import Brand
from studio.model.findings import Finding, Place
from studio.model.kinds import block_kind
from studio.model.message import Block
from studio.model.project import Project
from studio.render.galley import Links
from studio.render.look import Look
from studio.render.marks import Marks
from studio.render.reader import Scene
from studio.render.remarks import Remarks
from studio.render.typesetter import Typesetter
from studio.render.views import View, view
from studio.tags.slots import USUAL, Held, Slots

REMEMBERED = 4096
T = TypeVar("T")


class Same(Generic[T]):
    """A value known by its identity: deep values are neither compared nor hashed."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        """Hold the value, which keeps its identity for as long as this is remembered."""
        self.value = value

    def __hash__(self) -> int:
        """Return the hash of the identity."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """Tell whether the other holds this very value."""
        return isinstance(other, Same) and self.value is other.value


@dataclass(frozen=True, slots=True)
class Stage:
    """What the reading of a block depends on besides the block: all that its view may look at."""

    language: str
    look: Same[Look]
    brand: Same[Brand]
    constants: Same[Map[str, str]]
    links_to: Links


@dataclass(frozen=True, slots=True)
class Seen:
    """A block as it was read: its view, the tags it held out, where paths were met, and what was remarked."""

    view: View
    held: Held
    met: tuple[str, ...]
    findings: tuple[Finding, ...]


def stage_of(scene: Scene) -> Same[Stage]:
    """Return the stage of a scene; equal looks and constants are one value, so that blocks are known again."""
    look, constants = Same(_one_look(scene.look)), Same(_one(scene.constants))
    stage = Stage(scene.language, look, Same(scene.brand), constants, scene.typesetter.links_to)
    return Same(_one_stage(stage))


@lru_cache(maxsize=REMEMBERED)
def _one(constants: Map[str, str]) -> Map[str, str]:
    return constants


@lru_cache(maxsize=64)
def _one_look(look: Look) -> Look:
    return look


@lru_cache(maxsize=64)
def _one_stage(stage: Stage) -> Stage:
    return stage


def view_of(block: Block, scene: Scene, stage: Same[Stage], slots: Slots, marks: Marks) -> View:
    """Return the view of a block, remembered where nothing that it depends on has changed.

    A block with pictures is read each time: whoever gives their addresses wants to hear which are shown.
    """
    if block_kind(block.kind).assets or slots.prefix != USUAL:
        return view(block, scene)
    seen = _seen(Same(block), stage)
    slots.adopt(seen.held)
    for path in seen.met:
        marks.met.setdefault(path, block.id)
    for finding in seen.findings:
        scene.remarks.repeat(finding)
    return seen.view


@lru_cache(maxsize=REMEMBERED)
def _seen(same: Same[Block], known: Same[Stage]) -> Seen:
    """Read a block on a stage of its own, on which nothing stands but what the stage names."""
    stage = known.value
    slots = Slots((), stage.constants.value)
    remarks = Remarks(Place())
    marks = Marks(slots, remarks)
    bare = Project("", "", brand=stage.brand.value)
    look = stage.look.value
    typesetter = Typesetter(marks, remarks, look.link, stage.links_to)
    scene = Scene(bare, stage.language, typesetter, remarks, str, slots.constants, look)
    read = view(same.value, scene)
    return Seen(read, slots.held(), tuple(marks.met), remarks.findings())
