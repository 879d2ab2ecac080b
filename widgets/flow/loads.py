"""Steps on Qt's clipboard and in drags: our own kind of data, and plain text for everybody else."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from studio.edits.carrying import Carried, from_text, to_text

STEPS = "application/x-fabel-steps"
ORIGIN = "application/x-fabel-origin"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a load was taken up: the project, the sequence and the id of the step, arm or path."""

    project: str
    sequence: str
    id: str


def packed(load: Carried | None, origin: Origin, text: str) -> QMimeData:
    """Return a load for Qt; an arm or a path, which cannot be pasted, has no `load`."""
    data = QMimeData()
    if load is not None:
        data.setData(STEPS, to_text(load).encode())
    data.setData(ORIGIN, json.dumps([origin.project, origin.sequence, origin.id]).encode())
    data.setText(text)
    return data


def has_steps(data: QMimeData | None) -> bool:
    """Tell whether there is a step to paste."""
    return data is not None and data.hasFormat(STEPS)


def unpacked(data: QMimeData) -> Carried:
    """Return what is carried; raise StudioError where it is no step."""
    return from_text(bytes(data.data(STEPS).data()).decode("utf-8", "replace"))


def origin_of(data: QMimeData) -> Origin | None:
    """Return where a load was taken up, or None where it does not say."""
    try:
        found = json.loads(bytes(data.data(ORIGIN).data()))
    except ValueError:
        return None
    if not isinstance(found, list) or len(found) != 3:
        return None
    return Origin(*map(str, found))
